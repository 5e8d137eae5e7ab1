import type { Answer } from "@noriai/api";
import { type Doubt, doubtsOf, type Mend } from "@noriai/booking";
import {
  type AccountId,
  addDays,
  type BookingId,
  type EpochSeconds,
  fail,
  instantOf,
  type MemberId,
  never,
  ok,
  parseServiceDate,
  type ServiceDate,
  serviceDateOf,
  timeOfDay,
} from "@noriai/kernel";
import type { CallRecord, TenantTransaction } from "@noriai/store";
import type { Handler } from "../call.ts";
import type { StaffCall } from "../decide-on.ts";
import { WORDS } from "../messages.ts";
import { presentTime, type Write, writeIn } from "../present/trip.ts";
import { notPossible } from "../trouble.ts";
import { tripRequestOf } from "./trips.ts";

/** A telephone system says who is calling. The number goes to nobody until a desk takes the call. FIELD row 2 */
export const ringCall: Handler<"ringCall"> = async (call) =>
  ok({
    body: {
      callId: await inTenant(call, (tx, acting) => tx.ringCall(call.body.number, acting)),
    },
  });

export const takeCall: Handler<"takeCall"> = async (call) => {
  const number = await inTenant(call, (tx, acting) => tx.takeCall(call.params.callId, acting));
  return number === undefined ? fail(notPossible({ kind: "call-taken" })) : ok({ body: { number } });
};

export const openCall: Handler<"openCall"> = (call) =>
  inTenant(call, async (tx, acting) => {
    const memberId = call.body.memberId as MemberId | undefined;
    if (memberId !== undefined && (await tx.findMember(memberId)) === undefined)
      return fail({ kind: "not-found" } as const);
    const outcome = ok({ body: { callId: await tx.openCall(memberId, acting) } });
    await call.remember(tx, outcome);
    return outcome;
  });

/**
 * Who is named must exist in this tenant; what stands in the log can always be found again. A caller who was erased
 * during the call leaves it with an id that belongs to nobody, like every earlier one, and with no delegate.
 */
export const closeCall: Handler<"closeCall"> = (call) =>
  inTenant(call, async (tx, acting) => {
    const { outcome, delegateId, bookingIds, doubts } = call.body;
    const memberId = call.body.memberId as MemberId | undefined;
    const bookings = await Promise.all(bookingIds.map((id) => tx.findBooking(id as BookingId)));
    const isErased = memberId !== undefined && (await tx.wasErased(memberId));
    const speaker = isErased ? undefined : delegateId;
    const isKnown =
      bookings.every((booking) => booking !== undefined) &&
      (memberId === undefined || isErased || (await tx.findMember(memberId)) !== undefined) &&
      (speaker === undefined || (await isDelegate(tx, { delegateId: speaker, memberId, acting })));
    if (!isKnown) return fail({ kind: "not-found" } as const);
    const end = { outcome, memberId, delegateId: speaker, bookingIds: bookingIds as BookingId[], doubts };
    const isClosed = await tx.closeCall(call.params.callId, end, acting);
    return isClosed ? ok({ body: null }) : fail({ kind: "not-found" } as const);
  });

/** What was noted by mistake, or never: everything else about the call stays. */
export const correctCall: Handler<"correctCall"> = (call) =>
  inTenant(call, async (tx, acting) => {
    const isKnown = await tx.correctCall(call.params.callId, call.body.outcome, acting);
    return isKnown ? ok({ body: null }) : fail({ kind: "not-found" } as const);
  });

async function isDelegate(
  tx: TenantTransaction,
  {
    delegateId,
    memberId,
    acting,
  }: { readonly delegateId: string; readonly memberId: string | undefined; readonly acting: Acting },
): Promise<boolean> {
  if (memberId === undefined) return false;
  const delegates = await tx.listDelegates(memberId as MemberId, { ...acting, purpose: "booking" });
  return delegates.some(({ id }) => id === delegateId);
}

/** The day's calls (通話記録). Names are read for it, and each reading is logged. 仕様書 5-(5)-① */
export const listCalls: Handler<"listCalls"> = async (call) => {
  const { timeZone } = call.town.service;
  const serviceDate = dateOf(call, call.query.date);
  const midnight = (date: ServiceDate) => instantOf(date, timeOfDay("00:00"), timeZone);
  const range = { from: midnight(serviceDate), to: midnight(addDays(serviceDate, 1)) };
  return inTenant(call, async (tx, acting) => {
    const calls = await tx.listCalls(range);
    const memberIds = [...new Set(calls.flatMap(({ memberId }) => memberId ?? []))];
    const members = await tx.readMembers(memberIds, { ...acting, purpose: "booking" });
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const takers = await namesOf(tx, calls);
    const write = writeIn(timeZone);
    return ok({
      body: { serviceDate, calls: calls.map((one) => presentCall(one, { names, takers, write })) },
    });
  });
};

function presentCall(
  call: CallRecord,
  {
    names,
    takers,
    write,
  }: {
    readonly names: ReadonlyMap<MemberId, string>;
    readonly takers: ReadonlyMap<AccountId, string>;
    readonly write: Write;
  },
): Answer<"listCalls">["calls"][number] {
  const { id, beganAt, takenAt, takenBy, endedAt, outcome, memberId, delegateId, bookingIds } = call;
  const written = (at: EpochSeconds | undefined) => (at === undefined ? null : write(at));
  return {
    id,
    beganAt: write(beganAt),
    takenAt: written(takenAt),
    takenBy: (takenBy && takers.get(takenBy)) ?? null,
    endedAt: written(endedAt),
    outcome: outcome ?? null,
    memberId: memberId ?? null,
    memberName: (memberId && names.get(memberId)) ?? null,
    onBehalf: delegateId !== undefined,
    bookings: bookingIds.length,
  };
}

