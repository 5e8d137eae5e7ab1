import { describe, expect, test } from "vitest";
import { EMPTY_DRAFT } from "../src/rider/draft.ts";
import { draftAtStop } from "../src/stops/draft-at-stop.ts";

describe("[SAP-3.4-6] a trip begun at a stop's marker", () => {
  const begun = { ...EMPTY_DRAFT, from: "s01", to: "s02", date: "2026-11-24", time: "10:05", wheelchairs: 1 };

  test("keeps what was chosen before", () => {
    expect(draftAtStop(begun, "to", "s03")).toEqual({ ...begun, to: "s03" });
    expect(draftAtStop(EMPTY_DRAFT, "from", "s03")).toEqual({ ...EMPTY_DRAFT, from: "s03" });
  });

  test("does not lead from a stop to itself: the other end is chosen anew", () => {
    const { from: _, ...rest } = begun;
    expect(draftAtStop(begun, "to", "s01")).toEqual({ ...rest, to: "s01" });
  });
});
