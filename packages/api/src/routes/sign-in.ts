import { route } from "../route.ts";
import { id, noContent, tenantParams } from "../schema/basics.ts";
import { session } from "../schema/person.ts";
import {
  codeOpened,
  codeTry,
  codeWish,
  demoCodes,
  newPasskey,
  ownSessions,
  passkey,
  passkeyAnswer,
  passkeyCreation,
  passkeyRequest,
  passkeys,
} from "../schema/sign-in.ts";
import { T } from "./who.ts";

/** A driver's door is the terminal; nobody signs in past it with a key of their own. */
const PASSKEY_OWNERS = ["rider", "call_operator", "transport_operator", "municipality", "auditor"] as const;

/** Signing in without a password, and everybody's own sign-ins. */
export const signInRoutes = {
  askSignInCode: route({
    method: "POST",
    path: `${T}/codes`,
    summary: "Have a one-time code sent to the member with this member number or phone number",
    access: "public",
    params: tenantParams,
    body: codeWish,
    response: codeOpened,
  }),
  signInWithCode: route({
    method: "POST",
    path: `${T}/code-session`,
    summary: "Sign in with a one-time code",
    access: "public",
    params: tenantParams,
    body: codeTry,
    response: session,
  }),
  listDemoCodes: route({
    method: "GET",
    path: `${T}/demo-codes`,
    summary: "Messages with codes that the demo would have sent",
    access: "demo",
    params: tenantParams,
    response: demoCodes,
  }),
  startPasskeySignIn: route({
    method: "POST",
    path: `${T}/passkey-session/challenge`,
    summary: "A challenge for a passkey to sign in with",
    access: "public",
    params: tenantParams,
    response: passkeyRequest,
  }),
  signInWithPasskey: route({
    method: "POST",
    path: `${T}/passkey-session`,
    summary: "Sign in with a passkey",
    access: "public",
    params: tenantParams,
    body: passkeyAnswer,
    response: session,
  }),
  listMySessions: route({
    method: "GET",
    path: `${T}/my/sessions`,
    summary: "One's own sign-ins, the one used last first",
    access: "signed-in",
    params: tenantParams,
    response: ownSessions,
  }),
  endMySession: route({
    method: "DELETE",
    path: `${T}/my/sessions/:sessionId`,
    summary: "End one of one's own sign-ins; its next request is refused",
    access: "signed-in",
    params: tenantParams.extend({ sessionId: id }),
    response: noContent,
  }),
  endMyOtherSessions: route({
    method: "DELETE",
    path: `${T}/my/sessions`,
    summary: "End all of one's own sign-ins but this one",
    access: "signed-in",
    params: tenantParams,
    response: noContent,
  }),
  listMyPasskeys: route({
    method: "GET",
    path: `${T}/my/passkeys`,
    summary: "One's own passkeys",
    access: PASSKEY_OWNERS,
    params: tenantParams,
    response: passkeys,
  }),
  startMyPasskey: route({
    method: "POST",
    path: `${T}/my/passkeys/challenge`,
    summary: "A challenge for a new passkey",
    access: PASSKEY_OWNERS,
    params: tenantParams,
    response: passkeyCreation,
  }),
  addMyPasskey: route({
    method: "POST",
    path: `${T}/my/passkeys`,
    summary: "Add a passkey to sign in with from now on",
    access: PASSKEY_OWNERS,
    params: tenantParams,
    body: newPasskey,
    response: passkey,
  }),
  removeMyPasskey: route({
    method: "DELETE",
    path: `${T}/my/passkeys/:passkeyId`,
    summary: "No longer sign in with this passkey",
    access: PASSKEY_OWNERS,
    params: tenantParams.extend({ passkeyId: id }),
    response: noContent,
  }),
} as const;
