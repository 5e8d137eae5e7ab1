/** Shorter beginnings are not indexed: they would tell too much about where somebody lives. */
const SHORTEST = 2;

/**
 * The folded beginnings by which a town (町丁目) is found: "宇部市琴芝町一丁目" by 琴芝, 琴芝町, 琴芝町1丁目; with 大字, also by
 * what follows 字. A town of one character counts as a whole.
 */
export function townIndexTerms(town: string): readonly string[] {
  const parts = [town, ...(LARGE_SMALL.exec(town)?.slice(1) ?? [])].map(foldTown);
  return [...new Set(parts.flatMap(beginnings))].filter((term) => term !== "");
}

/** The folded form of what was typed; empty when it cannot be a town. */
export function townQueryTerm(query: string): string {
  const folded = foldTown(query);
  return /\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}/u.test(folded) ? folded : "";
}

/**
 * What was typed, then without house number, then without 丁目: points are of whole 町丁目. Each is a look through all of
 * them for somebody who is not signed in, so there are three at most, however long the number is.
 */
export function townQueryTerms(query: string): readonly string[] {
  const typed = townQueryTerm(query);
  const [, name = "", chome = ""] = ENDS_IN_NUMBERS.exec(typed) ?? [typed, typed];
  return [...new Set([typed, name + chome, name])].filter((term) => term !== "");
}

/** A name, its 丁目, and the rest of the number. */
const ENDS_IN_NUMBERS = /^(.*?)(-?[0-9]+)(?:-[0-9]+)*$/u;

/**
 * Folds the spellings of one town into one: full and half width, 一丁目, １丁目 and 1-, 大字 and 字, with or without
 * prefecture, city and the word 町. Meant for finding only: two towns that fold together are found together.
 */
export function foldTown(town: string): string {
  const plain = town
    .normalize("NFKC")
    .replace(/\s/gu, "")
    .replace(/^(?:北海道|東京都|(?:京都|大阪)府|.{2,3}県)/u, "")
    .replace(/^[^市町村]{1,4}市(?=.)/u, "")
    .replace(/大字/gu, "");
  return plain
    .replace(NUMBER_BEFORE_UNIT, (_, number: string) => String(numberOf(number)))
    .replace(/丁目|番地?|号/gu, "-")
    .replace(/(?<=.)[町字]/gu, "")
    .replace(/[‐‑–—−ー-]+/gu, "-")
    .replace(/-$/u, "");
}

const LARGE_SMALL = /大字(.+?)字(.+)$/u;
const NUMBER_BEFORE_UNIT = /([〇一二三四五六七八九十]+)(?=丁目|番|号)/gu;
const DIGITS = "〇一二三四五六七八九";

/** 十二 → 12; towns have no hundred 丁目. */
function numberOf(kanji: string): number {
  const [tens, ones] = kanji.includes("十") ? kanji.split("十") : ["", kanji];
  const ten = kanji.includes("十") ? (tens === "" ? 1 : DIGITS.indexOf(tens!)) : 0;
  return ten * 10 + (ones === "" ? 0 : DIGITS.indexOf(ones!.at(-1)!));
}

function beginnings(town: string): readonly string[] {
  const chars = [...town];
  if (chars.length < SHORTEST) return [town];
  return chars.slice(SHORTEST - 1).map((_, index) => chars.slice(0, SHORTEST + index).join(""));
}
