import { expect, test } from "vitest";
import { type DutyTimes, placeBehind, roadBounds } from "../../src/duty-times.ts";
import { earliestStarts } from "../../src/earliest-starts.ts";
import { fleetOf } from "../../src/fleet.ts";
import { driveOn } from "../../src/projection.ts";
import type { Sequence } from "../../src/sequence.ts";
import { drivingSeconds } from "../../src/timing.ts";
import type { Legs } from "../../src/travel-times.ts";
import { at, clock, type Day, draw, given } from "../picture.ts";
import { same, tinyDays } from "./tiny-day.ts";

const DAYS = 250;
const HORIZON = 300;

/** The numbers of one duty's places as a row of clock times. */
const row = (times: Float64Array) => Array.from(times, clock).join(" ");
const only = (day: Pick<Day, "problem" | "plan">) => fleetOf(day).duties[0]!;

test("a duty knows of each of its places when the vehicle is free there and by when it must be at the next visit", () => {
  const day = given("V1 8seats @depot 9:00").book("A→C 9:30").book("B→D 11:00");
  expect(draw(day)).toBe("V1 | depot 9:20 | A +1 9:30 | C -1 9:41 | B +1 11:00 | D -1 11:16 | depot 11:46");
  const { bounds, road, emptyBefore, emptyBehind, latestStarts } = only(day);
  expect(row(bounds.freeFrom)).toBe("9:00 9:30 9:41 11:00 11:16");
  expect(row(bounds.arriveBy)).toBe("9:40 10:06 11:10 11:41 15:00");
  expect(row(latestStarts)).toBe("9:40 10:06 11:10 11:41");
  expect(row(road.opensBefore)).toBe("9:00 9:30 9:41 11:00 11:16");
  expect(row(road.closesBehind)).toBe("9:40 10:06 11:10 11:41 15:00");
  expect([...emptyBefore, "|", ...emptyBehind].join(" ")).toBe("0 0 2 2 4 | 0 2 2 4 4"); // nobody is aboard at 0, 2, 4
});

test("the driving of a duty is added up visit by visit, its work with boarding and alighting", () => {
  const day = given("V1 8seats @depot 9:00").book("A→C 9:30").book("B→D 11:00");
  const minutes = (seconds: Float64Array) => Array.from(seconds, (one) => one / 60).join(" ");
  expect(minutes(only(day).drivenBefore)).toBe("0 10 21 28 44 74");
  expect(minutes(only(day).busyBefore)).toBe("10 21 28 44 74");
  const slow = day.problem.trips.map((one) => ({ ...one, boardSeconds: 120, alightSeconds: 60 }));
  const unhurried = only({ ...day, problem: { ...day.problem, trips: slow } });
  expect(minutes(unhurried.busyBefore)).toBe("10 23 31 49 80");
  expect(minutes(unhurried.drivenBefore)).toBe("0 10 21 28 44 74");
});

test("each bound holds to the second: who comes by then breaks nothing, who comes a second later does", () => {
  for (const { fleet, random, where } of tinyDays(DAYS))
    for (const duty of fleet.duties) {
      const { sequence, bounds, road } = duty;
      const late = random.int(0, 9);
      const { legs } = fleet;
      const patient = roadBounds(sequence, legs, late);
      for (let k = 0; k <= sequence.count; k++) {
        const inTime = (bearing: number) =>
          lastInTime((at) => lateBehind(sequence, legs, { k, at }) <= bearing);
        same([road.arriveBy[k], patient.arriveBy[k]], [inTime(0), inTime(late)], `${where} ${k}`);
        same(bounds.arriveBy[k], lastWithRideLimits(duty, legs, k), `${where} ${k}`);
      }
    }
});

test("the vehicle is free where it drives on without looking at ride limits; where nobody is aboard, at its exact time", () => {
  for (const { fleet, where } of tinyDays(DAYS))
    for (const { sequence, starts, bounds, road, emptyBefore } of fleet.duties) {
      const { count, service, origin } = sequence;
      const regardless = driveOn(sequence, fleet.legs).starts;
      const free = Array.from(regardless, (start, k) => start + service[k]!);
      same([...road.freeFrom], [origin.readyAt, ...free], where);
      for (let k = 1; k <= count; k++) {
        const empty = emptyBefore[Math.min(k, count - 1)]!; // the end of the duty is driven to
        const passes = empty === 0 ? origin.readyAt : starts[empty - 1]! + service[empty - 1]!;
        const { starts: behind } = driveOn(restOf(sequence, empty, passes), fleet.legs);
        const freeFrom = k === empty ? passes : behind[k - empty - 1]! + service[k - 1]!;
        same(bounds.freeFrom[k], freeFrom, `${where} ${k}`);
      }
    }
});

test("a visit that opens before a place, one that closes behind it: the windows alone", () => {
  for (const { fleet, where } of tinyDays(DAYS))
    for (const { sequence, bounds } of fleet.duties) {
      const { count, earliest, latest, service, origin, endsAt } = sequence;
      const { opensBefore, closesBehind } = roadBounds(sequence, fleet.legs, 7);
      for (let k = 0; k <= count; k++) {
        const ends = Array.from(earliest.subarray(0, k), (from, n) => from + service[n]!);
        same(opensBefore[k], Math.max(origin.readyAt, ...ends), where);
        same(closesBehind[k], Math.min(endsAt, ...latest.subarray(k, count)) + 7, where);
        same([bounds.opensBefore[k], bounds.closesBehind[k]], [opensBefore[k], closesBehind[k]! - 7], where);
      }
    }
});

