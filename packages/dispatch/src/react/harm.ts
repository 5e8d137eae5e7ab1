import type { CostWeights } from "../cost.ts";
import { endArrival } from "../earliest-starts.ts";
import type { Closure } from "../problem.ts";
import { type PromiseAtRisk, risksIn } from "../promises-at-risk.ts";
import { timesOf } from "../schedule.ts";
import { type Sequence, visitKey } from "../sequence.ts";
import { drivingSeconds, leavesAt } from "../timing.ts";
import type { Legs } from "../travel-times.ts";
import { isMovable } from "./aftermath.ts";

/** A rider who is not brought at all counts as much as this many broken promises. */
export const STRANDED = 3;

/** What a plan does to riders, in the order in which it is compared: less is better. */
export interface Harm {
  /** Trips whose promise is broken; a stranded one counts as `STRANDED`. */
  readonly broken: number;
  /** How late all of them are together, each by the worst of its pickup, arrival and ride. */
  readonly lateSeconds: number;
  /** Driving, waiting and detours, weighed. */
  readonly cost: number;
}

export const noHarm: Harm = { broken: 0, lateSeconds: 0, cost: 0 };

/** Below zero when the first does less harm. */
export function compareHarm(a: Harm, b: Harm): number {
  return a.broken - b.broken || a.lateSeconds - b.lateSeconds || a.cost - b.cost;
}

export function addHarm(a: Harm, b: Harm): Harm {
  return {
    broken: a.broken + b.broken,
    lateSeconds: a.lateSeconds + b.lateSeconds,
    cost: a.cost + b.cost,
  };
}

export function subtractHarm(a: Harm, b: Harm): Harm {
  return {
    broken: a.broken - b.broken,
    lateSeconds: a.lateSeconds - b.lateSeconds,
    cost: a.cost - b.cost,
  };
}

/** The most by which any part of a promise is broken. */
export function worstOf(risk: PromiseAtRisk): number {
  return Math.max(risk.pickupLateSeconds, risk.dropoffLateSeconds, risk.rideTooLongSeconds);
}

/** What no new order of a duty may exceed: its own limits, or what would happen anyway where that is later. */
export interface DutyLimits {
  readonly endsAt: number;
  readonly workSpan: number;
}

/** What all judgements of one reaction share. */
export interface Scene {
  readonly legs: Legs;
  readonly weights: CostWeights;
  readonly boardedAt: ReadonlyMap<string, number>;
  /** Nobody is made later than this, unless she would be anyway. */
  readonly lateSecondsMax: number;
  /** How late each trip is if nothing is done. */
  readonly lateAnyway: ReadonlyMap<string, number>;
  /** Duties in which a trip is not placed: the later ones of the vehicle that it has lost. */
  readonly awayFrom: ReadonlyMap<string, ReadonlySet<string>>;
  /** Where and when nobody can board or alight. */
  readonly closures: readonly Closure[];
  /** Visits (`visitKey`) that would be at a closed place if nothing is done: promised before, and not put off since. */
  readonly atClosedAnyway: ReadonlySet<string>;
}

/** One duty with what it does to its riders. */
export interface Judged {
  readonly sequence: Sequence;
  readonly limits: DutyLimits;
  readonly late: readonly PromiseAtRisk[];
  readonly harm: Harm;
}

/** Judges one duty driven as it stands; undefined when it exceeds what no new order may exceed. */
export function judge(sequence: Sequence, limits: DutyLimits, scene: Scene): Judged | undefined {
  const { legs, boardedAt, lateAnyway, lateSecondsMax } = scene;
  const timed = timesOf(sequence, legs);
  const back = endArrival(sequence, legs, timed.starts);
  if (back > limits.endsAt) return undefined;
  if (sequence.count > 0 && back - leavesAt(timed, legs) > limits.workSpan) return undefined;
  if (!keepsOutOfClosed(sequence, timed.starts, scene)) return undefined;
  const late = risksIn({ sequence, starts: timed.starts, boardedAt });
  let lateSeconds = 0;
  for (const risk of late) {
    const seconds = worstOf(risk);
    if (seconds > Math.max(lateSecondsMax, lateAnyway.get(risk.tripId) ?? 0)) return undefined;
    lateSeconds += seconds;
  }
  return {
    sequence,
    limits,
    late,
    harm: { broken: late.length, lateSeconds, cost: costOfDuty(sequence, timed.starts, scene) },
  };
}

/** Nobody is put into a closed place who would not be there anyway. */
function keepsOutOfClosed(
  sequence: Sequence,
  starts: Float64Array,
  { closures, atClosedAnyway }: Scene,
): boolean {
  if (closures.length === 0) return true;
  return visitsAtClosed(sequence, starts, closures).every(
    (k) => !isMovable(sequence, k) || atClosedAnyway.has(visitKey(sequence.visits[k]!)),
  );
}

/** The visits that begin while their place is closed. */
export function visitsAtClosed(
  { count, place }: Sequence,
  starts: Float64Array,
  closures: readonly Closure[],
): readonly number[] {
  const found: number[] = [];
  for (const closed of closures)
    for (let k = 0; k < count; k++)
      if (place[k] === closed.place && closed.from <= starts[k]! && starts[k]! < closed.until) found.push(k);
  return found;
}

function costOfDuty(sequence: Sequence, starts: Float64Array, { legs, weights }: Scene): number {
  let cost = drivingSeconds({ sequence, starts }, legs) * weights.vehicleSecond;
  for (let k = 0; k < sequence.count; k++) {
    const dropoff = sequence.partner[k]!;
    if (sequence.rideSpan[k]! >= 0) continue;
    const { seats, wheelchairs, pickup, pickupPlace, dropoffPlace, boardSeconds } = sequence.trips[k]!;
    const riders = seats + wheelchairs;
    const ride = starts[dropoff]! - starts[k]! - boardSeconds;
    cost += riders * (ride - legs.freeSeconds(pickupPlace, dropoffPlace)) * weights.detourSecond;
    cost += riders * (starts[k]! - pickup.earliest) * weights.waitSecond;
  }
  return cost;
}
