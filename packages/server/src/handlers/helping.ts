import type { Answer } from "@noriai/api";
import { fareClassOf } from "@noriai/booking";
import { DIGITS_BYTES, INVITATION_SECONDS, newInvitationCode, parseInvitationCode } from "@noriai/identity";
import {
  type EpochSeconds,
  fail,
  later,
  type MemberId,
  ok,
  type Result,
  type Seconds,
  serviceDateOf,
} from "@noriai/kernel";
import type { Helper, Helping, TenantTransaction } from "@noriai/store";
import type { Call, Handler } from "../call.ts";
import type { StaffCall } from "../decide-on.ts";
import { presentBookings } from "../present/bookings.ts";
import { type Write, writeIn } from "../present/trip.ts";
import { notPossible, type Trouble } from "../trouble.ts";
import { ownAccess, ownMember } from "./my-data.ts";

/** As many as a family has; more would be something else than help. */
const HELPERS_MAX = 10;

const NOT_FOUND: Trouble = { kind: "not-found" };

/** Who may book in the member's name: those whom the desk has noted and those whom the member has invited. FIELD row 14 */
export const listMyHelpers: Handler<"listMyHelpers"> = async (call) => {
  const { world, town, who } = call;
  const id = ownMember(call);
  if (!id.ok) return id;
  const write = writeIn(town.service.timeZone);
  const helpers = await world.store.inTenant(who.tenant, (tx) => tx.listHelpers(id.value, ownAccess(call)));
  return ok({ body: { helpers: helpers.map((helper) => presentHelper(helper, write)) } });
};

export const presentHelper = (helper: Helper, write: Write): Answer<"listMyHelpers">["helpers"][number] => {
  const { id, name, relation, standing, consentedOn, consentedHow, invitedUntil, acceptedAt, told } = helper;
  const written = (at: EpochSeconds | undefined) => (at === undefined ? null : write(at));
  return {
    ...{ id, name, relation, standing, consentedOn, consentedHow },
    invitedUntil: written(invitedUntil),
    acceptedAt: written(acceptedAt),
    told,
  };
};

/**
 * The member's consent. The code goes to the helper by the member's own hand; nobody else is told. A repeat of the command
 * is told the code again, so it stands, sealed, in the remembered answer.
 */
export const inviteHelper: Handler<"inviteHelper"> = async (call) => {
  const { world, town, who, body, now, remember } = call;
  const id = ownMember(call);
  if (!id.ok) return id;
  const { service } = town;
  const code = newInvitationCode(world.randomBytes(DIGITS_BYTES));
  return world.store.inTenant(who.tenant, async (tx) => {
    const until = later(now, INVITATION_SECONDS as Seconds);
    const { name, relation } = body;
    const consentedOn = serviceDateOf(now, service.timeZone);
    const added = await tx.inviteHelper(
      { memberId: id.value, name, relation, consentedOn, code, until, most: HELPERS_MAX },
      { by: who.actor, now },
    );
    if (added === "too-many-helpers")
      return fail(notPossible({ kind: added, most: HELPERS_MAX } as { kind: string }));
    const outcome = ok({ body: { helper: presentHelper(added, writeIn(service.timeZone)), code } });
    await remember(tx, outcome);
    return outcome;
  });
};

export const revokeHelper: Handler<"revokeHelper"> = async (call) => {
  const { world, who, params, now } = call;
  const id = ownMember(call);
  if (!id.ok) return id;
  const isKnown = await world.store.inTenant(who.tenant, (tx) =>
    tx.revokeDelegate(params.delegateId, id.value, { by: who.actor, now }),
  );
  return isKnown ? ok({ body: null }) : fail(NOT_FOUND);
};

/** Whose code it is, before the helper consents. Guessing is counted. */
export const readInvitation: Handler<"readInvitation"> = (call) =>
  withCode(call, async (code) => {
    const { world, town, who, now } = call;
    return world.store.inTenant(who.tenant, async (tx) => {
      const invitation = await tx.findInvitation(code, now);
      if (invitation === undefined) return fail(NOT_FOUND);
      const names = await namesOf(call, tx, [invitation.memberId]);
      const memberName = names.get(invitation.memberId);
      if (memberName === undefined) return fail(NOT_FOUND);
      const until = writeIn(town.service.timeZone)(invitation.until);
      return ok({ body: { memberName, relation: invitation.relation, until } });
    });
  });

