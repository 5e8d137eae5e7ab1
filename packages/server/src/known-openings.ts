import type { HourOpening } from "@noriai/booking";
import type { Town } from "./town.ts";

type Hours = readonly HourOpening[];

/** So many answers are kept for each town; the oldest goes first. */
const KEPT_MOST = 200;
const known = new WeakMap<Town, Map<string, Promise<Hours>>>();

/**
 * What was found for this very question, or what is found now. The question names everything that the answer hangs on,
 * the plan's version and the minute among it, so an answer is never older than that.
 */
export function knownOpenings(town: Town, question: string, find: () => Promise<Hours>): Promise<Hours> {
  const answers = known.get(town) ?? new Map<string, Promise<Hours>>();
  known.set(town, answers);
  const answer = answers.get(question) ?? find();
  answers.set(question, answer);
  answer.catch(() => answers.delete(question));
  for (const oldest of answers.keys()) {
    if (answers.size <= KEPT_MOST) break;
    answers.delete(oldest);
  }
  return answer;
}
