/** A source of chance: numbers in [0, 1). */
export type Random = () => number;

/**
 * A seeded source of chance: the same seed gives the same numbers on every machine.
 * @see Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators" (the mixing step of mulberry32)
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
