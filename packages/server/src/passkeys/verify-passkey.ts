import type { NewPasskey, Passkey } from "@noriai/store";
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import type { Call } from "../call.ts";
import { seenAs } from "../http/seen-as.ts";
import { redeemChallenge } from "./challenge.ts";
import type { RelyingParty } from "./relying-party.ts";

/** Ed25519, ECDSA with P-256, RSA: what every authenticator of today speaks one of. IANA COSE Algorithms */
export const PASSKEY_ALGORITHMS = [-8, -7, -257];

type Verifying = Pick<Call<"addMyPasskey">, "world" | "town" | "request">;
type MadePasskey = Omit<NewPasskey, "account">;

/** The passkey that an authenticator has made for us, or nothing where anything about it is not as it has to be. */
export async function verifyNewPasskey(
  call: Verifying,
  of: { readonly party: RelyingParty; readonly purpose: string; readonly answer: unknown },
): Promise<MadePasskey | undefined> {
  // Loaded when first needed: a server whose riders have no passkeys starts without it.
  const { verifyRegistrationResponse } = await import("@simplewebauthn/server");
  const response = of.answer as RegistrationResponseJSON;
  const verified = await orNothing(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) => redeemChallenge(call, { ...of, challenge }),
      expectedOrigin: of.party.origin,
      expectedRPID: of.party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: PASSKEY_ALGORITHMS,
    }),
  );
  if (verified?.verified !== true) return undefined;
  const { credential, credentialBackedUp } = verified.registrationInfo;
  return {
    credentialId: credential.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: response.response.transports ?? [],
    synced: credentialBackedUp,
    system: seenAs(call.request).system,
  };
}

/** How often the passkey says that it was used, or nothing where the answer is not its own. */
export async function verifyPasskey(
  call: Verifying,
  of: { readonly party: RelyingParty; readonly passkey: Passkey; readonly answer: unknown },
): Promise<number | undefined> {
  const { verifyAuthenticationResponse } = await import("@simplewebauthn/server");
  const response = of.answer as AuthenticationResponseJSON;
  const { account, credentialId, publicKey, counter } = of.passkey;
  const { userHandle } = response.response;
  if (userHandle !== undefined && userHandle !== userHandleOf(account)) return undefined;
  const verified = await orNothing(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: (challenge) => redeemChallenge(call, { purpose: "sign-in", challenge }),
      expectedOrigin: of.party.origin,
      expectedRPID: of.party.id,
      credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter },
      requireUserVerification: true,
    }),
  );
  return verified?.verified === true ? verified.authenticationInfo.newCounter : undefined;
}

/** By which an authenticator knows an account: our own id, which says nothing about anybody. */
export const userHandleOf = (account: string): string => Buffer.from(account).toString("base64url");

/** The library throws at everything that is not as expected; all of it comes from outside. */
const orNothing = <T>(work: () => Promise<T>): Promise<T | undefined> => work().catch(() => undefined);
