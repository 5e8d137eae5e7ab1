import type { TenantId } from "@noriai/kernel";
import { describeError } from "../log.ts";
import type { ServerWorld } from "../server-world.ts";
import type { Towns } from "../towns.ts";
import { sendDue } from "./send-due.ts";
import { type SeenDelays, watchDelays } from "./watch-delays.ts";
import { type LastReminded, watchReminders } from "./watch-reminders.ts";
import type { Ways } from "./way.ts";

/** How the notifier works. */
export interface NotifierSettings {
  readonly ways: Ways;
  /** Real milliseconds between two looks at every tenant, for what comes by time alone: lateness, reminders, retries. */
  readonly everyMs: number;
  /** Real milliseconds that a tenant's changes are gathered before it looks. */
  readonly gatherMs: number;
}

/** Well within the five seconds in which the call list has to be there. */
export const NOTIFIER = { everyMs: 4_000, gatherMs: 300 } as const;

/** Looks who is late and who is to be reminded, and sends what riders are to be told: soon after every change, and from time to time by itself. */
export interface Notifier {
  /** Something has changed at this tenant. */
  stir(tenant: TenantId): void;
  /** Lets the look that goes on come to its end. */
  close(): Promise<void>;
}

/** Looks at every tenant from time to time besides, for nobody tells it that time passes. */
export function createNotifier({
  world,
  towns,
  settings: { ways, everyMs, gatherMs },
}: {
  readonly world: ServerWorld;
  readonly towns: Towns;
  readonly settings: NotifierSettings;
}): Notifier {
  const { store, log } = world;
  const seen: SeenDelays = new Map();
  const reminded: LastReminded = new Map();
  const looking = stirredLooks({
    gatherMs,
    async look(tenant) {
      const town = await towns.find(tenant);
      if (town === undefined) return;
      await watchDelays({ world, seen }, town);
      await watchReminders({ world, reminded }, town);
      await sendDue({ ...world, ways }, town);
    },
    failed: (error, tenant) => log.warn({ ...describeError(error), tenant }, "telling riders failed"),
  });
  const rounds = setInterval(() => {
    store.listTenants().then(
      (tenants) => tenants.forEach(({ id }) => void looking.stir(id)),
      () => {}, // the database is away for a moment; asked again at the next round
    );
  }, everyMs).unref();
  return {
    stir: looking.stir,
    async close() {
      clearInterval(rounds);
      await looking.close();
    },
  };
}

interface Looking {
  readonly look: (tenant: TenantId) => Promise<void>;
  readonly failed: (error: unknown, tenant: TenantId) => void;
  readonly gatherMs: number;
}

/** Looks at stirred tenants one after the other; one that fails does not keep the others, and is looked at again. */
function stirredLooks({ look, failed, gatherMs }: Looking): Notifier {
  const stirred = new Set<TenantId>();
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const lookAtAll = async (): Promise<void> => {
    for (const tenant of stirred) {
      if (closed) return;
      stirred.delete(tenant);
      await look(tenant).catch((error) => failed(error, tenant));
    }
  };
  const wake = (): void => {
    if (closed || timer !== undefined || running !== undefined || stirred.size === 0) return;
    timer = setTimeout(begin, gatherMs).unref();
  };
  const begin = (): void => {
    timer = undefined;
    running = lookAtAll().finally(() => {
      running = undefined;
      wake();
    });
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
    },
  };
}
