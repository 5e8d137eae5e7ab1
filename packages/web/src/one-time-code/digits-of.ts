/** A code as it is sent, from whatever keyboard it came: ２３４ 567 and 234-567 are the same. */
export const digitsOf = (typed: string): string => typed.normalize("NFKC").replace(/\D/g, "");
