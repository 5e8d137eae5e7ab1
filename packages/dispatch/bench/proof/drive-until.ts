import { type Plan, type Problem, type Progress, schedule } from "../../src/index.ts";

/** Every vehicle does what the schedule says, to the second. */
export function driveUntil({
  problem,
  plan,
  until,
}: {
  problem: Problem;
  plan: Plan;
  until: number;
}): Problem {
  const now = Math.max(until, problem.now);
  const progress = schedule({ problem, plan }).duties.flatMap((duty): Progress[] => {
    const old = problem.progress.find(({ dutyId }) => dutyId === duty.dutyId);
    const past = duty.visits.filter(({ departure }) => departure <= now);
    const next = duty.visits[past.length];
    const last = past.at(-1);
    const done = [
      ...(old?.done ?? []),
      ...past.map(({ tripId, kind, departure }) => ({ tripId, kind, at: departure })),
    ];
    const place = last?.place ?? duty.leavesPlace;
    const leftAt = last?.departure ?? duty.leavesAt;
    const base = { dutyId: duty.dutyId, place, freeAt: leftAt, done };
    if (next === undefined || (last === undefined && old?.drivingTo === undefined && duty.leavesAt > now))
      return past.length === 0 ? (old === undefined ? [] : [old]) : [base];
    const drivingTo = { tripId: next.tripId, kind: next.kind };
    return [{ ...base, drivingTo, arrivedAt: next.arrival <= now ? next.arrival : undefined }];
  });
  return { ...problem, progress, now };
}
