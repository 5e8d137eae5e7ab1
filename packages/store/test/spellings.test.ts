import { expect, test } from "vitest";
import { foldKana } from "../src/kana.ts";
import { kanaIndexTerms, kanaQueryTerm } from "../src/kana-index.ts";
import { normalisePhone } from "../src/phone-number.ts";

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
