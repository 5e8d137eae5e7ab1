import type { TenantId } from "@noriai/kernel";
import { describeError } from "../log.ts";
import { createThinker } from "../thinking/thinker.ts";
import { type Improving, improveTenant } from "./improve-tenant.ts";

/**
 * Makes plans better between bookings (再最適化): when a plan of today or tomorrow has changed and nobody is being
 * answered, it looks for a cheaper plan that keeps every promise; when promises are at risk, first for one that keeps
 * more of them.
 */
export interface Improver {
  /** A plan of this tenant has changed. */
  stir(tenant: TenantId): void;
  /** Lets the round that runs come to its end. */
  close(): Promise<void>;
}

/** One tenant at a time; a plan that nothing better was found for is not looked at again until it changes. */
export function createImprover(improving: Omit<Improving, "thinker" | "settled" | "isClosed">): Improver {
  const { world, settings, isQuiet } = improving;
  const thinker = createThinker();
  const stirred = new Set<TenantId>();
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const working: Improving = { ...improving, thinker, settled: new Map(), isClosed: () => closed };

  const wake = (): void => {
    clearTimeout(timer);
    if (!closed && running === undefined && stirred.size > 0)
      timer = setTimeout(begin, settings.quietMs).unref();
  };
  const begin = (): void => {
    const [tenant] = stirred;
    if (tenant !== undefined && isQuiet()) {
      stirred.delete(tenant);
      running = improveTenant(working, tenant)
        .catch((error) => world.log.warn({ ...describeError(error), tenant }, "improving failed"))
        .finally(() => {
          running = undefined;
          wake();
        });
    } else wake();
  };
  return {
    stir(tenant) {
      stirred.add(tenant);
      wake();
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
      await thinker.close();
    },
  };
}
