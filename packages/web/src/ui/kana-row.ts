import { folded } from "./folded.ts";

/** The rows of the kana table (五十音の行) by the letter that names them. */
export const KANA_ROWS = ["あ", "か", "さ", "た", "な", "は", "ま", "や", "ら", "わ"] as const;
export type KanaRow = (typeof KANA_ROWS)[number];

const MEMBERS: Readonly<Record<KanaRow, string>> = {
  あ: "あいうえおぁぃぅぇぉゔ",
  か: "かきくけこがぎぐげごゕゖ",
  さ: "さしすせそざじずぜぞ",
  た: "たちつてとだぢづでどっ",
  な: "なにぬねの",
  は: "はひふへほばびぶべぼぱぴぷぺぽ",
  ま: "まみむめも",
  や: "やゆよゃゅょ",
  ら: "らりるれろ",
  わ: "わをんゎ",
};

/** The row in which a reading begins; nothing for readings that begin with no kana. */
export function kanaRowOf(reading: string): KanaRow | undefined {
  const first = folded(reading).at(0);
  return first === undefined ? undefined : KANA_ROWS.find((row) => MEMBERS[row].includes(first));
}
