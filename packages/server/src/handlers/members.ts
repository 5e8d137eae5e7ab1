import { fail, type MemberId, ok } from "@noriai/kernel";
import type { TenantTransaction } from "@noriai/store";
import type { Call, Handler, Outcome } from "../call.ts";
import { presentBookings } from "../present/bookings.ts";
import { presentMember } from "../present/members.ts";
import { type NewcomerRegistration, registerMember } from "../register-member.ts";
import { notPossible } from "../trouble.ts";
import { seenPapers, typedRegistration } from "../typed-registration.ts";

const FOUND_MAX = 20;

/** Finds callers; each record shown is one line of the access log. */
export const searchMembers: Handler<"searchMembers"> = async ({ world, town, who, query, now }) => {
  const access = { by: who.actor, now, purpose: "booking" } as const;
  const found = await world.store.inTenant(who.tenant, (tx) => tx.searchMembers(query.q, FOUND_MAX, access));
  return ok({ body: { members: found.map((record) => presentMember(record, town, now)) } });
};

/** Registers a caller, or who handed in the paper form. Somebody with the same number and birth date is told first. */
export const addMember: Handler<"addMember"> = async (call) => {
  const { world, who, remember } = call;
  const typed = typedRegistration(call);
  const papers = seenPapers(call);
  if (!typed.ok) return typed;
  if (!papers.ok) return papers;
  return world.store.inTenant(who.tenant, async (tx) => {
    const outcome = await addUnlessKnown(call, tx, { ...typed.value, papers: papers.value });
    await remember(tx, outcome);
    return outcome;
  });
};

async function addUnlessKnown(
  { town, who, body, now }: Call<"addMember">,
  tx: TenantTransaction,
  registration: Pick<NewcomerRegistration, "member" | "guardian" | "papers">,
): Promise<Outcome<"addMember">> {
  const { phone, birthDate } = registration.member;
  const twins = body.evenIfKnown ? [] : await tx.findTwins({ phone, birthDate });
  const known = { kind: "member-known", members: twins };
  if (twins.length > 0) return fail(notPossible(known));
  const { way, source, email } = body;
  const channel = email === undefined ? undefined : ({ means: "email", address: email } as const);
  const acting = { by: who.actor, now };
  const record = await registerMember(tx, { ...registration, way, source, channel }, acting);
  return ok({ body: presentMember(record, town, now) });
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
    body: { bookings: await presentBookings({ world, town, memberId, who, now }) },
  });
};

export const setMemberContact: Handler<"setMemberContact"> = async ({ world, who, params, body, now }) => {
  const memberId = params.memberId as MemberId;
  const isKnown = await world.store.inTenant(who.tenant, (tx) =>
    tx.setContact(memberId, body.contact, { by: who.actor, now }),
  );
  return isKnown ? ok({ body: null }) : fail({ kind: "not-found" });
};
