export type { Branded } from "./branded.ts";
export type { Clock } from "./clock.ts";
export * from "./ids.ts";
export { foldKana, foldKanaWords } from "./kana.ts";
export * from "./place.ts";
export { type Random, seededRandom } from "./random.ts";
export { assert, fail, never, ok, type Result } from "./result.ts";
export * from "./service-date.ts";
export * from "./units.ts";
