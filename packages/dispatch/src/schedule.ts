import type { Timed } from "./cost.ts";
import { earliestStarts, endArrival, firstArrival } from "./earliest-starts.ts";
import { latestStarts } from "./latest-starts.ts";
import type { Plan, Problem, VisitKind } from "./problem.ts";
import { loosenToProjection, project } from "./projection.ts";
import type { Load } from "./rules/load.ts";
import type { Sequence } from "./sequence.ts";
import { sequencesOf } from "./sequences.ts";
import { drivingSeconds, fetchArriveByRidersLate, leavesAt } from "./timing.ts";
import { type Legs, legsOf } from "./travel-times.ts";

/** The times of one visit that is still ahead. Instants and seconds. */
export interface VisitTimes {
  readonly tripId: string;
  readonly kind: VisitKind;
  readonly place: number;
  readonly arrival: number;
  /** Boarding or alighting begins: at arrival, or later when the vehicle waits. */
  readonly start: number;
  readonly departure: number;
  /** Who is aboard on departure. */
  readonly load: Load;
  /** How much later this visit could begin with every limit of the duty still kept. */
  readonly slackSeconds: number;
  /** How long after its promised latest instant it begins. */
  readonly lateSeconds: number;
}

export interface DutySchedule {
  readonly dutyId: string;
  readonly vehicleId: string;
  readonly leavesPlace: number;
  /** When the vehicle leaves (has left) the place where it is. */
  readonly leavesAt: number;
  readonly visits: readonly VisitTimes[];
  readonly endPlace: number;
  readonly endArrival: number;
  /** How long after the end of the duty it is back. */
  readonly lateSeconds: number;
  readonly drivingSeconds: number;
  /** From leaving (having left) its start place to being at its end place; 0 while there is nothing to do. */
  readonly workSeconds: number;
  /** How much longer than its `workSecondsMax` that is. */
  readonly workTooLongSeconds: number;
}

export interface Schedule {
  /** One for each duty of the problem, in its order. */
  readonly duties: readonly DutySchedule[];
}

/**
 * Gives every visit still ahead its time: the earliest schedule that keeps every rule, arrive-by riders fetched as
 * late as costs nobody anything. Where reality has made that impossible, the projection: what happens if the
 * vehicles drive on as planned, with `lateSeconds` above zero where a promise is broken.
 *
 * Needs a problem and a plan in which `checkPlan` finds nothing: it does not look for nonsense again, and throws or
 * gives meaningless times where there is some.
 */
export function schedule({ problem, plan }: { problem: Problem; plan: Plan }): Schedule {
  const legs = legsOf(problem.travelTimes);
  return { duties: sequencesOf({ problem, plan, legs }).map((sequence) => dutySchedule(sequence, legs)) };
}

function dutySchedule(sequence: Sequence, legs: Legs): DutySchedule {
  const { duty, origin, count, trips, visits, place, service, latest } = sequence;
  const timed = timesOf(sequence, legs);
  const { starts } = timed;
  const latestPossible = new Float64Array(count);
  latestStarts(loosenToProjection(sequence, legs), legs, latestPossible);
  const left = leavesAt(timed, legs);
  const back = endArrival(sequence, legs, starts);
  const isAtWork = count > 0 || origin.beganAt !== undefined;
  const workSeconds = isAtWork ? back - (origin.beganAt ?? left) : 0;
  return {
    dutyId: duty.id,
    vehicleId: duty.vehicleId,
    leavesPlace: origin.place,
    leavesAt: left,
    visits: visits.map((visit, k) => ({
      tripId: visit.tripId,
      kind: visit.kind,
      place: place[k]!,
      arrival: k === 0 ? arrivalAtFirst(sequence, left, legs) : arrivalAt(timed, k, legs),
      start: starts[k]!,
      departure: starts[k]! + service[k]!,
      load: { seats: sequence.seatsTaken[k + 1]!, wheelchairs: sequence.wheelchairsTaken[k + 1]! },
      slackSeconds: Math.max(0, latestPossible[k]! - starts[k]!),
      lateSeconds: Math.max(
        0,
        starts[k]! - (visit.kind === "pickup" ? latest[k]! : trips[k]!.dropoff.latest),
      ),
    })),
    endPlace: duty.endPlace,
    endArrival: back,
    lateSeconds: Math.max(0, back - duty.endsAt),
    drivingSeconds: drivingSeconds(timed, legs),
    workSeconds,
    workTooLongSeconds: Math.max(0, workSeconds - (duty.workSecondsMax ?? Number.POSITIVE_INFINITY)),
  };
}

/** The times to drive at: kept promises where that can be, else the projection. */
export function timesOf(sequence: Sequence, legs: Legs): Timed {
  const starts = new Float64Array(sequence.count);
  if (!earliestStarts(sequence, legs, starts)) return { sequence, starts: project(sequence, legs).starts };
  fetchArriveByRidersLate({ sequence, starts }, legs);
  return { sequence, starts };
}

function arrivalAtFirst(sequence: Sequence, left: number, legs: Legs): number {
  if (sequence.origin.driving) return firstArrival(sequence, legs);
  return legs.arrival(sequence.origin.place, sequence.place[0]!, left);
}

function arrivalAt({ sequence: { place, service }, starts }: Timed, k: number, legs: Legs): number {
  return legs.arrival(place[k - 1]!, place[k]!, starts[k - 1]! + service[k - 1]!);
}
