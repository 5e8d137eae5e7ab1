import type { Booking, BookingPage } from "@noriai/api";
import { useRef, useState } from "react";
import { useMessages } from "../language.tsx";
import { deskMessages } from "../messages/desk/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { CancelDialog } from "./cancel-dialog.tsx";
import { useOpenChange } from "./change/use-change.ts";
import { useKeys } from "./use-keys.ts";

/** The caller's rides still to come, with the ways to change and to cancel them. */
export function UpcomingBookings({
  bookings,
  onChange,
  onCancelled,
}: {
  bookings: readonly Booking[];
  onChange: (page: BookingPage) => void;
  onCancelled: (booking: Booking) => void;
}) {
  const t = useMessages(deskMessages);
  const nameOf = useStopName();
  const [cancels, setCancels] = useState<Booking>();
  const [cancelled, setCancelled] = useState<Booking>();
  const change = useOpenChange(onChange);
  const list = useRef<HTMLUListElement>(null);
  useKeys({ c: () => list.current?.querySelector("button")?.focus() });
  return (
    <section>
      <h3 className="text-lg font-bold">{t.upcoming.title}</h3>
      {change.problem !== undefined && <ProblemNotice problem={change.problem} />}
      {cancelled !== undefined && (
        <Notice
          tone="success"
          title={t.cancelling.done(nameOf(cancelled.trip.from), nameOf(cancelled.trip.to))}
        />
      )}
      <p className="text-quiet">{bookings.length === 0 ? t.upcoming.none : t.upcoming.keys}</p>
      <ul ref={list}>
        {bookings.map((booking) => (
          <li key={booking.id} className="flex flex-wrap items-center gap-2 border-b border-line py-2">
            <Upcoming
              booking={booking}
              onChange={() => void change.open(booking)}
              onCancel={() => setCancels(booking)}
            />
          </li>
        ))}
      </ul>
      <CancelDialog
        booking={cancels}
        onClose={() => setCancels(undefined)}
        onCancelled={(booking) => {
          setCancelled(booking);
          onCancelled(booking);
        }}
      />
    </section>
  );
}

function Upcoming({
  booking,
  onChange,
  onCancel,
}: {
  booking: Booking;
  onChange: () => void;
  onCancel: () => void;
}) {
  const t = useMessages(deskMessages);
  const format = useFormat();
  const nameOf = useStopName();
  const { trip, promise, state, boardingCode, actions } = booking;
  const route = t.trips.row(nameOf(trip.from), nameOf(trip.to));
  const which = `${format.serviceDate(trip.serviceDate)} ${route}`;
  return (
    <>
      <span className="min-w-0 flex-1 basis-52">
        <span className="block font-bold">{route}</span>
        <span className="flex flex-wrap gap-x-3">
          <span>{format.serviceDate(trip.serviceDate)}</span>
          <span>{t.upcoming.window(format.time(promise.pickupFrom), format.time(promise.pickupTo))}</span>
          <span>{t.upcoming.code(boardingCode)}</span>
          {state !== "confirmed" && <Badge tone="key">{t.states[state]}</Badge>}
        </span>
      </span>
      <Button
        look="outline"
        size="small"
        aria-label={t.upcoming.changeOf(which)}
        disabledBecause={actions.includes("change") ? undefined : t.upcoming.cannotChange}
        onClick={onChange}
      >
        {t.upcoming.change}
      </Button>
      <Button
        look="outline"
        size="small"
        aria-label={t.upcoming.cancelOf(which)}
        disabledBecause={actions.includes("cancel") ? undefined : t.upcoming.cannotCancel}
        onClick={onCancel}
      >
        {t.upcoming.cancel}
      </Button>
    </>
  );
}

/** The name of a stop by its id. */
export function useStopName(): (stopId: string) => string {
  const { stops } = useTenancy().service;
  return (stopId) => stops.find(({ id }) => id === stopId)?.name ?? stopId;
}
