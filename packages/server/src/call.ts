import type { Answer, RouteName, Routes } from "@noriai/api";
import type { EpochSeconds, Result, TenantId } from "@noriai/kernel";
import type { Account, Actor, Session, TenantTransaction } from "@noriai/store";
import type { z } from "zod";
import type { Language } from "./http/language.ts";
import type { LiveHub } from "./live/live-hub.ts";
import type { PasswordDesk } from "./password-desk.ts";
import type { ServerWorld } from "./server-world.ts";
import type { SignInLimit } from "./sign-in-limit.ts";
import type { Thinker } from "./thinking/thinker.ts";
import type { Town } from "./town.ts";
import type { Trouble } from "./trouble.ts";

/** What all calls share: the world and what the server keeps in memory. */
export interface Rooms {
  readonly world: ServerWorld;
  readonly hub: LiveHub;
  readonly signInLimit: SignInLimit;
  readonly passwordDesk: PasswordDesk;
  /** For decisions that take long. */
  readonly thinker: Thinker;
}

/** One request that has passed every check of its route: who asks, and what, as parsed by the route's schemas. */
export interface Call<N extends RouteName> extends Rooms {
  readonly request: Request;
  readonly language: Language;
  readonly now: EpochSeconds;
  /** Where the request comes from, for limits only. */
  readonly address: string;
  readonly town: HasTenant<N> extends true ? Town : undefined;
  readonly who: HasTenant<N> extends true ? (NeedsSession<N> extends true ? Who : undefined) : undefined;
  readonly params: Parsed<N, "params">;
  readonly query: Parsed<N, "query">;
  readonly body: Parsed<N, "body">;
  /** Of an idempotent command: remembers the answer in the transaction that carries the effect. */
  readonly remember: (tx: TenantTransaction, outcome: Outcome<N>) => Promise<void>;
}

/** A call that has passed every check and waits for its handler. */
export type UnansweredCall = Omit<Call<RouteName>, "remember">;

/** Who is signed in. */
export interface Who {
  readonly tenant: TenantId;
  readonly account: Account;
  readonly session: Session;
  readonly actor: Actor;
}

/** What a handler answers: the route's answer, or trouble. Streams and files answer by themselves. */
export type Outcome<N extends RouteName> = Result<Reply<N>, Trouble>;

export type Reply<N extends RouteName> =
  | { readonly body: Answer<N>; readonly headers?: Readonly<Record<string, string>> }
  | { readonly raw: Response };

export type Handler<N extends RouteName> = (call: Call<N>) => Promise<Outcome<N>>;

type Parsed<N extends RouteName, K extends string> = Routes[N] extends {
  readonly [P in K]: infer S extends z.ZodType;
}
  ? z.output<S>
  : undefined;

type HasTenant<N extends RouteName> = Routes[N]["path"] extends `${string}:tenant${string}` ? true : false;
type NeedsSession<N extends RouteName> = Routes[N]["access"] extends "public" | "demo" ? false : true;
