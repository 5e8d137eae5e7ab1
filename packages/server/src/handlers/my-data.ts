import type { Answer } from "@noriai/api";
import { isOpen } from "@noriai/booking";
import { fail, type MemberId, ok, type Result } from "@noriai/kernel";
import {
  isMobile,
  type KeptMember,
  type NewMember,
  normalisePhone,
  type Reading,
  STORED,
} from "@noriai/store";
import type { Call, Handler } from "../call.ts";
import type { StaffCall } from "../decide-on.ts";
import { forgottenCookie } from "../http/session-cookie.ts";
import { presentBookings } from "../present/bookings.ts";
import { presentMemberPage } from "../present/members.ts";
import { type Write, writeIn } from "../present/trip.ts";
import { notPossible, type Trouble } from "../trouble.ts";
import { ownAddress } from "./address-codes.ts";
import { offeredBy } from "./channels.ts";
import { callOffAll, wrongNumber } from "./erase-member.ts";

const READINGS_SHOWN = 50;

/** The member whose page it is. An account that is no member's has none. */
export function ownMember({ who }: Pick<StaffCall, "who">): Result<MemberId, Trouble> {
  const { member } = who.account;
  return member === undefined ? fail({ kind: "not-found" }) : ok(member);
}

/** For the care of the own record. */
export const ownAccess = ({ who, now }: Pick<StaffCall, "who" | "now">) =>
  ({ by: who.actor, now, purpose: "registration" }) as const;

/** What is stored, why and for how long (自分の情報). SAP-PI-1 */
export const getMyRecord: Handler<"getMyRecord"> = async (call) => {
  const { world, town, who, now } = call;
  const id = ownMember(call);
  if (!id.ok) return id;
  return world.store.inTenant(who.tenant, async (tx) => {
    const kept = await tx.readMember(id.value, ownAccess(call));
    if (kept === undefined) return fail<Trouble>({ kind: "not-found" });
    const counts = await tx.countStored(id.value);
    return ok({ body: { record: presentMemberPage(kept, town, now), stored: presentStored(counts) } });
  });
};

export const presentStored = (
  counts: ReadonlyMap<(typeof STORED)[number]["kind"], number>,
): Answer<"getMyRecord">["stored"] =>
  STORED.map(({ kind, purpose, kept, ...optional }) => ({
    ...{ kind, purpose, kept },
    isOptional: "isOptional" in optional,
    entries: counts.get(kind) ?? 0,
  }));

/** What needs no papers is changed by the member; who was slower than the desk is shown the record as it is now. */
export const changeMyRecord: Handler<"changeMyRecord"> = async (call) => {
  const { world, town, who, body, now } = call;
  const id = ownMember(call);
  if (!id.ok) return id;
  const unproven = await unprovenPhone(call, id.value);
  if (unproven !== undefined) return fail(unproven);
  return world.store.inTenant(who.tenant, async (tx) => {
    const kept = await tx.readMember(id.value, ownAccess(call));
    if (kept === undefined) return fail<Trouble>({ kind: "not-found" });
    const change = { record: changedRecord(kept, body), seen: body.version };
    const changed = await tx.changeMember(id.value, change, { by: who.actor, now });
    if (changed.kind === "not-found") return fail<Trouble>({ kind: "not-found" });
    return ok({ body: { kind: changed.kind, record: presentMemberPage(changed.member, town, now) } });
  });
};

/**
 * A mobile number lets its owner sign in: a new one has to be the member's own. Where no short message can be sent,
 * nobody signs in by one.
 */
async function unprovenPhone(call: Call<"changeMyRecord">, id: MemberId): Promise<Trouble | undefined> {
  const { world, who, body } = call;
  if (!isMobile(body.phone) || !offeredBy(world).sms) return undefined;
  const kept = await world.store.inTenant(who.tenant, (tx) => tx.readMember(id, ownAccess(call)));
  if (kept === undefined || normalisePhone(kept.record.phone) === normalisePhone(body.phone))
    return undefined;
  if (body.proof === undefined) return notPossible({ kind: "phone-unproven" });
  const proven = await ownAddress(call, { proof: body.proof, means: "sms" });
  if (!proven.ok) return proven.error;
  return normalisePhone(proven.value) === normalisePhone(body.phone) ? undefined : { kind: "wrong-code" };
}

