import type { CostWeights } from "../cost.ts";
import { earliestStarts, firstArrival } from "../earliest-starts.ts";
import type { Plan, Problem, Trip } from "../problem.ts";
import { loosenToProjection, project } from "../projection.ts";
import type { Sequence } from "../sequence.ts";
import { sequencesOf } from "../sequences.ts";
import { fetchArriveByRidersLate } from "../timing.ts";
import { type Legs, legsOf } from "../travel-times.ts";
import { ABOARD, ALL_FIXED, type Instance, PICKUP_FIXED } from "./instance.ts";
import { keepsTriangle, type Locations, locationsOf } from "./locations.ts";
import { tightenWindows } from "./tighten-windows.ts";

/**
 * Compiles a problem, its plan and trips to be added. Where reality is later than a promise the limits are those of
 * `loosenToProjection`, and whoever rides late by them stays in her duty. Throws when the plan does not belong to the problem.
 *
 * @param examine  look whether the triangle inequality holds (cubic in the places) and tighten windows by it: worth
 *   it for a long search
 */
export function compileInstance({
  problem,
  plan,
  added,
  weights,
  examine,
}: {
  problem: Problem;
  plan: Plan;
  added: readonly Trip[];
  weights: CostWeights;
  examine: boolean;
}): Instance {
  const legs = legsOf(problem.travelTimes);
  const raw = sequencesOf({ problem, plan, legs });
  const sequences = raw.map((sequence) => loosenToProjection(sequence, legs));
  const trips = tripsOf(sequences, added);
  const indexOf = new Map(trips.map(({ id }, r) => [id, r]));
  const locations = locationsOf(problem, trips, sequences);
  const triangle = examine && legs.steady && keepsTriangle(locations);
  const instance = emptyInstance({ problem, legs, trips, locations, triangle, weights });
  for (const [r, trip] of trips.entries()) writeTrip(instance, r, trip, problem);
  for (const [d, sequence] of sequences.entries()) {
    writeDuty(instance, d, sequence, legs);
    writeSequence({ instance, d, sequence, raw: raw[d]!, indexOf, legs });
  }
  writeAboard(instance, problem, indexOf);
  classifyEmptyDuties(instance);
  tightenWindows(instance);
  const initial = sequences.map(({ visits }) =>
    Int32Array.from(visits, ({ tripId, kind }) => 2 * indexOf.get(tripId)! + (kind === "pickup" ? 0 : 1)),
  );
  const placed = new Set(sequences.flatMap((sequence) => sequence.visits.map(({ tripId }) => tripId)));
  const unplaced = Int32Array.from([...trips.keys()].filter((r) => !placed.has(trips[r]!.id)));
  return { ...instance, initial, unplaced };
}

function tripsOf(sequences: readonly Sequence[], added: readonly Trip[]): Trip[] {
  const trips = new Map<string, Trip>();
  for (const sequence of sequences) for (const trip of sequence.trips) trips.set(trip.id, trip);
  for (const trip of added) trips.set(trip.id, trip);
  return [...trips.values()];
}

function emptyInstance({
  problem,
  legs,
  trips,
  locations,
  triangle,
  weights,
}: {
  problem: Problem;
  legs: Legs;
  trips: readonly Trip[];
  locations: Locations;
  triangle: boolean;
  weights: CostWeights;
}): Instance {
  const R = trips.length;
  const D = problem.duties.length;
  const nodes = 2 * R + 2 * D;
  return {
    legs,
    steady: legs.steady,
    triangle,
    requestCount: R,
    dutyCount: D,
    trips,
    duties: problem.duties,
    ...locations,
    earliest: new Float64Array(nodes),
    latest: new Float64Array(nodes).fill(Number.POSITIVE_INFINITY),
    service: new Float64Array(nodes),
    rideSpan: new Float64Array(R),
    rideBinds: new Uint8Array(R),
    fixed: new Uint8Array(R),
    onlyDuty: new Int32Array(R).fill(-1),
    seats: new Int32Array(R),
    wheelchairs: new Int32Array(R),
    boardedAt: new Float64Array(R),
    promisedDropoff: new Float64Array(R).fill(Number.POSITIVE_INFINITY),
    readyAt: new Float64Array(D),
    endsAt: new Float64Array(D),
    workSpan: new Float64Array(D).fill(Number.POSITIVE_INFINITY),
    driving: new Uint8Array(D),
    firstArrival: new Float64Array(D),
    seatCapacity: new Int32Array(D),
    wheelchairCapacity: new Int32Array(D),
    seatsPerWheelchair: new Int32Array(D),
    seatsAboard: new Int32Array(D),
    wheelchairsAboard: new Int32Array(D),
    emptyClass: new Int32Array(D),
    initial: [],
    unplaced: new Int32Array(0),
    weights,
    ridersCount: weights.delaySecond + weights.detourSecond + weights.waitSecond > 0,
  };
}

