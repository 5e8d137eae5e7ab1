import {
  assert,
  type BookingId,
  type DutyId,
  type EpochSeconds,
  type EventId,
  later,
  type Seconds,
  type StopId,
  type Yen,
  yen,
} from "@noriai/kernel";
import type { Booking, BookingState, Fare } from "./booking.ts";
import { nextState } from "./booking-state.ts";
import type { Day, Duty } from "./day.ts";
import type { Takings } from "./duty-record.ts";
import { collectedFor, eventsOfDuty, lastStepOf } from "./effective-events.ts";
import type { Party } from "./fare-class.ts";
import { type PlannedVisit, scheduleOf } from "./schedule-of.ts";
import type { FareMeans, TaskEvent } from "./task-event.ts";
import type { TripNeed } from "./trip-need.ts";
import type { World } from "./world.ts";

/** One stop of a duty with everything to do there (乗務の作業). Visits that follow each other at one stop are one. */
export interface TripTask {
  readonly stopId: StopId;
  /** When it began, or is foreseen to begin. */
  readonly at: EpochSeconds;
  /** The vehicle stays at least until the last promised pickup opens, unless all those are aboard. */
  readonly leaveNotBefore: EpochSeconds | undefined;
  readonly state: "done" | "here" | "next" | "later";
  readonly boards: readonly TaskRider[];
  readonly alights: readonly TaskRider[];
}

/** A party at a stop, as the driver needs it. */
export interface TaskRider {
  readonly bookingId: BookingId;
  readonly party: Party;
  readonly wheelchairs: number;
  readonly needs: readonly TripNeed[];
  readonly fare: Fare;
  readonly collected: Yen | undefined;
  /** The event that recorded it, to be taken back when it is corrected, and how it was paid. */
  readonly payment: { readonly eventId: EventId; readonly means: FareMeans } | undefined;
  readonly boardingCode: string;
  readonly state: BookingState;
  readonly done: boolean;
  readonly actions: readonly ("board" | "alight" | "no-show" | "collect")[];
  /** From when a no-show can be recorded. */
  readonly noShowFrom: EpochSeconds | undefined;
}

/** A duty as the driver's terminal shows it. */
export interface DutySheet {
  readonly duty: Duty;
  readonly delay: Seconds;
  /** In driving order; offers that are only held are not among them. */
  readonly tasks: readonly TripTask[];
  /** Fares of everybody who boarded. */
  readonly fareDue: Yen;
  readonly fareCollected: Yen;
  /** The same by what it was paid with; what is in the till. */
  readonly takings: Takings;
  /** The step that can be taken back. */
  readonly lastStep: TaskEvent | undefined;
  /** Where that step is a no-show: the boarding and the alighting that are to do again when it is taken back. */
  readonly givenUp: readonly TripTask[];
}

/** Everything the terminal shows of one duty. A duty that the day does not have is a bug. */
export function dutySheet(world: World, day: Day, dutyId: DutyId): DutySheet {
  const times = scheduleOf(world, day).duties.find(({ duty }) => duty.id === dutyId);
  assert(times !== undefined, `the day has duty ${dutyId}`);
  const { duty, delay, visits } = times;
  const groups = byStop(visits.filter(({ held }) => !held));
  const standsAt = stopWhereItStands(day, dutyId);
  const current = groups.findIndex((group) => group.some(({ done }) => !done));
  const tasks = groups.map((group, k) =>
    taskOf({ world, day, group, state: stateOf({ group, isCurrent: k === current, standsAt }) }),
  );
  const boarded = visits.filter(({ kind, done }) => kind === "pickup" && done).map(({ tripId }) => tripId);
  const dues = boarded.map((id) => bookingOf(day, id).fare.total);
  const collected = [...day.bookings.keys()].flatMap((id) => {
    const event = collectedFor(day, id);
    return event?.dutyId === dutyId ? [event] : [];
  });
  const lastStep = lastStepOf(day, dutyId);
  const taken = (means: FareMeans): Yen =>
    sum(collected.filter((event) => event.means === means).map(({ amount }) => amount));
  return {
    duty,
    delay,
    tasks,
    fareDue: sum(dues),
    fareCollected: sum(collected.map(({ amount }) => amount)),
    takings: { cash: taken("cash"), cashless: taken("cashless") },
    lastStep,
    givenUp: givenUpBy(world, day, lastStep),
  };
}

