import type { Clock } from "@noriai/kernel";
import type { Store } from "@noriai/store";
import { describeError, type Log } from "./log.ts";

const HOUR_MS = 3_600_000;

/**
 * Lets go of what nobody needs any more (ended sessions, old answers): at once, then every hour of real time. A tidying
 * that fails is told to the log and tried again an hour later.
 *
 * @param wallNow  sessions and remembered answers are kept by the time on the wall
 */
export function keepTidy({
  store,
  wallNow,
  log,
  everyMs = HOUR_MS,
}: {
  readonly store: Pick<Store, "tidy">;
  readonly wallNow: Clock;
  readonly log: Log;
  readonly everyMs?: number;
}): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const tidy = (): void => {
    running = running
      .then(() => store.tidy(wallNow()))
      .then(
        () => {},
        (error) => log.warn({ ...describeError(error) }, "tidying failed"),
      );
  };
  tidy();
  const timer = setInterval(tidy, everyMs).unref();
  return {
    async stop() {
      clearInterval(timer);
      await running; // the store closes next
    },
  };
}