test("the visit that binds a place is the first that is late for who comes a second too late", () => {
  let bound = 0;
  for (const { fleet, random, where } of tinyDays(DAYS)) {
    if (!fleet.legs.steady) continue;
    for (const { sequence } of fleet.duties) {
      const late = random.pick([0, 5]);
      const { arriveBy, boundBy } = roadBounds(sequence, fleet.legs, late);
      for (let k = 0; k <= sequence.count; k++) {
        const starts = startsFrom(sequence, fleet.legs, { k, at: arriveBy[k]! + 1 });
        const first = starts.findIndex((start, n) => n >= k && start > sequence.latest[n]! + late);
        same(boundBy[k], first < 0 ? sequence.count : first, `${where} ${k}`);
        if (first >= 0) bound++;
      }
    }
  }
  expect(bound).toBeGreaterThan(100);
});

test("where roads become slow, a ride that may not last longer must begin in time: known where nobody is aboard", () => {
  const slowFrom = (time: string) => [{ startsAt: at(time), permille: 2000 }];
  const day = given("V1 8seats @depot 9:00").with({ pace: slowFrom("9:50") });
  const booked = day.book("depot→A 9:00").book("A→C 9:30");
  const trips = booked.problem.trips.map((one) =>
    one.id === "r2" ? { ...one, rideSecondsMax: 11 * 60 } : one,
  );
  const { bounds, road } = only({ ...booked, problem: { ...booked.problem, trips } });
  expect(row(road.arriveBy)).toBe("9:10 9:35 9:40 10:06 15:00");
  expect(row(bounds.arriveBy)).toBe("9:10 9:35 9:39 10:06 15:00"); // from 9:39 on eleven minutes are not enough
});

test("the driving before the last leg's end is that of the whole duty", () => {
  for (const { fleet, where } of tinyDays(DAYS))
    for (const duty of fleet.duties) {
      const { count } = duty.sequence;
      same(duty.drivenBefore[count + 1], drivingSeconds(duty, fleet.legs), where);
      same(duty.drivenBefore[0], 0, where);
    }
});

/** When the visits from k on begin for who comes to visit k at an instant. */
function startsFrom(sequence: Sequence, legs: Legs, { k, at }: { k: number; at: number }): number[] {
  const { count, place, earliest, service } = sequence;
  const starts: number[] = new Array(count + 1).fill(Number.NEGATIVE_INFINITY);
  let arrival = at;
  for (let n = k; n < count; n++) {
    starts[n] = Math.max(earliest[n]!, arrival);
    arrival = legs.arrival(place[n]!, placeBehind(sequence, n + 1), starts[n]! + service[n]!);
  }
  starts[count] = arrival;
  return starts;
}

function lateBehind(sequence: Sequence, legs: Legs, from: { k: number; at: number }): number {
  const { count, latest, endsAt } = sequence;
  const starts = startsFrom(sequence, legs, from);
  return Math.max(...starts.map((start, n) => start - (n < count ? latest[n]! : endsAt)));
}

/** The last instant, of those that are in time from the first on. */
function lastInTime(isInTime: (at: number) => boolean): number {
  let [from, to] = [-HORIZON, HORIZON];
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if (isInTime(middle)) from = middle;
    else to = middle - 1;
  }
  return from;
}

/**
 * Where nobody is aboard, ride limits behind count as well; before, they are left aside until the next such place.
 */
function lastWithRideLimits(
  { sequence, emptyBehind, emptyBefore, bounds }: DutyTimes,
  legs: Legs,
  k: number,
): number {
  const { count, latest } = sequence;
  const isEmpty = emptyBefore[k] === k && k > 0 && k < count;
  if (isEmpty) return lastInTime((at) => canGoOn(sequence, legs, { k, at }));
  const next = emptyBehind[k] === k && k < count ? emptyBehind[k + 1]! : emptyBehind[k]!;
  return lastInTime((at) => {
    const starts = startsFrom(sequence, legs, { k, at });
    return (
      starts.every((start, n) => n < k || n >= next || start <= latest[n]!) &&
      starts[next]! <= bounds.arriveBy[next]!
    );
  });
}

/** Is there a schedule for the visits from k on, for who is there at an instant and finds nobody aboard? */
function canGoOn(sequence: Sequence, legs: Legs, { k, at }: { k: number; at: number }): boolean {
  const rest = restOf(sequence, k, at);
  const there = { ...rest, origin: { ...rest.origin, place: rest.place[0]! } };
  return earliestStarts(there, legs, new Float64Array(rest.count));
}

/** The visits from k on, for a vehicle that leaves the visit before at an instant with nobody aboard. */
function restOf(sequence: Sequence, k: number, at: number): Sequence {
  if (k === 0) return sequence;
  const { count, origin, place, service, earliest, latest, rideSpan, partner } = sequence;
  return {
    ...sequence,
    count: count - k,
    origin: {
      ...origin,
      place: place[k - 1]!,
      readyAt: at,
      arrivesFrom: at,
      arrivedAt: undefined,
      driving: false,
    },
    place: place.slice(k),
    service: service.slice(k),
    earliest: earliest.slice(k),
    latest: latest.slice(k),
    rideSpan: rideSpan.slice(k),
    partner: partner.slice(k).map((other) => (other < 0 ? -1 : other - k)),
  };
}
