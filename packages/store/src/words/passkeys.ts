import type { AccountId, EpochSeconds, PasskeyId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import {
  addPasskey,
  findPasskey,
  listPasskeys,
  notePasskeyUse,
  removePasskey,
  useChallenge,
} from "../repositories/passkeys.ts";
import type { Acting } from "./crew.ts";

/** A key that a device or its owner's key store keeps, and whose public half we know (パスキー). WebAuthn Level 3 */
export interface NewPasskey {
  readonly account: AccountId;
  /** base64url, as the authenticator names it. */
  readonly credentialId: string;
  /** COSE key. */
  readonly publicKey: Uint8Array;
  /** How often it was used, where the authenticator counts. */
  readonly counter: number;
  readonly transports: readonly string[];
  /** Kept by a key store that brings it to the owner's other devices. */
  readonly synced: boolean;
  /** The kind of device on which it was made. */
  readonly system: string;
}

export interface Passkey extends NewPasskey {
  readonly id: PasskeyId;
  readonly addedAt: EpochSeconds;
  readonly lastUsedAt: EpochSeconds | undefined;
}

/** The passkey as it was added, or why none was: the key is known already, or the account has as many as it may. */
export type AddedPasskey = Passkey | "known" | "too-many";

/** Passkeys of accounts. */
export interface PasskeyWords {
  /** @param most  how many an account may have, also when several are added at one moment */
  addPasskey(passkey: NewPasskey, most: number, acting: Acting): Promise<AddedPasskey>;
  /** In the order in which they were added. */
  listPasskeys(account: AccountId): Promise<readonly Passkey[]>;
  findPasskey(credentialId: string): Promise<Passkey | undefined>;
  notePasskeyUse(id: PasskeyId, counter: number, now: EpochSeconds): Promise<void>;
  /** False when the account has no such passkey. */
  removePasskey(id: PasskeyId, account: AccountId, acting: Acting): Promise<boolean>;
  /** What shows that a challenge is our own: keyed with the tenant's key. */
  signChallenge(challenge: string): Promise<Buffer>;
  /** Uses a challenge up. False when it was answered before. */
  useChallenge(challenge: string, endsAt: EpochSeconds): Promise<boolean>;
}

export const passkeyWords = (context: Context): PasskeyWords => ({
  addPasskey: (passkey, most, acting) => addPasskey(context, { passkey, most }, acting),
  listPasskeys: (account) => listPasskeys(context, account),
  findPasskey: (credentialId) => findPasskey(context, credentialId),
  notePasskeyUse: (id, counter, now) => notePasskeyUse(context, { id, counter }, now),
  removePasskey: (id, account, acting) => removePasskey(context, { id, account }, acting),
  signChallenge: async (challenge) => (await context.cipher()).index("passkey challenge", challenge),
  useChallenge: (challenge, endsAt) => useChallenge(context, challenge, endsAt),
});
