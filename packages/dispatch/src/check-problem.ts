import type { Duty, Plan, Problem, Progress, Trip } from "./problem.ts";
import { seats } from "./rules/seats.ts";
import { wheelchairPlaces } from "./rules/wheelchair-places.ts";
import { openVisits } from "./sequence.ts";
import { type TravelTimes, UNREACHABLE } from "./travel-times.ts";

/** What is wrong with the input, where. `id` is the duty's or trip's; empty for the travel times and `now`. */
export interface Finding {
  readonly kind:
    | "not-a-whole-number" // or below zero
    | "beyond-31-bits"
    | "unknown-place"
    | "duplicate-duty-id"
    | "duplicate-trip-id"
    | "duty-ends-before-it-starts"
    | "window-closes-before-it-opens"
    | "empty-party"
    | "load-above-every-vehicle"
    | "unreachable-place"
    | "travel-times-size"
    | "pace-not-ascending"
    | "pace-out-of-range"
    | "progress-of-unknown-duty"
    | "progress-of-unknown-trip"
    | "done-twice"
    | "alighted-before-boarding"
    | "driving-to-what-is-done"
    | "plan-of-unknown-duty"
    | "plan-of-unknown-trip"
    | "trip-already-planned"
    | "not-driving-to-the-next-visit";
  readonly id: string;
  /** The property that is wrong, as a path: "pickup.latest". */
  readonly field: string;
}

/** Lists everything that makes the problem senseless. Never throws; an empty list means the engine can work on it. */
export function checkProblem(problem: Problem): Finding[] {
  return [...findingsOf(problem), ...travelTimeValues(problem.travelTimes)];
}

/**
 * Checks a request against a problem and its plan, quickly: the values of the matrix are not read again. What is
 * merely impossible today (a party above every vehicle, a planned stop that no road reaches any more) is left to the
 * answer; only what makes the question senseless is named.
 */
export function checkRequest({
  problem,
  plan,
  trip,
}: {
  problem: Problem;
  plan: Plan;
  trip: Trip;
}): Finding[] {
  const others = problem.trips.filter(({ id }) => id !== trip.id);
  const senseless = [...findingsOf({ ...problem, trips: [...others, trip] })].filter(
    ({ kind, id }) => kind !== "load-above-every-vehicle" && (kind !== "unreachable-place" || id === trip.id),
  );
  return [...senseless, ...fitOf({ ...problem, trips: others }, plan, trip)];
}

function* findingsOf(problem: Problem): Generator<Finding> {
  const { travelTimes, duties, trips, progress, now } = problem;
  yield* wholeNumbers("", { now });
  yield* travelTimesShape(travelTimes);
  yield* duplicates("duplicate-duty-id", duties);
  yield* duplicates("duplicate-trip-id", trips);
  for (const duty of duties) yield* dutyFindings(duty, travelTimes);
  for (const trip of trips) yield* tripFindings(trip, duties, travelTimes);
  for (const one of progress) yield* progressFindings(one, problem);
  yield* doneTwice(progress);
}

function* wholeNumbers(id: string, fields: Readonly<Record<string, number>>): Generator<Finding> {
  for (const [field, value] of Object.entries(fields)) {
    if (!Number.isInteger(value) || value < 0) yield { kind: "not-a-whole-number", id, field };
    else if (value >= 2 ** 31) yield { kind: "beyond-31-bits", id, field };
  }
}

function* travelTimesShape({ placeCount, seconds, meters, pace = [] }: TravelTimes): Generator<Finding> {
  yield* wholeNumbers("", { "travelTimes.placeCount": placeCount });
  if (seconds.length !== placeCount * placeCount)
    yield { kind: "travel-times-size", id: "", field: "travelTimes.seconds" };
  if (meters !== undefined && meters.length !== placeCount * placeCount)
    yield { kind: "travel-times-size", id: "", field: "travelTimes.meters" };
  for (const [k, { startsAt, permille }] of pace.entries()) {
    const field = `travelTimes.pace.${k}`;
    yield* wholeNumbers("", { [`${field}.startsAt`]: startsAt, [`${field}.permille`]: permille });
    if (k > 0 && startsAt <= pace[k - 1]!.startsAt) yield { kind: "pace-not-ascending", id: "", field };
    // Ten times faster to a hundred times slower: beyond that somebody mixed up percent and permille.
    if (permille < 100 || permille > 100_000) yield { kind: "pace-out-of-range", id: "", field };
  }
}

function* travelTimeValues({ placeCount, seconds }: TravelTimes): Generator<Finding> {
  const wrong = seconds.findIndex((value) => value < 0);
  if (wrong < 0) return;
  const leg = `${Math.floor(wrong / placeCount)}→${wrong % placeCount}`;
  yield { kind: "not-a-whole-number", id: "", field: `travelTimes.seconds ${leg}` };
}

function* duplicates(
  kind: "duplicate-duty-id" | "duplicate-trip-id",
  things: readonly { readonly id: string }[],
): Generator<Finding> {
  const seen = new Set<string>();
  for (const { id } of things) {
    if (seen.has(id)) yield { kind, id, field: "id" };
    seen.add(id);
  }
}

