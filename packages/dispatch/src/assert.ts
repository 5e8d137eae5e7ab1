/** States what must always hold; a failure is a bug of the caller or of ours, never an answer. */
export function assert(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`dispatch: ${what}`);
}
