import { describe, expect, test } from "vitest";
import { barChart } from "../src/report/bar-chart.ts";
import { poolingRate } from "../src/report/pooling-rate.ts";
import { fiscalYearOf, monthBefore, monthOf, rangeFault } from "../src/report/report-range.ts";

describe("common periods of a report", () => {
  test.each([
    ["2026-11-24", "2026-11-01", "2026-11-30"],
    ["2024-02-10", "2024-02-01", "2024-02-29"],
    ["2100-02-10", "2100-02-01", "2100-02-28"],
    ["2026-12-31", "2026-12-01", "2026-12-31"],
  ])("the month of %s is %s to %s", (date, from, to) => {
    expect(monthOf(date)).toEqual({ from, to });
  });

  test("the month before January is December of the year before", () => {
    expect(monthBefore("2027-01-15")).toEqual({ from: "2026-12-01", to: "2026-12-31" });
  });

  test.each([
    ["2026-03-31", 2025],
    ["2026-04-01", 2026],
  ])("the fiscal year of %s begins in April %i", (date, year) => {
    expect(fiscalYearOf(date)).toEqual({ from: `${year}-04-01`, to: `${year + 1}-03-31` });
  });

  test.each([
    ["2026-11-01", "2026-11-30", undefined],
    ["2026-11-01", "2026-11-01", undefined],
    ["2026-11-02", "2026-11-01", "turned"],
    ["", "2026-11-01", "missing"],
    ["2025-01-01", "2026-11-01", "too-long"],
  ])("from %j to %j: %s", (from, to, fault) => {
    expect(rangeFault({ from, to })).toBe(fault);
  });
});

test("the pooling rate is the share of rides that were shared; without rides there is none", () => {
  expect(poolingRate({ rides: 3, sharedRides: 2 })).toBe("66.7");
  expect(poolingRate({ rides: 0, sharedRides: 0 })).toBeUndefined();
});

describe("the chart by hour", () => {
  const hours = [
    { hour: 9, rides: 3, refusals: 0 },
    { hour: 11, rides: 7, refusals: 1 },
  ];
  test("gives every hour its place, open ones without rides too", () => {
    expect(barChart(hours).bars.map(({ hour }) => hour)).toEqual([9, 10, 11]);
    expect(barChart(hours, [9, 14]).bars.map(({ hour }) => hour)).toEqual([9, 10, 11, 12, 13, 14]);
    expect(barChart([]).bars).toEqual([]);
  });
  test("bars are as high as their numbers say and stand on the zero line", () => {
    const { bars, lines } = barChart(hours);
    const [nine, , eleven] = bars;
    expect(eleven!.rides.height / nine!.rides.height).toBeCloseTo(7 / 3);
    expect(nine!.rides.y + nine!.rides.height).toBeCloseTo(lines[0]!.y);
  });
  test("the scale has round steps and holds the greatest number", () => {
    for (const most of [1, 4, 5, 9, 21, 99, 4350]) {
      const { lines } = barChart([{ hour: 9, rides: most, refusals: 0 }]);
      expect(lines.at(-1)!.value).toBeGreaterThanOrEqual(most);
      expect(String(lines[1]!.value)).toMatch(/^[125]0*$/);
    }
  });
});
