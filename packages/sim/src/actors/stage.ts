import type { Booking } from "@noriai/api";
import type { Journal } from "../journal.ts";
import type { LifePlan } from "../plan/life-plan.ts";
import type { Post, Town } from "../post.ts";
import type { TownTime } from "../town-time.ts";

/** What all players share: the day, its time, the way to the server, and what came of the wishes. */
export interface Stage {
  readonly plan: LifePlan;
  readonly time: TownTime;
  readonly town: Town;
  readonly journal: Journal;
  /** The booking that each wish has become. */
  readonly booked: Map<string, Booking>;
  /** Bookings whose riders will not stand at the stop. */
  readonly staysAway: Set<string>;
}

/** Somebody who asks for rides: at their own page, or at the desk for a caller. */
export interface Asker {
  readonly stage: Stage;
  readonly post: Post;
  readonly channel: "web" | "phone";
  /** For whom the desk books; riders book for themselves. */
  readonly memberId?: string;
}

/** The name of a command, the same whenever this day is played: doing it twice does it once. */
export const keyOf = ({ plan }: Stage, ...parts: readonly (string | number)[]): string =>
  [plan.id, ...parts].join(".");
