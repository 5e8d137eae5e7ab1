import type { DelayList as DelayListJson } from "@noriai/api";
import { type Day, type DelayCall, type DelayEntry, type DelayList, delayList } from "@noriai/booking";
import {
  type AccountId,
  assert,
  type BookingId,
  fail,
  type MemberId,
  ok,
  parseInstant,
  type ServiceDate,
  serviceDateOf,
} from "@noriai/kernel";
import type { MemberRecord, StoredDelayCall, TenantTransaction } from "@noriai/store";
import type { Call, Handler } from "../call.ts";
import type { StaffCall } from "../decide-on.ts";
import { decisionWorld } from "../decision-world.ts";
import { presentPromise, presentTold, presentTrip, type Write, writeIn } from "../present/trip.ts";
import { notPossible } from "../trouble.ts";

/** Today's call list (遅延連絡). Names and numbers are read for it, and each reading is logged. 仕様書 5-(5)-② */
export const getDelayList: Handler<"getDelayList"> = async (call) => {
  const { world, town, who, now } = call;
  const write = writeIn(town.service.timeZone);
  const found = await world.store.inTenant(who.tenant, async (tx) => {
    const known = await readList(call, tx);
    const { open, workedOff } = known.list;
    const memberIds = [...new Set([...open, ...workedOff].map(({ memberId }) => memberId))];
    const records = await tx.readMembers(memberIds, { by: who.actor, now, purpose: "delay-call" });
    const members = new Map(records.map((record) => [record.id, record]));
    return { ...known, members, callers: await namesOf(tx, known.calls) };
  });
  return ok({ body: presentList(found, write) });
};

interface KnownList {
  readonly serviceDate: ServiceDate;
  readonly day: Day;
  readonly calls: readonly StoredDelayCall[];
  readonly list: DelayList;
}

async function readList(call: StaffCall, tx: TenantTransaction): Promise<KnownList> {
  const { service } = call.town;
  const serviceDate = serviceDateOf(call.now, service.timeZone);
  const day = await tx.loadDay(service, serviceDate);
  const calls = await tx.listDelayCalls(serviceDate);
  const closedAt = await tx.findDelayListClosing(serviceDate);
  return { serviceDate, day, calls, list: delayList(decisionWorld(call), day, { calls, closedAt }) };
}

async function namesOf(
  tx: TenantTransaction,
  calls: readonly StoredDelayCall[],
): Promise<ReadonlyMap<AccountId, string>> {
  const names = new Map<AccountId, string>();
  for (const id of new Set(calls.flatMap(({ by }) => by ?? [])))
    names.set(id, (await tx.findAccount(id))?.displayName ?? id);
  return names;
}

type Found = KnownList & {
  readonly members: ReadonlyMap<MemberId, MemberRecord>;
  readonly callers: ReadonlyMap<AccountId, string>;
};

function presentList(found: Found, write: Write): DelayListJson {
  const { serviceDate, list } = found;
  const isText = ({ memberId }: DelayEntry) => found.members.get(memberId)?.contact === "text";
  const entries = (wanted: boolean) =>
    list.open
      .filter((entry) => isText(entry) === wanted)
      .map((entry) => presentEntry({ entry, found, write }));
  return {
    serviceDate,
    calls: entries(false),
    texts: entries(true),
    workedOff: list.workedOff.map(({ bookingId, memberId }) => ({
      bookingId,
      calledName: found.members.get(memberId)?.name ?? "",
      boardingCode: bookingOf(found, bookingId).boardingCode,
      calls: callsOf({ bookingId, found, write }),
    })),
    aboard: list.aboard.length,
  };
}

function presentEntry({
  entry,
  found,
  write,
}: {
  readonly entry: DelayEntry;
  readonly found: Found;
  readonly write: Write;
}): DelayListJson["calls"][number] {
  const { bookingId, memberId, deadline } = entry;
  const { request, promise, boardingCode } = bookingOf(found, bookingId);
  const member = found.members.get(memberId);
  const rider = {
    bookingId,
    calledName: member?.name ?? "",
    phone: member?.phone ?? "",
    trip: presentTrip(request, write),
    boardingCode,
    promised: presentPromise(promise, write),
    deadline: write(deadline),
    calls: callsOf({ bookingId, found, write }),
  };
  if (entry.kind === "stranded") return { ...rider, kind: entry.kind, tell: entry.tell };
  const { vehicleId } = found.day.duties.find(({ id }) => id === entry.dutyId)!;
  const carried = { ...rider, vehicleId, tell: presentPromise(entry.tell, write) };
  return entry.kind === "found"
    ? { ...carried, kind: entry.kind }
    : { ...carried, kind: entry.kind, lateBy: entry.lateBy, cause: entry.cause ?? null };
}

function bookingOf({ day }: KnownList, bookingId: BookingId) {
  const booking = day.bookings.get(bookingId);
  assert(booking !== undefined, `booking ${bookingId} of the list stands on its day`);
  return booking;
}

const callsOf = ({
  bookingId,
  found,
  write,
}: {
  readonly bookingId: BookingId;
  readonly found: Found;
  readonly write: Write;
}): DelayListJson["calls"][number]["calls"] =>
  found.calls
    .filter((call) => call.bookingId === bookingId)
    .map(({ outcome, at, told, by }) => ({
      outcome,
      at: write(at),
      by: (by && found.callers.get(by)) ?? "",
      told: presentTold(told, write),
    }));

/** Keeps what came of a call. It is kept too when the risk is gone meanwhile: the rider was called. */
export const recordDelayCall: Handler<"recordDelayCall"> = async (call) => {
  const { world, who, now, body, params, remember } = call;
  const bookingId = params.bookingId as BookingId;
  return world.store.inTenant(who.tenant, async (tx) => {
    const booking = await tx.findBooking(bookingId);
    if (booking === undefined) return fail({ kind: "not-found" } as const);
    const { serviceDate } = booking.request;
    const made: DelayCall = { bookingId, outcome: body.outcome, at: now, told: toldIn(body) };
    await tx.addDelayCall(serviceDate, made, who.actor);
    await tx.publish({ topic: "delay-list" });
    const outcome = ok({ body: null });
    await remember(tx, outcome);
    return outcome;
  });
};

function toldIn(body: Call<"recordDelayCall">["body"]): DelayCall["told"] {
  if (body.outcome !== "reached") return undefined;
  if (body.told === "stranded") return body.told;
  const { pickupFrom, pickupTo, arriveBy } = body.told;
  return {
    pickupFrom: parseInstant(pickupFrom)!,
    pickupTo: parseInstant(pickupTo)!,
    arriveBy: parseInstant(arriveBy)!,
  };
}

/** Puts the list away; with anybody still to be told it stays. Closing an empty list changes nothing. */
export const closeDelayList: Handler<"closeDelayList"> = async (call) => {
  const { world, who, now } = call;
  return world.store.inTenant(who.tenant, async (tx) => {
    const { serviceDate, list } = await readList(call, tx);
    const { length: open } = list.open;
    if (open > 0) return fail(notPossible({ kind: "delay-list-open", open } as { kind: string }));
    if (list.workedOff.length > 0) {
      await tx.closeDelayList(serviceDate, list.workedOff.length, { by: who.actor, now });
      await tx.publish({ topic: "delay-list" });
    }
    return ok({ body: null });
  });
};
