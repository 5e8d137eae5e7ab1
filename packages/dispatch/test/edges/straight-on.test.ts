import { expect, test } from "vitest";
import { type DutyTimes, placeBefore, placeBehind } from "../../src/duty-times.ts";
import { fleetOf } from "../../src/fleet.ts";
import type { Trip } from "../../src/index.ts";
import { fullness } from "../../src/openings.ts";
import { nearestStraightPlace, rejectionAt } from "../../src/quick-rejection.ts";
import { dropoffWindow } from "../../src/rules/dropoff-window.ts";
import { dutyEnd, dutyStart } from "../../src/rules/duty-hours.ts";
import { pickupWindow } from "../../src/rules/pickup-window.ts";
import { promise } from "../../src/rules/promise.ts";
import { distance, type Rejection } from "../../src/rules/rejection.ts";
import { seats } from "../../src/rules/seats.ts";
import { wheelchairPlaces } from "../../src/rules/wheelchair-places.ts";
import { Legs } from "../../src/travel-times.ts";
import { type Day, given, places, trip as tripOf } from "../picture.ts";
import { same, tinyDays } from "./tiny-day.ts";

/** Writes down every leg that is asked for. */
class Asking extends Legs {
  readonly asked: string[] = [];

  override arrival(from: number, to: number, departAt: number): number {
    this.asked.push(`${places[from]}→${places[to]}`);
    return super.arrival(from, to, departAt);
  }
}

function nearest(day: Day, text: string, boardSeconds = 0) {
  const duty = fleetOf(day).duties[0]!;
  const trip = { ...tripOf("new", text), boardSeconds };
  const legs = new Asking(day.problem.travelTimes);
  const { place, distance: seconds } = nearestStraightPlace({ duty, trip, legs });
  const asked = legs.asked.join(" ");
  const rejection = seconds > 0 ? rejectionAt({ duty, place, trip, legs }) : undefined;
  return { place, seconds, rejection, asked };
}

/** Full from A to C in the morning; one rider, and room for another, from B to D. */
const busy = () => given("V1 2seats @depot 9:00").book("A→C 9:30 x2").book("B→D 11:00");

test("a rider who is driven straight on makes the next one late by so much; farther places are not looked at", () => {
  expect(nearest(busy(), "D→A 10:45")).toMatchObject({ place: 2, seconds: 0, rejection: undefined });
  expect(nearest(busy(), "D→A 10:48")).toEqual({
    place: 2,
    seconds: 120,
    rejection: { kind: "breaks-promise", tripId: "r2", seconds: 120 },
    asked: "C→D D→A A→B",
  });
  // Where she boards slowly two places behind are asked; that r1's drop-off, due by 10:06, comes too soon is clear.
  expect(nearest(busy(), "D→A 10:48", 22 * 60)).toMatchObject({
    seconds: 24 * 60,
    asked: "C→D D→A A→B B→D D→A A→D D→D D→A A→depot",
  });
});

test("where the vehicle is full, a place before and one behind are asked how late they would be, no more", () => {
  expect(nearest(busy(), "A→C 9:30")).toEqual({
    place: 1,
    seconds: 61,
    rejection: { kind: "no-seat", seatsShort: 1 },
    asked: "A→A A→C C→C C→A depot→A A→C C→A", // aboard with r1; after him: too late at A; before him: late for him
  });
});

test("the rule that a place breaks is named with its amount: hours, pickup, arrival, the end of the duty", () => {
  const rejectionOf = (text: string, duty = "V1 8seats 1chair @depot 9:00-15:00") =>
    nearest(given(duty), text).rejection;
  expect(rejectionOf("D→C 9:10")).toEqual({ kind: "pickup-too-late", seconds: 600 });
  expect(rejectionOf("A→C 8:40")).toEqual({ kind: "duty-not-started", seconds: 1200 });
  expect(rejectionOf("A→C 14:29")).toEqual({ kind: "duty-ends-before", seconds: 60 });
  expect(rejectionOf("A→C 9:30 x10")).toEqual({ kind: "no-seat", seatsShort: 2 });
  expect(rejectionOf("A→C 9:30 +3chair")).toEqual({ kind: "no-wheelchair-place", placesShort: 2 });
  const day = given("V1 8seats @depot 9:00");
  const duty = fleetOf(day).duties[0]!;
  const legs = new Legs(day.problem.travelTimes);
  const slow = { ...tripOf("new", "A→C 9:30"), boardSeconds: 30 * 60 }; // there at 10:11, by 10:06 at the latest
  expect(nearestStraightPlace({ duty, trip: slow, legs })).toEqual({ place: 0, distance: 5 * 60 });
  expect(rejectionAt({ duty, place: 0, trip: slow, legs })).toEqual({
    kind: "dropoff-too-late",
    seconds: 5 * 60,
  });
});

