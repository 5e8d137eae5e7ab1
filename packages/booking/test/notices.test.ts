import {
  addDays,
  type BookingId,
  type EpochSeconds,
  instantOf,
  type MemberId,
  timeOfDay,
} from "@noriai/kernel";
import { describe, expect, test } from "vitest";
import {
  type Booking,
  type DelayCall,
  dateToRemind,
  decide,
  delayNotices,
  goodUntil,
  type Instruction,
  type Matter,
  type Notice,
  noticesOf,
  reminderNotices,
  toldByPeople,
} from "../src/index.ts";
import { ADay } from "./a-day.ts";
import { aService, aVehicle } from "./a-service.ts";
import { departAt, MONDAY, member, monday } from "./a-world.ts";

const TWO = aService({ vehicles: [aVehicle(1), aVehicle(2)] });
const effort = { seed: 1, iterations: 300 };

/** What a decision gives cause to tell. */
function told(given: ADay, time: string, matter: Matter): readonly Notice[] {
  const before = given.day;
  const taken = decide(given.worldAt(time), before, matter);
  given.day = taken.day;
  return noticesOf(before, taken);
}

const kinds = (notices: readonly Notice[]) =>
  notices.map(({ bookingId, content }) => [bookingId, content.kind]);

describe("what riders are told of a decision", () => {
  test("who books and who changes gets it in writing, with window, arrival and number", () => {
    const given = new ADay(TWO);
    const { id: quoteId } = given.offered("09:00");
    const confirmed = told(given, "09:00", { kind: "confirm", quoteId, memberId: member("m1") });
    const booking = given.booking(quoteId as string as BookingId);
    expect(confirmed).toEqual([
      {
        memberId: booking.memberId,
        bookingId: booking.id,
        content: {
          kind: "booking-confirmed",
          boardingCode: booking.boardingCode,
          ride: {
            serviceDate: booking.request.serviceDate,
            from: booking.request.from,
            to: booking.request.to,
            pickupFrom: booking.promise.pickupFrom,
            pickupTo: booking.promise.pickupTo,
            arriveBy: booking.promise.arriveBy,
          },
        },
      },
    ]);
    const change = given.offered("09:05", { time: departAt(monday("11:30")), replaces: booking.id });
    expect(
      kinds(told(given, "09:05", { kind: "confirm", quoteId: change.id, memberId: member("m1") })),
    ).toEqual([[booking.id, "booking-changed"]]);
  });

  const cancel = (bookingId: BookingId, by: "operator" | MemberId): Extract<Matter, { kind: "cancel" }> => ({
    ...{ kind: "cancel", bookingId, reason: "" },
    by: by === "operator" ? { kind: "operator" } : { kind: "rider", memberId: by },
  });

  test("a cancellation by the operator is told, one by the rider is not", () => {
    const given = new ADay(TWO);
    const [a, b] = [given.booked("09:00"), given.booked("09:00", { memberId: member("m2") })];
    expect(told(given, "09:05", cancel(a.id, a.memberId))).toEqual([]);
    expect(kinds(told(given, "09:05", cancel(b.id, "operator")))).toEqual([[b.id, "booking-cancelled"]]);
  });

  test("[FIELD-14] a ride called off on a helper's or a caller's word is told to its rider, by nobody's call, and never as the operator's doing", () => {
    const given = new ADay(TWO);
    const [a, b] = [given.booked("09:00"), given.booked("09:00", { memberId: member("m2") })];
    for (const [{ id }, by] of [[a, a.memberId] as const, [b, "operator"] as const]) {
      const [notice, ...others] = told(given, "09:05", { ...cancel(id, by), onBehalf: true });
      expect(others).toEqual([]);
      expect(notice).toMatchObject({ bookingId: id, content: { kind: "cancelled-as-asked" } });
      expect(toldByPeople(notice!.content)).toBe(false);
    }
  });

  test("whom a dispatcher gives another vehicle is told which, nobody else, and not what the search changes", () => {
    const given = new ADay(TWO);
    const a = given.booked("09:00");
    given.booked("09:00", { memberId: member("m2"), time: departAt(monday("12:30")) });
    const { vehicleId } = dutyOf(given, a.id);
    const other = given.day.duties.find((duty) => duty.vehicleId !== vehicleId)!;
    const move: Instruction = { kind: "move", bookingId: a.id, dutyId: other.id };
    const notices = told(given, "09:10", { kind: "instruct", instruction: move, effort });
    expect(notices).toMatchObject([
      { bookingId: a.id, content: { kind: "vehicle-changed", vehicleId: other.vehicleId } },
    ]);
    expect(told(given, "09:11", { kind: "improve", effort })).toEqual([]);
  });

  test("a rider for whom no vehicle is left is not told of another one", () => {
    const given = new ADay(aService({ vehicles: [aVehicle(1)] }));
    given.booked("09:00");
    const out: Instruction = {
      ...{ kind: "take-out", dutyId: given.day.duties[0]!.id },
      ...{ from: monday("09:10"), reason: "breakdown" },
    };
    expect(told(given, "09:10", { kind: "instruct", instruction: out, effort })).toEqual([]);
  });

  const dutyOf = (given: ADay, id: BookingId) => {
    const { dutyId } = given.day.plan.routes.find(({ visits }) => visits.some((one) => one.tripId === id))!;
    return given.day.duties.find((duty) => duty.id === dutyId)!;
  };
});

