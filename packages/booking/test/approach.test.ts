import { later, minutes, type Position, type VehicleId } from "@noriai/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { approachOf, type Booking, type HeardOf } from "../src/index.ts";
import { ADay } from "./a-day.ts";
import { aParty, departAt, member, monday, stop } from "./a-world.ts";

const NOBODY_HEARD = () => undefined;

function approach(
  given: ADay,
  booking: Booking,
  time: string,
  heardOf: (v: VehicleId) => HeardOf | undefined = NOBODY_HEARD,
) {
  return approachOf(given.worldAt(time), given.day, { bookingId: booking.id, heardOf });
}

const placeOf = (given: ADay, id: string): Position =>
  given.service.stops.find((one) => one.id === id)!.position;

/** A rider from S1 to S9 at ten, and one who boards at S5 before. */
function twoRiders() {
  const given = new ADay();
  const own = given.booked("08:00");
  const other = given.booked("08:10", {
    memberId: member("m2"),
    from: stop("S5"),
    to: stop("S9"),
    time: departAt(monday("09:50")),
  });
  return { given, own, other };
}

describe("[SAP-5.2-1] [FIELD-20] what a rider may know of their vehicle", () => {
  test("is an interval of whole minutes within the promise, as long as that holds", () => {
    const given = new ADay();
    const own = given.booked("08:00");
    for (const time of ["08:00", "09:00", "09:50", "09:59"]) {
      const seen = approach(given, own, time)!;
      expect(seen.from, time).toBeGreaterThanOrEqual(own.promise.pickupFrom);
      expect(seen.to, time).toBeLessThanOrEqual(own.promise.pickupTo);
      expect([seen.from % 60, seen.to % 60, seen.lateBy]).toEqual([0, 0, 0]);
    }
  });

  test("grows narrower as the vehicle comes, while it is heard of", () => {
    const given = new ADay();
    const own = given.booked("08:00");
    const heardOf = (time: string) => () => ({ ...placeOf(given, "S1"), at: monday(time) });
    const width = (time: string) => {
      const { from, to } = approach(given, own, time, heardOf(time))!;
      return to - from;
    };
    expect(width("09:58")).toBeLessThanOrEqual(width("09:30"));
    expect(width("09:58")).toBeLessThan(own.promise.pickupTo - own.promise.pickupFrom);
  });

  test("never says that the vehicle comes before the promised time, even when it already stands there", () => {
    const given = new ADay();
    const own = given.booked("08:00");
    const here = () => ({ ...placeOf(given, "S1"), at: monday("09:50") });
    expect(approach(given, own, "09:50", here)!.from).toBe(own.promise.pickupFrom);
  });

  test("shows the vehicle only when it comes: before, it carries others about the town", () => {
    const given = new ADay();
    const own = given.booked("08:00");
    const heard = () => ({ ...placeOf(given, "S1"), at: monday("09:00") });
    expect(approach(given, own, "09:00", heard)).toMatchObject({ signal: "far-ahead", heardOf: undefined });
    const near = () => ({ ...placeOf(given, "S1"), at: monday("09:50") });
    expect(approach(given, own, "09:50", near)).toMatchObject({ signal: "live", heardOf: near() });
  });

  test("says that a signal is old after a minute, and falls back to the promise when there is none", () => {
    const given = new ADay();
    const own = given.booked("08:00");
    const at = monday("09:50");
    const heard = () => ({ ...placeOf(given, "S1"), at });
    expect(approach(given, own, "09:51", heard)!.signal).toBe("live");
    expect(approach(given, own, "09:53", heard)).toMatchObject({ signal: "old", heardOf: { at } });
    const { pickupFrom: from, pickupTo: to } = own.promise;
    expect(approach(given, own, "09:56", heard)).toMatchObject({
      signal: "none",
      heardOf: undefined,
      from,
      to,
    });
    expect(approach(given, own, "09:50")).toMatchObject({ signal: "none", from, to });
  });

  test("counts the stops before, without a name, and tells of who booked later", () => {
    const { given, own } = twoRiders();
    const seen = approach(given, own, "09:30")!;
    expect(seen.stopsBefore).toBe(1);
    expect(seen.reason).toEqual({ kind: "others-aboard" });
    expect(JSON.stringify(seen)).not.toMatch(/S5|m2/);
  });

  test("gives the driver's reason for a delay, and by how much the promise fails", () => {
    const given = new ADay();
    const own = given.booked("08:00");
    given.happens("09:58", { kind: "delayed", by: 1_800 as never, cause: "weather" });
    const seen = approach(given, own, "09:59")!;
    expect(seen.reason).toEqual({ kind: "reported", cause: "weather" });
    expect(seen.lateBy).toBeGreaterThan(0);
    expect(seen.to).toBeGreaterThan(own.promise.pickupTo);
  });

  test("moves when the vehicle is further away than it can drive in time, and says why", () => {
    const given = new ADay();
    const own = given.booked("08:00");
    const { lat, lng } = placeOf(given, "S1");
    const far = () => ({ lat: lat + 0.5, lng, at: monday("09:59") }); // some 55 km
    const seen = approach(given, own, "09:59", far)!;
    expect(seen.reason).toEqual({ kind: "on-the-road" });
    expect(seen.lateBy).toBeGreaterThan(30 * 60);
  });

  test("is told on the day of the ride only, even to a rider whose ride nobody has closed", () => {
    const given = new ADay();
    const own = given.booked("08:00");
    given.happens("09:58", { kind: "arrived", stopId: stop("S1") });
    given.happens("10:01", { kind: "boarded", bookingId: own.id });
    const told = (days: number) => {
      const now = later(monday("10:05"), minutes(days * 24 * 60));
      const heardOf = () => ({ ...placeOf(given, "S1"), at: now });
      return approachOf({ ...given.worldAt("10:05"), now }, given.day, { bookingId: own.id, heardOf });
    };
    expect(told(0)).toMatchObject({ stage: "riding", signal: "live" });
    for (const days of [-1, 1, 7]) expect(told(days), `${days} days later`).toBeUndefined();
  });

  test("tells of the arrival once the rider sits in it, and ends with the ride", () => {
    const given = new ADay();
    const own = given.booked("08:00");
    given.happens("10:00", { kind: "arrived", stopId: stop("S1") });
    expect(approach(given, given.booking(own.id), "10:00")!.stage).toBe("here");
    given.happens("10:01", { kind: "boarded", bookingId: own.id });
    const riding = approach(given, given.booking(own.id), "10:02")!;
    expect(riding.stage).toBe("riding");
    expect(riding.to).toBeLessThanOrEqual(own.promise.arriveBy);
    given.happens("10:20", { kind: "arrived", stopId: stop("S9") });
    given.happens("10:21", { kind: "alighted", bookingId: own.id });
    expect(approach(given, given.booking(own.id), "10:22")).toBeUndefined();
  });

  test("says nothing of a booking that was called off", () => {
    const given = new ADay();
    const own = given.booked("08:00");
    given.cancel("08:05", { bookingId: own.id });
    expect(approach(given, own, "08:06")).toBeUndefined();
  });
});

