import type { BookingId, EpochSeconds, MemberId, ServiceDate, StopId } from "@noriai/kernel";
import type { Party } from "./fare-class.ts";
import type { Channel } from "./service.ts";
import type { TripNeed } from "./trip-need.ts";

/** Depart-at (出発時刻指定) or arrive-by (到着時刻指定). 仕様書 5-(1)-① */
export interface TripTime {
  readonly mode: "depart" | "arrive";
  readonly at: EpochSeconds;
}

/** Trip request (予約希望): who wants to ride from where to where, when. The same from web, phone desk and API. */
export interface TripRequest {
  readonly memberId: MemberId;
  readonly channel: Channel;
  readonly serviceDate: ServiceDate;
  readonly from: StopId;
  readonly to: StopId;
  readonly time: TripTime;
  /** Everybody who rides, the booker included. */
  readonly party: Party;
  /** How many of the party ride in their wheelchair. */
  readonly wheelchairs: number;
  /** What else comes along or is needed; absent: nothing. */
  readonly needs?: readonly TripNeed[];
  /** The booking that this request would replace. */
  readonly replaces?: BookingId;
  /** A supervisor has allowed the phone desk to take it outside its hours. D-05 */
  readonly supervised?: true;
}
