import { expect, test } from "vitest";
import {
  checkPlan,
  type Happening,
  type Problem,
  react,
  schedule,
  type Violation,
  verify,
} from "../src/index.ts";
import { type DayKind, type Moment, randomDay } from "./random-day.ts";
import { type Chance, seededRandom } from "./seeded-random.ts";

const SEED = Number(process.env.DISPATCH_SEED ?? 5);
const DAYS = 400;

function kindOf(seed: number): DayKind {
  return { triangle: seed % 3 !== 0, paced: seed % 4 === 1, duties: 1 + (seed % 3), punctual: seed % 5 < 3 };
}

/** One to three things that really could happen at this moment. */
function whatHappens(random: Chance, { problem, plan }: Moment): Happening[] {
  const { duties, now } = problem;
  const happened = new Set(problem.progress.flatMap(({ done }) => done.map(({ tripId }) => tripId)));
  const open = problem.trips.filter(({ id }) => !happened.has(id));
  return Array.from({ length: random.int(1, 3) }, (): Happening => {
    const roll = random.int(0, 4);
    const dutyId = (random.chance(0.5) ? withRiders(problem) : undefined) ?? random.pick(duties).id;
    if (roll === 0 && open.length > 0) return { kind: "no-show", tripId: random.pick(open).id };
    if (roll === 1)
      return { kind: "out-of-service", dutyId, from: random.chance(0.6) ? now : now + random.int(1, 9000) };
    if (roll === 2) {
      const times = schedule({ problem, plan }).duties.flatMap(({ visits }) => visits);
      const [place, at] = times.length > 0 ? pick(random.pick(times)) : [0, now];
      const from = Math.max(0, at - random.int(0, 900));
      return { kind: "stop-closed", closure: { place, from, until: from + random.int(1, 3600) } };
    }
    return { kind: "late", dutyId, seconds: random.int(60, 2400) };
  });
}

function someMoment(seed: number, wanted: number): Moment {
  let moment: Moment | undefined;
  let event = 0;
  for (moment of randomDay(seed, kindOf(seed))) if (event++ === wanted) break;
  return moment!;
}

/** Riders are aboard at few of a day's moments. */
function momentWithRiders(seed: number): Moment {
  for (let other = seed; ; other += 1000)
    for (const moment of randomDay(other, { ...kindOf(seed), duties: 3 }))
      if (withRiders(moment.problem) !== undefined) return moment;
}

/** A duty that somebody is aboard of. */
function withRiders({ progress }: Problem): string | undefined {
  return progress.find(({ done }) => done.length % 2 === 1)?.dutyId;
}

const pick = ({ place, start }: { place: number; start: number }) => [place, start] as const;

/** Everything that is wrong with the plan beyond the lateness that the reaction itself names. */
function unnamed(
  reaction: Extract<ReturnType<typeof react>, { kind: "reaction" }>,
  since: Moment["plan"],
): Violation[] {
  const { problem, after } = reaction;
  const late = new Set(after.atRisk.map(({ tripId }) => tripId));
  const isNamed = (violation: Violation) =>
    (violation.kind === "pickup-too-late" ||
      violation.kind === "dropoff-too-late" ||
      violation.kind === "ride-too-long") &&
    late.has(violation.tripId);
  return verify({ problem, plan: after.plan, since }).filter((violation) => !isNamed(violation));
}

test(`after ${DAYS} mishaps the new plan breaks no more promises than going on, and no rule but those it names`, () => {
  const seen = { helped: 0, moved: 0, stranded: 0, transferred: 0, nothing: 0 };
  for (let day = 0; day < DAYS; day++) {
    const seed = SEED + day;
    const random = seededRandom(seed);
    const moment = day % 4 === 0 ? momentWithRiders(seed) : someMoment(seed, random.int(4, 18));
    const { problem, plan } = moment;
    const happenings = whatHappens(random, moment);
    const reaction = react({ problem, plan, happenings, seed, iterations: 40 });
    const where = `seed ${seed} ${JSON.stringify(happenings)}`;
    if (reaction.kind === "invalid") throw new Error(`${where} ${JSON.stringify(reaction.findings)}`);
    const { before, after, changes, transfers } = reaction;
    expect(checkPlan({ problem: reaction.problem, plan: after.plan }), where).toEqual([]);
    const harm = ({ stranded, atRisk }: typeof after) => 3 * stranded.length + atRisk.length;
    expect(harm(after), where).toBeLessThanOrEqual(harm(before));
    expect(unnamed(reaction, before.plan), where).toEqual([]);
    everybodyIsAccountedFor(problem, reaction, where);
    if (harm(after) < harm(before)) seen.helped++;
    if (changes.some(({ fromDutyId, toDutyId }) => toDutyId !== undefined && toDutyId !== fromDutyId))
      seen.moved++;
    if (after.stranded.length > 0) seen.stranded++;
    if (transfers.some(({ toDutyId }) => toDutyId !== undefined)) seen.transferred++;
    if (changes.length === 0) seen.nothing++;
    if (day % 10 === 0)
      expect(JSON.stringify(react({ problem, plan, happenings, seed, iterations: 40 })), where).toBe(
        JSON.stringify(reaction),
      );
  }
  console.log(`seed ${SEED}:`, seen);
  expect(seen.helped).toBeGreaterThan(DAYS / 20);
  expect(seen.moved).toBeGreaterThan(DAYS / 20);
  expect(seen.stranded).toBeGreaterThan(DAYS / 20);
  expect(seen.transferred).toBeGreaterThan(3);
  expect(seen.nothing).toBeGreaterThan(DAYS / 20);
});

/** Nobody falls off the table: each trip is planned, stranded or dropped, and who is aboard stays aboard. */
function everybodyIsAccountedFor(
  { trips, progress }: Problem,
  { problem, after, dropped, transfers }: Extract<ReturnType<typeof react>, { kind: "reaction" }>,
  where: string,
): void {
  const known = new Set(problem.trips.map(({ id }) => id));
  const gone = new Set([...dropped, ...after.stranded.map(({ trip }) => trip.id)]);
  for (const { id } of trips) expect(known.has(id) !== gone.has(id), `${where} ${id}`).toBe(true);
  const moved = new Set(transfers.map(({ tripId }) => tripId));
  for (const { dutyId, done, drivingTo } of progress) {
    const route = after.plan.routes.find((one) => one.dutyId === dutyId)?.visits ?? [];
    for (const { tripId } of done)
      if (!moved.has(tripId))
        expect(
          route.some((visit) => visit.tripId === tripId),
          `${where} ${tripId}`,
        ).toBe(true);
    if (drivingTo === undefined) continue;
    const still = problem.progress.find((one) => one.dutyId === dutyId)?.drivingTo;
    if (still !== undefined) expect(still, where).toEqual(drivingTo);
  }
}
