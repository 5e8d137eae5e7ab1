import type { BookingId, MemberId, ServiceDate } from "@noriai/kernel";
import { addDays } from "@noriai/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Booking, type Doubt, doubtsOf, type Facility, type TripRequest } from "../src/index.ts";
import { aService } from "./a-service.ts";
import { aRequest, departAt, jst, MONDAY, monday, stop } from "./a-world.ts";

const MINUTE = 60;

let ids = 0;
/** A booking made of a request; its promise lies around the wished time as the standards say. */
function booked(request: TripRequest, state: Booking["state"] = "confirmed"): Booking {
  const { at } = request.time;
  return {
    id: `b${++ids}` as BookingId,
    memberId: "m1" as MemberId,
    request,
    promise: { pickupFrom: at, pickupTo: at + 10 * MINUTE, arriveBy: at + 30 * MINUTE, rideMax: 1200 },
    fare: { lines: [], total: 0 },
    state,
    boardingCode: "0000",
    bookedAt: at - 86_400,
  } as unknown as Booking;
}

const onDay = (date: ServiceDate, time: string, changes: Partial<TripRequest> = {}): TripRequest =>
  aRequest({ channel: "phone", serviceDate: date, time: departAt(jst(`${date} ${time}`)), ...changes });

/** The same ride on the last days, made as wished. */
const habit = (days: number, time: string, changes: Partial<TripRequest> = {}): Booking[] =>
  Array.from({ length: days }, (_, k) =>
    booked(onDay(addDays(MONDAY, -7 * (k + 1)), time, changes), "completed"),
  );

const WAY_BACK = { from: stop("S9"), to: stop("S1") };
const LIBRARY: Facility = { stopId: stop("S9"), name: "図書館", closedWeekdays: [1], closedOnHolidays: true };

function ask(
  request: TripRequest,
  bookings: readonly Booking[] = [],
  {
    facilities = [],
    usesWheelchair = false,
  }: { facilities?: readonly Facility[]; usesWheelchair?: boolean } = {},
) {
  return doubtsOf({ service: aService({ facilities }), request, bookings, usesWheelchair });
}
const kinds = (doubts: readonly Doubt[]) => doubts.map(({ kind }) => kind);

