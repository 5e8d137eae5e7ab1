import type { TenantId } from "@noriai/kernel";
import { describeError } from "../log.ts";
import type { ServerWorld } from "../server-world.ts";
import type { Towns } from "../towns.ts";
import { sendDue } from "./send-due.ts";
import { type SeenDelays, watchDelays } from "./watch-delays.ts";
import type { Ways } from "./way.ts";

/** How the notifier works. */
export interface NotifierSettings {
  readonly ways: Ways;
  /** Real milliseconds between two looks at every tenant, for what comes by time alone: lateness, retries. */
  readonly everyMs: number;
  /** Real milliseconds that a tenant's changes are gathered before it looks. */
  readonly gatherMs: number;
}

/** Well within the five seconds in which the call list has to be there. */
export const NOTIFIER = { everyMs: 4_000, gatherMs: 300 } as const;

/** Looks who is late, and sends what riders are to be told: soon after every change, and from time to time by itself. */
export interface Notifier {
  /** Something has changed at this tenant. */
  stir(tenant: TenantId): void;
  /** Lets the look that goes on come to its end. */
  close(): Promise<void>;
}

/** One tenant after the other; one that fails does not keep the others waiting for long, and is looked at again. */
export function createNotifier({
  world,
  towns,
  settings: { ways, everyMs, gatherMs },
}: {
  readonly world: ServerWorld;
  readonly towns: Towns;
  readonly settings: NotifierSettings;
}): Notifier {
  const seen: SeenDelays = new Map();
  const stirred = new Set<TenantId>();
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const look = async (tenant: TenantId): Promise<void> => {
    const town = await towns.find(tenant);
    if (town === undefined) return;
    await watchDelays({ world, seen }, town);
    await sendDue({ ...world, ways }, town);
  };
  const lookAtAll = async (): Promise<void> => {
    for (const tenant of stirred) {
      if (closed) return;
      stirred.delete(tenant);
      await look(tenant).catch((error) =>
        world.log.warn({ ...describeError(error), tenant }, "telling riders failed"),
      );
    }
  };
  const wake = (): void => {
    if (closed || timer !== undefined || running !== undefined || stirred.size === 0) return;
    timer = setTimeout(() => {
      timer = undefined;
      running = lookAtAll().finally(() => {
        running = undefined;
        wake();
      });
    }, gatherMs).unref();
  };
  const stir = (tenant: TenantId): void => {
    stirred.add(tenant);
    wake();
  };
  const rounds = setInterval(() => {
    world.store.listTenants().then(
      (tenants) => tenants.forEach(({ id }) => void stir(id)),
      () => {}, // the database is away for a moment; asked again at the next round
    );
  }, everyMs).unref();
  return {
    stir,
    async close() {
      closed = true;
      clearInterval(rounds);
      clearTimeout(timer);
      await running;
    },
  };
}
