import { expect, test } from "vitest";
import { checkProblem, promisesAtRisk, schedule, verify } from "../src/index.ts";
import { type DayKind, type Moment, randomDay } from "./random-day.ts";

const SEED = Number(process.env.DISPATCH_SEED ?? 20_261_121);
const DAYS = 2000;

/** The seed decides what kind of day it is, so that every mixture comes up. */
function kindOf(seed: number): DayKind {
  return {
    triangle: seed % 3 !== 0,
    paced: seed % 4 === 1,
    duties: 1 + (seed % 2),
    punctual: seed % 5 < 3,
    ruled: seed % 7 < 4,
  };
}

function check({ event, problem, plan, before }: Moment, kind: DayKind): void {
  const times = schedule({ problem, plan });
  none(checkProblem(problem).filter(({ kind }) => kind !== "load-above-every-vehicle"));
  none(verify({ problem, plan, since: event === "book" ? before : plan, schedule: times }));
  // Where a detour is shorter than the direct way, a cancelled stop can lengthen the drive of those who stay.
  if (!kind.punctual || !kind.triangle) return;
  // A vehicle that has nothing left to do and waits past its hours harms nobody.
  const idle = new Set(times.duties.filter(({ visits }) => visits.length === 0).map(({ dutyId }) => dutyId));
  none(verify({ problem, plan }).filter((found) => !("dutyId" in found && idle.has(found.dutyId))));
  none(promisesAtRisk({ problem, plan }));
}

/** Which of the rarer rules this booking had to do with. */
function rulesAtWork({ event, problem, plan }: Moment): string[] {
  const trip = problem.trips.at(-1);
  if (event !== "book" || trip === undefined) return [];
  const route = plan.routes.find(({ visits }) => visits.some(({ tripId }) => tripId === trip.id))!;
  const duty = problem.duties.find(({ id }) => id === route.dutyId)!;
  const isBreak = trip.rideSecondsMax === 0 && trip.pickupPlace === trip.dropoffPlace;
  const closed = problem.closures?.some(
    ({ place }) => place === trip.pickupPlace || place === trip.dropoffPlace,
  );
  return [
    ...(isBreak ? ["break"] : trip.onlyDuty !== undefined ? ["pinned"] : []),
    ...(duty.workSecondsMax !== undefined ? ["limited work"] : []),
    ...(closed ? ["closed stop"] : []),
    ...(duty.id === "d2" && duty.vehicleId !== "vehicle of d2" ? ["second duty"] : []),
  ];
}

/** The matcher is asked only about what is wrong: it is slower than the engine. */
function none(found: readonly unknown[]): void {
  if (found.length > 0) expect(found).toEqual([]);
}

test(`[SAP-4.1] ${DAYS} random days of booking, changing, cancelling, delays, breaks and no-shows leave no violation`, () => {
  const seen = new Map<string, number>();
  for (let day = 0; day < DAYS; day++) {
    const seed = SEED + day;
    const kind = kindOf(seed);
    try {
      for (const moment of randomDay(seed, kind)) {
        check(moment, kind);
        for (const what of [moment.event, ...rulesAtWork(moment)]) seen.set(what, (seen.get(what) ?? 0) + 1);
      }
    } catch (error) {
      throw new Error(`day of seed ${seed} (${JSON.stringify(kind)})`, { cause: error });
    }
  }
  // A day of refusals alone would prove nothing.
  for (const what of ["break", "pinned", "limited work", "closed stop", "second duty"])
    expect(seen.get(what), what).toBeGreaterThan(DAYS / 20);
  console.log(`seed ${SEED}, ${DAYS} days:`, Object.fromEntries(seen));
  expect(seen.get("book")).toBeGreaterThan(DAYS * 5);
  expect(seen.get("change")).toBeGreaterThan(DAYS / 4);
  expect(seen.get("refuse")).toBeGreaterThan(DAYS / 2);
  expect(seen.get("drive")).toBeGreaterThan(DAYS);
}, 180_000);
