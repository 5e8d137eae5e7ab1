import { setTimeout as passing } from "node:timers/promises";
import type { Answer, Body } from "@noriai/api";
import {
  type Booking,
  isOpen,
  type Member,
  openDay,
  RECURRING_DAYS_MAX,
  type RecurringFault,
  type RecurringLeg,
  type RecurringTerms,
  type RecurringWish,
  recurringDates,
  recurringFaults,
  recurringOutlook,
  withNeeds,
} from "@noriai/booking";
import {
  type BookingId,
  type EpochSeconds,
  fail,
  type MemberId,
  never,
  ok,
  type RecurringId,
  type Result,
  type ServiceDate,
  type StopId,
  serviceDate,
  serviceDateOf,
  timeOfDay,
} from "@noriai/kernel";
import type { RecurringRide, TenantTransaction } from "@noriai/store";
import { mayActFor, stillFor } from "../acting-for.ts";
import type { Call, Handler } from "../call.ts";
import type { StaffCall } from "../decide-on.ts";
import { decisionWorld } from "../decision-world.ts";
import type { Language } from "../http/language.ts";
import { describeError } from "../log.ts";
import { WORDS } from "../messages.ts";
import { presentOutlook, presentRecurring, presentRide, type TriedDate } from "../present/recurring.ts";
import { writeIn } from "../present/trip.ts";
import { workRecurring } from "../recurring/work-recurring.ts";
import type { Trouble } from "../trouble.ts";
import { memberOf } from "./trips.ts";

/** A member's recurring wishes (定期予約): the rider's own, those of whom they help, or of the caller at the desk. */
export const listRecurring: Handler<"listRecurring"> = async (call) => {
  const { world, town, who, query, now } = call;
  const memberId = (query.memberId as MemberId | undefined) ?? who.account.member;
  if (memberId === undefined) return ok({ body: { wishes: [] } });
  const today = serviceDateOf(now, town.service.timeZone);
  return world.store.inTenant(who.tenant, async (tx) => {
    if (!(await mayActFor(call, tx, memberId))) return fail<Trouble>({ kind: "not-found" });
    const wishes: Answer<"listRecurring">["wishes"] = [];
    for (const wish of await tx.listRecurringOf(memberId)) {
      const rides = await tx.listRecurringRides(wish.id);
      const bookings = await bookingsOf(tx, rides, today);
      wishes.push(presentRecurring({ town, wish, rides, bookings, now, reader: readerOf(call) }));
    }
    return ok({ body: { wishes } });
  });
};

const readerOf = ({ town, who }: StaffCall) => ({
  write: writeIn(town.service.timeZone),
  role: who.account.role,
});

async function bookingsOf(
  tx: TenantTransaction,
  rides: readonly RecurringRide[],
  from: ServiceDate,
): Promise<ReadonlyMap<BookingId, Booking>> {
  const bookings = new Map<BookingId, Booking>();
  for (const { serviceDate: date, bookingId } of rides) {
    const booking = bookingId && date >= from ? await tx.findBooking(bookingId) : undefined;
    if (booking !== undefined) bookings.set(booking.id, booking);
  }
  return bookings;
}

/** More dates than a rider looks through; each is a decision. */
const TRIED_MAX = 30;

/** What would come of each date, decided like the real ones and not written. */
export const tryRecurring: Handler<"tryRecurring"> = async (call) => {
  const { world, town, who, body, now } = call;
  const { service } = town;
  const asked = await askedFor(call, body);
  if (!asked.ok) return asked;
  const { member, terms } = asked.value;
  const today = serviceDateOf(now, service.timeZone);
  const known = await world.store.inTenant(who.tenant, async (tx) => {
    const { recurringId: id } = body;
    const old = id === undefined ? undefined : await tx.lockRecurring(id as RecurringId);
    const own = old?.memberId === member.id ? old : undefined;
    const rides = own ? await tx.listRecurringRides(own.id) : [];
    const dates = recurringDates(service, { terms, leftOut: own?.leftOut ?? [] }).filter(
      (date) => date.serviceDate >= today,
    );
    const last = dates.at(-1)?.serviceDate ?? today;
    const days = new Map(
      (await tx.loadDays(service, { from: today, to: last })).map((day) => [day.serviceDate, day]),
    );
    const intakeStops = await tx.standingIntakeStops(service);
    return { dates, days, intakeStops, rides, bookings: await bookingsOf(tx, rides, today) };
  });
  const channel = channelOf(call);
  const decisions = decisionWorld({ world, town, now, members: [member] });
  const atOnce = { ...decisions, intakeStops: known.intakeStops, effort: { iterations: 0, nodes: 0 } };
  const tried: TriedDate[] = [];
  for (const date of known.dates.slice(0, TRIED_MAX)) {
    await passing(0); // others are answered in between
    const day = known.days.get(date.serviceDate) ?? openDay(service, date.serviceDate);
    const wish = { memberId: member.id, channel, terms };
    const booked = stillBooked(known, date.serviceDate);
    tried.push(
      date.notDue === undefined
        ? { ...date, outlook: recurringOutlook({ world: atOnce, day, wish, member, booked }) }
        : date,
    );
  }
  const dates = tried.map((date) => presentOutlook(date, readerOf(call)));
  return ok({ body: { dates, more: Math.max(0, known.dates.length - TRIED_MAX) } });
};

