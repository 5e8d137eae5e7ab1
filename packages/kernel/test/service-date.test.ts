import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  epochSeconds,
  formatInstant,
  instantOf,
  parseInstant,
  parseServiceDate,
  parseTimeOfDay,
  serviceDate,
  serviceDateOf,
  timeOfDay,
  timeOfDayOf,
  weekdayOf,
} from "../src/index.ts";

const TOKYO = "Asia/Tokyo";

test("nine in the morning in Tokyo is midnight in UTC", () => {
  expect(instantOf(serviceDate("2022-11-21"), timeOfDay("09:00"), TOKYO)).toBe(Date.UTC(2022, 10, 21) / 1000);
});

test("a service date is a day in the service's own zone, not in UTC", () => {
  const justAfterMidnight = epochSeconds(Date.UTC(2022, 10, 20, 15, 0, 0) / 1000);
  expect(serviceDateOf(justAfterMidnight, TOKYO)).toBe("2022-11-21");
  expect(timeOfDayOf(justAfterMidnight, TOKYO)).toBe("00:00");
});

test("a time of day is cut, never rounded up, to the minute", () => {
  const lastSecond = epochSeconds(Date.UTC(2022, 10, 21, 0, 29, 59) / 1000);
  expect(timeOfDayOf(lastSecond, TOKYO)).toBe("09:29");
});

test.each(["2022-02-30", "2022-13-01", "22-01-01", "2022-1-1", "", "2022-11-21T00:00", "×"])(
  "%s is no service date",
  (text) => {
    expect(parseServiceDate(text)).toBeUndefined();
    expect(() => serviceDate(text)).toThrow(RangeError);
  },
);

test.each(["24:00", "9:00", "09:60", "", "09:00:00"])("%s is no time of day", (text) => {
  expect(parseTimeOfDay(text)).toBeUndefined();
});

test("29 February exists in leap years only", () => {
  expect(parseServiceDate("2024-02-29")).toBe("2024-02-29");
  expect(parseServiceDate("2023-02-29")).toBeUndefined();
  expect(addDays(serviceDate("2024-02-28"), 2)).toBe("2024-03-01");
});

test("2022-11-21 is a Monday and 2022-11-27 a Sunday", () => {
  expect(weekdayOf(serviceDate("2022-11-21"))).toBe(1);
  expect(weekdayOf(serviceDate("2022-11-27"))).toBe(7);
});

test("an instant survives the way through JSON in any zone", () => {
  const zones = fc.constantFrom(TOKYO, "UTC", "America/New_York", "Pacific/Kiritimati");
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), zones, (value, zone) => {
      expect(parseInstant(formatInstant(epochSeconds(value), zone))).toBe(value);
    }),
  );
});

test("text without an offset is no instant", () => {
  expect(parseInstant("2022-11-21T09:00:00")).toBeUndefined();
  expect(parseInstant("soon")).toBeUndefined();
});
