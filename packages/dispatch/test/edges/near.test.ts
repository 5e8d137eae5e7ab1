import { expect, test } from "vitest";
import type { DutyTimes } from "../../src/duty-times.ts";
import { placeBefore, placeBehind } from "../../src/duty-times.ts";
import { type Fleet, fleetOf } from "../../src/fleet.ts";
import type { Trip } from "../../src/index.ts";
import { near } from "../../src/near.ts";
import { eachOpening, type Opening } from "../../src/openings.ts";
import type { Legs } from "../../src/travel-times.ts";
import { at, clock, given, trip as tripOf } from "../picture.ts";
import { same, tinyDays } from "./tiny-day.ts";

const namesOf = (fleet: Fleet, trip: Trip) =>
  near(fleet, trip, trip).candidates.map((d) => fleet.problem.duties[d]!.id);

test("of a fleet those are left that could fetch the rider in time, have a seat and can be back", () => {
  const fleet = fleetOf(
    given(
      "here 8seats @A 9:00",
      "too-far 8seats @D 9:45",
      "too-small 2seats @A 9:00",
      "not-yet 8seats @A 9:41",
      "no-more 8seats @A 9:00-9:51",
      "just 8seats @A 9:40-10:02",
    ),
  );
  expect(namesOf(fleet, tripOf("new", "A→C 9:30 x3"))).toEqual(["here", "just"]);
  expect(namesOf(fleet, { ...tripOf("new", "A→C 9:30 x3"), onlyDuty: "here" })).toEqual(["here"]);
  expect(namesOf(fleet, { ...tripOf("new", "A→C 9:30 x3"), onlyDuty: "too-far" })).toEqual([]);
});

test("a rider may board at the very second at which the next one at her stop must, and no later", () => {
  const day = given("V1 8seats @depot 9:00").book("A→C 9:30"); // fetched by 9:40; he takes eleven minutes to board
  const trips = day.problem.trips.map((one) => ({ ...one, boardSeconds: 11 * 60 }));
  const fleet = fleetOf({ ...day, problem: { ...day.problem, trips } });
  const wish = (second: number) => ({
    ...tripOf("new", "A→C 9:40"),
    pickup: { earliest: second, latest: second },
  });
  expect(namesOf(fleet, wish(at("9:40")))).toEqual(["V1"]);
  expect(namesOf(fleet, wish(at("9:40") + 1))).toEqual([]);
});

test("a duty is left exactly if at one of its places the straight way on, or the way to its next visit, is in time", () => {
  const seen = { left: 0, out: 0 };
  for (const { fleet, trip: asked, random, where } of tinyDays(800)) {
    if (!fleet.legs.steady) continue;
    const trip = { ...asked, rideSecondsMax: random.int(0, 8) };
    const may = fleet.duties
      .filter((duty) => mayTake(duty, trip, fleet))
      .map(({ sequence }) => sequence.duty.id);
    same(namesOf(fleet, trip), may, where);
    seen.left += may.length;
    seen.out += fleet.duties.length - may.length;
  }
  for (const count of Object.values(seen)) expect(count, JSON.stringify(seen)).toBeGreaterThan(100);
});

/** Looks at every place of a duty by itself. */
function mayTake({ sequence, bounds }: DutyTimes, trip: Trip, { legs }: Fleet): boolean {
  const { count, firstOpen, duty, seatsTaken, wheelchairsTaken } = sequence;
  const { pickup, dropoff, pickupPlace, dropoffPlace, alightSeconds, boardSeconds, rideSecondsMax } = trip;
  const hasRoom = (leg: number) => {
    const chairs = wheelchairsTaken[leg]! + trip.wheelchairs;
    const seats = seatsTaken[leg]! + trip.seats + chairs * duty.seatsPerWheelchair;
    return chairs <= duty.wheelchairPlaces && seats <= duty.seats;
  };
  return Array.from({ length: count + 1 - firstOpen }, (_, n) => firstOpen + n).some((k) => {
    const fetched = Math.max(
      pickup.earliest,
      legs.arrival(placeBefore(sequence, k), pickupPlace, bounds.freeFrom[k]!),
    );
    if (fetched > pickup.latest || !hasRoom(k)) return false;
    const next = placeBehind(sequence, k);
    const leaves = fetched + boardSeconds;
    const brought = Math.max(dropoff.earliest, legs.arrival(pickupPlace, dropoffPlace, leaves));
    const back = legs.arrival(dropoffPlace, next, brought + alightSeconds);
    if (brought <= dropoff.latest && back <= bounds.arriveBy[k]!) return true;
    const there = legs.arrival(pickupPlace, next, leaves);
    const isInTime = there <= Math.min(bounds.closesBehind[k]!, dropoff.latest);
    return k < count && hasRoom(k + 1) && isInTime && there - leaves <= rideSecondsMax;
  });
}

