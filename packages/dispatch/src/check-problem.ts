import { planFindings, tripIsNew } from "./check-plan.ts";
import { tripFindings, tripIsPossible } from "./check-trip.ts";
import { counts, type Finding, knownPlaces, wholeNumbers } from "./finding.ts";
import type { Closure, Duty, Plan, Problem, Progress, Trip } from "./problem.ts";
import { seats } from "./rules/seats.ts";
import { wheelchairPlaces } from "./rules/wheelchair-places.ts";
import { legsOf, type TravelTimes } from "./travel-times.ts";

export type { Finding } from "./finding.ts";

/** Lists everything that makes the problem senseless. Never throws; an empty list means the engine can work on it. */
export function checkProblem(problem: Problem): Finding[] {
  const senseless = [...senselessIn(problem), ...travelTimeValues(problem.travelTimes)];
  return [...senseless, ...impossibleIn(problem, senseless.length === 0)];
}

/**
 * Checks a plan and its problem together: everything that would make times and risks meaningless. What is merely
 * impossible today (a party above every vehicle, a stop that no road reaches any more) is not: it comes out late.
 */
export function checkPlan({ problem, plan }: { problem: Problem; plan: Plan }): Finding[] {
  return [...senselessIn(problem), ...travelTimeValues(problem.travelTimes), ...planFindings(problem, plan)];
}

/** Matrices found sound. A day's questions share one of up to millions of numbers, and nobody writes into it again. */
const soundMatrices = new WeakSet<Int32Array>();

/**
 * Checks a request against a problem and its plan, quickly: the values of one matrix are read once. What is merely
 * impossible today (a party above every vehicle, a planned stop that no road reaches any more) is left to the
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
  const others = { ...problem, trips: problem.trips.filter(({ id }) => id !== trip.id) };
  return [
    ...senselessIn({ ...problem, trips: [...others.trips, trip] }),
    ...(soundMatrices.has(problem.travelTimes.seconds) ? [] : travelTimeValues(problem.travelTimes)),
    ...tripIsPossible(trip, problem),
    ...tripIsNew(trip, { problem, plan }),
    ...planFindings(others, plan).filter(({ id }) => id !== trip.id),
  ];
}

function* senselessIn(problem: Problem): Generator<Finding> {
  const { travelTimes, duties, trips, progress, now, closures = [] } = problem;
  yield* wholeNumbers("", { now });
  yield* travelTimesShape(travelTimes);
  yield* duplicates("duplicate-duty-id", duties);
  yield* duplicates("duplicate-trip-id", trips);
  const dutyIds = new Set(duties.map(({ id }) => id));
  const tripIds = new Set(trips.map(({ id }) => id));
  for (const duty of duties) yield* dutyFindings(duty, travelTimes);
  for (const trip of trips) yield* tripFindings(trip, { dutyIds, travelTimes });
  for (const [k, closure] of closures.entries()) yield* closureFindings(closure, k, travelTimes);
  for (const one of progress) yield* progressFindings(one, { dutyIds, tripIds, travelTimes });
  yield* progressTwice(progress);
}

/** What makes sense and yet cannot be: nothing is planned for it today. */
function* impossibleIn(problem: Problem, makesSense: boolean): Generator<Finding> {
  const { duties, trips } = problem;
  for (const trip of trips) {
    const mayServe = duties.filter(({ id }) => trip.onlyDuty === undefined || trip.onlyDuty === id);
    const fits = (duty: Duty) =>
      seats(trip, duty) === undefined && wheelchairPlaces(trip, duty) === undefined;
    if (mayServe.length > 0 && !mayServe.some(fits))
      yield { kind: "load-above-every-vehicle", id: trip.id, field: "seats" };
    yield* tripIsPossible(trip, problem);
  }
  if (makesSense) yield* overlaps(problem);
}

/**
 * A vehicle cannot be back from one duty after its next one has begun; the way between them counts. No fault of a
 * question: where hours overlap all the same, or snow has made the way longer, the first duty ends in time for the next.
 */
