import { fail, type MemberId, ok } from "@noriai/kernel";
import type { Handler } from "../call.ts";
import { presentBookings } from "../present/bookings.ts";
import { presentMember } from "../present/members.ts";
import { typedMember } from "../typed-member.ts";

const FOUND_MAX = 20;

/** Finds callers; each record shown is one line of the access log. */
export const searchMembers: Handler<"searchMembers"> = async ({ world, town, who, query, now }) => {
  const access = { by: who.actor, now, purpose: "booking" } as const;
  const found = await world.store.inTenant(who.tenant, (tx) => tx.searchMembers(query.q, FOUND_MAX, access));
  return ok({ body: { members: found.map((record) => presentMember(record, town, now)) } });
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
  const member = typedMember({ town, body, now, language });
  if (!member.ok) return member;
  return world.store.inTenant(who.tenant, async (tx) => {
    const record = await tx.addMember(member.value, who.actor, now);
    const outcome = ok({ body: presentMember(record, town, now) });
    await remember(tx, outcome);
    return outcome;
  });
};

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

export const setMemberContact: Handler<"setMemberContact"> = async ({ world, who, params, body, now }) => {
  const memberId = params.memberId as MemberId;
  const isKnown = await world.store.inTenant(who.tenant, (tx) =>
    tx.setContact(memberId, body.contact, { by: who.actor, now }),
  );
  return isKnown ? ok({ body: null }) : fail({ kind: "not-found" });
};
