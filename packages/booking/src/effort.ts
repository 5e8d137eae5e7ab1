/** How hard the engine may try: counted steps, so that the same effort gives the same plan on every machine. */
export interface Effort {
  readonly seed: number;
  /** Rounds of taking trips out of the plan and putting them back. */
  readonly iterations: number;
}
