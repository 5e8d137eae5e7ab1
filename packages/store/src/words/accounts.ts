import type { Role } from "@noriai/identity";
import type { AccountId, EpochSeconds } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Account, Actor, CommandKey, RememberedAnswer, Session } from "../door.ts";
import { addAccount, findAccount, findAccountByLogin, findAccountByRole } from "../repositories/accounts.ts";
import { findAnswer, rememberAnswer } from "../repositories/remembered-answers.ts";
import { closeSession, findSession, openSession } from "../repositories/sessions.ts";

/** Who may act, who is signed in, and what a command was answered the first time. */
export interface AccountWords {
  findAccountByLogin(login: string): Promise<Account | undefined>;
  findAccount(id: AccountId): Promise<Account | undefined>;
  findAccountByRole(role: Role): Promise<Account | undefined>;
  addAccount(account: Account, by: Actor, now: EpochSeconds): Promise<void>;
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
  openSession: (session) => openSession(context, session),
  findSession: (tokenHash, now) => findSession(context, tokenHash, now),
  closeSession: (tokenHash, now) => closeSession(context, tokenHash, now),

  findAnswer: (key) => findAnswer(context, key),
  rememberAnswer: (key, answer, now) => rememberAnswer(context, { key, answer, now }),
});
