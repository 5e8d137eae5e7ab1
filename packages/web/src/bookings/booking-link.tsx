import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useMessages } from "../language.tsx";
import { bookingsMessages } from "../messages/bookings/index.ts";
import { useTenancy } from "../shell/session.ts";

/** Leads to a booking from wherever it is named, there to call its rider, to change it or to call it off. */
export function BookingLink({
  bookingId,
  code,
  children,
}: {
  bookingId: string;
  /** Its boarding code. */
  code: string;
  /** In place of the words that say where it leads; the code is to stand in it. */
  children?: ReactNode;
}) {
  const t = useMessages(bookingsMessages);
  const { tenant } = useTenancy();
  return (
    <Link
      to="/t/$tenant/bookings/$bookingId"
      params={{ tenant, bookingId }}
      aria-label={children === undefined ? undefined : t.open(code)}
      className="inline-flex min-h-11 items-center whitespace-nowrap text-key-900 underline"
    >
      {children ?? t.open(code)}
    </Link>
  );
}