test("at no pace is a duty ruled out that can just take the trip", () => {
  const seen = { straight: 0, along: 0 };
  for (const { fleet, trip, where } of tinyDays(400))
    for (const duty of fleet.duties) {
      const { legs } = fleet;
      const visit = (opening: Opening) => {
        const isStraight = opening.pickupBefore === opening.dropoffBefore;
        const tight = isStraight
          ? justStraight(duty, legs, trip, opening)
          : justAlong(duty, legs, trip, opening);
        const left = namesOf(fleet, tight);
        if (!left.includes(duty.sequence.duty.id)) expect(left, where).toContain(duty.sequence.duty.id);
        seen[isStraight ? "straight" : "along"]++;
      };
      eachOpening({ duty, bounds: duty.bounds, trip, windows: trip, legs, visit });
    }
  for (const count of Object.values(seen)) expect(count, JSON.stringify(seen)).toBeGreaterThan(100);
});

/** The trip with the windows that this place needs. */
function justInTime(trip: Trip, { pickupFrom, dropoffFrom }: Opening): Trip {
  const { pickup, dropoff } = trip;
  return { ...trip, pickup: { ...pickup, latest: pickupFrom }, dropoff: { ...dropoff, latest: dropoffFrom } };
}

/** …and alighting as slowly as what stands behind it bears. */
function justStraight({ sequence, bounds }: DutyTimes, legs: Legs, trip: Trip, opening: Opening): Trip {
  const { dropoffBefore, dropoffFrom } = opening;
  const next = placeBehind(sequence, dropoffBefore);
  const leavesBy = legs.departure(trip.dropoffPlace, next, bounds.arriveBy[dropoffBefore]!);
  return { ...justInTime(trip, opening), alightSeconds: leavesBy - dropoffFrom };
}

/** …and a ride no longer than to the next visit. */
function justAlong({ sequence }: DutyTimes, legs: Legs, trip: Trip, opening: Opening): Trip {
  const { pickupBefore, pickupFrom } = opening;
  const leaves = pickupFrom + trip.boardSeconds;
  const there = legs.arrival(trip.pickupPlace, sequence.place[pickupBefore]!, leaves);
  return { ...justInTime(trip, opening), rideSecondsMax: there - leaves };
}

test("only the places that meet the pickup window are looked at, and the first behind them", () => {
  const day = given("V1 8seats @depot 9:00")
    .book("A→C 9:30")
    .book("A→C 10:30")
    .book("A→C 11:30")
    .book("A→C 12:30");
  const fleet = fleetOf(day);
  const { freeFrom, closesBehind } = fleet.timetable;
  expect([...freeFrom].map(clock).join(" ")).toBe("9:00 9:30 9:41 10:30 10:41 11:30 11:41 12:30 12:41");
  expect([...closesBehind].map(clock).join(" ")).toBe("9:40 10:06 10:40 11:06 11:40 12:06 12:40 13:06 15:00");
  const placesLookedAt = (boardSeconds: number) => {
    const looks = new Set<number>();
    const get = (times: Float64Array, place: string) => looks.add(Number(place)) && times[Number(place)];
    const timetable = { ...fleet.timetable, freeFrom: new Proxy(freeFrom, { get }) };
    const crowd = { ...tripOf("new", "A→C 11:00 x9"), boardSeconds }; // nowhere is there room for them
    expect(namesOf({ ...fleet, timetable }, crowd)).toEqual([]);
    return [...looks];
  };
  expect(placesLookedAt(0)).toEqual([3, 4, 5]);
  expect(placesLookedAt(7 * 60)).toEqual([4, 5]); // aboard at 11:07 only: after r2 has alighted
});
