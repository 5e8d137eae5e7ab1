import { isMobile, targetOfAddress, targetOfNumber } from "@noriai/store";
import { describe, expect, test } from "vitest";
import { seenAs } from "../src/http/seen-as.ts";
import { wordCode } from "../src/one-time-code/word-code.ts";

describe("a number", () => {
  test.each([
    ["090-1234-5678", "09012345678"],
    ["０９０ー１２３４ー５６７８", "09012345678"],
    ["+81 90 1234 5678", "09012345678"],
    ["+81 (0)90 1234 5678", "09012345678"],
    ["090.1234.5678", "09012345678"],
    ["(0836) 00-0001", "0836000001"],
    [" 10 002 ", "10002"],
  ])("%s counts as %s", (typed, number) => {
    expect(targetOfNumber(typed)).toBe(number);
    expect(targetOfAddress({ kind: "sms", value: typed })).toBe(number);
  });

  test("of a member may have letters, which tell it from others", () => {
    expect(["A-12", "ａ 12"].map(targetOfNumber)).toEqual(["a12", "a12"]);
  });

  test("takes short messages when it begins with 060, 070, 080 or 090", () => {
    expect(
      ["060-1111-2222", "０７０－１１１１－２２２２", "080 1111 2222", "09011112222"].every(isMobile),
    ).toBe(true);
    expect(["0836-00-0001", "0120-111-222", "050-1111-2222", "10002"].some(isMobile)).toBe(false);
  });

  test("mail addresses are one in capitals and without", () => {
    expect(targetOfAddress({ kind: "email", value: " Hanako@Example.JP" })).toBe("hanako@example.jp");
  });
});

describe("the message with a code", () => {
  test.each(["ja", "ja-easy", "en"] as const)(
    "in %s begins with the code and asks to tell it to nobody",
    (language) => {
      const { title, lines } = wordCode({ code: "012345", language, origin: undefined });
      expect(title).toMatch(/ 012345$/);
      expect(lines.join()).toMatch(/10/);
      expect(lines).toHaveLength(3);
    },
  );

  test("by short message ends with the origin on whose pages alone a telephone offers it", () => {
    const { lines } = wordCode({ code: "012345", language: "ja", origin: "https://noriai.example.jp:8443" });
    expect(lines.at(-1)).toBe("@noriai.example.jp #012345");
  });
});

test.each([
  [
    "Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1 Version/17.0 Safari/604.1",
    "ipad",
    "safari",
  ],
  [
    "Mozilla/5.0 (Linux; Android 9; SH-M08) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36",
    "android",
    "chrome",
  ],
  [
    "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 SamsungBrowser/23.0 Chrome/115 Safari/537.36",
    "android",
    "samsung",
  ],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:130.0) Gecko/20100101 Firefox/130.0", "mac", "firefox"],
  ["curl/8.5", "other", "other"],
])("%s is %s with %s", (agent, system, browser) => {
  const headers = { "user-agent": agent };
  expect(seenAs(new Request("http://localhost/", { headers }))).toEqual({ system, browser });
});
