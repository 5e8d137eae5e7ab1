import type { Town } from "./town.ts";

/**
 * Remembers, for each town, what was found for a question: it gives what was found for this very question, or what is
 * found now. The question names everything that the answer hangs on, the time among it, so an answer is never older than
 * that. Whoever asks while it is being found waits for the same one.
 *
 * @param keptMost  so many answers are kept for each town; the oldest goes first
 */
export function knownAnswers<T>(
  keptMost: number,
): (town: Town, question: string, find: () => Promise<T>) => Promise<T> {
  const known = new WeakMap<Town, Map<string, Promise<T>>>();
  return (town, question, find) => {
    const answers = known.get(town) ?? new Map<string, Promise<T>>();
    known.set(town, answers);
    const answer = answers.get(question) ?? find();
    answers.set(question, answer);
    answer.catch(() => answers.delete(question));
    for (const oldest of answers.keys()) {
      if (answers.size <= keptMost) break;
      answers.delete(oldest);
    }
    return answer;
  };
}
