import type { MemberSummary } from "@noriai/api";
import { fareClassOf } from "@noriai/booking";
import { type EpochSeconds, fail, type MemberId, ok, parseServiceDate, serviceDateOf } from "@noriai/kernel";
import type { MemberRecord } from "@noriai/store";
import type { Handler } from "../call.ts";
import { WORDS } from "../messages.ts";
import { presentBookings } from "../present/bookings.ts";
import type { Town } from "../town.ts";

const FOUND_MAX = 20;

/** Finds callers; each record shown is one line of the access log. */
export const searchMembers: Handler<"searchMembers"> = async ({ world, town, who, query, now }) => {
  const access = { by: who.actor, now, purpose: "booking" } as const;
  const found = await world.store.inTenant(who.tenant, (tx) => tx.searchMembers(query.q, FOUND_MAX, access));
  return ok({ body: { members: found.map((record) => summary(record, town, now)) } });
};

export const addMember: Handler<"addMember"> = async ({
  world,
  town,
  who,
  body,
  now,
  remember,
  language,
}) => {
  const birthDate = parseServiceDate(body.birthDate);
  const today = serviceDateOf(now, town.service.timeZone);
  if (birthDate === undefined || birthDate > today) {
    const message = WORDS[language].field.noSuchDay;
    return fail({ kind: "invalid-input", fields: [{ name: "birthDate", message }] });
  }
  const { name, kana, phone, town: address, contact } = body;
  const disability = disabilityOf(body.disability);
  const member = {
    name,
    kana,
    phone,
    birthDate,
    town: address,
    disability,
    ...(contact === "text" && { contact }),
  };
  return world.store.inTenant(who.tenant, async (tx) => {
    const record = await tx.addMember(member, who.actor, now);
    const outcome = ok({ body: summary(record, town, now) });
    await remember(tx, outcome);
    return outcome;
  });
};

function disabilityOf(
  given: { readonly seenOn: string; readonly until?: string | undefined } | undefined,
): MemberRecord["disability"] {
  const seenOn = given && parseServiceDate(given.seenOn);
  if (given === undefined || seenOn === undefined) return undefined;
  const until = given.until === undefined ? undefined : parseServiceDate(given.until);
  return until === undefined ? { seenOn } : { seenOn, until };
}

export const listMemberBookings: Handler<"listMemberBookings"> = async ({
  world,
  town,
  who,
  params,
  now,
}) => {
  const memberId = params.memberId as MemberId;
  const member = await world.store.inTenant(who.tenant, (tx) => tx.findMember(memberId));
  if (member === undefined) return fail({ kind: "not-found" });
  return ok({
    body: { bookings: await presentBookings({ world, town, memberId, role: who.account.role, now }) },
  });
};

function summary(record: MemberRecord, { service }: Town, now: EpochSeconds): MemberSummary {
  const { id, memberNo, name, kana, phone, town, contact } = record;
  const rideDate = serviceDateOf(now, service.timeZone);
  return {
    id,
    memberNo,
    name,
    kana,
    phone,
    town,
    fareClass: fareClassOf({ service, member: record, rideDate }).fareClass,
    contact: contact ?? "phone",
  };
}

export const setMemberContact: Handler<"setMemberContact"> = async ({ world, who, params, body, now }) => {
  const memberId = params.memberId as MemberId;
  const isKnown = await world.store.inTenant(who.tenant, (tx) =>
    tx.setContact(memberId, body.contact, { by: who.actor, now }),
  );
  return isKnown ? ok({ body: null }) : fail({ kind: "not-found" });
};