function* overlaps({ duties, travelTimes }: Problem): Generator<Finding> {
  const legs = legsOf(travelTimes);
  const last = new Map<string, Duty>();
  for (const duty of duties.toSorted((a, b) => a.startsAt - b.startsAt)) {
    const before = last.get(duty.vehicleId);
    if (before !== undefined && legs.arrival(before.endPlace, duty.startPlace, before.endsAt) > duty.startsAt)
      yield { kind: "duties-of-one-vehicle-overlap", id: duty.id, field: "startsAt" };
    last.set(duty.vehicleId, duty);
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
    if (k > 0 && !(startsAt > pace[k - 1]!.startsAt)) yield { kind: "pace-not-ascending", id: "", field };
    // Ten times faster to a hundred times slower: beyond that somebody mixed up percent and permille.
    if (!(permille >= 100 && permille <= 100_000)) yield { kind: "pace-out-of-range", id: "", field };
  }
}

function* travelTimeValues({ placeCount, seconds }: TravelTimes): Generator<Finding> {
  const wrong = seconds.findIndex((value) => !(value >= 0));
  if (wrong < 0) {
    soundMatrices.add(seconds);
    return;
  }
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
  const { id, startPlace, endPlace, startsAt, endsAt, workSecondsMax = 0 } = duty;
  const { wheelchairPlaces, seatsPerWheelchair } = duty;
  yield* counts(id, { seats: duty.seats, wheelchairPlaces, seatsPerWheelchair });
  yield* wholeNumbers(id, { startsAt, endsAt, workSecondsMax });
  yield* knownPlaces(id, { startPlace, endPlace }, times);
  if (endsAt < startsAt) yield { kind: "duty-ends-before-it-starts", id, field: "endsAt" };
}

function* closureFindings(closure: Closure, k: number, times: TravelTimes): Generator<Finding> {
  const { place, from, until } = closure;
  yield* knownPlaces("", { [`closures.${k}.place`]: place }, times);
  yield* wholeNumbers("", { [`closures.${k}.from`]: from, [`closures.${k}.until`]: until });
  if (until < from) yield { kind: "closure-ends-before-it-begins", id: "", field: `closures.${k}.until` };
}

function* progressFindings(
  progress: Progress,
  {
    dutyIds,
    tripIds,
    travelTimes,
  }: { dutyIds: ReadonlySet<string>; tripIds: ReadonlySet<string>; travelTimes: TravelTimes },
): Generator<Finding> {
  const { dutyId: id, place, freeAt, done, drivingTo, arrivedAt = 0, beganAt = 0 } = progress;
  if (!dutyIds.has(id)) yield { kind: "progress-of-unknown-duty", id, field: "progress.dutyId" };
  yield* knownPlaces(id, { "progress.place": place }, travelTimes);
  yield* wholeNumbers(id, {
    "progress.freeAt": freeAt,
    "progress.arrivedAt": arrivedAt,
    "progress.beganAt": beganAt,
  });
  const boarded = new Set<string>();
  for (const { tripId, kind, at } of done) {
    yield* wholeNumbers(tripId, { "progress.done.at": at });
    if (!tripIds.has(tripId)) yield { kind: "progress-of-unknown-trip", id: tripId, field: "progress.done" };
    if (kind === "pickup") boarded.add(tripId);
    else if (!boarded.has(tripId))
      yield { kind: "alighted-before-boarding", id: tripId, field: "progress.done" };
  }
  if (drivingTo === undefined) return;
  if (!tripIds.has(drivingTo.tripId))
    yield { kind: "progress-of-unknown-trip", id: drivingTo.tripId, field: "progress.drivingTo" };
  if (done.some((visit) => visit.tripId === drivingTo.tripId && visit.kind === drivingTo.kind))
    yield { kind: "driving-to-what-is-done", id: drivingTo.tripId, field: "progress.drivingTo" };
}

function* progressTwice(progress: readonly Progress[]): Generator<Finding> {
  const duties = new Set<string>();
  const visits = new Set<string>();
  for (const { dutyId, done } of progress) {
    if (duties.has(dutyId))
      yield { kind: "two-progresses-of-one-duty", id: dutyId, field: "progress.dutyId" };
    duties.add(dutyId);
    for (const { tripId, kind } of done) {
      const key = `${kind} ${tripId}`;
      if (visits.has(key)) yield { kind: "done-twice", id: tripId, field: "progress.done" };
      visits.add(key);
    }
  }
}
