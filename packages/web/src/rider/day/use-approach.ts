import type { Approach, Booking } from "@noriai/api";
import { useReadNow } from "../../clock.tsx";
import { epochMs } from "../../format.ts";
import { useReach } from "../../kept/reach.ts";
import { useRead } from "../../read.ts";
import { useTenancy } from "../../shell/session.ts";

/** As often as a terminal tells where it is. 仕様書 5-(3)-③ */
const FOLLOW_MS = 10_000;
/** Without a network an interval older than this is worth less than the promise. */
const OLD_SECONDS = 300;

/** What is known of the vehicle on the day of the ride. */
export interface FollowedRide {
  readonly approach: Approach;
  /** Since when nothing newer could be received: RFC 3339, and whether that is long ago. */
  readonly unheard?: { readonly since: string; readonly isOld: boolean };
}

/** Follows the vehicle of a ride of today; nothing on other days and when the ride is over. */
export function useApproach({ id, trip, state }: Booking): FollowedRide | undefined {
  const { tenant, service } = useTenancy();
  const reach = useReach();
  const readNow = useReadNow();
  const isToday = service.days[0]?.serviceDate === trip.serviceDate;
  const enabled = isToday && (state === "confirmed" || state === "boarding" || state === "riding");
  const request = { params: { tenant, bookingId: id } };
  const { data } = useRead("getMyApproach", request, { enabled, refetchInterval: FOLLOW_MS });
  const approach = enabled ? (data?.approach ?? undefined) : undefined;
  if (approach === undefined) return undefined;
  if (reach.kind === "within") return { approach };
  const isOld = readNow() - epochMs(approach.asOf) / 1000 > OLD_SECONDS;
  return { approach, unheard: { since: approach.asOf, isOld } };
}
