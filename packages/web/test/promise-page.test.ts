import { expect, test } from "vitest";
import { weekdayRuns } from "../src/promise/weekday-runs.ts";
import { percentOf } from "../src/report/percent.ts";

test("weekdays that follow each other are told together", () => {
  expect(weekdayRuns([1, 2, 3, 4, 5])).toEqual([[1, 5]]);
  expect(weekdayRuns([1, 2, 4, 6, 7])).toEqual([
    [1, 2],
    [4, 4],
    [6, 7],
  ]);
  expect(weekdayRuns([])).toEqual([]);
});

test("thousandths are told as percent with one decimal", () => {
  expect([0, 983, 999, 1000].map(percentOf)).toEqual(["0.0", "98.3", "99.9", "100.0"]);
});
