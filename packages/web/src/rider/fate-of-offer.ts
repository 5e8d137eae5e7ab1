import type { Problem } from "@noriai/api";

/**
 * What has become of an offer whose yes came to nothing. "gone": its hold is over and its place is taken; asking again
 * may help. "refused": something else stands against it, which is told by name. "open": the yes may be said again.
 */
export function fateOfOffer(problem: Problem | undefined): "open" | "gone" | "refused" {
  if (problem?.kind === "not-found") return "gone";
  if (problem?.kind !== "not-possible-now") return "open";
  const rejections = problem.rejections ?? [];
  return rejections.every(({ kind }) => kind === "expired") ? "gone" : "refused";
}
