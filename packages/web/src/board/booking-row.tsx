import type { Board, Booking } from "@noriai/api";
import type { ReactNode } from "react";
import { BookingLink } from "../bookings/booking-link.tsx";
import { useNow } from "../clock.tsx";
import { epochMs } from "../format.ts";
import { useMessages } from "../language.tsx";
import { boardMessages } from "../messages/board/index.ts";
import { handMessages } from "../messages/hand/index.ts";
import { useNeedWords } from "../needs/use-need-words.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";
import { type Party, partyCounts, personsOf } from "../ui/party.ts";
import { type BoardBooking, groupOf, isLate } from "./filter-bookings.ts";
import { HistoryButton } from "./history/history-button.tsx";

export function BookingRow({ booking, vehicle }: { booking: BoardBooking; vehicle: string }) {
  const t = useMessages(boardMessages);
  const format = useFormat();
  const hand = useMessages(handMessages);
  const { trip, promise, pickupAt, riders, calledName, boardingCode, state, channel, lateBy } = booking;
  const { pinned, waitUntil } = booking;
  const late = isLate(booking);
  return (
    <tr className={`border-b border-line last:border-b-0 ${late ? "bg-red-50" : ""}`}>
      <Cell>
        <span className="block text-lg font-bold tabular-nums">
          {format.time(pickupAt ?? promise.pickupFrom)}
        </span>
        <span className="block whitespace-nowrap tabular-nums">
          {t.bookings.window(format.time(promise.pickupFrom), format.time(promise.pickupTo))}
        </span>
      </Cell>
      <Cell>
        <Route from={trip.from} to={trip.to} />
      </Cell>
      <Cell>
        <PartyWords party={riders} trip={trip} />
      </Cell>
      <Cell>
        <span className="whitespace-nowrap">
          {calledName ?? <span className="text-quiet">{t.bookings.nameHidden}</span>}
        </span>
      </Cell>
      <Cell>
        <BookingLink bookingId={booking.id} code={boardingCode}>
          <span className="tracking-wider tabular-nums">{boardingCode}</span>
        </BookingLink>
      </Cell>
      <Cell>
        <span className="flex flex-wrap gap-1">
          <Badge tone={TONE[groupOf(booking)]}>{t.states[state]}</Badge>
          {late && <Badge tone="error">{t.bookings.late(Math.ceil(lateBy / 60))}</Badge>}
          <Moved booking={booking} late={late} />
          {pinned && <Badge>{hand.pinned}</Badge>}
          {waitUntil !== null && <Badge>{hand.waits(format.time(waitUntil))}</Badge>}
        </span>
      </Cell>
      <Cell>{t.bookings.channels[channel]}</Cell>
      <Cell>
        <span className="whitespace-nowrap">{vehicle}</span>
      </Cell>
      <Cell>
        <HistoryButton bookingId={booking.id} boardingCode={boardingCode} />
      </Cell>
    </tr>
  );
}

/** Whether the plan was made anew for this rider; of riders who will be late it is also said that it was not. */
function Moved({ booking: { movedFrom }, late }: { booking: BoardBooking; late: boolean }) {
  const { bookings: t } = useMessages(boardMessages);
  const { vehicles } = useTenancy().service;
  if (movedFrom !== undefined)
    return (
      <Badge tone="key">{t.moved(vehicles.find(({ id }) => id === movedFrom)?.name ?? movedFrom)}</Badge>
    );
  return late && vehicles.length > 1 ? <Badge>{t.notMoved}</Badge> : null;
}

const TONE = { ahead: "key", aboard: "success", over: "gray", off: "gray" } as const;

/** An offer that somebody is deciding on: it takes its place in the plan until it ends. */
export function HeldRow({ offer, vehicle }: { offer: Board["held"][number]; vehicle: string }) {
  const t = useMessages(boardMessages);
  const format = useFormat();
  const left = Math.max(0, Math.floor(epochMs(offer.expiresAt) / 1000 - useNow()));
  const { trip } = offer;
  return (
    <tr className="border-b border-dashed border-edge bg-yellow-50 italic">
      <Cell>
        <span className="text-lg tabular-nums">{format.time(trip.time.at)}</span>
      </Cell>
      <Cell>
        <Route from={trip.from} to={trip.to} />
      </Cell>
      <Cell>
        <PartyWords party={trip.party} trip={trip} />
      </Cell>
      <Cell>—</Cell>
      <Cell>—</Cell>
      <Cell>
        <Badge tone="warning">{t.bookings.held}</Badge>{" "}
        <span className="whitespace-nowrap tabular-nums">
          {t.bookings.heldUntil(`${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`)}
        </span>
      </Cell>
      <Cell>—</Cell>
      <Cell>
        <span className="whitespace-nowrap">{vehicle}</span>
      </Cell>
      <Cell>—</Cell>
    </tr>
  );
}

function Route({ from, to }: { from: string; to: string }) {
  const t = useMessages(boardMessages);
  const { stops } = useTenancy().service;
  const nameOf = (stopId: string) => stops.find(({ id }) => id === stopId)?.name ?? stopId;
  return t.bookings.arrow(nameOf(from), nameOf(to));
}

function PartyWords({ party, trip }: { party: Party; trip: Pick<Booking["trip"], "wheelchairs" | "needs"> }) {
  const t = useMessages(boardMessages);
  const needWords = useNeedWords();
  return (
    <>
      <span className="block font-bold tabular-nums">{t.bookings.persons(personsOf(party))}</span>
      <span className="block">
        {[
          ...partyCounts(party).map(({ fareClass, count }) => `${t.classes[fareClass]}${count}`),
          ...(trip.wheelchairs > 0 ? [t.bookings.wheelchairs(trip.wheelchairs)] : []),
          ...needWords(trip),
        ].join("・")}
      </span>
    </>
  );
}

const Cell = ({ children }: { children: ReactNode }) => (
  <td className="px-3 py-2 align-top text-base">{children}</td>
);
