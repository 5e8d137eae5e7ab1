import { describe, expect, test } from "vitest";
import { instantText } from "../src/driver/instant-text.ts";
import { isOnDuty } from "../src/driver/is-on-duty.ts";
import { plannedPosition } from "../src/driver/planned-position.ts";
import { metresBetween, type Point } from "../src/driver/road-line.ts";
import { typedYen } from "../src/driver/typed-yen.ts";

/** A straight road to the east, about 924 m per 0.01°. */
const path: readonly Point[] = [
  [131.2, 33.95],
  [131.21, 33.95],
  [131.22, 33.95],
];
const nextStop = { lat: 33.95, lng: 131.21 };

describe("the demo's vehicle keeps to its plan", () => {
  test("at the planned time, and later, it is at its stop", () => {
    expect(plannedPosition({ path, nextStop, until: 0 })).toEqual(nextStop);
    expect(plannedPosition({ path, nextStop, until: -600 })).toEqual(nextStop);
  });

  test("a minute before, it is a minute's drive away on the road", () => {
    const { lng, lat } = plannedPosition({ path, nextStop, until: 60 })!;
    expect(metresBetween([lng, lat], [131.21, 33.95])).toBeCloseTo(480, 0);
    expect(lng).toBeLessThan(131.21);
  });

  test("long before, it waits where the road begins", () => {
    expect(plannedPosition({ path, nextStop, until: 3600 })).toEqual({ lng: 131.2, lat: 33.95 });
  });

  test("without a road it is nowhere", () => {
    expect(plannedPosition({ path: [], nextStop, until: 0 })).toBeUndefined();
  });
});

describe("[SAP-5.3-3] where the vehicle is, and how its terminal does, is told on duty alone", () => {
  const at = (time: string) => Date.parse(`2026-11-24T${time}:00+09:00`) / 1000;
  const text = (time: string) => `2026-11-24T${time}:00+09:00`;
  const dutyFrom = (from: string, to: string, trackedFrom: string, isDone = true) => ({
    duty: {
      ...{ id: "d", vehicleId: "v1", startsAt: text(from), endsAt: text(to), trackedFrom: text(trackedFrom) },
      ...{ delay: 0, outOfService: null },
    },
    tasks: [
      {
        ...{ stopId: "s1", plannedAt: text(from), leaveNotBefore: null, boards: [], alights: [] },
        state: isDone ? ("done" as const) : ("next" as const),
      },
    ],
  });
  const morning = dutyFrom("09:00", "12:00", "08:00");
  const afternoon = dutyFrom("13:00", "15:00", "13:00");
  const isOn = (sheet: typeof morning, time: string, endedAt?: string) =>
    isOnDuty(sheet, { now: at(time), endedAt: endedAt && text(endedAt) });

  test("on the way out to the day's first duty, and until its last rider has alighted", () => {
    expect(["07:59", "08:00", "12:00", "12:01"].map((time) => isOn(morning, time))).toEqual([
      ...[false, true, true, false],
    ]);
    expect(isOn(dutyFrom("09:00", "12:00", "08:00", false), "12:30")).toBe(true);
  });

  test("not in the break before a later duty", () => {
    expect(["12:30", "13:00"].map((time) => isOn(afternoon, time))).toEqual([false, true]);
  });

  test("not after the driver has ended the work, unless a later duty is driven after all", () => {
    expect(isOn(afternoon, "14:50", "14:45")).toBe(false);
    expect(isOn(afternoon, "13:30", "12:05")).toBe(true);
  });

  test("not on a day without a duty", () => {
    expect(isOnDuty({ duty: null, tasks: [] }, { now: at("10:00"), endedAt: undefined })).toBe(false);
  });
});

test("an instant is written to the second with its offset", () => {
  expect(instantText(Date.parse("2026-11-24T09:05:07+09:00") / 1000)).toBe("2026-11-24T00:05:07Z");
});

test.each([
  ["350", 350],
  ["１，０００", 1000],
  [" 150円", 150],
  ["0", 0],
  ["", undefined],
  ["-1", undefined],
  ["12.5", undefined],
  ["1000001", undefined],
])("an amount typed as %j is %s yen", (text, amount) => {
  expect(typedYen(text)).toBe(amount);
});
