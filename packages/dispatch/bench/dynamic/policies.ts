import { type CostWeights, type Effort, improve, offer } from "../../src/index.ts";
import type { Policy } from "./live.ts";

/** The cheapest insertion into plans that nobody touches again: what most dispatchers do. */
export const greedy: Policy = {
  answer: (question) => offer(question),
  between: ({ plan }) => plan,
};

/** How hard noriai tries; counted, so that a day comes out the same on every machine. */
export interface NoriaiEffort extends Omit<Effort, "seed"> {
  /** Rounds of improving after each booking. */
  readonly improveIterations: number;
}

export const NORIAI_EFFORT: NoriaiEffort = { iterations: 1000, nodes: 20_000, improveIterations: 200 };

/**
 * What improving looks for: less driving, which is room for those who have not asked yet; a little for time aboard. The
 * riders' waiting is no reason: whatever lies within their promises is theirs to expect. (Measured: with the weights of
 * an offer the same days refuse about 7 % more.)
 */
const ROOM: CostWeights = { vehicleSecond: 10, delaySecond: 0, detourSecond: 1, waitSecond: 0 };

/** Tries harder before it refuses, and improves the plan after each booking. */
export function noriai({ seed, effort = NORIAI_EFFORT }: { seed: number; effort?: NoriaiEffort }): Policy {
  const { iterations, nodes, improveIterations } = effort;
  return {
    answer: (question) => offer({ ...question, effort: { iterations, nodes, seed } }),
    between: (day) => improve({ ...day, weights: ROOM, iterations: improveIterations, seed }).plan,
  };
}
