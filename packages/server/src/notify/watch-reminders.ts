import { dateToRemind, reminderNotices } from "@noriai/booking";
import type { ServiceDate } from "@noriai/kernel";
import type { ServerWorld } from "../server-world.ts";
import type { Town } from "../town.ts";

/** The date whose riders this server has reminded last, by tenant. */
export type LastReminded = Map<string, ServiceDate>;

/** Writes the reminders of tomorrow's rides once their hour has come; another server's, or an earlier start's, count too. */
export async function watchReminders(
  { world, reminded }: { readonly world: ServerWorld; readonly reminded: LastReminded },
  { tenant, service }: Town,
): Promise<void> {
  const now = world.now();
  const date = dateToRemind(service, now);
  if (date === undefined || reminded.get(tenant.id) === date) return;
  await world.store.inTenant(tenant.id, async (tx) => {
    await tx.addNotices(reminderNotices(service, await tx.loadDay(service, date)), now);
  });
  reminded.set(tenant.id, date);
}
