import type { TripTime } from "@noriai/api";
import type { EpochSeconds, Seconds, ServiceDate } from "@noriai/kernel";

/** Somebody of the town who rides. */
export interface LifeRider {
  readonly memberNo: string;
  readonly kana: string;
  readonly phone: string;
  readonly birthDate: ServiceDate;
}

export type Channel = "web" | "phone";

/** Persons who come along, by fare class. */
export interface Companions {
  readonly general: number;
  readonly senior: number;
  readonly disabled: number;
  readonly child: number;
  readonly infant: number;
}

/** A ride that somebody will ask for, with everything they will decide about it drawn beforehand. */
export interface Wish {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly time: TripTime;
  readonly serviceDate: ServiceDate;
  readonly companions: Companions;
  readonly wheelchairs: number;
  /** How long the offer is thought over or read aloud. */
  readonly thinks: Seconds;
  /** Goes along with the first alternative when refused. */
  readonly bends: boolean;
  /** Says no to a good offer. */
  readonly declines: boolean;
  /** Will not stand at the stop. */
  readonly staysAway: boolean;
}

/** What somebody wants from the town in one go: a visit to the page, or a call. */
export type Contact = {
  readonly at: EpochSeconds;
  readonly rider: LifeRider;
  readonly channel: Channel;
} & (
  | { readonly kind: "books"; readonly wishes: readonly Wish[] }
  /** Wants another time for the ride that came of a wish. */
  | { readonly kind: "changes"; readonly wish: string; readonly anew: Wish }
  | { readonly kind: "cancels"; readonly wish: string }
);

/** A traffic jam on the way: the driver presses the late button and comes later by as much. */
export interface Jam {
  readonly at: EpochSeconds;
  readonly by: Seconds;
}

/** One day of a town: who asks what, when, over which channel. */
export interface LifePlan {
  /** Of this seed and date; commands are named after it, so that a day that is played again books nothing twice. */
  readonly id: string;
  readonly date: ServiceDate;
  readonly startsAt: EpochSeconds;
  readonly endsAt: EpochSeconds;
  /** In the order of their instants. */
  readonly contacts: readonly Contact[];
  readonly jams: readonly Jam[];
}
