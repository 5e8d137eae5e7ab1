import { createHash } from "node:crypto";
import { GUARDIAN_BEFORE_AGE } from "@noriai/booking";
import { CODE_AGAIN_SECONDS, ONE_TIME_CODE_SECONDS } from "@noriai/identity";
import { assert, type EpochSeconds, fail, later, type MemberId, ok, seconds } from "@noriai/kernel";
import { type CodeAddress, normalisePhone, type TenantTransaction } from "@noriai/store";
import type { Call, Handler, Outcome } from "../call.ts";
import { issueCode } from "../one-time-code/issue-code.ts";
import { redeemCode } from "../one-time-code/redeem-code.ts";
import { codeWays } from "../one-time-code/send-code.ts";
import { type NewcomerRegistration, registerMember } from "../register-member.ts";
import { riderAccountOf } from "../rider-account.ts";
import type { ServerWorld } from "../server-world.ts";
import { notPossible } from "../trouble.ts";
import { typedRegistration } from "../typed-registration.ts";
import { isPaperAwaited } from "./registrations.ts";
import { openSession } from "./session.ts";

export const getJoining: Handler<"getJoining"> = async ({ world }) =>
  ok({ body: { offered: offeredBy(world), guardianBeforeAge: GUARDIAN_BEFORE_AGE } });

/** The ways by which a code can leave the house; in the demo both, for nothing leaves. */
function offeredBy(world: ServerWorld): { readonly email: boolean; readonly sms: boolean } {
  const { keepsAll, by } = codeWays(world);
  return { email: keepsAll || by.email !== undefined, sms: keepsAll || by.sms !== undefined };
}

/** Sends a code to whoever wants to register. Nothing is looked up: an address that is known gets the same answer. */
export const askJoinCode: Handler<"askJoinCode"> = async (call) => {
  const { means, address, language } = call.body;
  if (!offeredBy(call.world)[means]) return fail(notPossible({ kind: "way-not-offered" }));
  const issued = await issueCode(call, {
    purpose: "register",
    address: { kind: means, value: address },
    language,
  });
  if (!issued.ok) return issued;
  const { codeId } = issued.value;
  return ok({
    body: { codeId, goodForSeconds: ONE_TIME_CODE_SECONDS, againAfterSeconds: CODE_AGAIN_SECONDS },
  });
};

/**
 * Registers somebody whose address is confirmed, and signs them in. What was typed is looked at before the code is used
 * up. Whether anybody with the same phone number and birth date is a member already changes nothing that a stranger
 * could see: the desk is told. 仕様書 3-(1)-⑦
 */
export const join: Handler<"join"> = async (call) => {
  const typed = typedRegistration(call);
  if (!typed.ok) return typed;
  const redeemed = await redeemCode(call, { ...call.body, purpose: "register" });
  if (!redeemed.ok) {
    const before = await joinedBefore(call);
    return before === undefined ? redeemed : enter(call, before);
  }
  const { address } = redeemed.value;
  const member = await call.world.store.inTenant(call.town.tenant.id, async (tx) => {
    const own = await ownRecord(tx, { ...typed.value.member, address });
    return own ?? (await register(call, tx, { ...typed.value, address }));
  });
  return enter(call, member);
};

/** A lost answer's repeat finds the member whom the first one registered, for as long as the code would have lasted. */
const joinedBefore = ({ world, town, body }: Call<"join">): Promise<MemberId | undefined> =>
  world.store.inTenant(town.tenant.id, (tx) => tx.findAttempt(hashOf(body.attempt), world.wallNow()));

/**
 * Somebody who is a member, has forgotten it, and has just shown to hold the very phone of that record: with birth date
 * and reading the same it is theirs. A code to that phone would have signed them in as well.
 */
async function ownRecord(
  tx: TenantTransaction,
  {
    phone,
    birthDate,
    kana,
    address,
  }: Parameters<TenantTransaction["findTwins"]>[0] & { readonly address: CodeAddress },
): Promise<MemberId | undefined> {
  if (address.kind !== "sms" || normalisePhone(address.value) !== normalisePhone(phone)) return undefined;
  const [own, ...others] = await tx.findTwins({ phone, birthDate, ...(kana !== undefined && { kana }) });
  return others.length === 0 ? own?.id : undefined;
}

async function register(
  { world, body, now }: Call<"join">,
  tx: TenantTransaction,
  {
    member,
    guardian,
    address,
  }: Pick<NewcomerRegistration, "member" | "guardian"> & { readonly address: CodeAddress },
): Promise<MemberId> {
  const until: EpochSeconds = later(world.wallNow(), seconds(ONE_TIME_CODE_SECONDS));
  const newcomer: NewcomerRegistration = {
    ...{ member, guardian, papers: [] },
    ...{ way: "web", source: body.source, attempt: { hash: hashOf(body.attempt), until } },
    channel: { means: address.kind, address: address.value },
  };
  return (await registerMember(tx, newcomer, { by: { role: "rider" }, now })).id;
}

/** Signed in as a new member, with the number to write down. */
async function enter(call: Call<"join">, id: MemberId): Promise<Outcome<"join">> {
  const { world, town, now, request } = call;
  const account = await riderAccountOf(call, id);
  if (account === undefined) return fail({ kind: "wrong-code" }); // erased meanwhile
  const access = { by: { role: "rider", account: account.id }, now, purpose: "registration" } as const;
  const [record] = await world.store.inTenant(town.tenant.id, (tx) => tx.readMembers([id], access));
  assert(record !== undefined, "who has an account is a member");
  const entered = await openSession({ world, town, account, now, means: "code", request });
  assert(!("raw" in entered), "a session is answered as JSON");
  const { memberNo } = record;
  return ok({
    ...entered,
    body: { ...entered.body, memberNo, isPaperAwaited: isPaperAwaited({ town, now }, record) },
  });
}

const hashOf = (attempt: string): string => createHash("sha256").update(attempt).digest("hex");
