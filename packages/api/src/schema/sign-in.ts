import { z } from "zod";
import { id, instant } from "./basics.ts";
import { language } from "./person.ts";

/** A member number or a phone number, in any writing. */
export const codeWish = z.object({
  number: z.string().trim().min(1).max(40),
  language: language.default("ja").describe("of the message"),
});

/** Says nothing about whether anybody has the number. */
export const codeOpened = z.object({
  codeId: id,
  goodForSeconds: z.int(),
  againAfterSeconds: z.int().describe("so long nobody may ask for another"),
});

export const codeTry = z.object({ codeId: id, code: z.string().trim().min(1).max(20) });

/** What the demo would have sent, newest first. */
export const demoCodes = z.object({
  codes: z.array(
    z.object({
      codeId: id,
      purpose: z.enum(["sign-in", "register", "confirm-address"]),
      means: z.enum(["email", "sms"]),
      words: z.string(),
      issuedAt: instant.describe("by the wall clock"),
    }),
  ),
});

const means = z.enum(["password", "code", "passkey", "pin", "registration", "demo"]);
const system = z.enum(["iphone", "ipad", "android", "windows", "mac", "chromeos", "linux", "other"]);
const browser = z.enum(["edge", "firefox", "samsung", "chrome", "safari", "other"]);

/** One of the caller's own sign-ins. Times are those of the wall clock. */
export const ownSession = z.object({
  id,
  isThis: z.boolean().describe("the one that asks"),
  openedAt: instant,
  lastSeenAt: instant,
  endsAt: instant,
  means: means.nullable(),
  system: system.nullable(),
  browser: browser.nullable(),
});
export const ownSessions = z.object({ sessions: z.array(ownSession) });

export const passkey = z.object({
  id,
  system,
  isSynced: z.boolean().describe("kept by a key store that brings it to the owner's other devices"),
  addedAt: instant,
  lastUsedAt: instant.nullable(),
});
export const passkeys = z.object({
  passkeys: z.array(passkey),
  isPossible: z.boolean().describe("false where the address is no name, as in 127.0.0.1"),
});

const base64url = (max: number) =>
  z
    .string()
    .regex(/^[\w-]+$/)
    .max(max);
const credential = { id: base64url(1400), type: z.literal("public-key") };
const transports = z.array(z.string().max(20)).max(10);

/** As WebAuthn's parseCreationOptionsFromJSON takes them. */
export const passkeyCreation = z.object({
  challenge: base64url(200),
  rp: z.object({ name: z.string(), id: z.string() }),
  user: z.object({ id: base64url(100), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ alg: z.int(), type: z.literal("public-key") })),
  timeout: z.int(),
  attestation: z.literal("none"),
  excludeCredentials: z.array(z.object({ ...credential, transports })),
  authenticatorSelection: z.object({
    residentKey: z.literal("required"),
    requireResidentKey: z.literal(true),
    userVerification: z.literal("required"),
  }),
});

/** As WebAuthn's parseRequestOptionsFromJSON takes them. */
export const passkeyRequest = z.object({
  challenge: base64url(200),
  rpId: z.string(),
  timeout: z.int(),
  userVerification: z.literal("required"),
});

const response = { rawId: base64url(1400), clientExtensionResults: z.looseObject({}).default({}) };

/** RegistrationResponseJSON */
export const newPasskey = z.object({
  ...{ ...credential, ...response },
  response: z.object({
    clientDataJSON: base64url(4000),
    attestationObject: base64url(20_000),
    transports: transports.default([]),
  }),
});

/** AuthenticationResponseJSON */
export const passkeyAnswer = z.object({
  ...{ ...credential, ...response },
  response: z.object({
    clientDataJSON: base64url(4000),
    authenticatorData: base64url(4000),
    signature: base64url(10_000),
    userHandle: base64url(200).optional(),
  }),
});