/** What is usual (Japanese, by phone, no needs) is left out. */
function changedRecord(
  { record }: KeptMember,
  { phone, town, contact, language, needs }: Call<"changeMyRecord">["body"],
): Omit<NewMember, "memberNo"> {
  const { id: _, memberNo: __, contact: ___, language: ____, needs: _____, ...rest } = record;
  const wanted = [...new Set(needs)];
  return {
    ...rest,
    ...{ phone, town },
    ...(contact === "text" && { contact }),
    ...(language !== "ja" && { language }),
    ...(wanted.length > 0 && { needs: wanted }),
  };
}

/** Who has read the record (閲覧の記録). Staff by role, helpers by the name that the member has given them. */
export const listMyReadings: Handler<"listMyReadings"> = async (call) => {
  const { world, town, who, query } = call;
  const id = ownMember(call);
  if (!id.ok) return id;
  const page = { except: who.account.id, before: query.before, limit: READINGS_SHOWN + 1 };
  return world.store.inTenant(who.tenant, async (tx) => {
    const found = await tx.listReadings(id.value, page);
    const names = await tx.namesOfHelpers(id.value);
    const write = writeIn(town.service.timeZone);
    const readings = found
      .slice(0, READINGS_SHOWN)
      .map((reading) => presentReading(reading, { names, write }));
    return ok({ body: { readings, more: found.length > READINGS_SHOWN } });
  });
};

export const presentReading = (
  { id, at, by, purpose, member }: Reading,
  { names, write }: { readonly names: ReadonlyMap<MemberId, string>; readonly write: Write },
): Answer<"listMyReadings">["readings"][number] => ({
  ...{ id, at: write(at), role: by.role, purpose },
  helper: (member && names.get(member)) ?? null,
});

/**
 * Leaving (退会): the person is erased, and with them the session in which it was asked for. Rides ahead stand in the way
 * or are called off first, as chosen; one whose vehicle has set out always stands in the way.
 */
export const leaveMembership: Handler<"leaveMembership"> = async (call) => {
  const { world, who, body, now, hub } = call;
  const id = ownMember(call);
  if (!id.ok) return id;
  const wrong = await wrongNumber(call, { id: id.value, memberNo: body.memberNo });
  if (wrong !== undefined) return fail(wrong);
  if (body.ahead === "cancel" && (await isUnderWay(call, id.value)))
    return fail(notPossible({ kind: "ride-under-way" }));
  const by = { kind: "rider", memberId: id.value } as const;
  const cancelled = body.ahead === "cancel" ? await callOffAll(call, { id: id.value, by }) : 0;
  const left = await world.store.inTenant(who.tenant, async (tx) => ({
    erasure: await tx.eraseMember(id.value, { by: who.actor, now }),
    rides: (await tx.listBookingsOf(id.value)).length,
  }));
  if (left.erasure === "not-found") return fail({ kind: "not-found" });
  if (left.erasure === "bookings-ahead") return fail(notPossible({ kind: left.erasure }));
  hub.endSession(who.session.tokenHash);
  const headers = { "Set-Cookie": forgottenCookie(who.tenant, world.mode) };
  return ok({ body: { rides: left.rides, cancelled }, headers });
};

/** Looked at before anything is called off, so that nobody loses rides without leaving. */
async function isUnderWay({ world, town, who, now }: StaffCall, memberId: MemberId): Promise<boolean> {
  const bookings = await presentBookings({ world, town, memberId, who, now });
  return bookings.some(({ state, actions }) => isOpen(state) && !actions.includes("cancel"));
}
