import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { DIGITS_BYTES, hashOfCode, isGuessable, isPin, newDeviceCode, newPin } from "../src/index.ts";

describe("PINs", () => {
  test.each(["1111", "0000", "1234", "4321", "7878", "1985", "2024"])("%s would be tried first", (pin) => {
    expect(isGuessable(pin)).toBe(true);
  });

  test.each(["7294", "1357", "0815", "9012"])("%s would not", (pin) => {
    expect(isGuessable(pin)).toBe(false);
  });

  test("two thousand new ones are all sound, and every digit comes about as often as the others", () => {
    const pins = Array.from({ length: 2_000 }, () => newPin(randomBytes(DIGITS_BYTES)));
    expect(pins.filter((pin) => !isPin(pin) || isGuessable(pin))).toEqual([]);
    const last = pins.map((pin) => Number(pin[3]));
    for (let digit = 0; digit < 10; digit++)
      expect(last.filter((one) => one === digit).length, `digit ${digit}`).toBeGreaterThan(120);
  });
});

describe("codes for a terminal", () => {
  test("have eight digits, and are the same however they are spaced", () => {
    const code = newDeviceCode(randomBytes(DIGITS_BYTES));
    expect(code).toMatch(/^\d{8}$/);
    expect(hashOfCode(`${code.slice(0, 4)} ${code.slice(4)}`)).toBe(hashOfCode(code));
    expect(hashOfCode(code)).not.toContain(code);
  });
});
