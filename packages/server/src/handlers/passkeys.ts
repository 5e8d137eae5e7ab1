import type { Answer } from "@noriai/api";
import { fail, ok, type PasskeyId } from "@noriai/kernel";
import type { Passkey } from "@noriai/store";
import type { Call, Handler } from "../call.ts";
import { CHALLENGE_SECONDS, newChallenge } from "../passkeys/challenge.ts";
import { relyingPartyOf } from "../passkeys/relying-party.ts";
import {
  PASSKEY_ALGORITHMS,
  userHandleOf,
  verifyNewPasskey,
  verifyPasskey,
} from "../passkeys/verify-passkey.ts";
import { writeIn } from "../present/trip.ts";
import { notPossible, type Trouble } from "../trouble.ts";
import { openSession } from "./session.ts";

const NOT_HERE = fail<Trouble>({ kind: "not-found" });
const REFUSED = fail<Trouble>({ kind: "passkey-refused" });
const TOO_MANY = fail<Trouble>(notPossible({ kind: "too-many-passkeys" }));
const PASSKEYS_MAX = 10;
const TIMEOUT_MS = CHALLENGE_SECONDS * 1000;

export const listMyPasskeys: Handler<"listMyPasskeys"> = async (call) => {
  const { world, who } = call;
  const own = await world.store.inTenant(who.tenant, (tx) => tx.listPasskeys(who.account.id));
  const isPossible = relyingPartyOf(call) !== undefined;
  return ok({ body: { passkeys: own.map((passkey) => present(call, passkey)), isPossible } });
};

/** What a browser needs to make a passkey: found by itself at the door, and never used without finger, face or PIN. */
export const startMyPasskey: Handler<"startMyPasskey"> = async (call) => {
  const { world, town, who } = call;
  const party = relyingPartyOf(call);
  if (party === undefined) return NOT_HERE;
  const { id: account, displayName } = who.account;
  const own = await world.store.inTenant(who.tenant, (tx) => tx.listPasskeys(account));
  if (own.length >= PASSKEYS_MAX) return TOO_MANY;
  const name = `${displayName}（${town.service.name}）`;
  return ok({
    body: {
      challenge: await newChallenge(call, purposeOf(account)),
      rp: { id: party.id, name: town.service.name },
      user: { id: userHandleOf(account), name, displayName },
      pubKeyCredParams: PASSKEY_ALGORITHMS.map((alg) => ({ alg, type: "public-key" as const })),
      timeout: TIMEOUT_MS,
      attestation: "none",
      excludeCredentials: own.map(({ credentialId: id, transports }) => ({
        ...{ id, type: "public-key" as const },
        transports: [...transports],
      })),
      authenticatorSelection: {
        residentKey: "required",
        requireResidentKey: true,
        userVerification: "required",
      },
    },
  });
};

export const addMyPasskey: Handler<"addMyPasskey"> = async (call) => {
  const { world, who, body } = call;
  const party = relyingPartyOf(call);
  if (party === undefined) return NOT_HERE;
  const account = who.account.id;
  const made = await verifyNewPasskey(call, { party, purpose: purposeOf(account), answer: body });
  if (made === undefined) return REFUSED;
  const acting = { by: who.actor, now: world.wallNow() };
  const added = await world.store.inTenant(who.tenant, (tx) =>
    tx.addPasskey({ ...made, account }, PASSKEYS_MAX, acting),
  );
  if (added === "too-many") return TOO_MANY;
  return added === "known" ? REFUSED : ok({ body: present(call, added) });
};

/** A challenge for making a passkey is good for one account. */
const purposeOf = (account: string): string => `add ${account}`;

export const removeMyPasskey: Handler<"removeMyPasskey"> = async ({ world, who, params }) => {
  const acting = { by: who.actor, now: world.wallNow() };
  const isGone = await world.store.inTenant(who.tenant, (tx) =>
    tx.removePasskey(params.passkeyId as PasskeyId, who.account.id, acting),
  );
  return isGone ? ok({ body: null }) : NOT_HERE;
};

export const startPasskeySignIn: Handler<"startPasskeySignIn"> = async (call) => {
  const party = relyingPartyOf(call);
  if (party === undefined) return NOT_HERE;
  const challenge = await newChallenge(call, "sign-in");
  return ok({ body: { challenge, rpId: party.id, timeout: TIMEOUT_MS, userVerification: "required" } });
};

/** Signs in whoever holds the passkey. Nobody has to say who they are: the passkey does. */
export const signInWithPasskey: Handler<"signInWithPasskey"> = async (call) => {
  const { world, town, body, now, request, signInLimit, address } = call;
  const party = relyingPartyOf(call);
  if (party === undefined) return NOT_HERE;
  const tenant = town.tenant.id;
  const passkey = await world.store.inTenant(tenant, (tx) => tx.findPasskey(body.id));
  const attempt = { tenant, login: `passkey ${passkey?.id ?? address}`, address };
  const wait = signInLimit.waitFor(attempt);
  if (wait !== undefined)
    return fail({ kind: "too-many-attempts", headers: { "Retry-After": String(wait) } });
  const counter = passkey && (await verifyPasskey(call, { party, passkey, answer: body }));
  if (passkey === undefined || counter === undefined) {
    signInLimit.failed(attempt);
    await noteRefused(call, passkey);
    return REFUSED;
  }
  const account = await world.store.inTenant(tenant, async (tx) => {
    await tx.notePasskeyUse(passkey.id, counter, world.wallNow());
    return tx.findAccount(passkey.account);
  });
  if (account === undefined) return REFUSED;
  return ok(await openSession({ world, town, account, now, means: "passkey", request }));
};

async function noteRefused(
  { world, town }: Call<"signInWithPasskey">,
  passkey: Passkey | undefined,
): Promise<void> {
  const subject = passkey?.account ?? "unknown";
  const entry = { event: "session-refused", subject, purpose: "passkey" } as const;
  await world.store.inTenant(town.tenant.id, (tx) =>
    tx.appendAudit(entry, { role: "system" }, world.wallNow()),
  );
}

function present(
  { town }: Pick<Call<"listMyPasskeys">, "town">,
  { id, system, synced, addedAt, lastUsedAt }: Passkey,
): Answer<"addMyPasskey"> {
  const write = writeIn(town.service.timeZone);
  return {
    id,
    system: system as Answer<"addMyPasskey">["system"], // as `seenAs` named it
    isSynced: synced,
    addedAt: write(addedAt),
    lastUsedAt: lastUsedAt === undefined ? null : write(lastUsedAt),
  };
}