describe("[FIELD-21] who is reminded on the day before", () => {
  const sunday = (time: string) => instantOf(addDays(MONDAY, -1), timeOfDay(time), "Asia/Tokyo");
  const service = aService({ remindAt: timeOfDay("18:00") });
  /** Three rides of Monday: booked before the hour, at it, and long before but called off. */
  const given = new ADay(service);
  const [early, late, off] = ["09:00", "11:00", "13:00"].map((time, k) =>
    given.booked("08:00", { memberId: member(`m${k}`), time: departAt(monday(time)) }),
  ) as [Booking, Booking, Booking];
  const day = {
    ...given.day,
    bookings: new Map(
      [
        { ...early, bookedAt: sunday("17:59") },
        { ...late, bookedAt: sunday("18:00") },
        { ...off, bookedAt: sunday("08:00"), state: "cancelled_by_rider" as const },
      ].map((booking) => [booking.id, booking]),
    ),
  };

  test("whose ride stands and was booked before the hour, with its times and number, until the vehicle is there", () => {
    const { pickupFrom, pickupTo, arriveBy } = early.promise;
    const rideTimes = { serviceDate: MONDAY, pickupFrom, pickupTo, arriveBy };
    const [notice, ...others] = reminderNotices(service, day);
    expect(others).toEqual([]);
    expect(notice).toMatchObject({
      bookingId: early.id,
      content: { kind: "reminder", boardingCode: early.boardingCode, ride: rideTimes },
      once: `reminder ${early.id}`,
    });
    expect(goodUntil(notice!)).toBe(early.promise.pickupTo);
    expect(toldByPeople(notice!.content)).toBe(false);
  });

  test("who has changed the ride since has read the new times", () => {
    const changed = { ...day.bookings.get(early.id)!, changedAt: sunday("18:30") };
    expect(reminderNotices(service, { ...day, bookings: new Map([[early.id, changed]]) })).toEqual([]);
  });

  test("the day after is due from the hour until midnight; where no hour is set, nobody is reminded", () => {
    expect(dateToRemind(service, (sunday("18:00") - 1) as EpochSeconds)).toBeUndefined();
    expect(dateToRemind(service, sunday("18:00"))).toBe(MONDAY);
    expect(dateToRemind(service, sunday("23:59"))).toBe(MONDAY);
    expect(dateToRemind(service, monday("00:00"))).toBeUndefined();
    expect(dateToRemind(aService(), sunday("20:00"))).toBeUndefined();
    expect(reminderNotices(aService(), day)).toEqual([]);
  });
});

describe("what riders are told of lateness", () => {
  const everybody = () => true;

  test("who is late and can be reached is told once, and again only when it gets worse than told", () => {
    const given = new ADay();
    const a = given.booked("09:00");
    given.happens("10:00", { kind: "delayed", by: 40 * 60, cause: "traffic" } as never);
    const now = given.worldAt("10:00");
    const [notice, ...others] = delayNotices(now, given.day, { told: [], isReached: everybody });
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ bookingId: a.id, content: { kind: "delayed", cause: "traffic" } });
    expect(delayNotices(now, given.day, { told: [], isReached: () => false })).toEqual([]);

    const content = notice!.content as Extract<Notice["content"], { kind: "delayed" }>;
    const once: DelayCall = { bookingId: a.id, outcome: "reached", at: now.now, told: content.tell };
    const again = (time: string) =>
      delayNotices(given.worldAt(time), given.day, { told: [once], isReached: everybody });
    expect(again("10:05")).toEqual([]);
    given.happens("10:20", { kind: "delayed", by: 60 * 60, cause: "traffic" } as never);
    expect(again("10:20")).toHaveLength(1);
    expect(again("10:20")[0]!.once).not.toBe(notice!.once);
  });

  test("[SAP-5.5-2] a vehicle that does not begin its next visit grows late by the clock alone, without any event", () => {
    const given = new ADay();
    const a = given.booked("09:00");
    const at = (time: string) =>
      delayNotices(given.worldAt(time), given.day, { told: [], isReached: everybody });
    expect(at("09:30")).toEqual([]);
    const lateBy = (time: string) => at(time).map(({ content }) => "lateBy" in content && content.lateBy);
    const [first] = lateBy("11:00");
    const [later] = lateBy("11:05");
    expect(first).toBeGreaterThan(0);
    expect(Number(later) - Number(first)).toBe(5 * 60);
    expect(at("11:00")[0]!.bookingId).toBe(a.id);
  });
});
