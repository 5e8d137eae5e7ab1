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
  readonly fare: number;
}

/** What the caller has to know once it is booked. */
export interface SpokenBooking extends SpokenOffer {
  readonly code: string;
  readonly vehicle: { readonly name: string; readonly colour: string; readonly plate: string } | undefined;
}
