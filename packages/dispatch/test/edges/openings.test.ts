import { expect, test } from "vitest";
import { type Bounds, type DutyTimes, placeBefore, placeBehind, roadBounds } from "../../src/duty-times.ts";
import { earliestStarts } from "../../src/earliest-starts.ts";
import { fleetOf } from "../../src/fleet.ts";
import type { Trip } from "../../src/index.ts";
import { eachOpening, fullness, type Opening, pickupPlaces, type Windows } from "../../src/openings.ts";
import { Legs } from "../../src/travel-times.ts";
import { clock, type Day, draw, given, places, trip as tripOf } from "../picture.ts";
import { everyPlace, isTooFull, same, tinyDays } from "./tiny-day.ts";

interface Asked {
  readonly duty: DutyTimes;
  readonly bounds: Bounds;
  readonly trip: Trip;
  readonly windows: Windows;
  readonly legs: Legs;
  readonly backwards?: boolean;
  readonly fullBy?: number;
}

function openings(asked: Asked): Opening[] {
  const found: Opening[] = [];
  eachOpening({ ...asked, visit: (opening) => found.push(opening) });
  return found;
}

/** Writes down every leg that is asked for. */
class Asking extends Legs {
  readonly asked: string[] = [];

  override arrival(from: number, to: number, departAt: number): number {
    this.asked.push(`${places[from]}→${places[to]}`);
    return super.arrival(from, to, departAt);
  }
}

/** Full from A to C in the morning; one rider, and room for another, from B to D. */
const busy = () => given("V1 2seats @depot 9:00").book("A→C 9:30 x2").book("B→D 11:00");

/** "2 2: 10:20 10:24, behind 10:24": before which visits, boarding, alighting, and when it is where it goes next. */
function openingsOf(day: Day, text: string, alightSeconds = 0): { found: string[]; asked: string[] } {
  const [duty] = fleetOf(day).duties;
  const trip = { ...tripOf("new", text), alightSeconds };
  const legs = new Asking(day.problem.travelTimes);
  const found = openings({ duty: duty!, bounds: duty!.bounds, trip, windows: trip, legs });
  const say = (one: Opening) =>
    `${one.pickupBefore} ${one.dropoffBefore}: ${clock(one.pickupFrom)} ${clock(one.dropoffFrom)}, behind ${clock(one.restFrom)}`;
  return { found: found.map(say), asked: legs.asked };
}

test("between two rides there is one place for a third, and only its legs are fetched from the map", () => {
  expect(draw(busy())).toBe(
    "V1 | depot 9:20 | A +2 9:30 | C -2 9:41 | B +1 11:00 | D -1 11:16 | depot 11:46",
  );
  const { found, asked } = openingsOf(busy(), "A→B 10:20");
  expect(found).toEqual(["2 2: 10:20 10:24, behind 10:24"]);
  expect(asked.join(" ")).toBe("C→A A→B B→B A→B"); // to her, with her, on to B; and whether she could ride on to B
});

test("beside somebody's ride there are two places more: who is fetched before him or with him gets off before he does", () => {
  expect(openingsOf(busy(), "B→C 10:50").found).toEqual([
    "2 2: 10:50 10:57, behind 11:04",
    "2 3: 10:50 11:07, behind 11:16",
    "3 3: 11:00 11:07, behind 11:16",
  ]);
});

test("nothing is fetched for a wish outside the duty, beyond a leg that is full, nor where the next visit comes too soon", () => {
  expect(openingsOf(busy(), "A→C 15:01")).toEqual({ found: [], asked: [] });
  expect(openingsOf(busy(), "B→C 10:50 x2").asked.join(" ")).toBe("C→B B→C C→B B→B B→B");
  expect(openingsOf(busy(), "A→C 9:30").asked.join(" ")).toBe("depot→A A→A A→A"); // not A→C first: he would wait until 9:52
  expect(openingsOf(busy(), "A→B 9:25", 12 * 60).asked.join(" ")).toBe("depot→A A→A A→A"); // nor A→B: until 9:41 at least
});

test("a place is called exactly if driving there, along and on keeps the bounds; in order, or from the latest pickup back", () => {
  const seen = { called: 0, not: 0, full: 0, late: 0 };
  for (const { fleet, trip, random, where } of tinyDays(300))
    for (const duty of fleet.duties) {
      const late = random.pick([0, 0, 5]);
      const bounds =
        late > 0 ? roadBounds(duty.sequence, fleet.legs, late) : random.pick([duty.bounds, duty.road]);
      const fullBy = random.pick([0, 0, 61, Number.POSITIVE_INFINITY]);
      const windows = widened(trip, random.pick([0, 0, 10]));
      const asked = { duty, bounds, trip, windows, legs: fleet.legs, fullBy };
      const all = [...everyPlace(duty.sequence, trip)].map((place) => openingAt(asked, late, place));
      const expected = all.filter((one) => one !== undefined);
      same(openings(asked), expected, where);
      const pickups = new Set(expected.map(({ pickupBefore }) => pickupBefore));
      const fromTheLast = [...pickups].reverse();
      same(
        openings({ ...asked, backwards: true }),
        fromTheLast.flatMap((place) => expected.filter(({ pickupBefore }) => pickupBefore === place)),
        where,
      );
      seen.called += expected.length;
      seen.not += all.length - expected.length;
      seen.full += expected.filter(({ full }) => full > 0).length;
      if (late > 0) seen.late += expected.length;
    }
  for (const count of Object.values(seen)) expect(count, JSON.stringify(seen)).toBeGreaterThan(50);
});

