import { createHash } from "node:crypto";
import { type EpochSeconds, later, type Seconds, seconds } from "@noriai/kernel";
import type { Role } from "./role.ts";

/** 256 bits: nobody guesses one. */
export const TOKEN_BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The text that the browser keeps, from `TOKEN_BYTES` random bytes. */
export const sessionToken = (random: Uint8Array): string => Buffer.from(random).toString("base64url");

/** Whether a text that came from outside can be a token at all. */
export const isSessionToken = (text: string): boolean => TOKEN.test(text);

/**
 * What the database keeps of a token: its SHA-256. Who reads the database cannot sign in with it; a slow hash would add
 * nothing, because a token has no words to guess. Sessions are found by this hash, so no comparison can leak time.
 */
export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("hex");

const STAFF_SESSION: Seconds = seconds(12 * 3600);
const RIDER_SESSION: Seconds = seconds(30 * 24 * 3600);

/** How long a session lasts: staff one shift, riders thirty days. */
export const sessionLength = (role: Role): Seconds => (role === "rider" ? RIDER_SESSION : STAFF_SESSION);

export const sessionEnd = (role: Role, openedAt: EpochSeconds): EpochSeconds =>
  later(openedAt, sessionLength(role));
