import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Closure,
  checkPlan,
  checkProblem,
  type Duty,
  type Finding,
  type Happening,
  improve,
  type Offer,
  offer,
  type Plan,
  type Problem,
  promisesAtRisk,
  proveOrPlan,
  react,
  remove,
  replan,
  type Schedule,
  schedule,
  solve,
  type Trip,
  verify,
} from "../src/index.ts";

const SEED = Number(process.env.DISPATCH_SEED ?? 20_261_121);
const RUNS = 1500;

/** Mostly sense, now and then what nobody should send. */
const awkward = fc.constantFrom(
  -1,
  0.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 53,
  -0,
);
const mostly = (sane: fc.Arbitrary<number>, spoilt: number) =>
  fc.oneof({ weight: 100 - spoilt, arbitrary: sane }, { weight: spoilt, arbitrary: awkward });

interface World {
  readonly problem: Problem;
  readonly plan: Plan;
  readonly trip: Trip;
  readonly happenings: readonly Happening[];
  readonly number: number;
}

/** A small world in which each number is awkward with a chance of `spoilt` percent, and ids and order are loose. */
function world(spoilt: number): fc.Arbitrary<World> {
  const instant = mostly(fc.nat(7200), spoilt);
  const seconds = mostly(fc.nat(900), spoilt);
  const place = mostly(fc.nat(2), spoilt);
  const few = mostly(fc.nat(3), spoilt);
  const tripId = fc.constantFrom("r1", "r2", "r3", "");
  const dutyId = fc.constantFrom("d1", "d2", spoilt > 0 ? "d9" : "d1");
  const opens = fc.record({ earliest: instant, latest: instant });
  const window =
    spoilt > 0 ? opens : opens.map(({ earliest, latest }) => ({ earliest, latest: earliest + latest }));
  const kind = fc.constantFrom("pickup" as const, "dropoff" as const);
  const visit = fc.record({ tripId, kind });
  const trip = (id: fc.Arbitrary<string>): fc.Arbitrary<Trip> =>
    fc.record({
      id,
      pickupPlace: place,
      dropoffPlace: place,
      seats: few,
      wheelchairs: few,
      pickup: window,
      dropoff: window,
      rideSecondsMax: seconds,
      boardSeconds: seconds,
      alightSeconds: seconds,
      anchor: fc.constantFrom("pickup" as const, "dropoff" as const, undefined),
      onlyDuty: fc.option(dutyId, { nil: undefined, freq: 4 }),
    });
  const duty = (id: string): fc.Arbitrary<Duty> =>
    fc.record({
      id: spoilt > 0 ? dutyId : fc.constant(id),
      vehicleId: fc.constantFrom("v1", "v2"),
      seats: few,
      wheelchairPlaces: few,
      seatsPerWheelchair: few,
      startPlace: place,
      endPlace: place,
      startsAt: instant,
      endsAt: instant.map((at) => at + 3600),
      workSecondsMax: fc.option(seconds, { nil: undefined }),
    });
  const travelTimes = fc.record({
    placeCount: spoilt > 0 ? mostly(fc.constant(3), spoilt) : fc.constant(3),
    seconds: fc
      .array(fc.oneof({ weight: 20, arbitrary: fc.nat(900) }, fc.constantFrom(2 ** 31 - 1, -5)), {
        minLength: 9,
        maxLength: spoilt > 0 ? 10 : 9,
      })
      .map((list) => Int32Array.from(list.map((value) => (spoilt > 0 ? value : Math.max(0, value))))),
    pace: fc.option(
      fc.array(
        fc.record({ startsAt: instant, permille: mostly(fc.integer({ min: 500, max: 2000 }), spoilt) }),
        {
          maxLength: 2,
        },
      ),
      { nil: undefined },
    ),
  });
  const progress = fc.record({
    dutyId,
    place,
    freeAt: instant,
    done: fc.array(fc.record({ tripId, kind, at: instant }), { maxLength: 2 }),
    drivingTo: fc.option(visit, { nil: undefined, freq: 4 }),
    arrivedAt: fc.option(instant, { nil: undefined }),
    beganAt: fc.option(instant, { nil: undefined }),
  });
  const closure = fc.record({ place, from: instant, until: instant });
  const happening: fc.Arbitrary<Happening> = fc.oneof(
    fc.record({ kind: fc.constant("late" as const), dutyId, seconds }),
    fc.record({ kind: fc.constant("out-of-service" as const), dutyId, from: instant }),
    fc.record({ kind: fc.constant("no-show" as const), tripId }),
    fc.record({ kind: fc.constant("stop-closed" as const), closure }),
  );
  return fc.record({
    problem: fc.record({
      travelTimes,
      duties: spoilt > 0 ? fc.array(duty("d1"), { maxLength: 2 }) : fc.tuple(duty("d1"), duty("d2")),
      trips: fc.uniqueArray(trip(tripId), { maxLength: 3, selector: (one) => (spoilt > 0 ? one : one.id) }),
      progress: fc.array(progress, { maxLength: spoilt > 0 ? 2 : 1 }),
      now: instant,
      closures: fc.option(fc.array(closure, { maxLength: 2 }), { nil: undefined }),
    }),
    plan: fc.record({
      routes: fc.array(fc.record({ dutyId, visits: fc.array(visit, { maxLength: 4 }) }), { maxLength: 2 }),
    }),
    trip: trip(fc.constantFrom("r1", "new")),
    happenings: fc.array(happening, { maxLength: 2 }),
    number: mostly(fc.nat(40), spoilt),
  });
}

