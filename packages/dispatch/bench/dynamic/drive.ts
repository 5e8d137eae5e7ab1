import {
  type Duty,
  type DutySchedule,
  type Plan,
  type Problem,
  type Progress,
  schedule,
  type VisitTimes,
} from "../../src/index.ts";

/**
 * Time passes until `until`: every vehicle sets out when its next stop is due, arrives and serves it, exactly as its
 * schedule says. It does not set out earlier, so the plan stays open as long as it can.
 */
export function drive({ problem, plan, until }: { problem: Problem; plan: Plan; until: number }): Problem {
  const known = new Map(problem.progress.map((progress) => [progress.dutyId, progress]));
  const progress = problem.duties.flatMap((duty): Progress[] => {
    const after = driveOne({ problem, plan, duty, until, progress: known.get(duty.id) });
    return after === undefined ? [] : [after];
  });
  return { ...problem, progress, now: Math.max(problem.now, until) };
}

function driveOne({
  problem,
  plan,
  duty,
  until,
  progress,
}: {
  problem: Problem;
  plan: Plan;
  duty: Duty;
  until: number;
  progress: Progress | undefined;
}): Progress | undefined {
  const open = plan.routes.find(({ dutyId }) => dutyId === duty.id)?.visits.length ?? 0;
  if (open === (progress?.done.length ?? 0)) return progress;
  // One look ahead serves for all stops until then: vehicles keep their times exactly.
  const alone = { ...problem, duties: [duty], progress: progress === undefined ? [] : [progress] };
  const [times] = schedule({ problem: alone, plan }).duties;
  let now = progress;
  for (const [k, visit] of times!.visits.entries()) {
    const before = times!.visits[k - 1];
    if (now?.drivingTo === undefined) {
      const leaves = before === undefined ? times!.leavesAt : leavesFor(alone, before, visit);
      if (leaves > until) return now;
      now = setOut(times!, now, { place: before?.place ?? times!.leavesPlace, freeAt: leaves, to: visit });
    }
    // Standing there is not boarding yet. What has begun takes its time for certain: it counts as done, free at its end.
    if (visit.start > until) return now;
    now = finish(now, visit);
  }
  return now;
}

function leavesFor(
  { travelTimes: { placeCount, seconds } }: Problem,
  before: VisitTimes,
  next: VisitTimes,
): number {
  return Math.max(before.departure, next.start - seconds[before.place * placeCount + next.place]!);
}

function setOut(
  { dutyId, leavesAt }: DutySchedule,
  old: Progress | undefined,
  { place, freeAt, to }: { place: number; freeAt: number; to: VisitTimes },
): Progress {
  const drivingTo = { tripId: to.tripId, kind: to.kind };
  return { dutyId, place, freeAt, done: old?.done ?? [], drivingTo, beganAt: old?.beganAt ?? leavesAt };
}

function finish({ dutyId, done, beganAt }: Progress, visit: VisitTimes): Progress {
  const { tripId, kind, departure: at, place } = visit;
  return { dutyId, place, freeAt: at, done: [...done, { tripId, kind, at }], beganAt };
}
