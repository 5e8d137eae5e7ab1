import { serviceDateOf, type TenantId } from "@noriai/kernel";
import type { Actor } from "@noriai/store";
import { describeError } from "../log.ts";
import type { ServerWorld } from "../server-world.ts";
import { createThinker, type Thinker } from "../thinking/thinker.ts";
import type { Towns } from "../towns.ts";
import { workRecurring } from "./work-recurring.ts";

/** How often, in real milliseconds, recurring wishes are looked at: a window opens at midnight. */
export const RECURRING_EVERY_MS = 60_000;

const BY: Actor = { role: "system" };

export interface KeptRecurring {
  /** Looks now. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Looks at the recurring wishes of every tenant again and again, and books what has become bookable. Two servers may
 * look at once. What fails for one wish is told to the log, holds up no other, and is tried again at the next look.
 */
export function keepRecurring({
  world,
  towns,
  everyMs,
}: {
  readonly world: ServerWorld;
  readonly towns: Towns;
  readonly everyMs: number;
}): KeptRecurring {
  const thinker = createThinker();
  let closed = false;
  let running: Promise<void> = Promise.resolve();
  const looking: Looking = { world, towns, thinker, isClosed: () => closed };

  const look = (): Promise<void> => {
    running = running.then(async () => {
      try {
        for (const { id } of await world.store.listTenants()) if (!closed) await lookAt(looking, id);
      } catch (error) {
        world.log.warn({ ...describeError(error) }, "looking at recurring wishes failed");
      }
    });
    return running;
  };
  const timer = setInterval(() => void look(), everyMs).unref();
  const stopHearingClock = world.demoClock?.onChange(() => void look());
  return {
    look,
    async stop() {
      closed = true;
      clearInterval(timer);
      stopHearingClock?.();
      await running;
      await thinker.close();
    },
  };
}

interface Looking {
  readonly world: ServerWorld;
  readonly towns: Towns;
  readonly thinker: Thinker;
  readonly isClosed: () => boolean;
}

async function lookAt({ world, towns, thinker, isClosed }: Looking, tenant: TenantId): Promise<void> {
  const town = await towns.find(tenant);
  if (town === undefined) return;
  const now = world.now();
  const today = serviceDateOf(now, town.service.timeZone);
  const wishes = await world.store.inTenant(tenant, (tx) => tx.listRecurringInForce(town.service, today));
  for (const wish of wishes) {
    if (isClosed()) return;
    try {
      const tally = await workRecurring({ world, town, thinker, actor: BY, now }, wish);
      if (Object.values(tally).some((count) => count > 0))
        world.log.info({ tenant, wish: wish.id, ...tally }, "recurring wish");
    } catch (error) {
      world.log.warn({ ...describeError(error), tenant, wish: wish.id }, "recurring wish failed");
    }
  }
}
