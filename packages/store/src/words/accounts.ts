import type { Role } from "@noriai/identity";
import type { AccountId, EpochSeconds, MemberId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Access, Account, Actor, CommandKey, MemberRecord, RememberedAnswer, Session } from "../door.ts";
import {
  addAccount,
  addRiderAccount,
  findAccount,
  findAccountByLogin,
  findAccountByRole,
  findRiderAccount,
} from "../repositories/accounts.ts";
import { findAnswer, rememberAnswer } from "../repositories/remembered-answers.ts";
import { closeSession, findSession, openSession } from "../repositories/sessions.ts";
import { findSignInMembers } from "../repositories/sign-in-members.ts";

/** Who may act, who is signed in, and what a command was answered the first time. */
export interface AccountWords {
  findAccountByLogin(login: string): Promise<Account | undefined>;
  findAccount(id: AccountId): Promise<Account | undefined>;
  findAccountByRole(role: Role): Promise<Account | undefined>;
  addAccount(account: Account, by: Actor, now: EpochSeconds): Promise<void>;
  /** The account by which a member signs in. */
  findRiderAccount(member: MemberId): Promise<Account | undefined>;
  /** The member's account: the one there is, else this one. Nothing for a member who was erased. */
  addRiderAccount(
    account: Account & { readonly member: MemberId },
    by: Actor,
    now: EpochSeconds,
  ): Promise<Account | undefined>;
  /** Whom a member number or phone number means; the reading is logged. */
  findSignInMembers(typed: string, access: Access): Promise<readonly MemberRecord[]>;
  /** Sessions are known by the hash of their token only. Opening and closing are noted in the audit log. */
  openSession(session: Session): Promise<void>;
  findSession(tokenHash: string, now: EpochSeconds): Promise<Session | undefined>;
  closeSession(tokenHash: string, now: EpochSeconds): Promise<void>;

  findAnswer(key: CommandKey): Promise<RememberedAnswer | undefined>;
  /** Throws AnswerAlreadyRemembered, and so undoes the transaction, when the same command was faster elsewhere. */
  rememberAnswer(key: CommandKey, answer: RememberedAnswer, now: EpochSeconds): Promise<void>;
}

export const accountWords = (context: Context): AccountWords => ({
  findAccountByLogin: (login) => findAccountByLogin(context, login),
  findAccount: (id) => findAccount(context, id),
  findAccountByRole: (role) => findAccountByRole(context, role),
  addAccount: (account, by, now) => addAccount(context, account, { by, now }),
  findRiderAccount: (member) => findRiderAccount(context, member),
  addRiderAccount: (account, by, now) => addRiderAccount(context, account, { by, now }),
  findSignInMembers: (typed, access) => findSignInMembers(context, typed, access),
  openSession: (session) => openSession(context, session),
  findSession: (tokenHash, now) => findSession(context, tokenHash, now),
  closeSession: (tokenHash, now) => closeSession(context, tokenHash, now),

  findAnswer: (key) => findAnswer(context, key),
  rememberAnswer: (key, answer, now) => rememberAnswer(context, { key, answer, now }),
});
