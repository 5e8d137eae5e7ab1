import type { AccountId, EpochSeconds, SessionId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import { endOtherSessions, endSession, listSessions } from "../repositories/own-sessions.ts";

/** How a session was opened. */
export type SignInMeans = "password" | "code" | "passkey" | "pin" | "registration" | "demo";

/** By what kind of device and browser, as coarse as its owner needs to know it again. */
export interface SeenAs {
  readonly system: string;
  readonly browser: string;
}

/** A session as its owner sees it. */
export interface OwnSession {
  readonly id: SessionId;
  readonly tokenHash: string;
  readonly openedAt: EpochSeconds;
  readonly expiresAt: EpochSeconds;
  /** To about ten minutes. */
  readonly lastSeenAt: EpochSeconds;
  /** Absent for sessions from before this was noted. */
  readonly means: SignInMeans | undefined;
  readonly seenAs: SeenAs | undefined;
}

/** Everybody's own sessions. Ending one is noted in the audit log; the very next request with it is refused. */
export interface SessionWords {
  /** Those that last at `now`, the one used last first. */
  listSessions(account: AccountId, now: EpochSeconds): Promise<readonly OwnSession[]>;
  /** @returns the hash of its token; nothing when the account has no such session */
  endSession(id: SessionId, account: AccountId, now: EpochSeconds): Promise<string | undefined>;
  /** @returns the hashes of their tokens */
  endOtherSessions(account: AccountId, keep: string, now: EpochSeconds): Promise<readonly string[]>;
}

export const sessionWords = (context: Context): SessionWords => ({
  listSessions: (account, now) => listSessions(context, account, now),
  endSession: (id, account, now) => endSession(context, { id, account }, now),
  endOtherSessions: (account, keep, now) => endOtherSessions(context, { account, keep }, now),
});