async function namesOf(
  tx: TenantTransaction,
  calls: readonly CallRecord[],
): Promise<ReadonlyMap<AccountId, string>> {
  const names = new Map<AccountId, string>();
  for (const id of new Set(calls.flatMap(({ takenBy }) => takenBy ?? [])))
    names.set(id, (await tx.findAccount(id))?.displayName ?? "");
  return names;
}

/** Compares the wish with what the member has booked and ridden before. FIELD row 31 */
export const doubtTrip: Handler<"doubtTrip"> = async (call) => {
  const { service } = call.town;
  const memberId = call.body.memberId as MemberId;
  const known = await inTenant(call, async (tx, acting) => {
    const member = await tx.findMember(memberId);
    if (member === undefined) return undefined;
    const [record] = await tx.readMembers([memberId], { ...acting, purpose: "booking" });
    return { member, record, bookings: await tx.listBookingsOf(memberId) };
  });
  if (known === undefined) return fail({ kind: "not-found" });
  const request = tripRequestOf(call, known.member);
  const write = writeIn(service.timeZone);
  const usesWheelchair = known.record?.needs?.includes("wheelchair") ?? false;
  const doubts = doubtsOf({ service, request, bookings: known.bookings, usesWheelchair });
  return ok({ body: { doubts: doubts.map((doubt) => presentDoubt(doubt, write)) } });
};

function presentDoubt(doubt: Doubt, write: Write): Answer<"doubtTrip">["doubts"][number] {
  switch (doubt.kind) {
    case "duplicate":
    case "too-close":
      return doubt;
    case "half-day-slip":
      return { ...doubt, meant: write(doubt.meant), mend: presentMend(doubt.mend, write) };
    case "unusual-hour":
      return { ...doubt, usual: write(doubt.usual), mend: presentMend(doubt.mend, write) };
    case "missing-wheelchair":
      return { ...doubt, mend: presentMend(doubt.mend, write) };
    case "forgotten-return":
      return { ...doubt, usual: write(doubt.usual) };
    case "closed-facility": {
      const { kind, stopId, name, because, open, mend } = doubt;
      return {
        ...{ kind, stopId, name, because, open: open ?? null },
        ...(mend && { mend: presentMend(mend, write) }),
      };
    }
    default:
      return never(doubt);
  }
}

const presentMend = ({ time, wheelchairs }: Mend, write: Write) => ({
  ...(time && { time: presentTime(time, write) }),
  ...(wheelchairs !== undefined && { wheelchairs }),
});

export const listDelegates: Handler<"listDelegates"> = (call) =>
  inTenant(call, async (tx, acting) => {
    const memberId = call.params.memberId as MemberId;
    if ((await tx.findMember(memberId)) === undefined) return fail({ kind: "not-found" } as const);
    const delegates = await tx.listDelegates(memberId, { ...acting, purpose: "booking" });
    return ok({ body: { delegates: delegates.map(presentDelegate) } });
  });

/** A consent is given on a day that has come. */
export const addDelegate: Handler<"addDelegate"> = async (call) => {
  const memberId = call.params.memberId as MemberId;
  const { name, relation, consentedHow } = call.body;
  const consentedOn = parseServiceDate(call.body.consentedOn);
  if (consentedOn === undefined || consentedOn > dateOf(call)) {
    const message = WORDS[call.language].field.noSuchDay;
    return fail({ kind: "invalid-input", fields: [{ name: "consentedOn", message }] });
  }
  return inTenant(call, async (tx, acting) => {
    if ((await tx.findMember(memberId)) === undefined) return fail({ kind: "not-found" } as const);
    const added = await tx.addDelegate({ memberId, name, relation, consentedOn, consentedHow }, acting);
    const outcome = ok({ body: presentDelegate(added) });
    await call.remember(tx, outcome);
    return outcome;
  });
};

const presentDelegate = ({
  id,
  name,
  relation,
  consentedOn,
  consentedHow,
}: Answer<"addDelegate">): Answer<"addDelegate"> => ({ id, name, relation, consentedOn, consentedHow });

export const revokeDelegate: Handler<"revokeDelegate"> = (call) =>
  inTenant(call, async (tx, acting) => {
    const { delegateId, memberId } = call.params;
    const isKnown = await tx.revokeDelegate(delegateId, memberId as MemberId, acting);
    return isKnown ? ok({ body: null }) : fail({ kind: "not-found" } as const);
  });

interface Acting {
  readonly by: StaffCall["who"]["actor"];
  readonly now: EpochSeconds;
}

const inTenant = <T>(
  { world, who, now }: StaffCall,
  work: (tx: TenantTransaction, acting: Acting) => Promise<T>,
): Promise<T> => world.store.inTenant(who.tenant, (tx) => work(tx, { by: who.actor, now }));

const dateOf = ({ town, now }: StaffCall, date?: string): ServiceDate =>
  (date === undefined ? undefined : parseServiceDate(date)) ?? serviceDateOf(now, town.service.timeZone);
