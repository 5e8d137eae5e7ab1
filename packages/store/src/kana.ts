/**
 * Folds the spellings of one reading into one: hiragana and katakana, full and half width, small and large kana,
 * long vowels (オオノ・オーノ・オウノ), ヂ/ジ and ヅ/ズ. Spaces and marks are dropped.
 * Meant for finding only: two readings that fold together (オオノ and オノ) are found together.
 */
export function foldKana(text: string): string {
  const plain = [...text.normalize("NFKC")].map(toLargeKatakana).filter((char) => KANA_OR_WORD.test(char));
  let folded = "";
  let vowel: string | undefined;
  for (const char of plain) {
    if (lengthens(char, vowel)) continue;
    folded += char;
    vowel = VOWEL_OF[char];
  }
  return folded;
}

/** The words of a name's reading: family name first, given name next; folded, none of them empty. */
export function foldKanaWords(text: string): readonly string[] {
  return text
    .normalize("NFKC")
    .split(/[\s・]+/u)
    .map(foldKana)
    .filter((word) => word !== "");
}

const KANA_OR_WORD = /[\p{L}\p{N}ー]/u;

function toLargeKatakana(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const katakana = code >= 0x3041 && code <= 0x3096 ? String.fromCodePoint(code + 0x60) : char;
  return LARGE[katakana] ?? katakana.toUpperCase();
}

const LARGE: Readonly<Record<string, string>> = Object.fromEntries(
  [..."ァアィイゥウェエォオャヤュユョヨッツヮワヵカヶケヂジヅズヲオヱエヰイ"].flatMap((char, index, all) =>
    index % 2 === 0 ? [[char, all[index + 1]!]] : [],
  ),
);

/** @param vowel  that on which the word so far ends, however long it is drawn */
function lengthens(char: string, vowel: string | undefined): boolean {
  if (char === "ー") return true;
  return vowel !== undefined && (char === vowel || (char === "ウ" && vowel === "オ"));
}

const VOWEL_OF: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    ア: "アカサタナハマヤラワガザダバパ",
    イ: "イキシチニヒミリギジビピ",
    ウ: "ウクスツヌフムユルグズブプヴ",
    エ: "エケセテネヘメレゲゼデベペ",
    オ: "オコソトノホモヨロゴゾドボポ",
  }).flatMap(([vowel, row]) => [...row].map((char) => [char, vowel])),
);
