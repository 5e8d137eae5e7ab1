import { expect, test } from "vitest";
import { isAhead } from "../src/rider/sort-bookings.ts";

test("a ride is ahead until its rider has alighted: what may still be done to it says nothing of that", () => {
  const states = ["confirmed", "boarding", "riding", "completed", "cancelled_by_rider", "no_show"] as const;
  expect(states.filter((state) => isAhead({ state }))).toEqual(["confirmed", "boarding", "riding"]);
});
