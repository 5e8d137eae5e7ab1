import type { BookingPage, MemberPage } from "@noriai/api";
import { describe, expect, test } from "vitest";
import { firstFilter, queryOf } from "../src/bookings/booking-filter.ts";
import { differences } from "../src/bookings/differences.ts";
import { draftDifferences, draftOf, merged, wishOf } from "../src/members/record-draft.ts";

const page: MemberPage = {
  id: "m1",
  memberNo: "10001",
  name: "中野 茂",
  kana: "なかの しげる",
  phone: "0836-00-0001",
  town: "常盤町",
  fareClass: "senior",
  contact: "phone",
  language: "ja",
  needs: ["walker"],
  birthDate: "1941-10-25",
  disability: null,
  registeredAt: "2026-04-01T09:00:00+09:00",
  version: 3,
};

describe("a record that two operators change", () => {
  const seen = draftOf(page);
  const now = draftOf({ ...page, town: "新川", version: 4 });
  const typed = { ...seen, phone: "0836-00-0002", needs: ["walker", "help"] as const };

  test("both changes are kept where they touch different fields", () => {
    const both = merged({ seen, now, typed: { ...typed, needs: [...typed.needs] } });
    expect([both.town, both.phone, both.needs]).toEqual(["新川", "0836-00-0002", ["walker", "help"]]);
  });

  test("where both touched one field, the one who decides now is asked for", () => {
    expect(merged({ seen, now, typed: { ...seen, town: "岬町" } }).town).toBe("岬町");
  });

  test("the differences are named, and a record sent back unchanged is what it was", () => {
    expect(draftDifferences(seen, now)).toEqual(["town"]);
    expect(wishOf(seen, page)).toMatchObject({ name: page.name, birthDate: "1941-10-25", version: 3 });
    expect(wishOf(seen, page)).not.toHaveProperty("disability");
    const holder = { ...page, disability: { seenOn: "2026-04-01", until: null } };
    expect(wishOf(draftOf(holder), holder).disability).toEqual({ seenOn: "2026-04-01" });
  });
});

describe("two pictures of a booking", () => {
  const booking = {
    state: "confirmed",
    trip: {
      serviceDate: "2026-11-24",
      from: "s1",
      to: "s2",
      time: { mode: "depart", at: "2026-11-24T10:00:00+09:00" },
      party: { general: 1, senior: 0, disabled: 0, child: 0, infant: 0 },
      wheelchairs: 0,
    },
    promise: {
      pickupFrom: "2026-11-24T10:00:00+09:00",
      pickupTo: "2026-11-24T10:10:00+09:00",
      arriveBy: "2026-11-24T10:30:00+09:00",
    },
  } as BookingPage["booking"];

  test("of which nothing that was decided is different are the same, wherever the vehicle is", () => {
    const later = { ...booking, pickupAt: "2026-11-24T10:03:00+09:00", lateBy: 60 };
    expect(differences(booking, later)).toEqual([]);
  });

  test("name each part that somebody changed", () => {
    const { trip } = booking;
    expect(differences(booking, { ...booking, state: "cancelled_by_rider" })).toEqual(["state"]);
    expect(differences(booking, { ...booking, trip: { ...trip, wheelchairs: 1 } })).toEqual(["party"]);
    expect(differences(booking, { ...booking, trip: { ...trip, from: "s3" } })).toEqual(["trip"]);
  });
});

test("only what was chosen is asked of the list", () => {
  const filter = firstFilter({ from: "2026-11-24", to: "2026-12-01" });
  expect(queryOf(filter, 1)).toEqual({ from: "2026-11-24", to: "2026-12-01", page: 1 });
  expect(queryOf({ ...filter, code: "４８ 2" }, 1)).toMatchObject({ code: "482" });
  const chosen = { ...filter, atRisk: true, stopId: "s1", member: { id: "m1", name: "中野" } };
  expect(queryOf(chosen, 2)).toMatchObject({ atRisk: "yes", stopId: "s1", memberId: "m1", page: 2 });
});
