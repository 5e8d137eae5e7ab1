import type { Booking } from "@noriai/api";
import { epochMs } from "../format.ts";
import { useMessages } from "../language.tsx";
import { riderMessages } from "../messages/rider/index.ts";
import { ActWords } from "../my/act-words.tsx";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { PartyWords } from "./party-words.tsx";
import { Fact, RideFacts } from "./ride-facts.tsx";
import { StateBadge } from "./state-badge.tsx";

/** The next ride, to be shown to the driver: stop, window, the four digits, the vehicle. */
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
  const { service } = useTenancy();
  return (
    <article className="overflow-hidden rounded-16 border-2 border-key-900">
      <div className="flex flex-wrap items-center justify-between gap-4 bg-key-900 px-5 py-3 text-white">
        <p className="leading-tight">
          <span className="block text-base">{t.code}</span>
          <span className="text-[min(2.5rem,12vw)] leading-tight font-bold tracking-[0.2em] whitespace-nowrap tabular-nums">
            {booking.boardingCode}
          </span>
        </p>
        <StateBadge state={booking.state} />
      </div>
      <div className="flex flex-col gap-4 p-5">
        <Lateness booking={booking} />
        {booking.movedFrom !== undefined && booking.state === "confirmed" && (
          <Notice quiet title={t.vehicleChanged} />
        )}
        <RideFacts
          trip={booking.trip}
          promise={booking.promise}
          vehicleId={booking.vehicleId}
          wheelchairs={booking.trip.wheelchairs}
        />
        <dl className="flex flex-col gap-4 border-t border-line pt-4">
          <Fact name={t.party}>
            <PartyWords party={booking.trip.party} />
          </Fact>
          <Fact name={t.fare}>
            <span className="text-lg font-bold">{format.yen(booking.fare.total)}</span>
          </Fact>
        </dl>
        <ActWords acts={booking.acts} />
        {booking.actions.length > 0 ? (
          <div className="grid gap-3 sm:grid-cols-2">
            {booking.actions.includes("change") && (
              <Button look="outline" size="medium" onClick={() => onChange(booking)}>
                {t.change}
              </Button>
            )}
            {booking.actions.includes("cancel") && (
              <Button look="outline" size="medium" onClick={() => onCancel(booking)}>
                {t.cancel}
              </Button>
            )}
          </div>
        ) : (
          <p>{t.noActions(service.phoneNumber)}</p>
        )}
      </div>
    </article>
  );
}

/** What is foreseen now, when it is not what was promised. */
function Lateness({ booking: { pickupAt, promise, state } }: { booking: Booking }) {
  const { ticket: t } = useMessages(riderMessages);
  const format = useFormat();
  if (pickupAt === undefined || state !== "confirmed") return null;
  const late = Math.ceil((epochMs(pickupAt) - epochMs(promise.pickupTo)) / 60_000);
  if (late <= 0) return <p className="text-lg">{t.foreseen(format.time(pickupAt))}</p>;
  return (
    <Notice tone="warning" title={t.late(late)}>
      <p className="text-lg">{t.foreseen(format.time(pickupAt))}</p>
    </Notice>
  );
}
