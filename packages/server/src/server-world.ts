import type { Clock, NewId, Random } from "@noriai/kernel";
import type { Store } from "@noriai/store";
import type { DemoClock } from "./demo-clock.ts";
import type { DemoLife } from "./demo-life.ts";
import type { ImproverSettings } from "./improve/improve-tenant.ts";
import type { Log } from "./log.ts";
import type { NotifierSettings } from "./notify/notifier.ts";

export type Mode = "demo" | "production";

/** Everything the server takes from outside. Only the composition root makes one that reads the world. */
export interface ServerWorld {
  readonly mode: Mode;
  readonly store: Store;
  /** The time that decisions go by; in demo mode the demo clock. */
  readonly now: Clock;
  /** The time on the wall, for sessions and limits: moving the demo clock signs nobody out. */
  readonly wallNow: Clock;
  /** Milliseconds from any beginning, for measuring. */
  readonly elapsedMs: () => number;
  readonly demoClock?: DemoClock;
  readonly demoLife?: DemoLife;
  readonly newId: NewId;
  readonly random: Random;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly log: Log;
  readonly version: string;
  /** Folder of the built pages. */
  readonly webRoot?: string;
  /** The origin that browsers see, as in `https://noriai.example.jp`. */
  readonly publicOrigin?: string;
  /** How many proxies of ours stand in front and name the caller in X-Forwarded-For. */
  readonly proxyHops?: number;
  /** Absent: plans are not made better between bookings. */
  readonly improver?: ImproverSettings;
  /** Absent: nobody looks who is late, and nothing is sent. */
  readonly notifier?: NotifierSettings;
  /** How often recurring wishes are looked at, in real milliseconds. Absent: never by itself. */
  readonly recurringEveryMs?: number;
  /** How often waiting lists are looked at, in real milliseconds. Absent: only decisions ask those who wait. */
  readonly waitingEveryMs?: number;
  /** Tests and development: an answer that carries more than its schema lists is a bug, not merely cut. */
  readonly strictAnswers?: boolean;
}
