import type { Random } from "@noriai/kernel";

/** A whole number from `least` to `most`, both included, in steps. */
export const drawBetween = (
  random: Random,
  { least, most, step = 1 }: { readonly least: number; readonly most: number; readonly step?: number },
): number => least + Math.floor(random() * (Math.floor((most - least) / step) + 1)) * step;

export const drawOne = <T>(random: Random, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)]!;

/** One of several, each as likely as its weight says. */
export function drawWeighted<T>(random: Random, from: readonly (readonly [T, number])[]): T {
  const total = from.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random() * total;
  for (const [one, weight] of from) {
    left -= weight;
    if (left < 0) return one;
  }
  return from.at(-1)![0];
}

/** A number made of a text, so that each person and each day has chance of its own. FNV-1a, 32 bits */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return hash >>> 0;
}
