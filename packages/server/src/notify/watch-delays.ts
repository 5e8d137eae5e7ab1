import { type DelayCall, type DelayEntry, delayList, delayNotices } from "@noriai/booking";
import { serviceDateOf } from "@noriai/kernel";
import { decisionWorld } from "../decision-world.ts";
import type { ServerWorld } from "../server-world.ts";
import type { Town } from "../town.ts";

/** Who had to be told when this server last looked, by tenant: a page is told only of what is new. */
export type SeenDelays = Map<string, string>;

/**
 * Looks who is late or without a vehicle today: by what drivers reported, and by the clock alone where a vehicle has not
 * begun its next visit.
 * Writes notices to those who can be reached so, and tells the open pages when the call list is another than before.
 * @returns how many riders stand on the call list
 * @see 仕様書 5-(5)-②
 */
export async function watchDelays(
  { world, seen }: { readonly world: ServerWorld; readonly seen: SeenDelays },
  town: Town,
): Promise<number> {
  const { tenant, service } = town;
  const now = world.now();
  const serviceDate = serviceDateOf(now, service.timeZone);
  const decisions = decisionWorld({ world, town, now });
  return world.store.inTenant(tenant.id, async (tx) => {
    const day = await tx.loadDay(service, serviceDate);
    if (day.version === 0) return 0;
    const calls = await tx.listDelayCalls(serviceDate);
    const { open } = delayList(decisions, day, { calls, closedAt: undefined });
    if (open.length > 0) {
      const told = [...calls, ...(await tx.listDelaysTold(serviceDate))].sort(byTime);
      const reached = await tx.reachable(open.map(({ memberId }) => memberId));
      const notices = delayNotices(decisions, day, { told, isReached: (id) => reached.has(id) });
      await tx.addNotices(notices, now);
    }
    const list = open.map(nameOf).join();
    if ((seen.get(tenant.id) ?? "") !== list) await tx.publish({ topic: "delay-list" });
    seen.set(tenant.id, list);
    return open.length;
  });
}

const nameOf = ({ bookingId, tell }: DelayEntry): string =>
  tell === "stranded" ? `${bookingId} ${tell}` : `${bookingId} ${tell.pickupTo} ${tell.arriveBy}`;

const byTime = (a: DelayCall, b: DelayCall): number => a.at - b.at;
