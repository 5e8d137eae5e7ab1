import { createHash } from "node:crypto";
import { GUARDIAN_BEFORE_AGE } from "@noriai/booking";
import { CODE_AGAIN_SECONDS, ONE_TIME_CODE_SECONDS } from "@noriai/identity";
import { assert, fail, later, type MemberId, ok, type Result, seconds } from "@noriai/kernel";
import { type CodeAddress, type NewMember, normalisePhone, type TenantTransaction } from "@noriai/store";
import type { Call, Handler, Outcome } from "../call.ts";
import { issueCode } from "../one-time-code/issue-code.ts";
import { redeemCode } from "../one-time-code/redeem-code.ts";
import { isOffered } from "../one-time-code/send-code.ts";
import { type NewcomerRegistration, registerMember } from "../register-member.ts";
import { riderAccountOf } from "../rider-account.ts";
import { notPossible, type Trouble } from "../trouble.ts";
import { typedRegistration } from "../typed-registration.ts";
import { isPaperAwaited } from "./registrations.ts";
import { openSession } from "./session.ts";

export const getJoining: Handler<"getJoining"> = async ({ world }) =>
  ok({
    body: {
      offered: { email: isOffered(world, "email"), sms: isOffered(world, "sms") },
      guardianBeforeAge: GUARDIAN_BEFORE_AGE,
    },
  });

/** Sends a code to whoever wants to register. Nothing is looked up: an address that is known gets the same answer. */
export const askJoinCode: Handler<"askJoinCode"> = async (call) => {
  const { means, address, language } = call.body;
  if (!isOffered(call.world, means)) return fail(notPossible({ kind: "way-not-offered" }));
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
  const { id } = call.town.tenant;
  const joined = await call.world.store.inTenant(id, (tx) => joinOnce(call, tx, typed.value));
  return joined.ok ? enter(call, joined.value) : joined;
};

/**
 * Uses the code up and registers, or does neither. An attempt whose answer was lost finds the member whom it registered:
 * by the used code as long as that would have lasted, by a new one at any time.
 */
async function joinOnce(
  call: Call<"join">,
  tx: TenantTransaction,
  person: Pick<NewcomerRegistration, "member" | "guardian">,
): Promise<Result<MemberId, Trouble>> {
  const now = call.world.wallNow();
  const hash = attemptOf(call.body);
  const redeemed = await redeemCode(call, tx, { ...call.body, purpose: "register" });
  const before = await tx.findAttempt(hash);
  if (!redeemed.ok) return before !== undefined && before.until > now ? ok(before.memberId) : redeemed;
  const { address } = redeemed.value;
  const member =
    before?.memberId ??
    (await ownRecord(tx, { ...person.member, address })) ??
    (await register(call, tx, { ...person, address }));
  await tx.noteAttempt(member, { hash, until: later(now, seconds(ONE_TIME_CODE_SECONDS)) });
  return ok(member);
}

/**
 * Somebody who is a member, has forgotten it, and has just shown to hold the very phone of that record: with birth date
 * and reading the same it is theirs. A code to that phone would have signed them in as well. A record that only claims the
 * phone may be a stranger's, who would read along.
 */
async function ownRecord(
  tx: TenantTransaction,
  {
    phone,
    birthDate,
    kana,
    address,
  }: Pick<NewMember, "phone" | "birthDate" | "kana"> & { readonly address: CodeAddress },
): Promise<MemberId | undefined> {
  if (address.kind !== "sms" || normalisePhone(address.value) !== normalisePhone(phone)) return undefined;
  const [own, ...others] = await tx.findTwins({ phone, birthDate, kana, isPhoneShown: true });
  return others.length === 0 ? own?.id : undefined;
}

/** The phone is the newcomer's own word, unless it is the address. */
async function register(
  { body, now }: Call<"join">,
  tx: TenantTransaction,
  {
    member,
    guardian,
    address,
  }: Pick<NewcomerRegistration, "member" | "guardian"> & { readonly address: CodeAddress },
): Promise<MemberId> {
  const newcomer: NewcomerRegistration = {
    ...{ member: { ...member, phoneClaimedAt: now }, guardian, papers: [] },
    ...{ way: "web", source: body.source },
    channel: { means: address.kind, address: address.value },
  };
  return (await registerMember(tx, newcomer, { by: { role: "rider" }, now })).id;
}

/** Signed in by the registration, with the number to write down. */
async function enter(call: Call<"join">, id: MemberId): Promise<Outcome<"join">> {
  const { world, town, now, request } = call;
  const account = await riderAccountOf(call, id);
  if (account === undefined) return fail({ kind: "wrong-code" }); // erased meanwhile
  const access = { by: { role: "rider", account: account.id }, now, purpose: "registration" } as const;
  const [record] = await world.store.inTenant(town.tenant.id, (tx) => tx.readMembers([id], access));
  assert(record !== undefined, "who has an account is a member");
  const entered = await openSession({ world, town, account, now, means: "registration", request });
  assert(!("raw" in entered), "a session is answered as JSON");
  const { memberNo } = record;
  return ok({
    ...entered,
    body: { ...entered.body, memberNo, isPaperAwaited: isPaperAwaited({ town, now }, record) },
  });
}

/** One browser's for one person: whoever sits down at the same page next is not taken for the one before. */
const attemptOf = ({ attempt, phone, birthDate }: Call<"join">["body"]): string =>
  createHash("sha256")
    .update(JSON.stringify([attempt, normalisePhone(phone), birthDate]))
    .digest("hex");
