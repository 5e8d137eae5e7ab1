import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { DIGITS_BYTES, newInvitationCode, parseInvitationCode } from "../src/index.ts";

const codes = Array.from({ length: 2_000 }, () => newInvitationCode(randomBytes(DIGITS_BYTES)));

test("an invitation is twelve digits, and no two of many are the same", () => {
  for (const code of codes) expect(code).toMatch(/^\d{12}$/);
  expect(new Set(codes).size).toBe(codes.length);
});

test("a code is read however it is typed: with gaps, with dashes, in full width", () => {
  for (const typed of [
    "1234-5678-9012",
    "1234 5678 9012",
    "１２３４－５６７８－９０１２",
    "123456789012",
    " 1234‐5678—9012 ",
  ])
    expect(parseInvitationCode(typed), typed).toBe("123456789012");
  for (const typed of ["", "12345678901", "1234567890123", "1234-5678-90a2", "一二三四"])
    expect(parseInvitationCode(typed), typed).toBeUndefined();
});
