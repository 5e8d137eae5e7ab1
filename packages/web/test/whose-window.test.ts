import { beforeEach, expect, test, vi } from "vitest";
import { takeWindow } from "../src/kept/whose-window.ts";
import { EMPTY_DRAFT } from "../src/rider/draft.ts";
import { forgetDraft, keepDraft, keptDraft } from "../src/rider/use-draft.ts";

const YOSHIO = { role: "rider", memberId: "m1", displayName: "佐々木 義男" } as never;
const KIYOSHI = { role: "rider", memberId: "m2", displayName: "松本 清" } as never;
const MOTHER = { delegateId: "d1", memberId: "m9", name: "常盤 梅", fareClass: "general" } as const;
const OWN = { ...EMPTY_DRAFT, from: "s01" };

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
  });
});

test("whoever signs in next finds nothing that the former one had begun", () => {
  expect(takeWindow("ube", YOSHIO)).toBe(false);
  keepDraft("ube", OWN);
  expect(takeWindow("ube", KIYOSHI)).toBe(true);
  expect(keptDraft("ube", EMPTY_DRAFT)).toBeUndefined();
  expect(takeWindow("ube", KIYOSHI)).toBe(false);
});

test("what was begun before signing in stays, and so does what the same rider had begun", () => {
  keepDraft("ube", OWN);
  expect(takeWindow("ube", YOSHIO)).toBe(false);
  expect(takeWindow("ube", { ...(YOSHIO as object), displayName: "佐々木 義夫" } as never)).toBe(false);
  expect(keptDraft("ube", EMPTY_DRAFT)).toEqual(OWN);
});

test("the mother's trip, a change and a way back each leave one's own half-made booking as it was", () => {
  keepDraft("ube", OWN);
  for (const trip of [
    { helped: MOTHER },
    { replaces: "b1" },
    { returnOf: "b1" },
    { helped: MOTHER, replaces: "b2" },
  ])
    keepDraft("ube", { ...EMPTY_DRAFT, ...trip, from: "s09" });
  forgetDraft("ube", { replaces: "b1" });
  expect(keptDraft("ube", EMPTY_DRAFT)).toEqual(OWN);
  expect(keptDraft("ube", { helped: MOTHER })?.from).toBe("s09");
  expect(keptDraft("ube", { replaces: "b1" })).toBeUndefined();
});