test("every place that keeps all limits when the whole duty is driven is called, with times it cannot beat", () => {
  let kept = 0;
  for (const { fleet, trip, where } of tinyDays(300))
    for (const duty of fleet.duties) {
      const found = openings({ duty, bounds: duty.bounds, trip, windows: trip, legs: fleet.legs });
      for (const place of everyPlace(duty.sequence, trip)) {
        const { whole, pickupBefore, dropoffBefore } = place;
        const starts = new Float64Array(whole.count);
        if (isTooFull(place) || !earliestStarts(whole, fleet.legs, starts)) continue;
        const one = found.find(
          (other) => other.pickupBefore === pickupBefore && other.dropoffBefore === dropoffBefore,
        );
        expect(one, where).toBeDefined();
        expect(one!.pickupFrom, where).toBeLessThanOrEqual(starts[pickupBefore]!);
        expect(one!.dropoffFrom, where).toBeLessThanOrEqual(starts[dropoffBefore + 1]!);
        kept++;
      }
    }
  expect(kept).toBeGreaterThan(300);
});

test("the run of places that meet a pickup window begins and ends at the second", () => {
  for (const { fleet, trip, where } of tinyDays(300))
    for (const { sequence, bounds } of fleet.duties) {
      const { firstOpen, count } = sequence;
      const { earliest, latest } = trip.pickup;
      const all = Array.from({ length: count + 1 - firstOpen }, (_, k) => firstOpen + k);
      const closes = (k: number) => bounds.closesBehind[k]! < earliest + trip.boardSeconds;
      const isLate = (k: number) => bounds.freeFrom[k]! > latest;
      const { first, last } = pickupPlaces({ sequence, bounds, trip, window: trip.pickup });
      same([first, last], [firstOpen + all.filter(closes).length, count - all.filter(isLate).length], where);
    }
});

test("a party that does not fit counts a minute and each seat or wheelchair place that it lacks, whichever is more", () => {
  const day = given("V1 4seats 1chair @depot 9:00").book("A→C 9:30 x3");
  const { sequence } = fleetOf(day).duties[0]!;
  const lacks = (leg: number, text: string) => fullness(sequence, leg, tripOf("new", text));
  expect([lacks(1, "A→C 9:30"), lacks(1, "A→C 9:30 x2"), lacks(1, "A→C 9:30 x4")]).toEqual([0, 61, 63]);
  expect([lacks(0, "A→C 9:30 x4"), lacks(2, "A→C 9:30 x4"), lacks(2, "A→C 9:30 x5")]).toEqual([0, 0, 61]);
  // A wheelchair takes the place of two seats: with three taken one is missing; three of them lack two places, two seats.
  expect([lacks(1, "A→C 9:30 +1chair"), lacks(2, "A→C 9:30 +1chair"), lacks(2, "A→C 9:30 +3chair")]).toEqual([
    61, 0, 62,
  ]);
});

function widened({ pickup, dropoff }: Trip, seconds: number): Windows {
  const wider = (window: Trip["pickup"]) => ({
    earliest: window.earliest - seconds,
    latest: window.latest + seconds,
  });
  return { pickup: wider(pickup), dropoff: wider(dropoff) };
}

/** One place by itself: driven from where the vehicle is free, through every visit between, to the next behind. */
function openingAt(
  { duty: { sequence }, bounds, trip, windows, legs, fullBy = 0 }: Asked,
  late: number,
  { pickupBefore, dropoffBefore }: { pickupBefore: number; dropoffBefore: number },
): Opening | undefined {
  const { pickup, dropoff } = windows;
  const fetched = legs.arrival(
    placeBefore(sequence, pickupBefore),
    trip.pickupPlace,
    bounds.freeFrom[pickupBefore]!,
  );
  const pickupFrom = Math.max(pickup.earliest, fetched);
  let full = fullness(sequence, pickupBefore, trip);
  let here = trip.pickupPlace;
  let leaves = pickupFrom + trip.boardSeconds;
  let isLate = pickupFrom > pickup.latest;
  for (let k = pickupBefore; k < dropoffBefore; k++) {
    const start = Math.max(sequence.earliest[k]!, legs.arrival(here, sequence.place[k]!, leaves));
    isLate ||= start > sequence.latest[k]! + late;
    leaves = start + sequence.service[k]!;
    here = sequence.place[k]!;
    full = Math.max(full, fullness(sequence, k + 1, trip));
  }
  const dropoffFrom = Math.max(dropoff.earliest, legs.arrival(here, trip.dropoffPlace, leaves));
  const restFrom = legs.arrival(
    trip.dropoffPlace,
    placeBehind(sequence, dropoffBefore),
    dropoffFrom + trip.alightSeconds,
  );
  isLate ||= dropoffFrom > dropoff.latest || restFrom > bounds.arriveBy[dropoffBefore]!;
  return isLate || full > fullBy
    ? undefined
    : { pickupBefore, dropoffBefore, pickupFrom, dropoffFrom, restFrom, full };
}
