import type { Duty, Plan, Problem, Trip } from "./problem.ts";
import { project } from "./projection.ts";
import { type Sequence, sequenceFrom } from "./sequence.ts";
import type { Legs } from "./travel-times.ts";

/**
 * Reads every duty of a plan, in the problem's order. Where a vehicle has several duties, the later one leaves no
 * earlier than the vehicle is projected to be back from the one before, and the one before ends in time for it: so no
 * change of one duty makes another late.
 *
 * Throws when the plan does not belong to the problem.
 */
export function sequencesOf({
  problem,
  plan,
  legs,
}: {
  problem: Problem;
  plan: Plan;
  legs: Legs;
}): Sequence[] {
  const { duties, now } = problem;
  const trips = new Map<string, Trip>(problem.trips.map((trip) => [trip.id, trip]));
  const progress = new Map(problem.progress.map((one) => [one.dutyId, one]));
  const planned = new Map(plan.routes.map(({ dutyId, visits }) => [dutyId, visits]));
  const before = dutiesBefore(duties);
  const read = new Map<Duty, Sequence>();
  return backForNextDuty(duties.map(sequenceOfDuty), before, legs);

  function sequenceOfDuty(duty: Duty): Sequence {
    const known = read.get(duty);
    if (known !== undefined) return known;
    const sequence = sequenceFrom({
      duty,
      progress: progress.get(duty.id),
      planned: planned.get(duty.id) ?? [],
      trips,
      now,
      freeFrom: progress.has(duty.id) ? undefined : freeFrom(duty),
    });
    if (before.size > 0) read.set(duty, sequence);
    return sequence;
  }

  function freeFrom(duty: Duty): number {
    const previous = before.get(duty);
    if (previous === undefined) return duty.startsAt;
    const known = progress.get(previous.id) ?? { place: previous.startPlace, freeAt: freeFrom(previous) };
    const back = backAt(sequenceOfDuty(previous), legs, known);
    return Math.max(duty.startsAt, legs.arrival(previous.endPlace, duty.startPlace, back));
  }
}

/** A vehicle that has nothing left to do is taken to have gone home when it became free. */
function backAt(
  sequence: Sequence,
  legs: Legs,
  free: { readonly place: number; readonly freeAt: number },
): number {
  if (sequence.count > 0) return project(sequence, legs).endsAt;
  return legs.arrival(free.place, sequence.duty.endPlace, free.freeAt);
}

/** Has the next duty begun, its hours count; else the instant from which the given plan lets it begin. */
function backForNextDuty(sequences: Sequence[], before: ReadonlyMap<Duty, Duty>, legs: Legs): Sequence[] {
  if (before.size === 0) return sequences;
  const backBy = new Map<Duty, number>();
  for (const { duty, origin } of sequences) {
    const previous = before.get(duty);
    if (previous === undefined) continue;
    const begins = origin.beganAt === undefined ? origin.readyAt : duty.startsAt;
    backBy.set(previous, legs.departure(previous.endPlace, duty.startPlace, begins));
  }
  return sequences.map((sequence) => {
    const by = backBy.get(sequence.duty) ?? Number.POSITIVE_INFINITY;
    return by < sequence.endsAt ? { ...sequence, endsAt: by } : sequence;
  });
}

/** For the second and every later duty of a vehicle the one before it, by their hours. */
function dutiesBefore(duties: readonly Duty[]): ReadonlyMap<Duty, Duty> {
  const before = new Map<Duty, Duty>();
  const vehicles = new Set(duties.map(({ vehicleId }) => vehicleId));
  if (vehicles.size === duties.length) return before;
  const last = new Map<string, Duty>();
  for (const duty of duties.toSorted((a, b) => a.startsAt - b.startsAt)) {
    const previous = last.get(duty.vehicleId);
    if (previous !== undefined) before.set(duty, previous);
    last.set(duty.vehicleId, duty);
  }
  return before;
}
