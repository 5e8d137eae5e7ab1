import type { Answer } from "@noriai/api";
import { isOpen } from "@noriai/booking";
import { fail, type MemberId, ok, type Result, serviceDateOf } from "@noriai/kernel";
import {
  isMobile,
  type KeptMember,
  type NewMember,
  normalisePhone,
  type Reading,
  STORED,
  type TenantTransaction,
} from "@noriai/store";
import type { Call, Handler } from "../call.ts";
import type { StaffCall } from "../decide-on.ts";
import { forgottenCookie } from "../http/session-cookie.ts";
import { isOffered } from "../one-time-code/send-code.ts";
import { presentBookings } from "../present/bookings.ts";
import { presentMemberPage } from "../present/members.ts";
import { type Write, writeIn } from "../present/trip.ts";
import { notPossible, type Trouble } from "../trouble.ts";
import { ownAddress } from "./address-codes.ts";
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
    const joined = await tx.findRegistration(id.value, ownAccess(call));
    const counts = await tx.countStored(id.value);
    return ok({
      body: {
        record: presentMemberPage(kept, town, now),
        guardian: joined?.guardian ?? null,
        stored: presentStored(counts),
      },
    });
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
  return world.store.inTenant(who.tenant, async (tx) => {
    const kept = await tx.readMember(id.value, ownAccess(call));
    if (kept === undefined) return fail<Trouble>({ kind: "not-found" });
    if (kept.version !== body.version)
      return ok({ body: { kind: "overtaken", record: presentMemberPage(kept, town, now) } });
    const phone = await typedPhone(call, tx, kept);
    if (!phone.ok) return phone;
    const change = { record: { ...changedRecord(kept, body), ...phone.value }, seen: body.version };
    const changed = await tx.changeMember(id.value, change, { by: who.actor, now });
    if (changed.kind === "not-found") return fail<Trouble>({ kind: "not-found" });
    return ok({ body: { kind: changed.kind, record: presentMemberPage(changed.member, town, now) } });
  });
};

/**
 * A mobile number takes the codes by which its owner signs in: a new one has to be the member's own. Any other, and a
 * mobile where no short message can be sent, stands on the member's word.
 */
async function typedPhone(
  call: Call<"changeMyRecord">,
  tx: TenantTransaction,
  { record }: KeptMember,
): Promise<Result<Pick<NewMember, "phone" | "phoneClaimedAt">, Trouble>> {
  const { world, body, now } = call;
  const { phone, proof } = body;
  const isNew = normalisePhone(record.phone) !== normalisePhone(phone);
  if (!isNew || !isMobile(phone) || !isOffered(world, "sms")) return ok({ phone, phoneClaimedAt: now });
  if (proof === undefined) return fail(notPossible({ kind: "phone-unproven" }));
  const proven = await ownAddress(call, tx, { proof, means: "sms" });
  if (!proven.ok) return proven;
  if (normalisePhone(proven.value) !== normalisePhone(phone)) return fail({ kind: "wrong-code" });
  return ok({ phone, phoneClaimedAt: undefined });
}

/** What is usual (Japanese, by phone, no needs) is left out. */
function changedRecord(
  { record }: KeptMember,
  { town, contact, language, needs }: Call<"changeMyRecord">["body"],
): Omit<NewMember, "memberNo"> {
  const { id: _, memberNo: __, contact: ___, language: ____, needs: _____, ...rest } = record;
  const wanted = [...new Set(needs)];
  return {
    ...rest,
    town,
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
  const { world, town, who, body, now, hub } = call;
  const id = ownMember(call);
  if (!id.ok) return id;
  const wrong = await wrongNumber(call, { id: id.value, memberNo: body.memberNo });
  if (wrong !== undefined) return fail(wrong);
  if (body.ahead === "cancel" && (await isUnderWay(call, id.value)))
    return fail(notPossible({ kind: "ride-under-way" }));
  const by = { kind: "rider", memberId: id.value } as const;
  const cancelled = body.ahead === "cancel" ? await callOffAll(call, { id: id.value, by }) : 0;
  const today = serviceDateOf(now, town.service.timeZone);
  const left = await world.store.inTenant(who.tenant, async (tx) => ({
    erasure: await tx.eraseMember(id.value, { by: who.actor, now, today }),
    rides: (await tx.listBookingsOf(id.value)).length,
  }));
  if (left.erasure === "not-found") return fail({ kind: "not-found" });
  if (left.erasure === "bookings-ahead") return fail(notPossible({ kind: left.erasure }));
  hub.endSession(who.session.tokenHash);
  const headers = { "Set-Cookie": forgottenCookie(who.tenant, world.mode) };
  return ok({ body: { rides: left.rides, cancelled }, headers });
};

/** Of today or later. Looked at before anything is called off, so that nobody loses rides without leaving. */
async function isUnderWay({ world, town, who, now }: StaffCall, memberId: MemberId): Promise<boolean> {
  const bookings = await presentBookings({ world, town, memberId, who, now });
  const today = serviceDateOf(now, town.service.timeZone);
  return bookings.some(
    ({ trip, state, actions }) => trip.serviceDate >= today && isOpen(state) && !actions.includes("cancel"),
  );
}
