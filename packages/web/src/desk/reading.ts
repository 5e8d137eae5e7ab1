/** How a name sounds, as far as the input method has told while the name was typed (ふりがなの自動入力). */
export interface Reading {
  readonly kana: string;
  /** The kana of the word that is just being composed. */
  readonly composing: string;
}

export type ReadingEvent =
  /** What stands in the word being composed: kana at first, 漢字 once it is converted. */
  | { readonly kind: "composing"; readonly text: string }
  /** The word was taken over; empty when it was given up. */
  | { readonly kind: "composed"; readonly text: string }
  /** The whole name as it stands now. */
  | { readonly kind: "typed"; readonly name: string };

export const NO_READING: Reading = { kana: "", composing: "" };

/** The reading after one more event of the name's field. What cannot be told is left to the operator. */
export function readingAfter(reading: Reading, event: ReadingEvent): Reading {
  switch (event.kind) {
    case "composing": {
      // A last n is ん as soon as the word is converted.
      const text = event.text.normalize("NFKC").replace(/n$/u, "ん");
      return KANA.test(text) ? { ...reading, composing: text } : reading;
    }
    case "composed": {
      const word = event.text === "" ? "" : KANA.test(event.text) ? event.text : reading.composing;
      return { kana: reading.kana + word, composing: "" };
    }
    case "typed":
      if (event.name === "") return NO_READING;
      return /\s$/u.test(event.name) && reading.kana !== "" && !reading.kana.endsWith(" ")
        ? { ...reading, kana: `${reading.kana} ` }
        : reading;
  }
}

const KANA = /^[\p{sc=Hiragana}\p{sc=Katakana}ー]+$/u;
