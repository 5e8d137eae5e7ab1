import { expect, test } from "vitest";
import { demandMessages } from "../src/messages/report/index.ts";
import { demandWords } from "../src/report/demand-words.ts";

const { count, acceptance, mean } = demandWords(demandMessages.ja, 5);

test("small numbers are told as such, hidden ones not at all", () => {
  expect([count(0), count(12), count("few"), count("hidden")]).toEqual(["0", "12", "5件未満", "秘匿"]);
});

test("a rate that is known is one number; where a part is hidden it is a range", () => {
  expect(acceptance({ fromPermille: 750, toPermille: 750 })).toBe("75%");
  expect(acceptance({ fromPermille: 963, toPermille: 990 })).toBe("96.3〜99%");
  expect(acceptance(null)).toBe("—");
});

test("waiting is told as mean and as what nine of ten stay within", () => {
  expect(mean({ mean: 270, ninetieth: 600 })).toBe("平均4.5分・9割が10分以内");
  expect(mean(null)).toBe("—");
});

test("every reason of unmet demand has its word in every language", () => {
  const keys = Object.keys(demandMessages.ja.unmet.reasons).sort();
  for (const messages of Object.values(demandMessages))
    expect(Object.keys(messages.unmet.reasons).sort()).toEqual(keys);
});