function* dutyFindings(duty: Duty, times: TravelTimes): Generator<Finding> {
  const { id, startPlace, endPlace, startsAt, endsAt, wheelchairPlaces, seatsPerWheelchair } = duty;
  yield* wholeNumbers(id, { seats: duty.seats, wheelchairPlaces, seatsPerWheelchair, startsAt, endsAt });
  yield* knownPlaces(id, { startPlace, endPlace }, times);
  if (endsAt < startsAt) yield { kind: "duty-ends-before-it-starts", id, field: "endsAt" };
}

function* tripFindings(trip: Trip, duties: readonly Duty[], times: TravelTimes): Generator<Finding> {
  const { id, pickupPlace, dropoffPlace } = trip;
  yield* wholeNumbers(id, {
    seats: trip.seats,
    wheelchairs: trip.wheelchairs,
    rideSecondsMax: trip.rideSecondsMax,
    boardSeconds: trip.boardSeconds,
    alightSeconds: trip.alightSeconds,
    "pickup.earliest": trip.pickup.earliest,
    "pickup.latest": trip.pickup.latest,
    "dropoff.earliest": trip.dropoff.earliest,
    "dropoff.latest": trip.dropoff.latest,
  });
  for (const end of ["pickup", "dropoff"] as const)
    if (trip[end].latest < trip[end].earliest)
      yield { kind: "window-closes-before-it-opens", id, field: end };
  if (trip.seats + trip.wheelchairs === 0) yield { kind: "empty-party", id, field: "seats" };
  const fits = (duty: Duty) => seats(trip, duty) === undefined && wheelchairPlaces(trip, duty) === undefined;
  if (duties.length > 0 && !duties.some(fits)) yield { kind: "load-above-every-vehicle", id, field: "seats" };
  const places = [...knownPlaces(id, { pickupPlace, dropoffPlace }, times)];
  yield* places;
  if (places.length === 0 && times.seconds[pickupPlace * times.placeCount + dropoffPlace] === UNREACHABLE)
    yield { kind: "unreachable-place", id, field: "dropoffPlace" };
}

function* knownPlaces(
  id: string,
  places: Readonly<Record<string, number>>,
  { placeCount }: TravelTimes,
): Generator<Finding> {
  for (const [field, place] of Object.entries(places))
    if (!Number.isInteger(place) || place < 0 || place >= placeCount)
      yield { kind: "unknown-place", id, field };
}

function* progressFindings(progress: Progress, { duties, trips, travelTimes }: Problem): Generator<Finding> {
  const { dutyId: id, place, freeAt, done, drivingTo } = progress;
  if (!duties.some((duty) => duty.id === id))
    yield { kind: "progress-of-unknown-duty", id, field: "progress.dutyId" };
  yield* knownPlaces(id, { "progress.place": place }, travelTimes);
  yield* wholeNumbers(id, { "progress.freeAt": freeAt });
  const boarded = new Set<string>();
  for (const { tripId, kind, at } of done) {
    yield* wholeNumbers(tripId, { "progress.done.at": at });
    if (!trips.some((trip) => trip.id === tripId))
      yield { kind: "progress-of-unknown-trip", id: tripId, field: "progress.done" };
    if (kind === "pickup") boarded.add(tripId);
    else if (!boarded.has(tripId))
      yield { kind: "alighted-before-boarding", id: tripId, field: "progress.done" };
  }
  if (progress.arrivedAt !== undefined) yield* wholeNumbers(id, { "progress.arrivedAt": progress.arrivedAt });
  if (drivingTo === undefined) return;
  if (done.some((visit) => visit.tripId === drivingTo.tripId && visit.kind === drivingTo.kind))
    yield { kind: "driving-to-what-is-done", id: drivingTo.tripId, field: "progress.drivingTo" };
}

function* doneTwice(progress: readonly Progress[]): Generator<Finding> {
  const seen = new Set<string>();
  for (const { tripId, kind } of progress.flatMap(({ done }) => done)) {
    const key = `${kind} ${tripId}`;
    if (seen.has(key)) yield { kind: "done-twice", id: tripId, field: "progress.done" };
    seen.add(key);
  }
}

/** Does the plan belong to the problem, and is the trip new to it? */
function* fitOf(problem: Problem, plan: Plan, trip: Trip): Generator<Finding> {
  const dutyIds = new Set(problem.duties.map(({ id }) => id));
  const tripIds = new Set(problem.trips.map(({ id }) => id));
  for (const { dutyId, visits } of plan.routes) {
    if (!dutyIds.has(dutyId)) yield { kind: "plan-of-unknown-duty", id: dutyId, field: "plan.routes" };
    for (const { tripId } of visits) {
      if (tripId === trip.id) yield { kind: "trip-already-planned", id: tripId, field: "plan.routes" };
      else if (!tripIds.has(tripId)) yield { kind: "plan-of-unknown-trip", id: tripId, field: "plan.routes" };
    }
  }
  for (const progress of problem.progress) {
    const { drivingTo, dutyId } = progress;
    if (drivingTo === undefined) continue;
    const next = openVisits({ plan, progress, dutyId })[0];
    if (next?.tripId !== drivingTo.tripId || next.kind !== drivingTo.kind)
      yield { kind: "not-driving-to-the-next-visit", id: drivingTo.tripId, field: "progress.drivingTo" };
  }
}
