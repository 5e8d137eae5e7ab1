import type { Timed } from "./cost.ts";
import { earliestStarts } from "./earliest-starts.ts";
import type { Plan, Problem, Visit } from "./problem.ts";
import { loosenToProjection } from "./projection.ts";
import { type Sequence, visitKey } from "./sequence.ts";
import { sequencesOf } from "./sequences.ts";
import { fetchArriveByRidersLate } from "./timing.ts";
import { type Legs, legsOf } from "./travel-times.ts";

/** A problem and its plan made ready for questions: one timed sequence per duty, in the problem's order. */
export interface Fleet {
  readonly legs: Legs;
  readonly duties: readonly Timed[];
  /** The plan with one duty's open visits replaced; what is done stays in front. */
  planWith(change: { readonly dutyId: string; readonly open: readonly Visit[] }): Plan;
}

/** Throws when the plan names duties or trips that the problem does not hold. */
export function fleetOf({ problem, plan }: { problem: Problem; plan: Plan }): Fleet {
  const legs = legsOf(problem.travelTimes);
  const duties = sequencesOf({ problem, plan, legs }).map((sequence) =>
    earliest(loosenToProjection(sequence, legs), legs),
  );
  return { legs, duties, planWith: (change) => replaceOpen({ problem, plan, ...change }) };
}

function earliest(sequence: Sequence, legs: Legs): Timed {
  const timed = { sequence, starts: new Float64Array(sequence.count) };
  earliestStarts(sequence, legs, timed.starts);
  fetchArriveByRidersLate(timed, legs);
  return timed;
}

function replaceOpen({
  problem,
  plan,
  dutyId,
  open,
}: {
  problem: Problem;
  plan: Plan;
  dutyId: string;
  open: readonly Visit[];
}): Plan {
  const done = new Set(problem.progress.find((progress) => progress.dutyId === dutyId)?.done.map(visitKey));
  const old = plan.routes.find((route) => route.dutyId === dutyId);
  const past = old?.visits.filter((visit) => done.has(visitKey(visit))) ?? [];
  const route = { dutyId, visits: [...past, ...open] };
  if (old === undefined) return { routes: [...plan.routes, route] };
  return { routes: plan.routes.map((other) => (other === old ? route : other)) };
}
