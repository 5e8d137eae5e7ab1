import { describeError } from "../log.ts";
import { createThinker } from "../thinking/thinker.ts";
import { type AskingWaiting, askWaiting } from "./ask-waiting.ts";

/** How often, in real milliseconds, the waiting lists are looked at: an offer may end though nothing else happens. */
export const WAITING_EVERY_MS = 1_000;

export interface KeptWaiting {
  /** Looks now. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/** Looks at the waiting lists of every tenant again and again. Two servers may look at once. */
export function keepWaiting({
  everyMs,
  ...parts
}: Omit<AskingWaiting, "thinker" | "settled"> & { readonly everyMs: number }): KeptWaiting {
  const { world } = parts;
  const asking: AskingWaiting = { ...parts, thinker: createThinker(), settled: new Map() };
  let closed = false;
  let running: Promise<void> | undefined;

  const lookAll = async (): Promise<void> => {
    for (const { id: tenant } of await world.store.listTenants()) {
      if (closed) return;
      try {
        await askWaiting(asking, tenant);
      } catch (error) {
        world.log.warn({ ...describeError(error), tenant }, "asking the waiting list failed");
      }
    }
  };
  const look = (): Promise<void> => {
    running ??= lookAll()
      .catch((error) => world.log.warn({ ...describeError(error) }, "looking at the waiting lists failed"))
      .finally(() => {
        running = undefined;
      });
    return running;
  };
  const timer = setInterval(() => void look(), everyMs).unref();
  return {
    look,
    async stop() {
      closed = true;
      clearInterval(timer);
      await running;
      await asking.thinker.close();
    },
  };
}
