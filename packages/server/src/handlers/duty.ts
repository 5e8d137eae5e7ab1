import type { Answer, Body, DutySheet as DutySheetJson, TaskRider as TaskRiderJson } from "@noriai/api";
import {
  type Day,
  type Duty,
  type DutySheet,
  decide,
  dutiesOf,
  dutySheet,
  type Matter,
  scheduleOf,
  type TaskAnswer,
  type TaskEvent,
  type TaskRejection,
  type TaskRider,
  type TripTask,
} from "@noriai/booking";
import {
  type BookingId,
  type EpochSeconds,
  fail,
  formatInstant,
  type MemberId,
  ok,
  parseInstant,
  type ServiceDate,
  serviceDateOf,
  type VehicleId,
} from "@noriai/kernel";
import { EventIdTaken, type MemberNeed, type TenantTransaction } from "@noriai/store";
import type { Call, Handler } from "../call.ts";
import { decideOn, type StaffCall } from "../decide-on.ts";
import { decisionWorld } from "../decision-world.ts";
import { dutyAtWork, dutyNow } from "../duty-now.ts";
import { describeError } from "../log.ts";
import { WORDS } from "../messages.ts";
import { presentFare, type Write, writeIn } from "../present/trip.ts";
import { dutyLine } from "../road-line.ts";
import { notPossible } from "../trouble.ts";

const dutyOf = (call: StaffCall) => call.world.store.inTenant(call.who.tenant, (tx) => dutyNow(call, tx));

/** The driver's own vehicle's duty of today. Riders' names are read for it, and each reading is logged. */
export const getDutySheet: Handler<"getDutySheet"> = async (call) => {
  const { world, town, who, now } = call;
  const { serviceDate, duty, trackedFrom } = await dutyOf(call);
  const { day, acknowledged } = await world.store.inTenant(who.tenant, async (tx) => ({
    day: await tx.loadDay(town.service, serviceDate),
    acknowledged: duty && (await tx.listAcknowledgements(serviceDate)).get(duty.id),
  }));
  const head = { serviceDate, version: day.version, acknowledged: acknowledged ?? 0 };
  if (duty === undefined) return ok({ body: { ...head, ...NO_DUTY } });
  const sheet = dutySheet(decisionWorld({ world, town, now }), day, duty.id);
  const how = await readRiders(call, day, sheet);
  const { outOfService } = sheet.duty;
  return ok({
    body: {
      ...head,
      duty: {
        id: duty.id,
        vehicleId: duty.vehicleId,
        startsAt: how.write(duty.startsAt),
        endsAt: how.write(duty.endsAt),
        trackedFrom: how.write(trackedFrom),
        delay: sheet.delay,
        outOfService: outOfService
          ? { from: how.write(outOfService.from), reason: outOfService.reason }
          : null,
      },
      tasks: sheet.tasks.map((task) => presentTask({ task, ...how })),
      fareDue: sheet.fareDue,
      fareCollected: sheet.fareCollected,
      takings: sheet.takings,
      ...presentLastStep(sheet, how),
    },
  });
};

/** Names and needs of everybody on the sheet, read once. */
async function readRiders(
  { world, town, who, now }: StaffCall,
  day: Day,
  { tasks, givenUp }: DutySheet,
): Promise<Presenting> {
  const riders = [...tasks, ...givenUp].flatMap(({ boards, alights }) => [...boards, ...alights]);
  const memberOf = (id: BookingId): MemberId => day.bookings.get(id)!.memberId;
  const memberIds = [...new Set(riders.map(({ bookingId }) => memberOf(bookingId)))];
  const access = { by: who.actor, now, purpose: "driving" } as const;
  const records = await world.store.inTenant(who.tenant, (tx) => tx.readMembers(memberIds, access));
  const members = new Map(records.map((record) => [record.id, record]));
  return {
    write: writeIn(town.service.timeZone),
    calledName: (id) => members.get(memberOf(id))?.name ?? "",
    needs: (id) => members.get(memberOf(id))?.needs ?? [],
  };
}

const NO_DUTY = { duty: null, tasks: [], fareDue: 0, fareCollected: 0, lastEventId: null };