/** The helper's consent; from this moment they may book for the member. */
export const acceptInvitation: Handler<"acceptInvitation"> = (call) =>
  withCode(call, async (code) => {
    const { world, who, now, remember } = call;
    const helper = ownMember(call);
    if (!helper.ok) return helper;
    return world.store.inTenant(who.tenant, async (tx) => {
      const accepted = await tx.acceptInvitation({ code, helper: helper.value }, { by: who.actor, now });
      if (accepted === "not-found") return fail(NOT_FOUND);
      if (typeof accepted === "string") return fail(notPossible({ kind: accepted }));
      const [helping] = await presentAll(call, tx, [accepted]);
      if (helping === undefined) return fail(NOT_FOUND);
      const outcome = ok({ body: helping });
      await remember(tx, outcome);
      return outcome;
    });
  });

/** Lets a typed code through to `work`; wrong ones are counted for the account and the caller's address, as at signing in. */
async function withCode<T>(
  call: Pick<Call<"readInvitation">, "who" | "body" | "address" | "signInLimit">,
  work: (code: string) => Promise<Result<T, Trouble>>,
): Promise<Result<T, Trouble>> {
  const { who, address, signInLimit, body } = call;
  const attempt = { tenant: who.tenant, login: `invitation ${who.account.id}`, address };
  const wait = signInLimit.waitFor(attempt);
  if (wait !== undefined)
    return fail({ kind: "too-many-attempts", headers: { "Retry-After": String(wait) } });
  const code = parseInvitationCode(body.code);
  const outcome = code === undefined ? fail(NOT_FOUND) : await work(code);
  if (!outcome.ok && outcome.error.kind === "not-found") signInLimit.failed(attempt);
  return outcome;
}

/** Whom the caller helps. */
export const listMyHelping: Handler<"listMyHelping"> = async (call) => {
  const id = ownMember(call);
  if (!id.ok) return id;
  const helping = await call.world.store.inTenant(call.who.tenant, (tx) =>
    presentHelping(call, tx, id.value),
  );
  return ok({ body: { helping: [...helping] } });
};

export const presentHelping = async (call: StaffCall, tx: TenantTransaction, helper: MemberId) =>
  presentAll(call, tx, await tx.listHelping(helper));

async function presentAll(
  call: StaffCall,
  tx: TenantTransaction,
  list: readonly Helping[],
): Promise<readonly Answer<"acceptInvitation">[]> {
  const { service } = call.town;
  const rideDate = serviceDateOf(call.now, service.timeZone);
  const names = await namesOf(
    call,
    tx,
    list.map(({ memberId }) => memberId),
  );
  const presented: Answer<"acceptInvitation">[] = [];
  for (const { id, memberId, relation, acceptedAt, told } of list) {
    const member = await tx.findMember(memberId);
    const memberName = names.get(memberId);
    if (member === undefined || memberName === undefined) continue;
    const { fareClass } = fareClassOf({ service, member, rideDate });
    presented.push({
      ...{ id, memberId, memberName, fareClass, relation, told },
      acceptedAt: writeIn(service.timeZone)(acceptedAt),
    });
  }
  return presented;
}

/** Reading a name is a reading of that member's record, by the helper, for booking. */
async function namesOf(
  { who, now }: Pick<StaffCall, "who" | "now">,
  tx: TenantTransaction,
  ids: readonly MemberId[],
): Promise<ReadonlyMap<MemberId, string>> {
  const records = await tx.readMembers(ids, { by: who.actor, now, purpose: "booking" });
  return new Map(records.map(({ id, name }) => [id, name]));
}

export const listHelpedBookings: Handler<"listHelpedBookings"> = async (call) => {
  const { world, town, who, params, now } = call;
  const id = ownMember(call);
  if (!id.ok) return id;
  const helping = await world.store.inTenant(who.tenant, async (tx) => {
    const all = await tx.listHelping(id.value);
    return presentAll(
      call,
      tx,
      all.filter((one) => one.id === params.delegateId),
    );
  });
  if (helping[0] === undefined) return fail(NOT_FOUND);
  const memberId = helping[0].memberId as MemberId;
  const bookings = await presentBookings({ world, town, memberId, who, now });
  return ok({ body: { helping: helping[0], bookings } });
};

export const setHelpedNotices: Handler<"setHelpedNotices"> = async (call) => {
  const { world, who, params, body, now } = call;
  const helper = ownMember(call);
  if (!helper.ok) return helper;
  const { told } = body;
  const isKnown = await world.store.inTenant(who.tenant, (tx) =>
    tx.setTold({ id: params.delegateId, helper: helper.value, told }, { by: who.actor, now }),
  );
  return isKnown ? ok({ body: null }) : fail(NOT_FOUND);
};

export const stopHelping: Handler<"stopHelping"> = async (call) => {
  const { world, who, params, now } = call;
  const helper = ownMember(call);
  if (!helper.ok) return helper;
  const isGone = await world.store.inTenant(who.tenant, (tx) =>
    tx.stopHelping({ id: params.delegateId, helper: helper.value }, { by: who.actor, now }),
  );
  return isGone ? ok({ body: null }) : fail(NOT_FOUND);
};
