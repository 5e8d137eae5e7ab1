/** Figures as the tables write them; "–" where there is none. */
export const fixed = (value: number | undefined, digits: number): string =>
  value === undefined || !Number.isFinite(value) ? "–" : value.toFixed(digits);

/** How far `value` lies above `reference`, in percent. */
export const gapPercent = (value: number, reference: number): number =>
  (100 * (value - reference)) / reference;

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

export const mean = (values: readonly number[]): number => sum(values) / values.length;

/** The middle value; of an even number the higher of the two middle ones. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
