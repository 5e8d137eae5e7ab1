import type { Booking } from "@noriai/api";
import { useReach } from "../../kept/reach.ts";
import { useMessages } from "../../language.tsx";
import { dayMessages } from "../../messages/day/index.ts";
import { riderMessages } from "../../messages/rider/index.ts";
import { useTenancy } from "../../shell/session.ts";
import { Button } from "../../ui/button.tsx";
import type { FollowedRide } from "./use-approach.ts";

/**
 * Changing and calling off, and until when; where that is not possible, why and what else is. D-07 Once the vehicle has
 * set out the desk can only call off, and nobody can once the rider is aboard: no more is promised than that.
 */
export function TicketActions({
  booking,
  ride,
  onChange,
  onCancel,
}: {
  booking: Booking;
  ride: FollowedRide | undefined;
  onChange: (booking: Booking) => void;
  onCancel: (booking: Booking) => void;
}) {
  const { ticket } = useMessages(riderMessages);
  const t = useMessages(dayMessages);
  const { service } = useTenancy();
  const reach = useReach();
  const { actions, state } = booking;
  if (reach.kind === "out") return <p>{t.offline.actions(service.phoneNumber)}</p>;
  if (actions.length === 0) {
    if (state === "riding") return <p>{t.aboard(service.phoneNumber)}</p>;
    const isComing = state === "confirmed" && ride?.approach.stage === "coming";
    return <p>{isComing ? t.onTheWay(service.phoneNumber) : ticket.noActions(service.phoneNumber)}</p>;
  }
  return (
    <div className="flex flex-col gap-2">
      <div className="grid gap-3 sm:grid-cols-2">
        {actions.includes("change") && (
          <Button look="outline" size="medium" onClick={() => onChange(booking)}>
            {ticket.change}
          </Button>
        )}
        {actions.includes("cancel") && (
          <Button look="outline" size="medium" onClick={() => onCancel(booking)}>
            {ticket.cancel}
          </Button>
        )}
      </div>
      <p>{t.until}</p>
    </div>
  );
}
