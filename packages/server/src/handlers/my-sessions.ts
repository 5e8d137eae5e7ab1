import type { Answer } from "@noriai/api";
import { fail, ok, type SessionId } from "@noriai/kernel";
import type { Handler } from "../call.ts";
import { writeIn } from "../present/trip.ts";

type OwnSession = Answer<"listMySessions">["sessions"][number];

/** Where the caller is signed in. By the wall clock, as sessions are. */
export const listMySessions: Handler<"listMySessions"> = async ({ world, town, who }) => {
  const write = writeIn(town.service.timeZone);
  const own = await world.store.inTenant(who.tenant, (tx) =>
    tx.listSessions(who.account.id, world.wallNow()),
  );
  const sessions = own.map(({ id, tokenHash, openedAt, lastSeenAt, expiresAt, means, seenAs }) => ({
    id,
    isThis: tokenHash === who.session.tokenHash,
    openedAt: write(openedAt),
    lastSeenAt: write(lastSeenAt),
    endsAt: write(expiresAt),
    means: means ?? null,
    system: (seenAs?.system ?? null) as OwnSession["system"], // as `seenAs` named it
    browser: (seenAs?.browser ?? null) as OwnSession["browser"],
  }));
  return ok({ body: { sessions } });
};

/** Ends one sign-in: whoever sits there is out with the next request, and its open page is told nothing more. */
export const endMySession: Handler<"endMySession"> = async ({ world, who, params, hub }) => {
  const ended = await world.store.inTenant(who.tenant, (tx) =>
    tx.endSession(params.sessionId as SessionId, who.account.id, world.wallNow()),
  );
  if (ended === undefined) return fail({ kind: "not-found" });
  hub.endSession(ended);
  return ok({ body: null });
};

export const endMyOtherSessions: Handler<"endMyOtherSessions"> = async ({ world, who, hub }) => {
  const ended = await world.store.inTenant(who.tenant, (tx) =>
    tx.endOtherSessions(who.account.id, who.session.tokenHash, world.wallNow()),
  );
  for (const tokenHash of ended) hub.endSession(tokenHash);
  return ok({ body: null });
};