describe("what the desk asks once more before it confirms", () => {
  test("an ordinary first ride raises no doubt", () => {
    expect(ask(onDay(MONDAY, "10:00"))).toEqual([]);
  });

  test("the same ride within an hour and a half is a duplicate, and named once", () => {
    const there = booked(onDay(MONDAY, "10:00"));
    expect(ask(onDay(MONDAY, "10:20"), [there])).toEqual([{ kind: "duplicate", bookingId: there.id }]);
    expect(ask(onDay(MONDAY, "11:30"), [there])).toEqual([{ kind: "duplicate", bookingId: there.id }]);
    expect(ask(onDay(MONDAY, "11:31"), [there])).toEqual([]);
  });

  test("a cancelled ride and the one that is being changed are no duplicates", () => {
    const [gone, old] = [
      booked(onDay(MONDAY, "10:00"), "cancelled_by_rider"),
      booked(onDay(MONDAY, "10:00")),
    ];
    expect(ask(onDay(MONDAY, "10:00", { replaces: old.id }), [gone, old])).toEqual([]);
  });

  test("another ride less than a quarter of an hour away is too close", () => {
    const before = booked(onDay(MONDAY, "10:00", { from: stop("S2"), to: stop("S3") })); // arrives by 10:30
    expect(kinds(ask(onDay(MONDAY, "10:44"), [before]))).toEqual(["too-close"]);
    expect(ask(onDay(MONDAY, "10:45"), [before])).toEqual([]);
    expect(kinds(ask(onDay(MONDAY, "09:46"), [before]))).toEqual(["too-close"]);
    expect(ask(onDay(MONDAY, "09:45"), [before])).toEqual([]);
  });

  test("two o'clock typed in the night is mended to the afternoon; five o'clock is in no hours at all", () => {
    expect(ask(onDay(MONDAY, "02:00"))).toEqual([
      { kind: "half-day-slip", meant: monday("14:00"), mend: { time: departAt(monday("14:00")) } },
    ]);
    expect(ask(onDay(MONDAY, "22:30"))).toMatchObject([{ meant: monday("10:30") }]);
    expect(ask(onDay(MONDAY, "05:00"))).toEqual([]);
  });

  test("who always rides at nine and now asks for one is asked again, also when the hour has slipped by half a day", () => {
    expect(ask(onDay(MONDAY, "13:00"), habit(3, "09:30"))).toEqual([
      { kind: "unusual-hour", usual: monday("09:30"), mend: { time: departAt(monday("09:30")) } },
    ]);
    expect(ask(onDay(MONDAY, "12:00"), habit(3, "09:30"))).toEqual([]);
    expect(ask(onDay(MONDAY, "13:00"), habit(2, "09:30"))).toEqual([]);
    expect(ask(onDay(MONDAY, "13:00"), [...habit(3, "09:30"), ...habit(1, "12:00")])).toEqual([]);
    expect(kinds(ask(onDay(MONDAY, "02:00"), habit(3, "09:30")))).toEqual(["half-day-slip"]);
  });

  test("a wheelchair that was on each of the last rides is missed", () => {
    expect(ask(onDay(MONDAY, "10:00"), habit(2, "10:00", { wheelchairs: 1 }))).toEqual([
      { kind: "missing-wheelchair", because: "rides", usual: 1, mend: { wheelchairs: 1 } },
    ]);
    expect(ask(onDay(MONDAY, "10:00", { wheelchairs: 1 }), habit(2, "10:00", { wheelchairs: 1 }))).toEqual(
      [],
    );
    expect(
      ask(onDay(MONDAY, "10:00"), [...habit(1, "10:00"), ...habit(1, "10:00", { wheelchairs: 1 })]),
    ).toEqual([]);
  });

  test("before the first ride the member's record says whether a wheelchair is missed", () => {
    const noted = { usesWheelchair: true };
    expect(ask(onDay(MONDAY, "10:00"), [], noted)).toEqual([
      { kind: "missing-wheelchair", because: "record", usual: 1, mend: { wheelchairs: 1 } },
    ]);
    expect(ask(onDay(MONDAY, "10:00", { wheelchairs: 1 }), [], noted)).toEqual([]);
    expect(ask(onDay(MONDAY, "10:00"), habit(1, "10:00"), noted)).toEqual([]);
  });

  test("who always rode back the same day is asked about the way back, until it is booked", () => {
    const before = [...habit(2, "10:00"), ...habit(2, "13:30", WAY_BACK)];
    expect(ask(onDay(MONDAY, "10:00"), before)).toEqual([
      { kind: "forgotten-return", usual: monday("13:30") },
    ]);
    const back = booked(onDay(MONDAY, "14:00", WAY_BACK));
    expect(ask(onDay(MONDAY, "10:00"), [...before, back])).toEqual([]);
    expect(ask(onDay(MONDAY, "10:00"), [...habit(4, "10:00"), ...habit(1, "13:30", WAY_BACK)])).toEqual([]);
  });

  test("a facility closed that weekday or on a holiday is named, with the next day on which both are open", () => {
    const tuesday = addDays(MONDAY, 1);
    expect(ask(onDay(MONDAY, "10:00"), [], { facilities: [LIBRARY] })).toEqual([
      {
        ...{ kind: "closed-facility", stopId: stop("S9"), name: "図書館", because: "weekday", open: tuesday },
        mend: { time: departAt(jst(`${tuesday} 10:00`)) },
      },
    ]);
    expect(ask(onDay(tuesday, "10:00"), [], { facilities: [LIBRARY] })).toEqual([]);
    const holiday = "2022-11-23" as ServiceDate; // 勤労感謝の日
    expect(ask(onDay(holiday, "10:00"), [], { facilities: [LIBRARY] })).toMatchObject([
      { because: "holiday", open: "2022-11-24" },
    ]);
    expect(ask(onDay(MONDAY, "10:00", { to: stop("S5") }), [], { facilities: [LIBRARY] })).toEqual([]);
  });

  test("whatever is mended as proposed raises that doubt no more", () => {
    const time = fc.integer({ min: 0, max: 24 * 12 - 1 }).map((k) => k * 5 * MINUTE);
    const past = fc.record({ days: fc.nat(4), at: time, wheelchairs: fc.nat(1), turned: fc.boolean() });
    fc.assert(
      fc.property(time, fc.array(past, { maxLength: 4 }), (at, histories) => {
        const midnight = jst(`${MONDAY} 00:00`);
        const bookings = histories.flatMap(({ days, at, wheelchairs, turned }) =>
          Array.from({ length: days }, (_, k) => {
            const serviceDate = addDays(MONDAY, -7 * (k + 1));
            const wish = departAt((jst(`${serviceDate} 00:00`) + at) as never);
            const ends = turned ? WAY_BACK : {};
            return booked(aRequest({ serviceDate, time: wish, wheelchairs, ...ends }), "completed");
          }),
        );
        const request = aRequest({ time: departAt((midnight + at) as never) });
        for (const doubt of ask(request, bookings, { facilities: [LIBRARY] })) {
          if (!("mend" in doubt) || doubt.mend === undefined) continue;
          const serviceDate = "open" in doubt && doubt.open !== undefined ? doubt.open : MONDAY;
          const again = ask({ ...request, serviceDate, ...doubt.mend }, bookings, { facilities: [LIBRARY] });
          expect(kinds(again)).not.toContain(doubt.kind);
        }
      }),
      { numRuns: 300 },
    );
  });
});
