import type { CodeId, EpochSeconds, Seconds } from "@noriai/kernel";
import type { Context } from "../context.ts";
import {
  giveCode,
  keepCodeWords,
  listKeptCodes,
  openCode,
  redeemCode,
} from "../repositories/one-time-codes.ts";

/** What a code is good for; it opens nothing else. */
export type CodePurpose = "sign-in" | "register" | "confirm-address";

/** Where a code is sent. */
export interface CodeAddress {
  readonly kind: "email" | "sms";
  readonly value: string;
}

export interface NewCode {
  readonly purpose: CodePurpose;
  readonly code: string;
  /** What the asker named (a member number, a phone number, an address) in its normal form; for the limit only. */
  readonly target: string;
  /** Where the asker is on the network; for the limit only. */
  readonly asker: string;
}

/** `wait`: too many were asked for. Says nothing about who there is: a number that nobody has is counted as well. */
export type OpenedCode =
  | { readonly kind: "opened"; readonly codeId: CodeId; readonly endsAt: EpochSeconds }
  | { readonly kind: "wait"; readonly seconds: Seconds };

/** `wait`: whoever it is for has had enough codes, by whatever number, and this one is nobody's. */
export type GivenCode = { readonly kind: "given" } | { readonly kind: "wait"; readonly seconds: Seconds };

/** For whom a code is. */
export interface CodeReceiver {
  readonly address: CodeAddress;
  /** Whose code it is, as an id; absent before there is anybody. */
  readonly subject?: string | undefined;
}

export interface TriedCode {
  readonly codeId: CodeId;
  readonly purpose: CodePurpose;
  readonly code: string;
}

/** A message that the demo would have sent. */
export interface KeptCode {
  readonly codeId: CodeId;
  readonly purpose: CodePurpose;
  readonly means: CodeAddress["kind"];
  readonly words: string;
  readonly issuedAt: EpochSeconds;
}

/** One-time codes (確認コード). By the time on the wall. The audit log names the code's id and nobody. */
export interface CodeWords {
  /** Notes a code as issued. It opens nothing before it is given to somebody. */
  openCode(code: NewCode, now: EpochSeconds): Promise<OpenedCode>;
  /** Gives a code to its receiver. What it answers is not for a stranger: it tells that there is somebody. */
  giveCode(id: CodeId, to: CodeReceiver, now: EpochSeconds): Promise<GivenCode>;
  /** Uses a code up, or counts the wrong try. Of two who are right at one moment one is the first. */
  redeemCode(tried: TriedCode, now: EpochSeconds): Promise<CodeReceiver | undefined>;
  /** Keeps what would have been sent, where nothing leaves the house. */
  keepCodeWords(id: CodeId, words: string): Promise<void>;
  /** Newest first. */
  listKeptCodes(limit: number): Promise<readonly KeptCode[]>;
}

export const codeWords = (context: Context): CodeWords => ({
  openCode: (code, now) => openCode(context, code, now),
  giveCode: (id, to, now) => giveCode(context, { id, to }, now),
  redeemCode: (tried, now) => redeemCode(context, tried, now),
  keepCodeWords: (id, words) => keepCodeWords(context, id, words),
  listKeptCodes: (limit) => listKeptCodes(context, limit),
});
