/** Chance for tests: the same seed gives the same numbers (linear congruential, Numerical Recipes constants). */
export function seededRandom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  for (let warm = 0; warm < 5; warm++) next();
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return { int, chance: (p) => next() < p, pick: (list) => list[int(0, list.length - 1)]! };
}

export interface Chance {
  /** A whole number, both ends included. */
  int(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
}
