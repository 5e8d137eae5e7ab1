import { type RecurringId, timeOfDay } from "@noriai/kernel";
import { describe, expect, test } from "vitest";
import { versionOf } from "../src/booking-version.ts";
import {
  dutySheet,
  type Member,
  openReturnOf,
  type RecurringTerms,
  recurringRequest,
  recurringSteps,
  type TripNeed,
  withNeeds,
} from "../src/index.ts";
import { ADay } from "./a-day.ts";
import { aService, aVehicle } from "./a-service.ts";
import { AWaitingDay } from "./a-waiting-day.ts";
import { aParty, date, departAt, jst, MONDAY, member, monday, stop } from "./a-world.ts";

const WALKER = { needs: ["walker"] } as const;

describe("what a trip needs besides places (配慮事項)", () => {
  test("is kept each once and in one order; nothing leaves no trace, so that bookings of before are the same", () => {
    expect(withNeeds(["help", "walker", "help"])).toEqual({ needs: ["walker", "help"] });
    expect([withNeeds([]), withNeeds(undefined)]).toEqual([{}, {}]);
  });

  test("stays with it from the wish to the driver's sheet", () => {
    const given = new ADay();
    const { id } = given.booked("09:00", WALKER);
    expect(given.booking(id).request.needs).toEqual(["walker"]);
    const { tasks } = dutySheet(given.worldAt("09:30"), given.day, given.day.duties[0]!.id);
    expect(tasks.map(({ boards, alights }) => [...boards, ...alights].map(({ needs }) => needs))).toEqual([
      [["walker"]],
      [["walker"]],
    ]);
  });

  test("of a booking of before is nothing", () => {
    const given = new ADay();
    given.booked("09:00");
    const { tasks } = dutySheet(given.worldAt("09:30"), given.day, given.day.duties[0]!.id);
    expect(tasks.flatMap(({ boards }) => boards.map(({ needs }) => needs))).toEqual([[]]);
  });

  test("takes no place and no time: the promise is the same with and without", () => {
    const promised = (needs: readonly TripNeed[]) => new ADay().booked("09:00", withNeeds(needs)).promise;
    expect(promised(["walker", "stroller", "help"])).toEqual(promised([]));
  });

  test("is what a change says of it, and with it the booking is no longer what a colleague saw", () => {
    const given = new ADay();
    const { id } = given.booked("09:00", WALKER);
    const seen = versionOf(given.booking(id));
    given.booked("09:01", { replaces: id, needs: ["walker", "help"] });
    expect(given.booking(id).request).toMatchObject({ needs: ["walker", "help"] });
    const now = given.booking(id);
    expect(versionOf(now)).not.toBe(seen);
    // By the needs alone, not only by the hour of the change.
    expect(versionOf({ ...now, request: { ...now.request, ...WALKER } })).not.toBe(versionOf(now));
    given.booked("09:02", { replaces: id });
    expect(given.booking(id).request.needs).toBeUndefined();
  });

  test("comes along on the way back that is called when the rider is done", () => {
    const given = new ADay();
    const out = given.booked("08:00", WALKER);
    expect(openReturnOf(given.booking(out.id), [...given.day.bookings.values()])).toMatchObject(WALKER);
  });

  test("is remembered while the rider waits, and stands in the offer that comes of it", () => {
    const it = new AWaitingDay(aService({ vehicles: [aVehicle(1, { seats: 1, wheelchairPlaces: 0 })] }));
    const first = it.booked("08:00");
    it.waits("08:10", "m2", WALKER);
    it.cancel("08:20", first);
    expect([...it.day.quotes.values()].map(({ request }) => request.needs)).toEqual([["walker"]]);
  });
});

describe("the needs of a recurring wish", () => {
  const service = aService();
  const hanako: Member = { id: member("m1"), birthDate: undefined, disability: undefined };
  const terms: RecurringTerms = {
    ...{ weekdays: [1], first: MONDAY, last: MONDAY, from: stop("S1"), to: stop("S9") },
    time: { mode: "depart", at: timeOfDay("10:00") },
    back: { mode: "depart", at: timeOfDay("12:00") },
    ...{ companions: aParty({}), wheelchairs: 0, needs: ["walker", "help"] },
  };
  const wish = { id: "r1" as RecurringId, memberId: hanako.id, channel: "web", leftOut: [] } as const;

  test("are those of each of its rides, there and back", () => {
    const needs = (["out", "back"] as const).map(
      (leg) =>
        recurringRequest({
          service,
          wish: { ...wish, terms },
          member: hanako,
          serviceDate: date(MONDAY),
          leg,
        }).needs,
    );
    expect(needs).toEqual([terms.needs, terms.needs]);
  });

  test("that change are asked for anew; the same ones in another order are not", () => {
    const given = new ADay(service);
    const booking = given.booked("09:00", { time: departAt(monday("10:00")), needs: ["walker", "help"] });
    const record = {
      ...{ serviceDate: MONDAY, leg: "out" as const, version: 1, askedAt: monday("09:00") },
      ...{ bookingId: booking.id, isRefused: false },
    };
    const { back: _, ...oneWay } = terms;
    const steps = (needs: readonly TripNeed[]) =>
      recurringSteps({
        service,
        now: jst("2022-11-28 09:05"),
        wish: { ...wish, version: 2, terms: { ...oneWay, needs } },
        records: [record],
        bookings: new Map([[booking.id, booking]]),
      }).map(({ kind }) => kind);
    expect(steps(["help", "walker"])).toEqual([]);
    expect(steps(["walker"])).toEqual(["book"]);
    expect(steps([])).toEqual(["book"]);
  });
});
