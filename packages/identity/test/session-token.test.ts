import { epochSeconds } from "@noriai/kernel";
import { expect, test } from "vitest";
import { hashOfToken, isSessionToken, sessionEnd, sessionToken, TOKEN_BYTES } from "../src/index.ts";

test("a token is 256 bits of text that fits a cookie, and only its hash is kept", () => {
  const token = sessionToken(new Uint8Array(TOKEN_BYTES).fill(7));
  expect(isSessionToken(token)).toBe(true);
  expect(hashOfToken(token)).toMatch(/^[0-9a-f]{64}$/);
  expect(hashOfToken(token)).not.toContain(token);
});

test("what cannot be a token is not looked up", () => {
  for (const text of ["", "a", "あ".repeat(43), `${"a".repeat(42)};`, "a".repeat(44)])
    expect(isSessionToken(text)).toBe(false);
});

test("a staff session ends after 12 hours, a rider's after 30 days", () => {
  expect(sessionEnd("call_operator", epochSeconds(0))).toBe(12 * 3600);
  expect(sessionEnd("driver", epochSeconds(0))).toBe(12 * 3600);
  expect(sessionEnd("rider", epochSeconds(0))).toBe(30 * 24 * 3600);
});
