import { earliestStarts } from "../earliest-starts.ts";
import type { Plan, Problem, Visit } from "../problem.ts";
import { type Sequence, visitKey } from "../sequence.ts";
import { sequencesOf } from "../sequences.ts";
import { legsOf } from "../travel-times.ts";
import type { Stop, Work } from "./work.ts";

/** The stops of each vehicle in driving order, one list per vehicle. */
export type Routes = readonly (readonly number[])[];

/** The plan with all that is open replaced; what is done stays in front. */
export function planOf({
  problem,
  plan,
  work,
  routes,
}: {
  problem: Problem;
  plan: Plan;
  work: Work;
  routes: Routes;
}): Plan {
  const open = new Map(
    work.vehicles.map(({ id, sequence }) => [
      sequence.duty.id,
      routes[id]!.map((stop) => visitOf(work, stop)),
    ]),
  );
  const planned = plan.routes.map(({ dutyId, visits }) => {
    const done = new Set(problem.progress.find((one) => one.dutyId === dutyId)?.done.map(visitKey));
    return { dutyId, visits: [...visits.filter((visit) => done.has(visitKey(visit))), ...open.get(dutyId)!] };
  });
  const known = new Set(plan.routes.map(({ dutyId }) => dutyId));
  const added = [...open].filter(([dutyId, visits]) => !known.has(dutyId) && visits.length > 0);
  return { routes: [...planned, ...added.map(([dutyId, visits]) => ({ dutyId, visits }))] };
}

function visitOf({ stops, tasks }: Work, id: number): Visit {
  const { task, isPickup } = stops[id]!;
  return { tripId: tasks[task]!.trip.id, kind: isPickup ? "pickup" : "dropoff" };
}

/** The last word on a plan that was found: timed as every other plan is, in real times, with the limits of the work. */
export function keepsAllLimits({
  problem,
  plan,
  work,
}: {
  problem: Problem;
  plan: Plan;
  work: Work;
}): boolean {
  const legs = legsOf(problem.travelTimes);
  const stops = new Map<string, Stop>(work.stops.map((stop) => [visitKey(visitOf(work, stop.id)), stop]));
  return sequencesOf({ problem, plan, legs }).every((sequence, vehicle) => {
    const limited = withLimits(sequence, { work, vehicle, stops });
    return earliestStarts(limited, legs, new Float64Array(limited.count));
  });
}

function withLimits(
  sequence: Sequence,
  { work, vehicle, stops }: { work: Work; vehicle: number; stops: ReadonlyMap<string, Stop> },
): Sequence {
  const known = sequence.visits.map((visit) => stops.get(visitKey(visit))!);
  const { endsAt, workSpan } = work.vehicles[vehicle]!.sequence;
  return {
    ...sequence,
    earliest: Float64Array.from(known, ({ earliest }) => earliest),
    latest: Float64Array.from(known, ({ latest }) => latest),
    rideSpan: Float64Array.from(known, ({ isPickup, task }) => (isPickup ? -1 : work.tasks[task]!.span)),
    endsAt,
    workSpan,
  };
}
