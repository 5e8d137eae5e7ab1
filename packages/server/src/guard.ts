import type { Access } from "@noriai/api";
import { hashOfToken } from "@noriai/identity";
import { fail, ok, type Result, type TenantId } from "@noriai/kernel";
import type { Who } from "./call.ts";
import { presentedSession } from "./http/session-cookie.ts";
import type { ServerWorld } from "./server-world.ts";
import type { Trouble } from "./trouble.ts";

/**
 * Lets a request through one line of the route table, or names the trouble. Nothing is allowed that the line does not
 * list. A session counts in its own tenant only; for every other one the address does not exist.
 */
export type Guard = (question: {
  readonly world: ServerWorld;
  readonly access: Access;
  readonly tenant: TenantId | undefined;
  readonly request: Request;
}) => Promise<Result<Who | undefined, Trouble>>;

export const guard: Guard = async ({ world, access, tenant, request }) => {
  if (access === "public") return ok(undefined);
  if (access === "demo") return world.mode === "demo" ? ok(undefined) : fail({ kind: "not-found" });
  if (tenant === undefined) return fail({ kind: "not-found" });
  const presented = presentedSession(request.headers.get("cookie"), world.mode);
  if (presented === undefined) return fail({ kind: "not-signed-in" });
  if (presented.tenant !== tenant) return fail({ kind: "not-found" });
  const who = await findWho(world, tenant, presented.token);
  if (who === undefined) return fail({ kind: "not-signed-in" });
  if (access === "signed-in" || access.includes(who.account.role)) return ok(who);
  return fail({ kind: "not-allowed" });
};

/** The account behind a session token, as long as the session lasts. */
async function findWho(world: ServerWorld, tenant: TenantId, token: string): Promise<Who | undefined> {
  return world.store.inTenant(tenant, async (tx) => {
    const session = await tx.findSession(hashOfToken(token), world.wallNow());
    const account = session && (await tx.findAccount(session.account));
    if (session === undefined || account === undefined) return undefined;
    return { tenant, account, session, actor: { account: account.id, role: account.role } };
  });
}
