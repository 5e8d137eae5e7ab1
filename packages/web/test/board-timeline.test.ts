import type { Board } from "@noriai/api";
import { describe, expect, test } from "vitest";
import { dayAfter } from "../src/board/day-after.ts";
import { type BoardBooking, filterBookings } from "../src/board/filter-bookings.ts";
import { signalAge } from "../src/board/signal-age.ts";
import { hoursOf, layOut, placeIn, spanOf } from "../src/board/timeline.ts";

type Duty = Board["duties"][number];
type Visit = Duty["visits"][number];

const at = (time: string) => `2026-11-24T${time}:00+09:00`;
const visit = (text: string, change: Partial<Visit> = {}): Visit => {
  const [bookingId, kind, planned, from, to, load] = text.split(" ") as [
    string,
    Visit["kind"],
    string,
    string,
    string,
    string,
  ];
  return {
    bookingId,
    kind,
    stopId: "s1",
    plannedAt: at(planned),
    actualAt: null,
    from: at(from),
    to: at(to),
    load: Number(load),
    ...change,
  };
};
const duty = (id: string, visits: readonly Visit[]): Duty => ({
  id,
  vehicleId: id,
  startsAt: at("09:00"),
  endsAt: at("15:00"),
  acknowledged: true,
  unseenSince: null,
  delay: 0,
  turnedAt: null,
  outOfService: null,
  added: false,
  visits: [...visits],
});
const shared = duty("v1", [
  visit("a pickup 10:00 10:00 10:20 2"),
  visit("b pickup 10:30 10:15 10:35 3"),
  visit("a dropoff 11:00 10:00 11:10 1"),
  visit("b dropoff 12:00 10:15 11:50 0"),
]);

describe("the timeline of a vehicle", () => {
  test("spans full hours around every duty and visit", () => {
    const early = duty("v1", [visit("a pickup 08:50 08:50 09:10 1"), visit("a dropoff 15:20 08:50 15:30 0")]);
    const span = spanOf([early])!;
    expect(hoursOf(span).length).toBe(9); // 8:00 … 16:00
    expect(spanOf([])).toBeUndefined();
  });

  test("places are shares of the span and stay within it", () => {
    const span = { from: 0, to: 100 };
    expect([-5, 0, 25, 100, 130].map((instant) => placeIn(span, instant))).toEqual([0, 0, 0.25, 1, 1]);
  });

  test("[SAP-5.4-1] each party is one lane with its promise and its plan", () => {
    const [laid] = layOut([shared], spanOf([shared])!);
    expect(laid!.lanes.map(({ bookingId }) => bookingId)).toEqual(["a", "b"]);
    expect(laid!.lanes[0]!.pickup).toMatchObject({ planned: 1 / 6, actual: undefined });
    expect(laid!.lanes[0]!.pickup!.band.to).toBeCloseTo(80 / 360);
  });

  test("the load is a step for each number aboard", () => {
    const [laid] = layOut([shared], spanOf([shared])!);
    expect(laid!.loads.map(({ persons }) => persons)).toEqual([0, 2, 3, 1, 0]);
    expect(laid!.most).toBe(3);
  });

  test("a plan after the promise is late by the minutes beyond it, and that vehicle comes first", () => {
    const onTime = duty("v0", [visit("c pickup 10:00 10:00 10:20 1")]);
    const laid = layOut([onTime, shared], spanOf([onTime, shared])!);
    expect(laid.map(({ duty: { id }, lateBy }) => [id, lateBy])).toEqual([
      ["v1", 600],
      ["v0", 0],
    ]);
  });

  test("what has already happened, even late, no longer calls for action", () => {
    const past = duty("v1", [visit("a pickup 10:00 10:00 10:20 1", { actualAt: at("10:40") })]);
    const [laid] = layOut([past], spanOf([past])!);
    expect(laid!.lanes[0]!.pickup).toMatchObject({ lateBy: 1200 });
    expect(laid!.lateBy).toBe(0);
  });
});

describe("[SAP-5.3-3] a position older than 60 seconds is marked", () => {
  const age = (seconds: number, rate?: number) =>
    signalAge({
      at: at("10:00"),
      now: Date.parse(at("10:00")) / 1000 + seconds,
      demoClock: rate === undefined ? undefined : { rate, running: true },
    });
  test.each([
    [60, false],
    [61, true],
  ])("%i s old: stale %s", (seconds, stale) => {
    expect(age(seconds)).toEqual({ seconds, stale });
  });
  test("in a demo that runs sixty times as fast, two real seconds are two seconds", () => {
    expect(age(120, 60)).toEqual({ seconds: 2, stale: false });
  });
});

describe("the list of bookings", () => {
  const booking = (id: string, change: Partial<BoardBooking>): BoardBooking =>
    ({
      id,
      trip: { from: "s1", to: "s2" },
      promise: { pickupFrom: at("10:00") },
      state: "confirmed",
      boardingCode: "0000",
      calledName: null,
      lateBy: 0,
      ...change,
    }) as BoardBooking;
  const bookings = [
    booking("early", { pickupAt: at("09:30"), calledName: "ナカノ シゲル" }),
    booking("late", { pickupAt: at("11:00"), lateBy: 300 }),
    booking("aboard", { pickupAt: at("09:00"), state: "riding", boardingCode: "4821" }),
    booking("was-late", { pickupAt: at("08:00"), state: "completed", lateBy: 900 }),
  ];
  const stopName = (stopId: string) => (stopId === "s1" ? "市民会館" : "ﾁｭｳｵｳ病院");
  const shown = (group: Parameters<typeof filterBookings>[0]["group"], text = "") =>
    filterBookings({ bookings, group, text, stopName }).map(({ id }) => id);

  test("those that will miss their promise come first, the others by time", () => {
    expect(shown("all")).toEqual(["late", "was-late", "aboard", "early"]);
  });
  test("can be narrowed by state", () => {
    expect(shown("late")).toEqual(["late"]);
    expect(shown("aboard")).toEqual(["aboard"]);
    expect(shown("over")).toEqual(["was-late"]);
  });
  test("can be searched by name, code and stop, in any writing of kana", () => {
    expect(shown("all", "なかの")).toEqual(["early"]);
    expect(shown("all", "４８２１")).toEqual(["aboard"]);
    expect(shown("all", "ちゅうおう")).toHaveLength(4);
    expect(shown("all", "どこにもない")).toEqual([]);
  });
});

test("the day switch crosses months and years", () => {
  expect(dayAfter("2026-11-30", 1)).toBe("2026-12-01");
  expect(dayAfter("2027-01-01", -1)).toBe("2026-12-31");
});
