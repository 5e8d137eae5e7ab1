import * as dispatch from "@noriai/dispatch";
import {
  assert,
  type BookingId,
  type DutyId,
  type EpochSeconds,
  epochSeconds,
  type QuoteId,
  type Seconds,
  type StopId,
  seconds,
  type VehicleId,
} from "@noriai/kernel";
import type { Promise as Promised } from "./booking.ts";
import type { Day, Duty } from "./day.ts";
import { eventsOfDuty } from "./effective-events.ts";
import { personsOf } from "./fare-class.ts";
import { knownDay } from "./known-day.ts";
import { openVisits } from "./open-visits.ts";
import { problemOf } from "./problem.ts";
import type { TaskEvent } from "./task-event.ts";
import type { TripRequest } from "./trip-request.ts";
import type { World } from "./world.ts";

/** A stop for one party: when it happened, or when it is foreseen now. */
export interface PlannedVisit {
  /** A booking's id, or the quote's while the offer is only held. */
  readonly tripId: BookingId | QuoteId;
  readonly held: boolean;
  readonly kind: "pickup" | "dropoff";
  readonly stopId: StopId;
  /** When it happened, else when it is foreseen. */
  readonly at: EpochSeconds;
  readonly done: boolean;
  /** What was promised for this visit. */
  readonly from: EpochSeconds;
  readonly to: EpochSeconds;
  /** Persons aboard after it, wheelchairs included. */
  readonly load: number;
}

export interface DutyTimes {
  readonly duty: Duty;
  /** As last reported by the driver and not overtaken by an arrival. */
  readonly delay: Seconds;
  /** The vehicle has set out for its next stop. */
  readonly drivingTo: StopId | undefined;
  readonly visits: readonly PlannedVisit[];
}

/** One party's ride as it was or is foreseen. */
export interface RideTimes {
  readonly dutyId: DutyId;
  readonly vehicleId: VehicleId;
  readonly pickupAt: EpochSeconds;
  readonly dropoffAt: EpochSeconds;
}

/** A booking whose promise can no longer be kept: somebody has to call. */
export interface AtRisk {
  readonly bookingId: BookingId;
  readonly dutyId: DutyId;
  readonly pickupFrom: EpochSeconds;
  readonly pickupLate: Seconds;
  readonly dropoffLate: Seconds;
  readonly rideTooLong: Seconds;
}

export interface DaySchedule {
  readonly duties: readonly DutyTimes[];
  readonly rides: ReadonlyMap<BookingId | QuoteId, RideTimes>;
  /** In order of promised pickup: the call list (遅延連絡). 仕様書 5-(5)-② */
  readonly atRisk: readonly AtRisk[];
}

/**
 * What the plan says at this moment: every visit done or ahead with its time, and the promises at risk. Duties and trips
 * whose vehicle or stop the service no longer has are not in it; of a duty out of service, what happened and who still
 * sits in the vehicle.
 */
export function scheduleOf(world: World, whole: Day): DaySchedule {
  const day = knownDay(world, whole);
  const problem = problemOf(world, day);
  const foreseen = dispatch.schedule({ problem, plan: day.plan });
  const driven = day.duties.map((duty, k) =>
    dutyTimes({ world, day, duty, foreseen: foreseen.duties[k]!, progress: problem.progress[k]! }),
  );
  const duties = whole.duties.flatMap((duty) => {
    const times = driven.find((one) => one.duty.id === duty.id);
    return times ?? (duty.outOfService === undefined ? [] : stoppedTimes(world, whole, duty));
  });
  return {
    duties,
    rides: ridesOf(duties),
    atRisk: atRiskOf(day, dispatch.promisesAtRisk({ problem, plan: day.plan })),
  };
}

function dutyTimes({
  world,
  day,
  duty,
  foreseen,
  progress,
}: {
  readonly world: World;
  readonly day: Day;
  readonly duty: Duty;
  readonly foreseen: dispatch.DutySchedule;
  readonly progress: dispatch.Progress;
}): DutyTimes {
  const events = eventsOfDuty(day, duty.id);
  const happened = events.flatMap((event) => happenedVisit(day, event));
  const ahead = openVisits(day, duty).map(({ tripId, kind }) => ({
    ...visitOf(day, tripId, kind),
    at: foreseenAt({ foreseen, progress, tripId, kind }),
    done: false,
  }));
  const visits = withLoads([...happened, ...ahead]);
  const { drivingTo, freeAt } = progress;
  const isDriving = drivingTo !== undefined && freeAt <= world.now;
  return {
    duty,
    delay: delayOf(events),
    drivingTo: isDriving ? visitOf(day, drivingTo.tripId, drivingTo.kind).stopId : undefined,
    visits,
  };
}

