import type { Session as SessionAnswer } from "@noriai/api";
import { fareClassOf } from "@noriai/booking";
import {
  hashOfToken,
  hashPassword,
  SALT_BYTES,
  sessionEnd,
  sessionLength,
  sessionToken,
  TOKEN_BYTES,
  verifyPassword,
} from "@noriai/identity";
import { type EpochSeconds, fail, ok, serviceDateOf } from "@noriai/kernel";
import type { Account, SignInMeans, TenantTransaction, TerminalSession } from "@noriai/store";
import type { Call, Handler, Reply } from "../call.ts";
import { seenAs } from "../http/seen-as.ts";
import { forgottenCookie, sessionCookie } from "../http/session-cookie.ts";
import type { ServerWorld } from "../server-world.ts";
import type { Town } from "../town.ts";

/** Signs in with login and password. A wrong login costs the same time and gets the same answer as a wrong password. */
export const signIn: Handler<"signIn"> = async (call) => {
  const { world, town, body, signInLimit, passwordDesk } = call;
  const attempt = { tenant: town.tenant.id, login: body.login, address: call.address };
  const wait = signInLimit.waitFor(attempt);
  if (wait !== undefined)
    return fail({ kind: "too-many-attempts", headers: { "Retry-After": String(wait) } });
  const account = await world.store.inTenant(town.tenant.id, (tx) => tx.findAccountByLogin(body.login));
  const stored = account?.passwordHash ?? (await nobodysHash(world));
  const right = await passwordDesk.serve(() => verifyPassword(body.password, stored));
  if (right === "busy") return fail({ kind: "busy", headers: { "Retry-After": "2" } });
  if (!right || account === undefined) {
    signInLimit.failed(attempt);
    world.log.warn({ tenant: town.tenant.id, known: account !== undefined }, "sign-in refused");
    await noteRefused(call, account);
    return fail({ kind: "wrong-credentials" });
  }
  signInLimit.succeeded(attempt);
  return ok(await openSession({ ...call, account, means: "password" }));
};

/** Leaves a refused sign-in in the audit log: which account was meant, never what was typed, which may be a password. */
async function noteRefused({ world, town }: Call<"signIn">, account: Account | undefined): Promise<void> {
  const entry = { event: "session-refused", subject: account?.id ?? "unknown", purpose: "sign-in" } as const;
  await world.store.inTenant(town.tenant.id, (tx) =>
    tx.appendAudit(entry, { role: "system" }, world.wallNow()),
  );
}

export const enterDemo: Handler<"enterDemo"> = async (call) => {
  const { world, town, body } = call;
  const { role, login } = body;
  const account = await world.store.inTenant(town.tenant.id, (tx) =>
    login === undefined ? tx.findAccountByRole(role) : tx.findAccountByLogin(login),
  );
  if (account?.role !== role) return fail({ kind: "not-found" });
  return ok(await openSession({ ...call, account, means: "demo" }));
};

export const getSession: Handler<"getSession"> = async ({ world, town, who, now }) =>
  ok({
    body: await world.store.inTenant(who.tenant, (tx) =>
      sessionAnswer({ tx, town, account: who.account, now }),
    ),
  });

export const signOut: Handler<"signOut"> = async ({ world, who, hub }) => {
  const { tokenHash } = who.session;
  await world.store.inTenant(who.tenant, (tx) => tx.closeSession(tokenHash, world.wallNow()));
  hub.endSession(tokenHash);
  return ok({ body: null, headers: { "Set-Cookie": forgottenCookie(who.tenant, world.mode) } });
};

/** Opens a session, at a terminal or anywhere, and gives its cookie. */
export async function openSession({
  world,
  town,
  account,
  now,
  request,
  means,
  terminal,
}: {
  readonly world: ServerWorld;
  readonly town: Town;
  readonly account: Account;
  readonly now: EpochSeconds;
  readonly request: Request;
  /** How whoever signs in has shown who they are. */
  readonly means: SignInMeans;
  readonly terminal?: TerminalSession;
}): Promise<Reply<"signIn">> {
  const token = sessionToken(world.randomBytes(TOKEN_BYTES));
  const openedAt = world.wallNow();
  const session = {
    tokenHash: hashOfToken(token),
    account: account.id,
    openedAt,
    expiresAt: sessionEnd(account.role, openedAt),
    means,
    seenAs: seenAs(request),
    ...(terminal && { terminal }),
  };
  const body = await world.store.inTenant(town.tenant.id, async (tx) => {
    await tx.openSession(session);
    return sessionAnswer({ tx, town, account, now });
  });
  const maxAge = sessionLength(account.role);
  const cookie = sessionCookie({ tenant: town.tenant.id, token, maxAge, mode: world.mode });
  return { body, headers: { "Set-Cookie": cookie } };
}

async function sessionAnswer({
  tx,
  town,
  account,
  now,
}: {
  readonly tx: TenantTransaction;
  readonly town: Town;
  readonly account: Account;
  readonly now: EpochSeconds;
}): Promise<SessionAnswer> {
  const { role, displayName, member: memberId, vehicle: vehicleId } = account;
  const member = memberId && (await tx.findMember(memberId));
  const rideDate = serviceDateOf(now, town.service.timeZone);
  return {
    role,
    displayName,
    ...(memberId && { memberId }),
    ...(vehicleId && { vehicleId }),
    ...(member && { fareClass: fareClassOf({ service: town.service, member, rideDate }).fareClass }),
    lastUpdateId: await tx.lastOutboxId(),
  };
}

const NOBODYS_HASHES = new WeakMap<ServerWorld, Promise<string>>();

/** A hash that no password fits, as costly to check as a real one. */
export function nobodysHash(world: ServerWorld): Promise<string> {
  const password = sessionToken(world.randomBytes(TOKEN_BYTES));
  const hash = NOBODYS_HASHES.get(world) ?? hashPassword({ password, salt: world.randomBytes(SALT_BYTES) });
  NOBODYS_HASHES.set(world, hash);
  return hash;
}
