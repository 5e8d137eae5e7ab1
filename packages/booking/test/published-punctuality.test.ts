import { serviceDate, timeOfDay } from "@noriai/kernel";
import { describe, expect, test } from "vitest";
import {
  ordinaryWeek,
  type PromisedRide,
  publishedMonths,
  publishedPunctuality,
  punctuality,
} from "../src/index.ts";
import { aCalendar, aService } from "./a-service.ts";
import { monday } from "./a-world.ts";

const PROMISED = { promisedPickupTo: monday("10:10"), promisedArriveBy: monday("10:40") };
/** Boarded in time, and arrived a minute late. */
const RIDDEN: PromisedRide = {
  ...PROMISED,
  boardedAt: monday("10:05"),
  alightedAt: monday("10:41"),
  state: "completed",
};
const CALLED_OFF: PromisedRide = {
  ...PROMISED,
  boardedAt: undefined,
  alightedAt: undefined,
  state: "cancelled_by_operator",
};

describe("[POL-RET-3] what is published of it", () => {
  const published = (rides: number, calledOff = 0) =>
    publishedPunctuality(punctuality([...Array(rides).fill(RIDDEN), ...Array(calledOff).fill(CALLED_OFF)]));

  test("no count from one to four, and no share of so few; nothing is told as it is", () => {
    const hidden = { pickupsKeptPermille: undefined, arrivalsKeptPermille: undefined };
    expect(published(0)).toEqual({ rides: 0, ...hidden, calledOff: 0 });
    expect(published(1, 1)).toEqual({ rides: "few", ...hidden, calledOff: "few" });
    expect(published(4, 4)).toEqual({ rides: "few", ...hidden, calledOff: "few" });
    expect(published(5, 5)).toEqual({
      ...{ rides: 5, pickupsKeptPermille: 1000, arrivalsKeptPermille: 0, calledOff: 5 },
    });
  });

  test.each([
    ["2026-11-22", "2026-10-01", "2026-10-31", { from: "2026-11-01", to: "2026-11-21" }],
    ["2026-11-01", "2026-10-01", "2026-10-31", undefined],
    ["2027-01-02", "2026-12-01", "2026-12-31", { from: "2027-01-01", to: "2027-01-01" }],
    ["2028-03-31", "2028-02-01", "2028-02-29", { from: "2028-03-01", to: "2028-03-30" }],
  ])("on %s: from %s to %s, and this month up to the day before", (today, from, to, thisMonth) => {
    expect(publishedMonths(serviceDate(today))).toEqual({ lastMonth: { from, to }, thisMonth });
  });

  test("weekdays with the same hours stand together in the ordinary week", () => {
    const short = [{ from: timeOfDay("09:00"), to: timeOfDay("12:00") }];
    const week = (changes: Parameters<typeof aCalendar>[0]) =>
      ordinaryWeek(aService({ calendar: aCalendar(changes) })).map(({ weekdays }) => weekdays);
    expect(week({})).toEqual([[1, 2, 3, 4, 5]]);
    expect(week({ weekdays: [6, 5, 1, 3], hoursByWeekday: { 3: short, 6: short } })).toEqual([
      [1, 5],
      [3, 6],
    ]);
  });
});