test("[FIELD-20] on any day and at any moment: an interval is never empty, never before the promised time, never in the past", () => {
  const minute = fc.integer({ min: 8 * 60 + 10, max: 11 * 60 });
  const clock = (at: number) =>
    `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
  const rider = fc.record({
    from: fc.integer({ min: 1, max: 9 }),
    to: fc.integer({ min: 1, max: 9 }),
    at: minute,
  });
  fc.assert(
    fc.property(
      fc.array(rider, { minLength: 1, maxLength: 6 }),
      minute,
      fc.integer({ min: 0, max: 600 }),
      (riders, now, age) => {
        const given = new ADay();
        const booked = riders.flatMap(({ from, to, at }, k) => {
          if (from === to) return [];
          const answer = given.ask("08:00", {
            memberId: member(`m${k}`),
            from: stop(`S${from}`),
            to: stop(`S${to}`),
            party: aParty({ senior: 1 }),
            time: departAt(monday(clock(at))),
          });
          if (answer.kind !== "quote") return [];
          const confirmed = given.confirm("08:00", answer.quote.id, member(`m${k}`));
          return confirmed.kind === "booking" ? [confirmed.booking] : [];
        });
        for (const own of booked) {
          const heard = () => ({ ...placeOf(given, "S3"), at: (monday(clock(now)) - age) as HeardOf["at"] });
          const seen = approach(given, own, clock(now), heard);
          if (seen === undefined) continue;
          expect(seen.from).toBeLessThanOrEqual(seen.to);
          expect(seen.to).toBeGreaterThanOrEqual(Math.min(monday(clock(now)), own.promise.pickupTo));
          if (seen.stage !== "riding") expect(seen.from).toBeGreaterThanOrEqual(own.promise.pickupFrom);
          if (seen.lateBy === 0 && seen.stage !== "riding")
            expect(seen.to).toBeLessThanOrEqual(own.promise.pickupTo);
        }
      },
    ),
    { seed: 20_221_128, numRuns: 150 },
  );
});
