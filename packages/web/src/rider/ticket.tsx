import type { Booking } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { riderMessages } from "../messages/rider/index.ts";
import { ActWords } from "../my/act-words.tsx";
import { useFormat } from "../shell/session.ts";
import { Notice } from "../ui/notice.tsx";
import { SpelledCode } from "../ui/spelled-code.tsx";
import { ApproachPanel } from "./day/approach-panel.tsx";
import { TicketActions } from "./day/ticket-actions.tsx";
import { TicketFacts } from "./day/ticket-facts.tsx";
import { useApproach } from "./day/use-approach.ts";
import { PartyWords } from "./party-words.tsx";
import { Fact } from "./ride-facts.tsx";
import { StateBadge } from "./state-badge.tsx";

/** The next ride, to be shown to the driver: the four digits, the stop, the window, the vehicle, and how it comes. */
export function Ticket({
  booking,
  onChange,
  onCancel,
}: {
  booking: Booking;
  onChange: (booking: Booking) => void;
  onCancel: (booking: Booking) => void;
}) {
  const { ticket: t } = useMessages(riderMessages);
  const format = useFormat();
  const ride = useApproach(booking);
  return (
    <article className="overflow-hidden rounded-16 border-2 border-key-900">
      <div className="flex flex-wrap items-center justify-between gap-4 bg-key-900 px-5 py-3 text-white">
        <p className="leading-tight">
          <span className="block text-base">{t.code}</span>
          <span className="text-[min(2.5rem,12vw)] leading-tight font-bold tracking-[0.2em] whitespace-nowrap tabular-nums">
            <SpelledCode code={booking.boardingCode} />
          </span>
        </p>
        <StateBadge state={booking.state} />
      </div>
      <div className="flex flex-col gap-4 p-5">
        {ride !== undefined && <ApproachPanel booking={booking} ride={ride} />}
        {booking.movedFrom !== undefined && booking.state === "confirmed" && (
          <Notice quiet title={t.vehicleChanged} />
        )}
        <TicketFacts booking={booking} />
        <dl className="flex flex-col gap-4 border-t border-line pt-4">
          <Fact name={t.party}>
            <PartyWords party={booking.trip.party} />
          </Fact>
          <Fact name={t.fare}>
            <span className="text-lg font-bold">{format.yen(booking.fare.total)}</span>
          </Fact>
        </dl>
        <ActWords acts={booking.acts} />
        <TicketActions booking={booking} ride={ride} onChange={onChange} onCancel={onCancel} />
      </div>
    </article>
  );
}
