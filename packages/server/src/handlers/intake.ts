import type { Answer, Body } from "@noriai/api";
import {
  type Booking,
  type Day,
  type IntakeScope,
  intakeNotices,
  isTouched,
  type World,
} from "@noriai/booking";
import {
  type AccountId,
  addDays,
  fail,
  type IntakeStopId,
  ok,
  parseInstant,
  type Result,
  serviceDateOf,
} from "@noriai/kernel";
import type { IntakeStopRecord, NewIntakeStop, TenantTransaction } from "@noriai/store";
import type { Call, Handler } from "../call.ts";
import type { StaffCall } from "../decide-on.ts";
import { decisionWorld } from "../decision-world.ts";
import { WORDS } from "../messages.ts";
import { presentBooking, sightOf } from "../present/bookings.ts";
import { presentIntakeStop, presentNotice } from "../present/intake.ts";
import { writeIn } from "../present/trip.ts";
import type { Trouble } from "../trouble.ts";
import { seesNames } from "./board.ts";

/** The stops that stand, with what everybody is told. */
export const getIntake: Handler<"getIntake"> = async ({ world, town }) => {
  const write = writeIn(town.service.timeZone);
  const stops = await world.store.inTenant(town.tenant.id, (tx) => tx.standingIntakeStops(town.service));
  return ok({ body: { stops: stops.map((stop) => presentNotice(stop, write)) } });
};

const LISTED_MAX = 50;

export const listIntakeStops: Handler<"listIntakeStops"> = async (call) =>
  call.world.store.inTenant(call.who.tenant, async (tx) => {
    const stops = await tx.listIntakeStops(call.town.service, LISTED_MAX);
    return ok({ body: { stops: await presentAll(call, tx, stops) } });
  });

/** Stops intake (新規予約受付停止): every yes that is answered after this answer is a no. 仕様書 5-(4)-⑤ */
export const stopIntake: Handler<"stopIntake"> = async (call) => {
  const { world, town, who, now, remember } = call;
  const wished = readStop(call);
  if (!wished.ok) return wished;
  return world.store.inTenant(who.tenant, async (tx) => {
    const stop = await tx.stopIntake(town.service, wished.value, who.actor, now);
    const days = await tx.loadDays(town.service, bookableDays(call));
    await tx.addNotices(intakeNotices(decisionWorld(call), days, stop), now);
    const [body] = await presentAll(call, tx, [stop]);
    const outcome = ok({ body: body! });
    await remember(tx, outcome);
    return outcome;
  });
};

/** Resumes intake. Who comes second is told who was first. */
export const resumeIntake: Handler<"resumeIntake"> = async (call) => {
  const { world, who, params, now, remember } = call;
  return world.store.inTenant(who.tenant, async (tx) => {
    const stop = await tx.resumeIntake(params.intakeStopId as IntakeStopId, who.actor, now);
    if (stop === undefined) return fail<Trouble>({ kind: "not-found" });
    const [body] = await presentAll(call, tx, [stop]);
    const outcome = ok({ body: body! });
    await remember(tx, outcome);
    return outcome;
  });
};

/** What was booked before and lies under a stop, from now on: somebody has to decide about each of them. */
export const listTouchedBookings: Handler<"listTouchedBookings"> = async (call) => {
  const { world, town, who, params } = call;
  const decisions = decisionWorld(call);
  return world.store.inTenant(who.tenant, async (tx) => {
    const stop = await tx.findIntakeStop(params.intakeStopId as IntakeStopId);
    if (stop === undefined) return fail<Trouble>({ kind: "not-found" });
    const bookings: TouchedBooking[] = [];
    for (const day of await tx.loadDays(town.service, bookableDays(call))) {
      const touched = [...day.bookings.values()].filter((booking) =>
        isTouched(decisions, stop.scope, booking),
      );
      if (touched.length > 0) bookings.push(...(await presentTouched(call, tx, { day, decisions, touched })));
    }
    return ok({ body: { bookings } });
  });
};

function bookableDays({ town: { service }, now }: StaffCall) {
  const today = serviceDateOf(now, service.timeZone);
  return { from: today, to: addDays(today, service.bookingWindow.opensDaysBefore) };
}

type TouchedBooking = Answer<"listTouchedBookings">["bookings"][number];

/** With the names and numbers of those whom the caller may see on that day; each reading is logged. */
async function presentTouched(
  { town, who, now }: StaffCall,
  tx: TenantTransaction,
  of: { readonly day: Day; readonly decisions: World; readonly touched: readonly Booking[] },
): Promise<TouchedBooking[]> {
  const { role } = who.account;
  const { day, decisions, touched } = of;
  const isNamed = seesNames(role, day.serviceDate, serviceDateOf(now, town.service.timeZone));
  const memberIds = isNamed ? [...new Set(touched.map(({ memberId }) => memberId))] : [];
  const access = { by: who.actor, now, purpose: "operation" } as const;
  const records = isNamed ? await tx.readMembers(memberIds, access) : [];
  const known = new Map(records.map((record) => [record.id, record]));
  const sight = sightOf(decisions, day);
  return touched.map((booking) => {
    const record = known.get(booking.memberId);
    return {
      ...presentBooking({ booking, sight, role }),
      calledName: record?.name ?? null,
      phone: record?.phone ?? null,
    };
  });
}

/** The stop as it was typed, or what is wrong with it. */
function readStop({ town, body, now, language }: Call<"stopIntake">): Result<NewIntakeStop, Trouble> {
  const { field } = WORDS[language];
  const wrong = (name: string, message: string) =>
    fail<Trouble>({ kind: "invalid-input", fields: [{ name, message }] });
  const { reason, notice } = body;
  const scope = scopeOf(body.scope);
  const known = new Set<string>(town.service.stops.map(({ id }) => id));
  if (scope.stops?.some((id) => !known.has(id))) return wrong("scope.stops", field.stopUnknown);
  if (scope.rides && scope.rides.to <= scope.rides.from) return wrong("scope.rides.to", field.bandTurned);
  const plannedEnd = body.plannedEnd === undefined ? undefined : parseInstant(body.plannedEnd)!;
  if (plannedEnd !== undefined && plannedEnd <= now) return wrong("plannedEnd", field.endPassed);
  return ok({ scope, reason, notice, ...(plannedEnd !== undefined && { plannedEnd }) });
}

function scopeOf({ channels, stops, area, rides }: Body<"stopIntake">["scope"]): IntakeScope {
  return {
    ...(channels && { channels: [...new Set(channels)] }),
    ...(stops && { stops: [...new Set(stops)] as unknown as NonNullable<IntakeScope["stops"]> }),
    ...(area && { area }),
    ...(rides && { rides: { from: parseInstant(rides.from)!, to: parseInstant(rides.to)! } }),
  };
}

/** With the names of the staff who acted. */
async function presentAll({ town }: StaffCall, tx: TenantTransaction, stops: readonly IntakeStopRecord[]) {
  const actors = stops.flatMap(({ stoppedBy, resumed }) => [stoppedBy.account, resumed?.by.account]);
  const ids = [...new Set(actors.filter((id) => id !== undefined))];
  const names = new Map<AccountId, string>();
  for (const id of ids) {
    const account = await tx.findAccount(id);
    if (account !== undefined) names.set(id, account.displayName);
  }
  const write = writeIn(town.service.timeZone);
  return stops.map((stop) => presentIntakeStop(stop, { write, nameOf: (id) => names.get(id) }));
}
