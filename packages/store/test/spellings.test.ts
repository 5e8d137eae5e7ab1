import { foldKana } from "@noriai/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { kanaIndexTerms, kanaQueryTerm } from "../src/kana-index.ts";
import { normalisePhone } from "../src/phone-number.ts";
import { foldTown, townIndexTerms, townQueryTerm, townQueryTerms } from "../src/town-index.ts";

test.each([
  "090-1234-5678",
  "09012345678",
  "０９０−１２３４−５６７８",
  "090 1234 5678",
  "(090)1234-5678",
  "+81 90-1234-5678",
  "+81 (0)90 1234 5678",
  "＋８１９０１２３４５６７８",
])("the phone number %s is found as 09012345678", (spelling) => {
  expect(normalisePhone(spelling)).toBe("09012345678");
});

test.each([
  ["おおの", "オオノ", "ｵｵﾉ", "オーノ", "おうの"],
  ["しょうじ", "ショウジ", "ｼｮｳｼﾞ", "シヨウジ", "ショージ", "しょうぢ"],
  ["うべ はなこ", "ウベ　ハナコ", "ウベハナコ", "ｳﾍﾞ ﾊﾅｺ", "ウベ・ハナコ"],
  ["みづほ", "ミズホ"],
  ["ゆうき", "ユーキ", "ﾕｳｷ"],
])("%s and its other spellings are one reading", (...spellings) => {
  expect(new Set(spellings.map(foldKana)).size).toBe(1);
});

test("different readings stay different", () => {
  const readings = ["ハナコ", "ハルコ", "ハナエ", "カナコ", "バナコ", "パナコ"];
  expect(new Set(readings.map(foldKana)).size).toBe(readings.length);
});

test("a member is found from the start of the family name, the given name, or both", () => {
  const terms = kanaIndexTerms("ウベ ハナコ");
  for (const typed of ["うべ", "ｳﾍﾞ ﾊ", "うべはなこ", "ハナ", "はなこ"])
    expect(terms).toContain(kanaQueryTerm(typed));
  for (const typed of ["う", "べは", "なこ", "ウベコ"]) expect(terms).not.toContain(kanaQueryTerm(typed));
});

test("a family name of one kana is found as a whole", () => {
  expect(kanaIndexTerms("イ ジュン")).toContain(kanaQueryTerm("い"));
});

const KATAKANA = [
  ..."アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンガギグゲゴザジズゼゾダデドバビブベボパピプペポ",
];
const SMALL: Readonly<Record<string, string>> = { ヤ: "ャ", ユ: "ュ", ヨ: "ョ", ツ: "ッ", ア: "ァ" };
const hiragana = (kana: string) =>
  kana.replace(/[ァ-ヶ]/g, (char) => String.fromCodePoint(char.codePointAt(0)! - 0x60));
const HALF: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 0xff9d - 0xff66 + 1 }, (_, k) => String.fromCodePoint(0xff66 + k)).flatMap((half) =>
    ["", "ﾞ", "ﾟ"].map((mark) => [(half + mark).normalize("NFKC"), half + mark] as const),
  ),
);
const halfWidth = (kana: string) => [...kana].map((char) => HALF.get(char) ?? char).join("");
const small = (kana: string) => [...kana].map((char) => SMALL[char] ?? char).join("");
/** Kana by kana; a mark of half-width writing stays with its kana. */
const kanaOf = (text: string) => text.match(/.[ﾞﾟ]?/gu) ?? [];
const lengthened = (text: string) =>
  kanaOf(text)
    .map((kana) => (/[ンんﾝ]/u.test(kana) ? kana : `${kana}ー`))
    .join("");
const spaced = (text: string) => kanaOf(text).join("　");

const reading = fc
  .array(fc.constantFrom(...KATAKANA), { minLength: 1, maxLength: 8 })
  .map((kana) => kana.join(""));

test("[SAP-5.1-2] whatever way a reading is written, it is found as the same; and what is folded stays as it is", () => {
  const ways = fc.array(fc.constantFrom(hiragana, halfWidth, small, lengthened, spaced), { maxLength: 3 });
  fc.assert(
    fc.property(reading, ways, (kana, chosen) => {
      const written = chosen.reduce((text, way) => way(text), kana);
      expect(foldKana(written), written).toBe(foldKana(kana));
      expect(foldKana(foldKana(written))).toBe(foldKana(written));
    }),
    { numRuns: 2000 },
  );
});

