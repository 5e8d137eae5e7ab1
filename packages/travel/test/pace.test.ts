import { serviceDate, timeOfDay } from "@noriai/kernel";
import { expect, test } from "vitest";
import { estimatedTravelTimes, paceOf, parsePaceProfile } from "../src/index.ts";

const profile = {
  hours: [
    { from: timeOfDay("07:00"), to: timeOfDay("09:00"), permille: 1150 },
    { from: timeOfDay("09:00"), to: timeOfDay("10:00"), permille: 1050 },
    { from: timeOfDay("22:00"), to: "24:00" as const, permille: 900 },
  ],
  snow: { permille: 1300 },
};
const day = { profile, serviceDate: serviceDate("2026-01-15"), timeZone: "Asia/Tokyo" };
const midnight = Date.parse("2026-01-15T00:00:00+09:00") / 1000;
const hour = 3600;

test("a day's pace begins at midnight, changes with the hours and falls back to free flow between them", () => {
  expect(paceOf({ ...day, snow: false })).toEqual([
    { startsAt: midnight, permille: 1000 },
    { startsAt: midnight + 7 * hour, permille: 1150 },
    { startsAt: midnight + 9 * hour, permille: 1050 },
    { startsAt: midnight + 10 * hour, permille: 1000 },
    { startsAt: midnight + 22 * hour, permille: 900 },
  ]);
});

test("snow slows every hour, rounded half up", () => {
  expect(paceOf({ ...day, snow: true }).map(({ permille }) => permille)).toEqual([
    1300, 1495, 1365, 1300, 1170,
  ]);
});

test("a profile without hours is one step for the whole day", () => {
  const plain = { ...day, profile: { ...profile, hours: [] } };
  expect(paceOf({ ...plain, snow: false })).toEqual([{ startsAt: midnight, permille: 1000 }]);
});

test("hours that begin at midnight replace the first step", () => {
  const night = { ...profile, hours: [{ from: timeOfDay("00:00"), to: timeOfDay("05:00"), permille: 900 }] };
  expect(paceOf({ ...day, profile: night, snow: false })).toEqual([
    { startsAt: midnight, permille: 900 },
    { startsAt: midnight + 5 * hour, permille: 1000 },
  ]);
});

test("a sound profile is read as it is", () => {
  expect(parsePaceProfile(JSON.parse(JSON.stringify(profile)))).toEqual({ ok: true, value: profile });
});

test.each([
  [undefined, { kind: "not-a-pace-profile" }],
  [{ hours: {} }, { kind: "not-a-pace-profile" }],
  [{ hours: [7], snow: { permille: 1000 } }, { kind: "not-a-pace-profile" }],
  [{ hours: [{ from: "7:00", to: "09:00", permille: 1100 }] }, { kind: "bad-time", index: 0 }],
  [{ hours: [{ from: "09:00", to: "07:00", permille: 1100 }] }, { kind: "ends-before-it-starts", index: 0 }],
  [
    {
      hours: [
        { from: "07:00", to: "09:00", permille: 1100 },
        { from: "08:59", to: "10:00", permille: 1100 },
      ],
    },
    { kind: "overlapping-hours", index: 1 },
  ],
  [{ hours: [{ from: "07:00", to: "09:00", permille: 50 }] }, { kind: "permille-out-of-range", index: 0 }],
  [
    { hours: [], snow: { permille: 1.5 } },
    { kind: "permille-out-of-range", index: "snow" },
  ],
])("profile %j is refused by name", (value, error) => {
  const whole = value && "hours" in value ? { snow: { permille: 1300 }, ...value } : value;
  expect(parsePaceProfile(whole)).toMatchObject({ ok: false, error });
});

test("without a map, times are great-circle × 1.3 at one speed and say that they are estimates", () => {
  const positions = [
    { lat: 43.07, lng: 141.3 },
    { lat: 43.08, lng: 141.3 },
    { lat: 43.08, lng: 141.3 },
  ];
  const times = estimatedTravelTimes({ positions, metersPerHour: 20_000 });
  expect(times.basis).toBe("estimate");
  expect([...times.meters]).toEqual([0, 1446, 1446, 1446, 0, 0, 1446, 0, 0]); // 1111.95 m × 1.3
  expect([...times.seconds]).toEqual([0, 260, 260, 260, 0, 0, 260, 0, 0]);
});
