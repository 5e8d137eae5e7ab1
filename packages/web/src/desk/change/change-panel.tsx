import type { BookingPage } from "@noriai/api";
import { useMessages } from "../../language.tsx";
import { deskMessages } from "../../messages/desk/index.ts";
import { useFormat } from "../../shell/session.ts";
import { Button } from "../../ui/button.tsx";
import { useStopName } from "../upcoming-bookings.tsx";
import { useKeys } from "../use-keys.ts";

/** Which booking the form changes; it stays as it is until the caller has said yes, and whenever the change is left. */
export function ChangePanel({
  seen: { trip, promise, boardingCode },
  isListening,
  onLeave,
}: {
  seen: BookingPage["booking"];
  /** No offer or refusal is on the screen, which Escape would leave first. */
  isListening: boolean;
  onLeave: () => void;
}) {
  const t = useMessages(deskMessages);
  const format = useFormat();
  const nameOf = useStopName();
  useKeys({ ...(isListening && { escape: onLeave }) });
  return (
    <section aria-label={t.changing.title} className="rounded-12 border-2 border-l-8 border-key-900 p-4">
      <h2 className="text-2xl font-bold">{t.changing.title}</h2>
      <p className="text-lg font-bold">{t.trips.row(nameOf(trip.from), nameOf(trip.to))}</p>
      <p className="flex flex-wrap gap-x-3">
        <span>{format.serviceDate(trip.serviceDate)}</span>
        <span>{t.upcoming.window(format.time(promise.pickupFrom), format.time(promise.pickupTo))}</span>
        <span>{t.upcoming.code(boardingCode)}</span>
      </p>
      <p>{t.changing.lead}</p>
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <Button look="outline" size="small" onClick={onLeave}>
          {t.changing.leave}
        </Button>
        <p className="text-quiet">{t.changing.keys}</p>
      </div>
    </section>
  );
}
