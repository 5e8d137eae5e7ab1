import { foldKana, foldKanaWords } from "@noriai/kernel";

/** Shorter beginnings are not indexed: they would tell too much about the name. */
const SHORTEST = 2;

/**
 * The folded beginnings by which a reading is found: of the family name, of the given name and of both together.
 * "ウベ ハナコ" → ウベ, ウベハ …, ハナ, ハナコ. A word shorter than two kana counts as a whole.
 */
export function kanaIndexTerms(kana: string): readonly string[] {
  const words = foldKanaWords(kana);
  const starts = [foldKana(kana), ...words];
  return [...new Set(starts.flatMap(beginnings))].filter((term) => term !== "");
}

/** The folded form of what was typed; empty when it cannot be a reading. */
export const kanaQueryTerm = (query: string): string => foldKana(query);

function beginnings(word: string): readonly string[] {
  const chars = [...word];
  if (chars.length < SHORTEST) return [word];
  return chars.slice(SHORTEST - 1).map((_, index) => chars.slice(0, SHORTEST + index).join(""));
}