/** The same world made possible and its trips put into routes in order, so that the search is reached as well. */
function tidy({ problem, trip, ...rest }: World): World {
  const party = (one: Trip): Trip => ({ ...one, seats: Math.max(1, one.seats), wheelchairs: 0 });
  const roomy = (duty: Duty): Duty => ({ ...duty, seats: 3 + duty.seats });
  const open = ({ place, from, until }: Closure) => ({ place, from, until: from + until });
  const duties = problem.duties.map(roomy);
  const trips = problem.trips.map(party);
  const { seconds } = problem.travelTimes;
  const routes = duties.map(({ id: dutyId }, k) => ({
    dutyId,
    visits: trips
      .filter(({ onlyDuty }, n) => (onlyDuty ?? duties[n % 2]!.id) === duties[k]!.id)
      .flatMap(({ id: tripId }) => [
        { tripId, kind: "pickup" as const },
        { tripId, kind: "dropoff" as const },
      ]),
  }));
  return {
    ...rest,
    trip: party(trip),
    problem: {
      ...problem,
      duties,
      trips,
      travelTimes: { placeCount: 3, seconds: seconds.map((value) => Math.min(value, 1800)) },
      progress: [],
      closures: problem.closures?.map(open),
    },
    plan: { routes },
  };
}

const counts = { sound: 0, senseless: 0, offered: 0, reacted: 0, overlapping: 0 };

/** Every door, with whatever was sent: answers and findings, never a throw from inside. */
function knock({ problem, plan, trip, happenings, number }: World): void {
  const findings = checkPlan({ problem, plan });
  sayWhat(findings);
  sayWhat(checkProblem(problem));
  const alternatives = { earliest: number, latest: 7200, count: 2, stepSeconds: number * 60 };
  const answer = offer({
    problem,
    plan,
    trip,
    alternatives,
    effort: { iterations: 5, nodes: number, seed: 1 },
  });
  if (answer.kind === "invalid") sayWhat(answer.findings);
  else counts.offered++;
  const reaction = react({ problem, plan, happenings, seed: 1, iterations: number });
  if (reaction.kind === "invalid") sayWhat(reaction.findings);
  else counts.reacted++;
  remove({ plan, tripId: trip.id });
  // Never silently accepted; a trip that is asked for anew may be wrong as it stands in the problem.
  if (findings.length > 0) expect(reaction.kind).toBe("invalid");
  if (findings.some(({ id }) => id !== trip.id)) expect(answer.kind).toBe("invalid");
  if (findings.length === 0 && answer.kind === "offer") nobodyIsLater({ problem, plan }, answer.offer);
  const sound = checkProblem(problem).length === 0;
  // These need what the two checks find nothing in, and say so; then they never throw either.
  if (sound) verify({ problem, plan, since: { routes: [] } });
  if (findings.length > 0 || !sound) {
    counts.senseless++;
    return;
  }
  counts.sound++;
  const times: Schedule = schedule({ problem, plan });
  promisesAtRisk({ problem, plan });
  verify({ problem, plan, since: plan, schedule: times });
  if (answer.kind === "invalid") return;
  proveOrPlan({ problem, plan, trip, nodes: 200 });
  replan({ problem, plan, trips: [trip], iterations: 3, seed: 1 });
  improve({ problem, plan, iterations: 3, seed: 1 });
  solve({ problem, objective: "cost", iterations: 3, seed: 1 });
}

/** An offer makes no other rider later, also where the hours of one vehicle's duties overlap. */
function nobodyIsLater({ problem, plan }: Pick<World, "problem" | "plan">, offered: Offer): void {
  const trips = [...problem.trips.filter(({ id }) => id !== offered.trip.id), offered.trip];
  const before = lateness(problem, plan);
  for (const [tripId, seconds] of lateness({ ...problem, trips }, offered.plan))
    expect([tripId, seconds <= (before.get(tripId) ?? 0)]).toEqual([tripId, true]);
  const took = problem.duties.find(({ id }) => id === offered.dutyId)!;
  const overlaps = ({ id, vehicleId, startsAt, endsAt }: Duty) =>
    id !== took.id && vehicleId === took.vehicleId && startsAt < took.endsAt && took.startsAt < endsAt;
  if (problem.duties.some(overlaps)) counts.overlapping++;
}

function lateness(problem: Problem, plan: Plan): Map<string, number> {
  return new Map(
    promisesAtRisk({ problem, plan }).map(({ tripId, pickupLateSeconds, dropoffLateSeconds }) => [
      tripId,
      Math.max(pickupLateSeconds, dropoffLateSeconds),
    ]),
  );
}

function sayWhat(findings: readonly Finding[]): void {
  for (const { kind, field } of findings) expect([kind, field].every((text) => text.length > 0)).toBe(true);
}

test(`whatever is sent to the doors, what comes back is an answer or findings, never a throw (seed ${SEED})`, () => {
  const run = (arbitrary: fc.Arbitrary<World>) =>
    fc.assert(fc.property(arbitrary, knock), { seed: SEED, numRuns: RUNS });
  run(world(12));
  run(world(1));
  run(world(0).map(tidy));
  console.log(counts);
  expect(counts.senseless).toBeGreaterThan(RUNS);
  expect(counts.sound).toBeGreaterThan(RUNS / 4);
  expect(counts.offered).toBeGreaterThan(RUNS / 4);
  expect(counts.reacted).toBeGreaterThan(RUNS / 8);
  expect(counts.overlapping).toBeGreaterThan(0);
});