function writeTrip(instance: Instance, r: number, trip: Trip, { duties }: Problem): void {
  const [pickup, dropoff] = [2 * r, 2 * r + 1];
  instance.earliest[pickup] = trip.pickup.earliest;
  instance.latest[pickup] = trip.pickup.latest;
  instance.service[pickup] = trip.boardSeconds;
  instance.earliest[dropoff] = trip.dropoff.earliest;
  instance.latest[dropoff] = trip.dropoff.latest;
  instance.service[dropoff] = trip.alightSeconds;
  instance.rideSpan[r] = trip.boardSeconds + trip.rideSecondsMax;
  instance.seats[r] = trip.seats;
  instance.wheelchairs[r] = trip.wheelchairs;
  if (trip.onlyDuty === undefined) return;
  const only = duties.findIndex(({ id }) => id === trip.onlyDuty);
  instance.onlyDuty[r] = only < 0 ? -2 : only;
}

function writeDuty(instance: Instance, d: number, sequence: Sequence, legs: Legs): void {
  const { duty, origin, count, endsAt } = sequence;
  instance.readyAt[d] = origin.readyAt;
  instance.endsAt[d] = endsAt;
  instance.workSpan[d] = sequence.workSpan;
  instance.driving[d] = origin.driving ? 1 : 0;
  if (origin.driving && count > 0) instance.firstArrival[d] = firstArrival(sequence, legs);
  instance.seatCapacity[d] = duty.seats;
  instance.wheelchairCapacity[d] = duty.wheelchairPlaces;
  instance.seatsPerWheelchair[d] = duty.seatsPerWheelchair;
  instance.seatsAboard[d] = sequence.seatsTaken[0]!;
  instance.wheelchairsAboard[d] = sequence.wheelchairsTaken[0]!;
}

/** What only the plan knows: stretched services, loosened limits, who is fixed where, when riders were to arrive. */
function writeSequence({
  instance,
  d,
  sequence,
  raw,
  indexOf,
  legs,
}: {
  instance: Instance;
  d: number;
  sequence: Sequence;
  raw: Sequence;
  indexOf: ReadonlyMap<string, number>;
  legs: Legs;
}): void {
  const starts = new Float64Array(sequence.count);
  if (earliestStarts(sequence, legs, starts)) fetchArriveByRidersLate({ sequence, starts }, legs);
  else starts.set(project(sequence, legs).starts);
  for (let k = 0; k < sequence.count; k++) {
    const { tripId, kind } = sequence.visits[k]!;
    const r = indexOf.get(tripId)!;
    const node = 2 * r + (kind === "pickup" ? 0 : 1);
    instance.service[node] = sequence.service[k]!;
    instance.latest[node] = sequence.latest[k]!;
    if (kind === "dropoff") {
      instance.rideSpan[r] = sequence.rideSpan[k]!;
      instance.promisedDropoff[r] = starts[k]!;
    }
    const loosened = sequence.latest[k]! > raw.latest[k]! || sequence.rideSpan[k]! > raw.rideSpan[k]!;
    if (loosened) instance.onlyDuty[r] = d;
    if (kind === "dropoff" && sequence.partner[k]! < 0) {
      instance.fixed[r] = ABOARD;
      instance.onlyDuty[r] = d;
    }
    if (k >= sequence.firstOpen) continue;
    instance.fixed[r] = kind === "pickup" ? PICKUP_FIXED : ALL_FIXED;
    instance.onlyDuty[r] = d;
  }
}

function writeAboard(instance: Instance, problem: Problem, indexOf: ReadonlyMap<string, number>): void {
  for (const { done } of problem.progress)
    for (const { tripId, kind, at } of done) {
      const r = indexOf.get(tripId);
      if (r !== undefined && kind === "pickup") instance.boardedAt[r] = at;
    }
}

function classifyEmptyDuties(instance: Instance): void {
  const classes = new Map<string, number>();
  const { requestCount: R, dutyCount: D, place } = instance;
  for (let d = 0; d < D; d++) {
    const kind = [
      place[2 * R + d],
      place[2 * R + D + d],
      instance.readyAt[d],
      instance.endsAt[d],
      instance.workSpan[d],
      instance.driving[d] === 1 ? d : -1,
      instance.seatCapacity[d],
      instance.wheelchairCapacity[d],
      instance.seatsPerWheelchair[d],
      instance.seatsAboard[d],
      instance.wheelchairsAboard[d],
    ].join();
    if (!classes.has(kind)) classes.set(kind, classes.size);
    instance.emptyClass[d] = classes.get(kind)!;
  }
}
