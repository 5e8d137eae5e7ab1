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
    vowel = vowelOf(char);
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

// Plain texts: a table that is worked out when the module is loaded would be carried by every page that loads the kernel.
const SMALL = "ァィゥェォャュョッヮヵヶヂヅヲヱヰ";
const LARGE = "アイウエオヤユヨツワカケジズオエイ";

function toLargeKatakana(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const katakana = code >= 0x3041 && code <= 0x3096 ? String.fromCodePoint(code + 0x60) : char;
  const small = SMALL.indexOf(katakana);
  return small < 0 ? katakana.toUpperCase() : LARGE[small]!;
}

/** @param vowel  that on which the word so far ends, however long it is drawn */
function lengthens(char: string, vowel: string | undefined): boolean {
  if (char === "ー") return true;
  return vowel !== undefined && (char === vowel || (char === "ウ" && vowel === "オ"));
}

/** Those that end on one vowel, which stands first. */
const SYLLABLES = [
  "アカサタナハマヤラワガザダバパ",
  "イキシチニヒミリギジビピ",
  "ウクスツヌフムユルグズブプヴ",
  "エケセテネヘメレゲゼデベペ",
  "オコソトノホモヨロゴゾドボポ",
];

const vowelOf = (char: string): string | undefined => SYLLABLES.find((row) => row.includes(char))?.[0];
