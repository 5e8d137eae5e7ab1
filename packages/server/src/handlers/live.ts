import { ok } from "@noriai/kernel";
import type { Handler } from "../call.ts";
import { eventStream, parseLastEventId } from "../live/event-stream.ts";

export const follow: Handler<"follow"> = async ({ request, world, hub, who, query }) => {
  const { tokenHash } = who.session;
  const isStillSignedIn = async () =>
    (await world.store.inTenant(who.tenant, (tx) => tx.findSession(tokenHash, world.wallNow()))) !==
    undefined;
  const lastEventId = parseLastEventId(request.headers.get("last-event-id")) ?? query.after;
  const follower = { tenant: who.tenant, role: who.account.role, tokenHash, lastEventId, isStillSignedIn };
  return ok({ raw: await eventStream({ store: world.store, hub, follower }) });
};
