import type { Fare } from "@noriai/api";

export type FareClass = Fare["lines"][number]["fareClass"];
export type Party = Readonly<Record<FareClass, number>>;

/** Fare classes in the order in which they are printed. */
export const FARE_CLASSES = [
  "general",
  "senior",
  "disabled",
  "child",
  "infant",
] as const satisfies readonly FareClass[];

export const NOBODY: Party = { general: 0, senior: 0, disabled: 0, child: 0, infant: 0 };

/** Everybody of a party. */
export const personsOf = (party: Party): number =>
  FARE_CLASSES.reduce((sum, fareClass) => sum + party[fareClass], 0);

/** The classes that are there, with how many. */
export const partyCounts = (
  party: Party,
): readonly { readonly fareClass: FareClass; readonly count: number }[] =>
  FARE_CLASSES.filter((fareClass) => party[fareClass] > 0).map((fareClass) => ({
    fareClass,
    count: party[fareClass],
  }));
