/** Thousandths as percent with one decimal: 983 → "98.3". */
export const percentOf = (permille: number): string => (permille / 10).toFixed(1);