test("[SAP-5.1-2] every beginning of a name of two kana or more finds it, in any writing", () => {
  fc.assert(
    fc.property(reading, reading, fc.nat(), (family, given, cut) => {
      const terms = kanaIndexTerms(`${family} ${given}`);
      const folded = foldKana(given);
      const start = folded.slice(0, 2 + (cut % Math.max(1, folded.length - 1)));
      expect(terms).toContain(kanaQueryTerm(hiragana(start)));
    }),
    { numRuns: 1000 },
  );
});

const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (char) => String.fromCodePoint(char.codePointAt(0)! + 0xfee0));

test("[SAP-5.1-2] a phone number is the same however it is grouped, in full width or with +81", () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 10 });
  const marks = fc.constantFrom("", "-", " ", "−", "ー", "‐", "(", ")", "　");
  fc.assert(
    fc.property(
      digits,
      fc.array(marks, { minLength: 10, maxLength: 10 }),
      fc.boolean(),
      fc.boolean(),
      (rest, seps, wide, abroad) => {
        const grouped = rest.map((digit, k) => `${k === 0 ? "" : seps[k]}${digit}`).join("");
        const written = `${abroad ? "+81 " : "0"}${grouped}`;
        // A number of our own never has a second zero at its beginning: +81 (0)90 is the spelling for 090.
        fc.pre(!abroad || rest[0] !== 0);
        expect(normalisePhone(wide ? fullWidth(written) : written)).toBe(`0${rest.join("")}`);
      },
    ),
    { numRuns: 1000 },
  );
});

test.each([
  ["琴芝町一丁目", "琴芝町１丁目", "琴芝町1", "山口県宇部市琴芝町一丁目", "宇部市琴芝1丁目", "琴芝 1丁目"],
  ["西琴芝二丁目", "西琴芝２", "宇部市西琴芝2-"],
  ["開十二丁目", "開12丁目", "開１２"],
  ["大字沖宇部字亀浦", "沖宇部亀浦", "宇部市大字沖宇部字亀浦"],
])("%s and its other spellings are one town", (...spellings) => {
  expect(new Set(spellings.map(foldTown)).size).toBe(1);
});

test("[SAP-5.1-2] a town is found from its beginning, with or without 丁目, and after 大字 from its 字 too", () => {
  const terms = townIndexTerms("琴芝町一丁目");
  for (const typed of ["琴芝", "琴芝町", "宇部市琴芝町", "琴芝町1丁目", "琴芝１"])
    expect(terms, typed).toContain(townQueryTerm(typed));
  for (const typed of ["琴", "芝町", "琴芝町2丁目"]) expect(terms, typed).not.toContain(townQueryTerm(typed));
  expect(townIndexTerms("宇部市大字沖宇部字亀浦")).toContain(townQueryTerm("亀浦"));
  expect(townIndexTerms("島")).toContain(townQueryTerm("島"));
});

test("a number alone is no town", () => {
  for (const typed of ["0836551234", "10001", "１−２", ""]) expect(townQueryTerm(typed)).toBe("");
});

test.each([
  ["琴芝町一丁目2番3号", ["琴芝1-2-3", "琴芝1", "琴芝"]],
  ["琴芝町一丁目", ["琴芝1", "琴芝"]],
  ["琴芝", ["琴芝"]],
  ["１−２", []],
  [`琴芝町${"1-".repeat(38)}`, [`琴芝${"1-".repeat(37)}1`, "琴芝1", "琴芝"]],
])("the place %s is looked for three times at most, wider each time", (typed, terms) => {
  expect(townQueryTerms(typed)).toEqual(terms);
});

test("[SAP-5.1-2] a town is found from every beginning, however it is written", () => {
  const part = fc.constantFrom("琴芝", "上宇部", "常盤", "松山", "開", "則貞", "南小羽山", "文京");
  const ways = fc.constantFrom(
    (town: string) => `山口県宇部市${town}`,
    (town: string) => `宇部市${town}`,
    fullWidth,
    spaced,
    (town: string) => town.replace("町", ""),
  );
  fc.assert(
    fc.property(
      part,
      fc.constantFrom("", "町"),
      fc.integer({ min: 1, max: 19 }),
      ways,
      (name, suffix, chome, way) => {
        const town = `${name}${suffix}${chome}丁目`;
        expect(townIndexTerms(town)).toContain(townQueryTerm(way(town)));
        expect(foldTown(foldTown(way(town)))).toBe(foldTown(town));
      },
    ),
    { numRuns: 500 },
  );
});