/** Of a vehicle that drives no further: nobody knows when those aboard get where they want to go. */
function stoppedTimes(world: World, day: Day, duty: Duty): DutyTimes {
  const events = eventsOfDuty(day, duty.id);
  const happened = events.flatMap((event) => happenedVisit(day, event));
  const aboard = new Set(happened.filter(({ kind }) => kind === "pickup").map(({ tripId }) => tripId));
  const waiting = openVisits(day, duty)
    .map(({ tripId, kind }) => visitOf(day, tripId, kind))
    .filter(({ tripId, kind }) => kind === "dropoff" && aboard.has(tripId))
    .map((visit) => ({ ...visit, at: Math.max(world.now, visit.to), done: false }));
  return { duty, delay: seconds(0), drivingTo: undefined, visits: withLoads([...happened, ...waiting]) };
}

function withLoads(
  visits: readonly (Omit<PlannedVisit, "load" | "at"> & { readonly persons: number; readonly at: number })[],
): readonly PlannedVisit[] {
  let load = 0;
  return visits.map(({ persons, at, ...visit }) => {
    load += visit.kind === "pickup" ? persons : -persons;
    return { ...visit, at: epochSeconds(at), load };
  });
}

/** When a visit ahead will begin; one that goes on right now has no begin any more, only its end. */
function foreseenAt({
  foreseen,
  progress,
  tripId,
  kind,
}: {
  readonly foreseen: dispatch.DutySchedule;
  readonly progress: dispatch.Progress;
  readonly tripId: string;
  readonly kind: "pickup" | "dropoff";
}): number {
  const isIt = (visit: dispatch.Visit) => visit.tripId === tripId && visit.kind === kind;
  return foreseen.visits.find(isIt)?.start ?? progress.done.find(isIt)!.at;
}

function happenedVisit(day: Day, event: TaskEvent) {
  if (event.kind === "boarded")
    return [{ ...visitOf(day, event.bookingId, "pickup"), at: event.at as number, done: true }];
  if (event.kind === "alighted")
    return [{ ...visitOf(day, event.bookingId, "dropoff"), at: event.at as number, done: true }];
  return [];
}

function visitOf(day: Day, tripId: string, kind: "pickup" | "dropoff") {
  const { id, held, request, promise } = tripOf(day, tripId);
  return {
    tripId: id,
    held,
    kind,
    stopId: kind === "pickup" ? request.from : request.to,
    from: promise.pickupFrom,
    to: kind === "pickup" ? promise.pickupTo : promise.arriveBy,
    persons: personsOf(request.party),
  };
}

/** The trip behind an id of the plan: a booking, or an offer that is held. */
function tripOf(
  day: Day,
  tripId: string,
): {
  readonly id: BookingId | QuoteId;
  readonly held: boolean;
  readonly request: TripRequest;
  readonly promise: Promised;
} {
  const booking = day.bookings.get(tripId as BookingId);
  if (booking !== undefined) return { ...booking, held: false };
  const quote = day.quotes.get(tripId as QuoteId);
  assert(quote !== undefined, `trip ${tripId} stands on the day`);
  return { id: quote.id, held: true, request: quote.request, promise: quote.offer.promise };
}

/** The delay that a driver has reported since the vehicle last arrived anywhere. */
export function delayOf(events: readonly TaskEvent[]): Seconds {
  const last = events.findLast(({ kind }) => kind !== "fare-collected");
  return last?.kind === "delayed" ? last.by : seconds(0);
}

function ridesOf(duties: readonly DutyTimes[]): ReadonlyMap<BookingId | QuoteId, RideTimes> {
  const rides = new Map<BookingId | QuoteId, RideTimes>();
  for (const { duty, visits } of duties)
    for (const { tripId, kind, at } of visits)
      if (kind === "pickup")
        rides.set(tripId, { dutyId: duty.id, vehicleId: duty.vehicleId, pickupAt: at, dropoffAt: at });
      else rides.set(tripId, { ...rides.get(tripId)!, dropoffAt: at });
  return rides;
}

function atRiskOf(day: Day, risks: readonly dispatch.PromiseAtRisk[]): readonly AtRisk[] {
  return risks
    .flatMap(({ tripId, dutyId, pickupLateSeconds, dropoffLateSeconds, rideTooLongSeconds }) => {
      const booking = day.bookings.get(tripId as BookingId);
      if (booking === undefined) return [];
      return [
        {
          bookingId: booking.id,
          dutyId: dutyId as DutyId,
          pickupFrom: booking.promise.pickupFrom,
          pickupLate: seconds(pickupLateSeconds),
          dropoffLate: seconds(dropoffLateSeconds),
          rideTooLong: seconds(rideTooLongSeconds),
        },
      ];
    })
    .sort((a, b) => a.pickupFrom - b.pickupFrom);
}