function givenUpBy(world: World, day: Day, step: TaskEvent | undefined): readonly TripTask[] {
  if (step?.kind !== "no-show") return [];
  const booking = bookingOf(day, step.bookingId);
  const { id, request, promise } = booking;
  const again = {
    ...day,
    bookings: new Map(day.bookings).set(id, { ...booking, state: "boarding" as const }),
  };
  const rider = (kind: PlannedVisit["kind"]) => [riderOf(world, again, { tripId: id, kind, done: false })];
  const none = { leaveNotBefore: undefined, boards: [], alights: [] };
  return [
    { ...none, stopId: request.from, at: promise.pickupFrom, state: "here", boards: rider("pickup") },
    { ...none, stopId: request.to, at: promise.arriveBy, state: "later", alights: rider("dropoff") },
  ];
}

function byStop(visits: readonly PlannedVisit[]): readonly (readonly PlannedVisit[])[] {
  const groups: PlannedVisit[][] = [];
  for (const visit of visits) {
    const group = groups.at(-1);
    if (group?.[0]?.stopId === visit.stopId) group.push(visit);
    else groups.push([visit]);
  }
  return groups;
}

function stopWhereItStands(day: Day, dutyId: DutyId): StopId | undefined {
  const last = eventsOfDuty(day, dutyId).findLast(
    ({ kind }) => kind !== "delayed" && kind !== "fare-collected",
  );
  if (last?.kind === "arrived") return last.stopId;
  if (last?.kind === "boarded" || last?.kind === "no-show")
    return bookingOf(day, last.bookingId).request.from;
  if (last?.kind === "alighted") return bookingOf(day, last.bookingId).request.to;
  return undefined;
}

function stateOf({
  group,
  isCurrent,
  standsAt,
}: {
  readonly group: readonly PlannedVisit[];
  readonly isCurrent: boolean;
  readonly standsAt: StopId | undefined;
}): TripTask["state"] {
  if (group.every(({ done }) => done)) return "done";
  if (!isCurrent) return "later";
  return group[0]!.stopId === standsAt ? "here" : "next";
}

function taskOf({
  world,
  day,
  group,
  state,
}: {
  readonly world: World;
  readonly day: Day;
  readonly group: readonly PlannedVisit[];
  readonly state: TripTask["state"];
}): TripTask {
  const open = group.find(({ done }) => !done) ?? group[0]!;
  const waitsFor = group
    .filter(({ kind, done }) => kind === "pickup" && !done)
    .map(({ from, tripId }) => Math.max(from, waitUntil(day, tripId)));
  const riders = (kind: PlannedVisit["kind"]) =>
    group.filter((visit) => visit.kind === kind).map((visit) => riderOf(world, day, visit));
  return {
    stopId: open.stopId,
    at: open.at,
    leaveNotBefore: waitsFor.length === 0 ? undefined : (Math.max(...waitsFor) as EpochSeconds),
    state,
    boards: riders("pickup"),
    alights: riders("dropoff"),
  };
}

/** Until when a dispatcher lets the vehicle wait for a rider. */
const waitUntil = ({ duties }: Day, tripId: string): number =>
  duties.flatMap(({ waits = [] }) => waits).find(({ bookingId }) => bookingId === tripId)?.until ?? 0;

function riderOf(
  world: World,
  day: Day,
  { tripId, kind, done }: Pick<PlannedVisit, "tripId" | "kind" | "done">,
): TaskRider {
  const booking = bookingOf(day, tripId);
  const { id, request, fare, boardingCode, state, promise } = booking;
  const paid = collectedFor(day, id);
  const collected = paid?.amount;
  const steps = kind === "pickup" ? (["board", "no-show"] as const) : (["alight"] as const);
  const here = steps.filter((action) => nextState(state, action) !== undefined);
  const canCollect = nextState(state, "collect") !== undefined && collected === undefined && fare.total > 0;
  return {
    bookingId: id,
    party: request.party,
    wheelchairs: request.wheelchairs,
    needs: request.needs ?? [],
    fare,
    collected,
    payment: paid && { eventId: paid.id, means: paid.means },
    boardingCode,
    state,
    done,
    actions: canCollect ? [...here, "collect"] : here,
    noShowFrom:
      kind === "pickup" && !done ? later(promise.pickupFrom, world.service.standards.noShowWait) : undefined,
  };
}

function bookingOf(day: Day, id: string): Booking {
  const booking = day.bookings.get(id as BookingId);
  assert(booking !== undefined, `booking ${id} stands on the day`);
  return booking;
}

const sum = (amounts: readonly Yen[]): Yen => yen(amounts.reduce((total, amount) => total + amount, 0));
