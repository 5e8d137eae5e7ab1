import type { AlternativesWanted, OtherHour } from "./alternatives.ts";
import { cheapestOffer } from "./cheapest-offer.ts";
import type { CostWeights } from "./cost.ts";
import type { FarOff } from "./far-off.ts";
import { dutiesFor, type Fleet } from "./fleet.ts";
import { nearestShift, type Side } from "./nearest-shift.ts";
import { openTrips } from "./open-trips.ts";
import type { Windows } from "./openings.ts";
import type { Trip, Window } from "./problem.ts";

/**
 * Finds the nearest other hours at which the trip can be taken: both of its windows shifted by one amount, earlier
 * and later in turn, nearest first, until `count` are found or neither side has more.
 *
 * Each is an offer like any other: really feasible now, and the cheapest at its hour. "Nearest" is exact: no smaller
 * shift of whole steps has a place anywhere in the fleet (that keeps apart from those already chosen).
 * The windows of an offered trip are the shifted ones, cut to the allowed range and to what keeps them apart.
 */
export function otherHours({
  fleet: whole,
  trip,
  farOff,
  wanted,
  weights,
}: {
  fleet: Fleet;
  trip: Trip;
  farOff: FarOff;
  wanted: AlternativesWanted;
  weights: CostWeights;
}): OtherHour[] {
  const step = wanted.stepSeconds ?? 60;
  const apart = wanted.apartSeconds ?? 600;
  const range: Window = { earliest: wanted.earliest, latest: wanted.latest };
  const nearestFirst = { ...whole, candidates: farOff.ranked };
  const fleet = { ...whole, candidates: dutiesFor(nearestFirst, trip) };
  const search = { fleet, farOff, trip, range, step };
  const shiftOf = { earlier: rememberLast(nearestOn(search, -1)), later: rememberLast(nearestOn(search, 1)) };
  const found: OtherHour[] = [];
  while (found.length < wanted.count) {
    const next = inTurn(found.at(-1), {
      earlier: () => shiftOf.earlier(Math.min(...fixedEnds().map((at) => at - apart), range.latest)),
      later: () => shiftOf.later(Math.max(...fixedEnds().map((at) => at + apart), range.earliest)),
    });
    if (next === undefined) break;
    const { shift, within, fleet: nearby } = next;
    const offer = cheapestOffer({ fleet: nearby, trip: shiftTrip({ trip, shift, within }), weights });
    if (offer === undefined) break;
    found.push({ ...offer, kind: "other-hour", shiftSeconds: shift });
  }
  return found.sort((a, b) => Math.abs(a.shiftSeconds) - Math.abs(b.shiftSeconds));

  /** The ends that the rider fixed, of the offers found so far. */
  function fixedEnds(): number[] {
    return found.map((offer) => (trip.anchor === "dropoff" ? offer.dropoffAt : offer.pickupAt));
  }
}

/** What is searched on both sides of the wish. */
interface Search {
  /** Its candidates stand in the order of how far off they are. */
  readonly fleet: Fleet;
  readonly farOff: FarOff;
  readonly trip: Trip;
  readonly range: Window;
  readonly step: number;
}

/** Searches one side for the nearest shift whose fixed end lies beyond a bound: close by first, then farther away. */
function nearestOn(
  { fleet, farOff, trip, range, step }: Search,
  side: Side,
): (bound: number) => Shifted | undefined {
  return (bound) => {
    const fixed = side < 0 ? { ...range, latest: bound } : { ...range, earliest: bound };
    const within =
      trip.anchor === "dropoff" ? { pickup: range, dropoff: fixed } : { pickup: fixed, dropoff: range };
    const least = leastShift({ trip, side, bound });
    for (const [k, reach] of REACHES.entries()) {
      if (reach < least) continue;
      const beyond = Math.max(REACHES[k - 1] ?? 0, least - 1);
      const shift = nearestOpenShift({ fleet, farOff, trip, side, step, beyond, reach, ...within });
      if (shift !== undefined) return { shift, within, fleet: dutiesWithin(fleet, farOff, Math.abs(shift)) };
    }
    return undefined;
  };
}

/** The fleet of the duties that may fetch the trip at a shift of so many seconds. */
function dutiesWithin(fleet: Fleet, { distance }: FarOff, shift: number): Fleet {
  return { ...fleet, candidates: fleet.candidates.filter((d) => distance[d]! <= shift) };
}

/** No smaller shift brings the end that the rider fixed to the near side of a bound. */
function leastShift({ trip, side, bound }: { trip: Trip; side: Side; bound: number }): number {
  const { earliest, latest } = trip.anchor === "dropoff" ? trip.dropoff : trip.pickup;
  return Math.max(0, side < 0 ? earliest - bound : bound - latest);
}

/** How far from the wish we look, in seconds: first close by, where nearly every other hour is found. */
const REACHES = [600, 1800, 3600, 7200, 14_400, Number.POSITIVE_INFINITY];

/** A shift in seconds, and where the two ends may then lie. */
interface Shifted {
  readonly shift: number;
  readonly within: Windows;
  /** The duties that come into question. */
  readonly fleet: Fleet;
}

/** A side is only searched anew when what is left of it has changed. */
function rememberLast(
  search: (bound: number) => Shifted | undefined,
): (bound: number) => Shifted | undefined {
  let last: { readonly bound: number; readonly found: Shifted | undefined } | undefined;
  return (bound) => {
    if (last?.bound !== bound) last = { bound, found: search(bound) };
    return last.found;
  };
}

/** The nearest shift over all hours in which both stops are open. */
function nearestOpenShift({
  pickup,
  dropoff,
  ...question
}: Parameters<typeof nearestShift>[0]): number | undefined {
  const { fleet, trip } = question;
  const within = openTrips({ ...trip, pickup, dropoff }, fleet.closures);
  const shifts = within.map((open) =>
    nearestShift({ ...question, pickup: open.pickup, dropoff: open.dropoff }),
  );
  return shifts.filter((shift) => shift !== undefined).sort((a, b) => Math.abs(a) - Math.abs(b))[0];
}

/** First the nearer side, then the sides in turn; a side that has no more leaves its turn to the other. */
function inTurn(
  last: OtherHour | undefined,
  { earlier, later }: { earlier: () => Shifted | undefined; later: () => Shifted | undefined },
): Shifted | undefined {
  if (last === undefined) return nearer(earlier(), later());
  return last.shiftSeconds < 0 ? (later() ?? earlier()) : (earlier() ?? later());
}

/** The nearer of the two; equal: the later one, which a rider can always still reach. */
function nearer(earlier: Shifted | undefined, later: Shifted | undefined): Shifted | undefined {
  if (earlier === undefined || later === undefined) return earlier ?? later;
  return -earlier.shift < later.shift ? earlier : later;
}

function shiftTrip({ trip, shift, within }: { trip: Trip; shift: number; within: Windows }): Trip {
  const cut = (window: Window, range: Window): Window => ({
    earliest: Math.max(window.earliest + shift, range.earliest),
    latest: Math.min(window.latest + shift, range.latest),
  });
  return { ...trip, pickup: cut(trip.pickup, within.pickup), dropoff: cut(trip.dropoff, within.dropoff) };
}
