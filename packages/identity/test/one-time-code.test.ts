import { randomBytes } from "node:crypto";
import type { EpochSeconds } from "@noriai/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CODES_PER_ASKER,
  CODES_PER_TARGET,
  codeWait,
  DIGITS_BYTES,
  newOneTimeCode,
  parseOneTimeCode,
} from "../src/index.ts";

describe("a one-time code", () => {
  test("has six digits, each of which comes about as often as the others at each place", () => {
    const codes = Array.from({ length: 2_000 }, () => newOneTimeCode(randomBytes(DIGITS_BYTES)));
    expect(codes.filter((code) => parseOneTimeCode(code) !== code)).toEqual([]);
    for (let place = 0; place < 6; place++)
      for (const digit of "0123456789")
        expect(codes.filter((code) => code[place] === digit).length, digit).toBeGreaterThan(130);
  });

  test.each([
    ["123456", "123456"],
    [" 123 456 ", "123456"],
    ["123-456", "123456"],
    ["１２３４５６", "123456"],
    ["１２３－４５６", "123456"],
    ["012345", "012345"],
  ])("may be typed as %j", (typed, code) => {
    expect(parseOneTimeCode(typed)).toBe(code);
  });

  test.each(["", "12345", "1234567", "12345a", "一二三四五六", "123456\u0000"])("is never %j", (typed) => {
    expect(parseOneTimeCode(typed)).toBeUndefined();
  });
});

describe("how long to wait for another code", () => {
  const at = (seconds: number) => (1_000_000 + seconds) as EpochSeconds;

  test("is thirty seconds after the first, and the rest of the hour after the fifth", () => {
    expect(codeWait([], CODES_PER_TARGET, at(0))).toBeUndefined();
    expect(codeWait([at(0)], CODES_PER_TARGET, at(0))).toBe(30);
    expect(codeWait([at(0)], CODES_PER_TARGET, at(29))).toBe(1);
    expect(codeWait([at(0)], CODES_PER_TARGET, at(30))).toBeUndefined();
    const five = [0, 60, 120, 180, 240].map(at);
    expect(codeWait(five, CODES_PER_TARGET, at(300))).toBe(3300);
    expect(codeWait(five, CODES_PER_TARGET, at(3600))).toBeUndefined();
  });

  test("whoever waits as long as told gets one, and nobody gets more than every window allows", () => {
    const seed = 20_261_124;
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 120 }),
        fc.constantFrom(CODES_PER_TARGET, CODES_PER_ASKER),
        (gaps, windows) => {
          const issued: EpochSeconds[] = [];
          let now = at(0);
          for (const gap of gaps) {
            now = (now + gap) as EpochSeconds;
            const wait = codeWait(issued, windows, now);
            if (wait === undefined) issued.push(now);
            else {
              expect(codeWait(issued, windows, (now + wait) as EpochSeconds)).toBeUndefined();
              expect(codeWait(issued, windows, (now + wait - 1) as EpochSeconds)).toBe(1);
            }
          }
          for (const { within, most } of windows)
            for (const end of issued)
              expect(issued.filter((one) => one > end - within && one <= end).length).toBeLessThanOrEqual(
                most,
              );
        },
      ),
      { seed, numRuns: 200 },
    );
  });
});
