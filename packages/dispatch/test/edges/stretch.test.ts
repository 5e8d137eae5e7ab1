import { expect, test } from "vitest";
import { costOf } from "../../src/cost.ts";
import type { DutyTimes } from "../../src/duty-times.ts";
import { earliestStarts } from "../../src/earliest-starts.ts";
import { type Fleet, fleetOf } from "../../src/fleet.ts";
import { insertTrip, type Sequence } from "../../src/sequence.ts";
import { insertInto, roomFor, roomLike, type TimedStretch } from "../../src/stretch.ts";
import { drivingSeconds, fetchArriveByRidersLate } from "../../src/timing.ts";
import type { Legs } from "../../src/travel-times.ts";
import { at, clock, type Day, given, places as names, trip as tripOf } from "../picture.ts";
import { everyPlace, type Inserted, same, type TinyDay, tinyDays } from "./tiny-day.ts";

const DAYS = 250;

/** A new trip in two places of a duty, as a stretch and as the whole duty. */
interface Tried {
  readonly duty: DutyTimes;
  readonly place: Inserted;
  readonly stretch: TimedStretch | undefined;
  /** When each visit of the whole begins; undefined where that breaks a limit. */
  readonly after: readonly number[] | undefined;
}

function tryAt(fleet: Fleet, duty: DutyTimes, place: Inserted): Tried {
  const trip = place.whole.trips[place.pickupBefore]!;
  const opening = { ...place, pickupFrom: 0, dropoffFrom: 0, restFrom: 0, full: 0 };
  const room = roomFor(duty.sequence.count);
  const stretch = insertInto({ duty, trip, opening, legs: fleet.legs, room });
  return { duty, place, stretch, after: driven(place.whole, fleet.legs) };
}

function* everyStretch({ fleet, trip }: TinyDay): Generator<Tried> {
  for (const duty of fleet.duties)
    for (const place of everyPlace(duty.sequence, trip)) yield tryAt(fleet, duty, place);
}

function driven(sequence: Sequence, legs: Legs): number[] | undefined {
  const starts = new Float64Array(sequence.count);
  if (!earliestStarts(sequence, legs, starts)) return undefined;
  fetchArriveByRidersLate({ sequence, starts }, legs);
  return [...starts];
}

/** "2 to 4: B r2 11:00 | …": between which places the stretch lies, and who boards and alights where and when. */
function drawn(day: Day, text: string, [pickupBefore, dropoffBefore]: [number, number]): string {
  const fleet = fleetOf(day);
  const duty = fleet.duties[0]!;
  const places = [...everyPlace(duty.sequence, tripOf("new", text))];
  const place = places.find(
    (one) => one.pickupBefore === pickupBefore && one.dropoffBefore === dropoffBefore,
  );
  const { stretch } = tryAt(fleet, duty, place!);
  if (stretch === undefined) return "cannot be";
  const { sequence, starts, from, to } = stretch;
  const stops = sequence.visits.map(
    ({ tripId, kind }, k) =>
      `${names[sequence.place[k]!]} ${kind === "pickup" ? "+" : "-"}${tripId} ${clock(starts[k]!)}`,
  );
  return `${from} to ${to}: ${stops.join(" | ")}`;
}

test("a new rider moves nothing beyond the moments at which nobody is aboard", () => {
  const day = given("V1 8seats @depot 9:00").book("A→C 9:30").book("B→D 11:00").book("D→B 13:00");
  expect(drawn(day, "B→C 11:05", [3, 3])).toBe(
    "2 to 4: B +r2 11:00 | B +new 11:05 | C -new 11:12 | D -r2 11:21",
  );
  expect(drawn(day, "A→B 10:20", [2, 2])).toBe("2 to 2: A +new 10:20 | B -new 10:24");
  expect(drawn(day, "B→C 11:05", [2, 5])).toBe("cannot be"); // aboard for two hours
});

test("where the vehicle comes too late to the next rider, what it moves reaches on to the end of her ride", () => {
  const day = given("V1 8seats @depot 9:00").book("B→D 11:00").book("D→B 11:20").book("A→C 13:00");
  expect(drawn(day, "B→C 11:04", [1, 1])).toBe(
    "0 to 2: B +r1 11:00 | B +new 11:04 | C -new 11:11 | D -r1 11:20",
  );
  expect(drawn(day, "B→C 11:05", [1, 1])).toBe(
    "0 to 4: B +r1 11:00 | B +new 11:05 | C -new 11:12 | D -r1 11:21 | D +r2 11:21 | B -r2 11:37",
  );
});

