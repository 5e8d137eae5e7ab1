import type { Problem } from "@noriai/api";
import { en } from "./en.ts";
import { ja, type ProblemMessages } from "./ja.ts";
import { jaEasy } from "./ja-easy.ts";

export const problemMessages = { ja, "ja-easy": jaEasy, en };

/** One sentence for a problem: ours by its kind, else the server's own. */
export function wordProblem(problem: Problem, messages: ProblemMessages): string {
  if (problem.kind === "unreadable-answer") return messages.unreadable;
  if (problem.kind in messages) return messages[problem.kind as keyof ProblemMessages];
  return problem.title === "" ? messages.other : `${problem.title} ${problem.detail ?? ""}`.trim();
}
