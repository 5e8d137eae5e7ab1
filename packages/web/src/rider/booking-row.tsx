import type { Booking } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { riderMessages } from "../messages/rider/index.ts";
import { ActWords } from "../my/act-words.tsx";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { SpelledCode } from "../ui/spelled-code.tsx";
import { PartyWords } from "./party-words.tsx";
import { isAhead } from "./sort-bookings.ts";
import { StateBadge } from "./state-badge.tsx";

/** One booking of the list, with what may still be done to it. */
export function BookingRow({
  booking,
  onChange,
  onCancel,
}: {
  booking: Booking;
  onChange?: (booking: Booking) => void;
  onCancel?: (booking: Booking) => void;
}) {
  const t = useMessages(riderMessages);
  const format = useFormat();
  const { service } = useTenancy();
  const name = (id: string) => service.stops.find((stop) => stop.id === id)?.name ?? id;
  const { trip, promise, state, actions, boardingCode, fare } = booking;
  return (
    <li className="flex flex-col gap-2 rounded-12 border border-line p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-lg font-bold">
          {format.date(promise.pickupFrom)}{" "}
          <span className="phrase">
            {t.ticket.between(format.time(promise.pickupFrom), format.time(promise.pickupTo))}
          </span>
        </p>
        <StateBadge state={state} />
      </div>
      <p className="text-lg">{t.route(name(trip.from), name(trip.to))}</p>
      <div className="flex flex-wrap gap-x-6">
        <PartyWords party={trip.party} />
        <p>{`${t.ticket.fare} ${format.yen(fare.total)}`}</p>
        {isAhead(booking) && (
          <p>
            {t.ticket.code} <SpelledCode code={boardingCode} />
          </p>
        )}
      </div>
      <ActWords acts={booking.acts} />
      <div className="flex flex-wrap gap-2">
        {onChange !== undefined && actions.includes("change") && (
          <Button look="outline" size="small" onClick={() => onChange(booking)}>
            {t.ticket.change}
          </Button>
        )}
        {onCancel !== undefined && actions.includes("cancel") && (
          <Button look="outline" size="small" onClick={() => onCancel(booking)}>
            {t.ticket.cancel}
          </Button>
        )}
      </div>
    </li>
  );
}
