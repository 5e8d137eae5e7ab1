import { describe, expect, test } from "vitest";
import { arrivalsAt, LEAST_SHOWN, scheduleOf } from "../src/index.ts";
import { ADay } from "./a-day.ts";
import { departAt, member, monday, stop } from "./a-world.ts";

/** A day on which so many members board at S1 at ten. */
function boarding(members: number): ADay {
  const given = new ADay();
  for (let k = 1; k <= members; k++)
    given.booked("08:00", {
      memberId: member(`m${k}`),
      time: departAt(monday("10:00")),
      from: stop("S1"),
      to: stop("S9"),
    });
  return given;
}

function arrivals(given: ADay, time: string, stopId = "S1") {
  const world = given.worldAt(time);
  const schedule = scheduleOf(world, given.day);
  return arrivalsAt({ day: given.day, schedule, stopId: stop(stopId), from: world.now, most: 3 });
}

describe("[SAP-3.4-6] next arrivals at a stop, as everybody may know them", () => {
  test("are not told while fewer members share one than a published number needs", () => {
    for (let members = 0; members < LEAST_SHOWN; members++)
      expect(arrivals(boarding(members), "09:00")).toEqual([]);
  });

  test("are told in steps of five minutes once enough members share one", () => {
    const [only, ...more] = arrivals(boarding(LEAST_SHOWN), "09:00");
    expect(more).toEqual([]);
    expect(only!.about % 300).toBe(0);
    expect(Math.abs(only!.about - monday("10:00"))).toBeLessThanOrEqual(600);
  });

  test("tell of nobody who rides elsewhere, and end when the vehicle has been there", () => {
    const given = boarding(LEAST_SHOWN);
    expect(arrivals(given, "09:00", "S5")).toEqual([]);
    given.happens("10:00", { kind: "arrived", stopId: stop("S1") });
    for (const { id } of given.day.bookings.values())
      given.happens("10:02", { kind: "boarded", bookingId: id });
    expect(arrivals(given, "10:03")).toEqual([]);
  });

  test("one member with several rides at one time is one household still", () => {
    const given = new ADay();
    for (let k = 0; k < LEAST_SHOWN; k++)
      given.offered("08:00", { memberId: member("m1"), time: departAt(monday("10:00")) });
    expect(arrivals(given, "09:00")).toEqual([]);
  });
});
