import type { BookingLine } from "@noriai/api";
import { Link } from "@tanstack/react-router";
import type { KeyboardEvent } from "react";
import { useMessages } from "../language.tsx";
import { bookingsMessages } from "../messages/bookings/index.ts";
import { Cell, WideTable } from "../report/wide-table.tsx";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";
import { useBookingWords } from "./booking-words.ts";
import { StateBadge } from "./state-badge.tsx";

/** One line for each booking; its first word opens it. The arrow keys lead from line to line. */
export function BookingLines({ bookings }: { bookings: readonly BookingLine[] }) {
  const t = useMessages(bookingsMessages);
  const { columns } = t;
  const head = [
    columns.date,
    columns.time,
    columns.route,
    columns.party,
    columns.name,
    columns.code,
    columns.state,
    columns.channel,
    columns.vehicle,
  ];
  return (
    <WideTable label={t.region} head={head}>
      {bookings.map((booking) => (
        <Line key={booking.id} booking={booking} />
      ))}
    </WideTable>
  );
}

function Line({ booking }: { booking: BookingLine }) {
  const t = useMessages(bookingsMessages);
  const { tenant, service } = useTenancy();
  const format = useFormat();
  const words = useBookingWords();
  const { id, trip, promise, calledName, boardingCode, state, channel, vehicleId, lateBy, pickupAt } =
    booking;
  const late = lateBy > 0 && ["confirmed", "boarding", "riding"].includes(state);
  return (
    <tr className={`border-b border-line last:border-b-0 ${late ? "bg-red-50" : ""}`}>
      <Cell>
        <Link
          to="/t/$tenant/bookings/$bookingId"
          params={{ tenant, bookingId: id }}
          aria-label={`${format.serviceDate(trip.serviceDate)} ${t.open(boardingCode)}`}
          data-line=""
          onKeyDown={step}
          className="inline-flex min-h-11 items-center font-bold whitespace-nowrap text-key-900 underline"
        >
          {format.serviceDate(trip.serviceDate)}
        </Link>
      </Cell>
      <Cell>
        <span className="block text-lg font-bold tabular-nums">
          {format.time(pickupAt ?? promise.pickupFrom)}
        </span>
        <span className="block whitespace-nowrap tabular-nums">
          {t.window(format.time(promise.pickupFrom), format.time(promise.pickupTo))}
        </span>
      </Cell>
      <Cell>{words.route(trip)}</Cell>
      <Cell>{words.party(trip)}</Cell>
      <Cell>
        <span className="whitespace-nowrap">
          {calledName ?? <span className="text-quiet">{t.nameHidden}</span>}
        </span>
      </Cell>
      <Cell>
        <span className="tracking-wider tabular-nums">{boardingCode}</span>
      </Cell>
      <Cell>
        <span className="flex flex-wrap gap-1">
          <StateBadge state={state} />
          {late && <Badge tone="error">{t.late(Math.ceil(lateBy / 60))}</Badge>}
        </span>
      </Cell>
      <Cell>{t.channels[channel]}</Cell>
      <Cell>
        <span className="whitespace-nowrap">
          {service.vehicles.find((vehicle) => vehicle.id === vehicleId)?.name ?? ""}
        </span>
      </Cell>
    </tr>
  );
}

/** Up and down among the lines, whatever the table scrolls by. */
export function step(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const table = event.currentTarget.closest("table");
  const lines = [...(table?.querySelectorAll<HTMLElement>("[data-line]") ?? [])];
  const here = lines.indexOf(event.currentTarget);
  event.preventDefault();
  lines[here + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
}
