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
  };
}

function check({ event, problem, plan, before }: Moment, kind: DayKind): void {
  const times = schedule({ problem, plan });
  none(checkProblem(problem).filter(({ kind }) => kind !== "load-above-every-vehicle"));
  none(verify({ problem, plan, since: event === "book" ? before : plan, schedule: times }));
  // Where a detour is shorter than the direct way, a cancelled stop can lengthen the drive of those who stay.
  if (!kind.punctual || !kind.triangle) return;
  none(verify({ problem, plan }));
  none(promisesAtRisk({ problem, plan }));
}

/** The matcher is asked only about what is wrong: it is slower than the engine. */
function none(found: readonly unknown[]): void {
  if (found.length > 0) expect(found).toEqual([]);
}

test(`[SAP-4.1] ${DAYS} random days of booking, changing, cancelling, delays and no-shows leave no violation`, () => {
  const seen = new Map<string, number>();
  for (let day = 0; day < DAYS; day++) {
    const seed = SEED + day;
    const kind = kindOf(seed);
    try {
      for (const moment of randomDay(seed, kind)) {
        check(moment, kind);
        seen.set(moment.event, (seen.get(moment.event) ?? 0) + 1);
      }
    } catch (error) {
      throw new Error(`day of seed ${seed} (${JSON.stringify(kind)})`, { cause: error });
    }
  }
  // A day of refusals alone would prove nothing.
  console.log(`seed ${SEED}, ${DAYS} days:`, Object.fromEntries(seen));
  expect(seen.get("book")).toBeGreaterThan(DAYS * 5);
  expect(seen.get("change")).toBeGreaterThan(DAYS / 4);
  expect(seen.get("refuse")).toBeGreaterThan(DAYS / 2);
  expect(seen.get("drive")).toBeGreaterThan(DAYS);
}, 180_000);