const channelOf = ({ who }: StaffCall): RecurringWish["channel"] =>
  who.account.role === "rider" ? "web" : "phone";

function stillBooked(
  { rides, bookings }: { rides: readonly RecurringRide[]; bookings: ReadonlyMap<BookingId, Booking> },
  on: ServiceDate,
): ReadonlyMap<RecurringLeg, BookingId> {
  const booked = new Map<RecurringLeg, BookingId>();
  for (const { serviceDate: date, leg, bookingId } of rides)
    if (date === on && bookingId && bookings.get(bookingId)?.state === "confirmed")
      booked.set(leg, bookingId);
  return booked;
}

/** Keeps the wish and books what is open; a repeat of the command finds the wish made. */
export const addRecurring: Handler<"addRecurring"> = async (call) => {
  const { world, town, who, body, now, remember } = call;
  const asked = await askedFor(call, body);
  if (!asked.ok) return asked;
  const { member, terms } = asked.value;
  const acting = { by: who.actor, now };
  const added = await world.store.inTenant(who.tenant, async (tx) => {
    const trouble = await stillFor(call, member.id)(tx);
    if (trouble !== undefined) return fail(trouble);
    const added = { memberId: member.id, channel: channelOf(call), terms };
    const wish = await tx.addRecurring(town.service, added, acting);
    const outcome = ok({ body: { id: wish.id as string } });
    await remember(tx, outcome);
    return ok({ wish, outcome });
  });
  if (!added.ok) return added;
  await workNow(call, added.value.wish);
  return added.value.outcome;
};

/** What stays undone, for a database that is away for a moment, is done at the next look. */
async function workNow(call: Call<"addRecurring" | "endRecurring">, wish: RecurringWish): Promise<void> {
  const { world, town, thinker, who, now } = call;
  await workRecurring({ world, town, thinker, actor: who.actor, now }, wish).catch((error) =>
    world.log.warn({ ...describeError(error), wish: wish.id }, "recurring wish failed"),
  );
}

/** For whom and what is asked, or what has to be mended. */
async function askedFor(
  call: StaffCall & { readonly language: Language },
  body: Body<"addRecurring">,
): Promise<Result<{ readonly member: Member; readonly terms: RecurringTerms }, Trouble>> {
  const member = await memberOf({ ...call, body });
  if (!member.ok) return member;
  const terms = termsOf(call, body);
  return terms.ok ? ok({ member: member.value, terms: terms.value }) : terms;
}

function termsOf(
  { town: { service }, now, language }: StaffCall & { readonly language: Language },
  { weekdays, first, last, from, to, time, back, companions, wheelchairs, needs }: Body<"changeRecurring">,
): Result<RecurringTerms, Trouble> {
  const terms: RecurringTerms = {
    ...{ weekdays: [...new Set(weekdays)].sort(), first: serviceDate(first), last: serviceDate(last) },
    ...{ from: from as StopId, to: to as StopId, companions, wheelchairs },
    ...withNeeds(needs),
    time: timeIn(time),
    ...(back && { back: timeIn(back) }),
  };
  const { field } = WORDS[language];
  const known = new Set<string>(service.stops.map(({ id }) => id));
  const unknown = (["from", "to"] as const)
    .filter((name) => !known.has(terms[name]))
    .map((name) => ({ name, message: field.stopUnknown }));
  const faults = recurringFaults(terms, serviceDateOf(now, service.timeZone));
  const fields = [
    ...unknown,
    ...faults.map((fault) => ({ name: fault.field, message: wordFault(fault, language) })),
  ];
  return fields.length > 0 ? fail<Trouble>({ kind: "invalid-input", fields }) : ok(terms);
}

const timeIn = ({ mode, at }: Body<"addRecurring">["time"]): RecurringTerms["time"] => ({
  mode,
  at: timeOfDay(at),
});

function wordFault({ field: name, because }: RecurringFault, language: Language): string {
  const { field } = WORDS[language];
  switch (because) {
    case "none":
      return field.missing;
    case "turned":
      return name === "back" ? field.bandTurned : field.rangeTurned;
    case "too-long":
      return field.rangeTooLong(RECURRING_DAYS_MAX);
    case "over":
      return field.endPassed;
    case "same-stop":
      return field.fallback;
    default:
      return never(because);
  }
}

/** Other terms from now on: what is booked by the old ones keeps its seat until the new one is sure. */
export const changeRecurring: Handler<"changeRecurring"> = async (call) => {
  const terms = termsOf(call, call.body);
  if (!terms.ok) return terms;
  return change(call, {
    event: "recurring-changed",
    changed: (wish) => ({ ...wish, terms: terms.value, version: wish.version + 1 }),
  });
};

