import type { Booking, BookingPage, Problem } from "@noriai/api";
import { usePlainCommand } from "../../command.ts";
import { queryClient, useRead } from "../../read.ts";
import { useTenancy } from "../../shell/session.ts";

/**
 * Opens a booking to be changed, as it stands now and not as the list has shown it: its version says later whether
 * somebody else was faster.
 */
export function useOpenChange(onOpen: (page: BookingPage) => void): {
  readonly open: (booking: Booking) => Promise<void>;
  readonly problem: Problem | undefined;
} {
  const { tenant } = useTenancy();
  const { run, busy, problem } = usePlainCommand("getBooking");
  const open = async ({ id: bookingId }: Booking) => {
    if (busy) return;
    const request = { params: { tenant, bookingId } };
    const result = await run(request);
    if (!result.ok) return;
    queryClient.setQueryData(["getBooking", request], result.value);
    onOpen(result.value);
  };
  return { open, problem };
}

/** What somebody else has made of the booking since it was opened to be changed; nothing as long as nobody did. */
export function useOvertaken(seen: BookingPage | undefined): BookingPage | undefined {
  const { tenant } = useTenancy();
  const params = { tenant, bookingId: seen?.booking.id ?? "" };
  const { data } = useRead("getBooking", { params }, { enabled: seen !== undefined });
  return seen === undefined || data === undefined || data.version === seen.version ? undefined : data;
}
