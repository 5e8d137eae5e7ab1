import type { Booking, MyRides } from "@noriai/api";
import { describe, expect, test } from "vitest";
import { typedCode } from "../src/helping/typed-code.ts";
import { newsOf } from "../src/my/acts.ts";
import { type OwnRecordDraft, ownFaults, ownMerged, ownWishOf } from "../src/my/own-record-draft.ts";
import { ridesByMonth } from "../src/my/rides-by-month.ts";
import { EMPTY_DRAFT, requestOf } from "../src/rider/draft.ts";
import { homeOf } from "../src/rider/home-of.ts";

const typed: OwnRecordDraft = {
  phone: "０９０ー1234-5678",
  town: " 常盤町一丁目 ",
  contact: "phone",
  language: "ja",
  needs: ["walker"],
};

describe("the own record", () => {
  test("is taken as it was typed: in full width, with long dashes and blanks", () => {
    expect(ownFaults(typed)).toEqual([]);
    expect(ownWishOf(typed, 3)).toMatchObject({ phone: "090-1234-5678", town: "常盤町一丁目", version: 3 });
    expect(ownFaults({ ...typed, phone: "12", town: " " })).toEqual(["phone", "town"]);
  });

  test("keeps both changes when the desk was faster: what was typed here, and what was changed there", () => {
    const seen: OwnRecordDraft = { ...typed, phone: "0836-00-0001", town: "船木", needs: [] };
    const now: OwnRecordDraft = { ...seen, town: "西琴芝", language: "en" };
    const both = ownMerged({ seen, now, typed: { ...seen, phone: "0836-00-9999", needs: ["help"] } });
    expect(both).toEqual({ ...now, phone: "0836-00-9999", needs: ["help"] });
  });
});

test("rides of a year stand by month, with how often one rode and what was paid", () => {
  const ride = (serviceDate: string, paid: number | null) =>
    ({
      serviceDate,
      boardedAt: paid === null ? null : `${serviceDate}T10:00:00+09:00`,
      paid: paid === null ? null : { amount: paid, means: "cash" },
    }) as MyRides["rides"][number];
  const months = ridesByMonth([ride("2026-11-24", 150), ride("2026-11-02", null), ride("2026-03-05", 350)]);
  expect(months.map(({ month, rides, ridden, paid }) => [month, rides.length, ridden, paid])).toEqual([
    [11, 2, 1, 150],
    [3, 1, 1, 350],
  ]);
});

describe("[FIELD-14] who did it", () => {
  type Act = NonNullable<Booking["acts"]>[number];
  const act = (kind: Act["kind"], by: Act["by"], isReader = false): Act => ({
    ...{ kind, by, isReader, helper: null },
    at: "2026-11-24T09:00:00+09:00",
  });

  test("is not said where the rider did all of it", () => {
    expect(newsOf([act("booked", "self", true), act("cancelled", "self", true)])).toEqual([]);
    expect(newsOf([])).toEqual([]);
  });

  test("is said whole as soon as anybody else had a hand in it; of many changes the last", () => {
    const acts = [act("booked", "self", true), act("changed", "desk"), act("changed", "helper")];
    expect(newsOf(acts).map(({ kind, by }) => [kind, by])).toEqual([
      ["booked", "self"],
      ["changed", "helper"],
    ]);
  });

  test("a draft for somebody else asks in their name and leads back to their page", () => {
    const helped = { delegateId: "d1", memberId: "m1", name: "山田 花子", fareClass: "senior" } as const;
    const draft = { ...EMPTY_DRAFT, from: "s1", to: "s2", date: "2026-11-24", time: "10:00" };
    expect(requestOf({ ...draft, helped }, "Asia/Tokyo")).toMatchObject({ memberId: "m1" });
    expect(requestOf(draft, "Asia/Tokyo")).not.toHaveProperty("memberId");
    expect(homeOf({ ...draft, helped }, "t")).toMatchObject({ params: { delegateId: "d1" } });
    expect(homeOf(draft, "t")).toMatchObject({ to: "/t/$tenant/ride" });
  });
});

test("an invitation is read however it is typed", () => {
  for (const text of ["1234-5678-9012", "１２３４　５６７８　９０１２", "123456789012"])
    expect(typedCode(text), text).toBe("123456789012");
  for (const text of ["", "1234", "1234-5678-901x"]) expect(typedCode(text), text).toBeUndefined();
});
