/** Fare classes (運賃区分), 仕様書 3-(1)-③, in the order in which they are printed. */
export const FARE_CLASSES = ["general", "senior", "disabled", "child", "infant"] as const;

/** 一般・高齢者・障がい者・こども・乳幼児. */
export type FareClass = (typeof FARE_CLASSES)[number];

/** How many persons of each fare class ride together. */
export type Party = Readonly<Record<FareClass, number>>;

/** Everybody of a party. */
export const personsOf = (party: Party): number =>
  FARE_CLASSES.reduce((sum, fareClass) => sum + party[fareClass], 0);