test("of all places none is nearer; equal ones: the last that meets the window, then the next behind it, then before", () => {
  const seen = { inTime: 0, late: 0, moved: 0 };
  for (const { fleet, trip, where } of tinyDays(400))
    for (const duty of fleet.duties) {
      const { firstOpen, count } = duty.sequence;
      const inTime = (k: number) => k === firstOpen || duty.road.freeFrom[k]! <= trip.pickup.latest;
      const last = Array.from({ length: count + 1 }, (_, k) => k).findLast(
        (k) => k >= firstOpen && inTime(k),
      )!;
      const outwards = [...range(last, count), ...range(firstOpen, last - 1).reverse()];
      const far = outwards.map((k) => farFrom(duty, fleet.legs, trip, k));
      const least = Math.min(...far);
      const expected = { place: outwards[far.indexOf(least)], distance: least };
      same(nearestStraightPlace({ duty, trip, legs: fleet.legs }), expected, where);
      seen[least > 0 ? "late" : "inTime"]++;
      if (expected.place !== last) seen.moved++;
    }
  for (const number of Object.values(seen)) expect(number, JSON.stringify(seen)).toBeGreaterThan(5);
});

test("the worst of the rules that a place breaks is named, and of those whom it makes late the first", () => {
  const kinds = new Map<string, number>();
  for (const { fleet, trip, where } of tinyDays(400))
    for (const duty of fleet.duties)
      for (let k = duty.sequence.firstOpen; k <= duty.sequence.count; k++) {
        if (farFrom(duty, fleet.legs, trip, k) <= 0) continue;
        const rejection = rejectionAt({ duty, place: k, trip, legs: fleet.legs })!;
        const [worst] = brokenAt(duty, fleet.legs, trip, k).sort((a, b) => distance(b) - distance(a));
        same(rejection, worst, `${where} ${k}`);
        if (fleet.legs.steady) same(distance(rejection), farFrom(duty, fleet.legs, trip, k), where);
        kinds.set(rejection.kind, (kinds.get(rejection.kind) ?? 0) + 1);
      }
  expect(kinds.size).toBe(7);
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to + 1 - from }, (_, n) => from + n);
}

interface Driven {
  readonly pickupAt: number;
  readonly dropoffAt: number;
  readonly behindAt: number;
}

/** From where the vehicle is free to the rider, to where she goes, and to the next visit. */
function drive({ sequence, road }: DutyTimes, legs: Legs, trip: Trip, k: number): Driven {
  const fetched = legs.arrival(placeBefore(sequence, k), trip.pickupPlace, road.freeFrom[k]!);
  const pickupAt = Math.max(trip.pickup.earliest, fetched);
  const brought = legs.arrival(trip.pickupPlace, trip.dropoffPlace, pickupAt + trip.boardSeconds);
  const dropoffAt = Math.max(trip.dropoff.earliest, brought);
  const behindAt = legs.arrival(trip.dropoffPlace, placeBehind(sequence, k), dropoffAt + trip.alightSeconds);
  return { pickupAt, dropoffAt, behindAt };
}

function farFrom(duty: DutyTimes, legs: Legs, trip: Trip, k: number): number {
  const { pickupAt, dropoffAt, behindAt } = drive(duty, legs, trip, k);
  const late = [
    pickupAt - trip.pickup.latest,
    dropoffAt - trip.dropoff.latest,
    behindAt - duty.road.arriveBy[k]!,
  ];
  return Math.max(fullness(duty.sequence, k, trip), ...late);
}

/** Every rule that driving straight on breaks, the rider's own first, then those behind in driving order. */
function brokenAt(times: DutyTimes, legs: Legs, trip: Trip, k: number): Rejection[] {
  const { sequence } = times;
  const { duty, count, place, earliest, latest, service, trips } = sequence;
  const { pickupAt, dropoffAt, behindAt } = drive(times, legs, trip, k);
  const load = {
    seats: sequence.seatsTaken[k]! + trip.seats,
    wheelchairs: sequence.wheelchairsTaken[k]! + trip.wheelchairs,
  };
  const found: (Rejection | undefined)[] = [
    seats(load, duty),
    wheelchairPlaces(load, duty),
    dutyStart(pickupAt, trip.pickup, duty) ?? pickupWindow(pickupAt, trip.pickup),
    dropoffWindow(dropoffAt, trip.dropoff),
  ];
  let at = behindAt;
  for (let n = k; n < count; n++) {
    const value = Math.max(earliest[n]!, at);
    found.push(promise(trips[n]!.id, { value, limit: latest[n]! }));
    at = legs.arrival(place[n]!, placeBehind(sequence, n + 1), value + service[n]!);
  }
  return [...found, dutyEnd(at, sequence)].filter((one) => one !== undefined);
}
