import type { Booking } from "@noriai/api";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import type { HelpedRider } from "./draft.ts";

/** The bookings of whoever the trip is for: the rider's own, or those of whom the rider helps. None until they are read. */
export function useBookingsOf(helped: HelpedRider | undefined): {
  readonly bookings: readonly Booking[];
  /** Newer ones are on their way. */
  readonly isFetching: boolean;
} {
  const { tenant } = useTenancy();
  const isOwn = helped === undefined;
  const own = useRead("listMyBookings", { params: { tenant } }, { enabled: isOwn });
  const params = { tenant, delegateId: helped?.delegateId ?? "" };
  const theirs = useRead("listHelpedBookings", { params }, { enabled: !isOwn });
  const { data, isFetching } = isOwn ? own : theirs;
  return { bookings: data?.bookings ?? [], isFetching };
}