test("the stretch that a new trip moves, between what stays as it was, is the whole duty driven anew", () => {
  const seen = { fits: 0, not: 0, within: 0, longer: 0 };
  for (const day of tinyDays(DAYS))
    for (const { duty, place, stretch, after } of everyStretch(day)) {
      same(stretch !== undefined, after !== undefined, day.where);
      if (stretch === undefined || after === undefined) {
        seen.not++;
        continue;
      }
      const { from, to, sequence, pickup, dropoff } = stretch;
      same(sequence.visits, place.whole.visits.slice(from, to + 2), day.where);
      same([from + pickup, from + dropoff], [place.pickupBefore, place.dropoffBefore + 1], day.where);
      same([...stretch.starts.subarray(0, sequence.count)], after.slice(from, to + 2), day.where);
      same([...duty.starts.subarray(0, from)], after.slice(0, from), day.where);
      // Where a way round is the shorter way, the vehicle may be there earlier; nobody behind is later.
      const later = after.slice(to + 2).filter((start, k) => start > duty.starts[to + k]!);
      same(later, [], day.where);
      seen.fits++;
      if (to < duty.sequence.count) seen.within++;
      if (to > duty.emptyBehind[place.dropoffBefore]!) seen.longer++;
    }
  for (const count of Object.values(seen)) expect(count, JSON.stringify(seen)).toBeGreaterThan(20);
});

test("what the trip adds to the driving is what the whole duty drives more", () => {
  let looked = 0;
  for (const day of tinyDays(DAYS))
    for (const { duty, place, stretch, after } of everyStretch(day)) {
      if (stretch === undefined) continue;
      const { legs } = day.fleet;
      const isStill =
        stretch.to === duty.sequence.count || after![stretch.to + 2] === duty.starts[stretch.to];
      if (!isStill) continue; // the vehicle is there earlier than before
      const starts = Float64Array.from(after!);
      const more = drivingSeconds({ sequence: place.whole, starts }, legs) - drivingSeconds(duty, legs);
      same(costOf({ duty, after: stretch, legs }).vehicleSeconds, more, day.where);
      looked++;
    }
  expect(looked).toBeGreaterThan(300);
});

test("a room for stretches takes a whole duty as well, with its own limits", () => {
  const fleet = fleetOf(given("V1 8seats @depot 9:00-12:00").book("A→C 9:30").book("B→D 11:00"));
  const { sequence } = fleet.duties[0]!;
  for (const { whole, ...place } of everyPlace(sequence, tripOf("new", "A→C 10:00"))) {
    const trip = whole.trips[place.pickupBefore]!;
    const target = roomLike({ ...sequence, firstOpen: 0, workSpan: 7200 }, fleet.room);
    insertTrip({ base: sequence, target, trip, ...place });
    expect(driven(target, fleet.legs)).toEqual(driven({ ...whole, workSpan: 7200 }, fleet.legs));
    expect([target.duty.id, target.endsAt, target.firstOpen]).toEqual(["V1", at("12:00"), 0]);
  }
});

test("it is as short as can be: from where nobody is aboard to where nobody is and nobody is later", () => {
  let shorter = 0;
  for (const day of tinyDays(DAYS))
    for (const { duty, place, stretch, after } of everyStretch(day)) {
      if (stretch === undefined) continue;
      const { count } = duty.sequence;
      const isLater = (k: number) => k < count && after![k + 2]! > duty.starts[k]!;
      const empty = placesWithNobodyAboard(duty.sequence);
      const from = empty.findLast((k) => k <= place.pickupBefore) ?? 0;
      const to = empty.find((k) => k >= place.dropoffBefore && !isLater(k)) ?? count;
      same([stretch.from, stretch.to], [from, to], day.where);
      if (from > 0 || to < count) shorter++;
    }
  expect(shorter).toBeGreaterThan(60);
});

/** Before the first visit and behind the last nobody is; with a driver whose hours are counted somebody always is. */
function placesWithNobodyAboard({ count, seatsTaken, wheelchairsTaken, workSpan }: Sequence): number[] {
  if (workSpan < Number.POSITIVE_INFINITY) return [];
  const isEmpty = (k: number) => seatsTaken[k]! + wheelchairsTaken[k]! === 0;
  return Array.from({ length: count + 1 }, (_, k) => k).filter((k) => k === 0 || k === count || isEmpty(k));
}
