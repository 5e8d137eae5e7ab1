import type { BookingId } from "@noriai/kernel";
import { describe, expect, test } from "vitest";
import {
  decide,
  type Instruction,
  isVehicleOnTheWay,
  type RideTimes,
  scheduleOf,
  type TripRequest,
} from "../src/index.ts";
import { ADay } from "./a-day.ts";
import { aService, aVehicle } from "./a-service.ts";
import { departAt, jst, member, monday, stop } from "./a-world.ts";

const effort = { seed: 1, iterations: 300 };
const ONE = aService({ vehicles: [aVehicle(1)] });
const TWO = aService({ vehicles: [aVehicle(1), aVehicle(2)] });

/** From S3, five minutes from the depot: promised between 10:00 and 10:10, so its vehicle sets out shortly before 9:55. */
const FROM_S3: Partial<TripRequest> = { from: stop("S3"), to: stop("S9"), time: departAt(monday("10:00")) };

function instruct(given: ADay, time: string, instruction: Instruction) {
  const taken = decide(given.worldAt(time), given.day, { kind: "instruct", instruction, effort });
  given.day = taken.day;
  return taken.answer;
}

const close = (until: string, stopId = stop("S3")): Instruction => ({
  kind: "close-stop",
  stopId,
  until: monday(until),
  reason: "road-works",
});

const rideOf = (given: ADay, time: string, id: BookingId): RideTimes =>
  scheduleOf(given.worldAt(time), given.day).rides.get(id)!;
const atRiskOf = (given: ADay, time: string) => scheduleOf(given.worldAt(time), given.day).atRisk;

describe("a stop closed for a part of what was promised", () => {
  test("is gone to once it is open again, whenever it is asked about, and the rider is told of the later time", () => {
    const given = new ADay(ONE);
    const { id } = given.booked("09:00", FROM_S3);
    expect(instruct(given, "09:30", close("10:05"))).toMatchObject({
      kind: "instructed",
      stranded: [],
      atRisk: [],
      effects: [{ bookingId: id, after: { carried: { pickupAt: monday("10:05") }, late: 0 } }],
    });
    for (const time of ["09:31", "09:58", "10:04", "10:05"])
      expect(rideOf(given, time, id).pickupAt, time).toBe(monday("10:05"));
  });

  test("nor does its vehicle set out before it has to for that", () => {
    const given = new ADay(ONE);
    const { id } = given.booked("09:00", FROM_S3);
    instruct(given, "09:30", close("10:05"));
    const isOnTheWay = (time: string) => isVehicleOnTheWay(given.worldAt(time), given.day, id);
    expect([isOnTheWay("09:57"), isOnTheWay("10:01")]).toEqual([false, true]);
  });

  test("where riders alight there, they ride no longer than they may and come late by what the closure makes them", () => {
    const given = new ADay(ONE);
    const { id, promise } = given.booked("09:00", FROM_S3);
    const opens = new Date((promise.arriveBy + 120) * 1000 + 9 * 3_600_000).toISOString().slice(11, 16);
    const answer = instruct(given, "09:30", close(opens, stop("S9")));
    expect(answer).toMatchObject({ kind: "instructed", stranded: [] });
    const { pickupAt, dropoffAt } = rideOf(given, "09:31", id);
    expect(dropoffAt).toBe(jst(`2022-11-28 ${opens}`));
    expect(dropoffAt - pickupAt).toBeLessThanOrEqual(promise.rideMax + 30);
    expect(atRiskOf(given, "09:31")).toMatchObject([
      { bookingId: id, dropoffLate: dropoffAt - promise.arriveBy },
    ]);
  });

  test("open again a little after the promise, it is gone to then: late, and somebody has to call", () => {
    const given = new ADay(ONE);
    const { id } = given.booked("09:00", FROM_S3);
    expect(instruct(given, "09:30", close("10:14"))).toMatchObject({
      kind: "instructed",
      stranded: [],
      atRisk: [{ bookingId: id, pickupLate: 240 }],
      effects: [{ bookingId: id, after: { carried: { pickupAt: monday("10:14") }, late: 240 } }],
    });
    expect(given.ask("09:32", { memberId: member("m2"), time: departAt(monday("11:00")) }).kind).toBe(
      "quote",
    );
  });

  test("open again only hours later, it leaves its riders without a ride", () => {
    const given = new ADay(ONE);
    const { id } = given.booked("09:00", FROM_S3);
    expect(instruct(given, "09:30", close("12:00"))).toMatchObject({ kind: "instructed", stranded: [id] });
  });

  test("a vehicle that drives there already is not turned", () => {
    const given = new ADay(TWO);
    const { id } = given.booked("09:00", FROM_S3);
    expect(instruct(given, "09:57", close("10:05"))).toMatchObject({ kind: "instructed", stranded: [] });
    expect(rideOf(given, "09:58", id).pickupAt).toBe(monday("10:00"));
    expect(given.day.closures?.[0]?.brought).toMatchObject([{ tripId: id }]);
  });

  test("whoever books meanwhile is fetched once it is open, however the window was told", () => {
    const given = new ADay(ONE);
    instruct(given, "09:10", close("10:05"));
    const { id, promise } = given.booked("09:20", FROM_S3);
    expect(promise.pickupFrom).toBe(monday("10:00"));
    for (const time of ["09:21", "09:59"])
      expect(rideOf(given, time, id).pickupAt, time).toBe(monday("10:05"));
  });

  test("whoever loses a vehicle is not put there while it is closed", () => {
    const given = new ADay(TWO);
    const { id } = given.booked("09:00", FROM_S3);
    instruct(given, "09:30", close("10:05"));
    const { dutyId } = rideOf(given, "09:31", id);
    const out: Instruction = { kind: "take-out", dutyId, from: monday("09:35"), reason: "breakdown" };
    expect(instruct(given, "09:35", out)).toMatchObject({ stranded: [], atRisk: [] });
    expect(rideOf(given, "09:36", id).dutyId).not.toBe(dutyId);
    expect(rideOf(given, "09:36", id).pickupAt).toBe(monday("10:05"));
  });
});

describe("a stop open again before it was to be", () => {
  test("is gone to at once: its vehicle leaves then, and cannot have left before", () => {
    const given = new ADay(ONE);
    const { id } = given.booked("09:00", FROM_S3);
    instruct(given, "09:30", close("10:30"));
    instruct(given, "10:02", { kind: "open-stop", stopId: stop("S3") });
    const { pickupAt } = rideOf(given, "10:03", id);
    expect(pickupAt).toBeGreaterThan(monday("10:07"));
    expect(pickupAt).toBeLessThan(monday("10:08"));
    expect(given.day.duties[0]?.turnedAt).toBe(monday("10:02"));
  });

  test("so it is when the closing itself is taken back", () => {
    const given = new ADay(ONE);
    const { id } = given.booked("09:00", FROM_S3);
    const before = JSON.stringify(given.day.plan);
    instruct(given, "09:30", close("10:08"));
    expect(instruct(given, "10:00", { kind: "undo" }).kind).toBe("instructed");
    expect(JSON.stringify(given.day.plan)).toBe(before);
    expect(given.day.closures ?? []).toEqual([]);
    expect(rideOf(given, "10:01", id).pickupAt).toBeGreaterThan(monday("10:05"));
  });
});
