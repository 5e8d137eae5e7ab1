/** How hard to look for a place before a trip is refused. Counted steps, so that the same effort gives the same answer. */
export interface Effort {
  /** Rounds of re-planning within the promises. */
  readonly iterations: number;
  /** Partial plans that the exact search of a small fleet may look at. */
  readonly nodes: number;
  /** Where the chance of the re-planning begins. */
  readonly seed: number;
}

/** About a second of work for a busy fleet of a few vehicles. */
export const defaultEffort: Effort = { iterations: 2000, nodes: 200_000, seed: 1 };

/**
 * What a refusal is worth.
 *
 * - `proven`: no plan whatever keeps every promise and serves the trip; the exact search has ended.
 * - `searched`: no place was found within the effort; the exact search was not tried.
 * - `unknown`: the exact search was tried and ran out of its nodes.
 */
export type Certainty = "proven" | "searched" | "unknown";