const presentLastStep = (
  { lastStep: step, givenUp }: DutySheet,
  how: Presenting,
): Pick<DutySheetJson, "lastEventId" | "lastStep"> => ({
  lastEventId: step?.id ?? null,
  lastStep:
    step === undefined
      ? null
      : {
          kind: step.kind,
          bookingId: "bookingId" in step ? step.bookingId : null,
          stopId: "stopId" in step ? step.stopId : null,
          ...(givenUp.length > 0 && { givenUp: givenUp.map((task) => presentTask({ task, ...how })) }),
        },
});

interface Presenting {
  readonly write: Write;
  readonly calledName: (id: BookingId) => string;
  /** What the member's record adds to the needs of the trip; for the driver of the day only. */
  readonly needs?: (id: BookingId) => readonly MemberNeed[];
}

/** One stop of a duty as it is shown and printed. */
export const presentTask = ({
  task: { stopId, at, leaveNotBefore, state, boards, alights },
  ...how
}: Presenting & { readonly task: TripTask }): DutySheetJson["tasks"][number] => ({
  stopId,
  plannedAt: how.write(at),
  leaveNotBefore: leaveNotBefore === undefined ? null : how.write(leaveNotBefore),
  state,
  boards: boards.map((rider) => presentRider(rider, how)),
  alights: alights.map((rider) => presentRider(rider, how)),
});

const presentRider = (
  { bookingId, done: _, fare, collected, payment, actions, noShowFrom, ...rider }: TaskRider,
  { write, calledName, needs }: Presenting,
): TaskRiderJson => ({
  ...rider,
  bookingId,
  calledName: calledName(bookingId),
  fare: presentFare(fare),
  collected: collected ?? null,
  payment: payment ?? null,
  needs: [...new Set([...rider.needs, ...(needs?.(bookingId) ?? [])])],
  actions: [...actions],
  ...(noShowFrom !== undefined && { noShowFrom: write(noShowFrom) }),
});

type EventResult = Answer<"recordTaskEvents">["results"][number];

/**
 * Takes what the terminal recorded, in its order, each event by a decision of its own: one that cannot have happened does
 * not hold up the others, and one that comes again counts once. Where one fails unexpectedly it stops and answers for
 * those before; the terminal sends the others again.
 */
export const recordTaskEvents: Handler<"recordTaskEvents"> = async (call) => {
  const { town, body, world } = call;
  const results: EventResult[] = [];
  for (const input of body.events) {
    try {
      results.push(presentResult(input.id, await recordOne(call, eventOf(input)), town.service.timeZone));
    } catch (error) {
      if (results.length === 0) throw error;
      world.log.error({ ...describeError(error), recorded: results.length }, "task events stopped");
      break;
    }
  }
  return ok({ body: { results } });
};

export const presentResult = (id: string, answer: TaskAnswer, timeZone: string): EventResult => ({
  id,
  outcome: answer.kind,
  ...(answer.kind === "refused" && { rejection: presentRejection(answer.rejection, timeZone) }),
});

const recordOne = (call: Call<"recordTaskEvents">, event: TaskEvent): Promise<TaskAnswer> =>
  dateOfOwnDuty(call, event).then((serviceDate) => recordEvent(call, { event, serviceDate }));

/** Records one event on its service date; on none, there is no such duty. */
export async function recordEvent(
  call: StaffCall,
  {
    serviceDate,
    ...told
  }: Omit<Extract<Matter, { kind: "task" }>, "kind"> & { readonly serviceDate: ServiceDate | undefined },
): Promise<TaskAnswer> {
  if (serviceDate === undefined) return { kind: "refused", rejection: { kind: "unknown-duty" } };
  const decisions = decisionWorld(call);
  try {
    return await decideOn(call, serviceDate, {
      decide: (day, intakeStops) => decide({ ...decisions, intakeStops }, day, { kind: "task", ...told }),
    });
  } catch (error) {
    if (!(error instanceof EventIdTaken)) throw error;
    return { kind: "refused", rejection: { kind: "event-id-conflict", eventId: told.event.id } };
  }
}

/**
 * The service date of the event's duty, when it was the driver's on that date: what was recorded in the morning is told
 * perhaps in the afternoon from another vehicle, or on a day off.
 */
export function dateOfOwnDuty(call: StaffCall, event: TaskEvent): Promise<ServiceDate | undefined> {
  const { service } = call.town;
  return dateOfDuty(call, event, async (duty, date, tx) => {
    const own = await vehiclesOn(call, date, tx);
    // A dispatcher may have given the duty another vehicle since.
    const before = dutiesOf(service, date).find(({ id }) => id === duty.id);
    return own.has(duty.vehicleId) || (before !== undefined && own.has(before.vehicleId));
  });
}

