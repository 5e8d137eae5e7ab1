import type { Party } from "../../ui/party.ts";

/** A time of day for the ear. */
export interface SpokenTime {
  readonly hour: number;
  readonly minute: number;
}

/** What the operator reads back before the caller says yes. */
export interface SpokenOffer {
  /** 11月24日火曜日 */
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly pickupFrom: SpokenTime;
  readonly pickupTo: SpokenTime;
  readonly arriveBy: SpokenTime;
  readonly party: Party;
  readonly persons: number;
  readonly wheelchairs: number;
  /** In words. */
  readonly needs: readonly string[];
  readonly fare: number;
}

/** What the caller has to know once it is booked. */
export interface SpokenBooking extends SpokenOffer {
  readonly code: string;
  readonly vehicle: { readonly name: string; readonly colour: string; readonly plate: string } | undefined;
}

/** How the caller could ride instead; the day only when it is another one, stops only where they are others. */
export interface SpokenAlternative {
  readonly mode: "depart" | "arrive";
  readonly time: SpokenTime;
  readonly day: string | undefined;
  readonly boardAt?: SpokenWalk;
  readonly alightAt?: SpokenWalk;
}

/** Another stop, and how far it is on foot from the wished one. */
export interface SpokenWalk {
  readonly stop: string;
  readonly meters: number;
}

/** Where the promise leaves no room, the pickup is said as one time. */
export const isMoment = ({ pickupFrom, pickupTo }: Pick<SpokenOffer, "pickupFrom" | "pickupTo">): boolean =>
  pickupFrom.hour === pickupTo.hour && pickupFrom.minute === pickupTo.minute;