/** Leaves one date out and calls off what is booked on it, or takes it up again. */
export const leaveOutRecurring: Handler<"leaveOutRecurring"> = async (call) => {
  const date = serviceDate(call.params.serviceDate);
  const { leftOut } = call.body;
  return change(call, {
    event: leftOut ? "recurring-date-left-out" : "recurring-date-taken-up",
    changed: (wish) => {
      const others = wish.leftOut.filter((each) => each !== date);
      return { ...wish, leftOut: leftOut ? [...others, date].sort() : others };
    },
    also: async (tx, wish) => {
      if (!leftOut) await askAgain(tx, { wish, date, now: call.now });
    },
  });
};

/** What was called off when the date was left out may be asked for once more. */
async function askAgain(
  tx: TenantTransaction,
  {
    wish,
    date,
    now,
  }: { readonly wish: RecurringWish; readonly date: ServiceDate; readonly now: EpochSeconds },
): Promise<void> {
  for (const { serviceDate: on, leg, bookingId } of await tx.listRecurringRides(wish.id)) {
    if (on !== date) continue;
    const booking = bookingId && (await tx.findBooking(bookingId));
    if (booking && isOpen(booking.state)) continue;
    await tx.forgetRecurringRide({ recurringId: wish.id, serviceDate: on, leg }, now);
  }
}

/** Ends the wish; what is booked stays or is called off. */
export const endRecurring: Handler<"endRecurring"> = async (call) =>
  change(call, {
    event: "recurring-ended",
    changed: (wish) => ({ ...wish, ended: { at: call.now, keepsBooked: call.body.keepsBooked } }),
  });

type Changing = Call<"changeRecurring"> | Call<"leaveOutRecurring"> | Call<"endRecurring">;

/** A change of a wish, as the audit log tells it, and what goes with it. */
interface Change {
  readonly event: Parameters<TenantTransaction["saveRecurring"]>[1];
  readonly changed: (wish: RecurringWish) => RecurringWish;
  readonly also?: (tx: TenantTransaction, wish: RecurringWish) => Promise<void>;
}

/** Changes a wish that goes on, then does what follows from it. */
async function change(
  call: Changing,
  { event, changed, also }: Change,
): Promise<Result<{ readonly body: null }, Trouble>> {
  const { world, who, params, now } = call;
  const wish = await world.store.inTenant(who.tenant, async (tx) => {
    const old = await tx.lockRecurring(params.recurringId as RecurringId);
    if (old === undefined || !(await mayActFor(call, tx, old.memberId))) return undefined;
    const next = old.ended === undefined ? changed(old) : old;
    if (next !== old) {
      await also?.(tx, next);
      await tx.saveRecurring(next, event, { by: who.actor, now });
    }
    await call.remember(tx, ok({ body: null }));
    return next;
  });
  if (wish === undefined) return fail({ kind: "not-found" });
  await workNow(call as Call<"endRecurring">, wish);
  return ok({ body: null });
}

/** What could not be booked and whom to tell, nearest date first; reading the names is logged. */
export const listRecurringTasks: Handler<"listRecurringTasks"> = async (call) => {
  const { world, town, who, now } = call;
  const today = serviceDateOf(now, town.service.timeZone);
  return world.store.inTenant(who.tenant, async (tx) => {
    const untold = await tx.listUntoldRides(today);
    const bookings = await bookingsOf(
      tx,
      untold.map(({ ride }) => ride),
      today,
    );
    const ids = [...new Set(untold.map(({ wish }) => wish.memberId))];
    const access = { by: who.actor, now, purpose: "booking" } as const;
    const members = new Map((await tx.readMembers(ids, access)).map((record) => [record.id, record]));
    const tasks = untold.map(({ wish, ride }) => {
      const member = members.get(wish.memberId);
      return {
        ...presentRide({ town, wish, ride, bookings, reader: readerOf(call) }),
        ...{ recurringId: wish.id, serviceDate: ride.serviceDate, memberId: wish.memberId },
        ...{ calledName: member?.name ?? "", phone: member?.phone ?? "" },
        ...{ contact: member?.contact ?? ("phone" as const), channel: wish.channel },
        from: ride.leg === "out" ? wish.terms.from : wish.terms.to,
        to: ride.leg === "out" ? wish.terms.to : wish.terms.from,
      };
    });
    return ok({ body: { tasks } });
  });
};

export const tellRecurring: Handler<"tellRecurring"> = async ({ world, who, params, body, now, remember }) =>
  world.store.inTenant(who.tenant, async (tx) => {
    const recurringId = params.recurringId as RecurringId;
    const key = { recurringId, serviceDate: serviceDate(body.serviceDate), leg: body.leg };
    const isTold = await tx.tellRecurringRide(key, { by: who.actor, now });
    if (!isTold) return fail<Trouble>({ kind: "not-found" });
    const outcome = ok({ body: null });
    await remember(tx, outcome);
    return outcome;
  });
