import { expect, test } from "vitest";
import { EMPTY_DRAFT } from "../src/rider/draft.ts";
import { leftSearchOf } from "../src/rider/left-search.ts";

const HERE = { today: "2026-11-24", timeZone: "Asia/Tokyo" };

test("a search counts once both stops are chosen; its day is today until another is", () => {
  expect(leftSearchOf(EMPTY_DRAFT, HERE)).toBeUndefined();
  expect(leftSearchOf({ ...EMPTY_DRAFT, from: "s1" }, HERE)).toBeUndefined();
  expect(leftSearchOf({ ...EMPTY_DRAFT, from: "s1", to: "s2" }, HERE)).toEqual({
    from: "s1",
    to: "s2",
    serviceDate: "2026-11-24",
  });
});

test("with day and time it tells for when, and never who rides", () => {
  const draft = { ...EMPTY_DRAFT, from: "s1", to: "s2", date: "2026-11-26", time: "10:30", wheelchairs: 1 };
  expect(leftSearchOf(draft, HERE)).toEqual({
    from: "s1",
    to: "s2",
    serviceDate: "2026-11-26",
    wishedAt: "2026-11-26T10:30:00+09:00",
  });
});

test("the change of a booking is no search", () => {
  expect(leftSearchOf({ ...EMPTY_DRAFT, from: "s1", to: "s2", replaces: "b1" }, HERE)).toBeUndefined();
});
