import type { EpochSeconds } from "@noriai/kernel";
import type { Who } from "./call.ts";
import type { ServerWorld } from "./server-world.ts";
import type { Town } from "./town.ts";

/**
 * Somebody signed in at a terminal drives what the operator says at this moment, not what stands in an account. The
 * terminal is noted as heard of.
 */
export async function atTerminal(
  who: Who,
  { world, town, now }: { readonly world: ServerWorld; readonly town: Town; readonly now: EpochSeconds },
): Promise<Who> {
  const { terminal } = who.session;
  if (terminal === undefined) return who;
  const vehicle = await world.store.inTenant(who.tenant, async (tx) => {
    await tx.touchDevice(terminal.device, world.wallNow());
    return tx.findVehicleOf(town.service, terminal.driver, now);
  });
  const { vehicle: _, ...account } = who.account;
  return { ...who, account: { ...account, ...(vehicle !== undefined && { vehicle }) } };
}
