/** Kanji with the reading that follows them in brackets: 予約（よやく）, 70歳（さい） keeps its number outside. */
const READING = /([\p{sc=Han}々ヶ]+)（([\p{sc=Hiragana}ー]+)）/gu;

export type ReadingPart = string | { readonly base: string; readonly reading: string };

/** A text in pieces: plain ones, and kanji with their reading. Brackets that hold anything else stay as they are. */
export function readingParts(text: string): readonly ReadingPart[] {
  const parts: ReadingPart[] = [];
  let end = 0;
  for (const found of text.matchAll(READING)) {
    if (found.index > end) parts.push(text.slice(end, found.index));
    parts.push({ base: found[1]!, reading: found[2]! });
    end = found.index + found[0].length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

/** The text without its readings, for places where no markup can stand. */
export const withoutReadings = (text: string): string => text.replace(READING, "$1");