/** What the operator said for the date, and the vehicle of now: its terminal may hold what a colleague recorded. */
async function vehiclesOn(
  { town, who: { account, session } }: StaffCall,
  date: ServiceDate,
  tx: TenantTransaction,
): Promise<ReadonlySet<VehicleId>> {
  const now = new Set(account.vehicle === undefined ? [] : [account.vehicle]);
  if (session.terminal === undefined) return now;
  return now.union(await tx.listVehiclesOf(town.service, session.terminal.driver, date));
}

/** The service date on which the event's duty stands: of the event's day or today. */
export async function dateOfDuty(
  { world, town, who, now }: StaffCall,
  { dutyId, at }: TaskEvent,
  isMeant: (duty: Duty, date: ServiceDate, tx: TenantTransaction) => Promise<boolean> = async () => true,
): Promise<ServiceDate | undefined> {
  const { service } = town;
  const dates = [serviceDateOf(at, service.timeZone), serviceDateOf(now, service.timeZone)];
  return world.store.inTenant(who.tenant, async (tx) => {
    for (const date of dates) {
      const duty = (await tx.listDuties(service, date)).find(({ id }) => id === dutyId);
      if (duty !== undefined && (await isMeant(duty, date, tx))) return date;
    }
    return undefined;
  });
}

type EventInput = Body<"recordTaskEvents">["events"][number];

/** The schema has checked every field; only the instant is written differently. */
export function eventOf({ at, ...rest }: EventInput): TaskEvent {
  return { ...rest, at: parseInstant(at) } as unknown as TaskEvent;
}

export function presentRejection(
  rejection: TaskRejection | { readonly kind: "unreadable" },
  timeZone: string,
): { kind: string } {
  if (rejection.kind !== "no-show-too-early") return rejection;
  return { ...rejection, from: formatInstant(rejection.from, timeZone) } as { kind: string };
}

export const acknowledgePlan: Handler<"acknowledgePlan"> = async (call) => {
  const { world, town, who, now, body, language } = call;
  const { serviceDate, duty } = await dutyOf(call);
  if (duty === undefined) return fail(notPossible({ kind: "off-duty" }));
  const { version } = body;
  return world.store.inTenant(who.tenant, async (tx) => {
    const day = await tx.loadDay(town.service, serviceDate);
    if (version > day.version) {
      const message = WORDS[language].field.notYetReached;
      return fail({ kind: "invalid-input", fields: [{ name: "version", message }] } as const);
    }
    const known = (await tx.listAcknowledgements(serviceDate)).get(duty.id);
    if (known === undefined || known < version) {
      await tx.acknowledge({ serviceDate, duty: duty.id, version }, who.actor, now);
      await tx.publish({ topic: "acknowledged", dutyId: duty.id, version });
    }
    return ok({ body: null });
  });
};

/** Keeps the last position and a thinned trail, and only while the vehicle is on duty. 仕様書 5-(3)-③ */
export const reportPosition: Handler<"reportPosition"> = async (call) => {
  const { world, who, now, body } = call;
  const working = await world.store.inTenant(who.tenant, (tx) => dutyAtWork(call, tx));
  if (working === undefined) return fail(notPossible({ kind: "off-duty" }));
  const { serviceDate, duty } = working;
  // The terminal's clock is a claim; nothing was measured later than now.
  const at = Math.min(parseInstant(body.at)!, now) as EpochSeconds;
  await world.store.inTenant(who.tenant, async (tx) => {
    await tx.savePosition(duty.vehicleId, { lat: body.lat, lng: body.lng, at });
    await tx.extendTrail(serviceDate, duty.vehicleId, { lat: body.lat, lng: body.lng, at });
    await tx.publish({ topic: "position", vehicleId: duty.vehicleId });
  });
  return ok({ body: null });
};

export const getMyDutyLine: Handler<"getMyDutyLine"> = async (call) => {
  const { world, town, who, now } = call;
  const { serviceDate, duty } = await dutyOf(call);
  const day = await world.store.inTenant(who.tenant, (tx) => tx.loadDay(town.service, serviceDate));
  const times = scheduleOf(decisionWorld({ world, town, now }), day).duties.find(
    (one) => one.duty.id === duty?.id,
  );
  if (times === undefined) return ok({ body: { type: "LineString", coordinates: [] } });
  return ok({ body: dutyLine({ town, times, remainingOnly: true }) });
};
