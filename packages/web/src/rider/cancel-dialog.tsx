import type { Booking, Problem } from "@noriai/api";
import { useCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { dayMessages } from "../messages/day/index.ts";
import { riderMessages } from "../messages/rider/index.ts";
import { useReadAgain } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/** Asks before a booking is cancelled, and says what that means. */
export function CancelDialog({
  booking,
  onClose,
  onCancelled,
}: {
  booking: Booking | undefined;
  onClose: () => void;
  onCancelled: () => void;
}) {
  const { cancel: t } = useMessages(riderMessages);
  return (
    <Dialog title={t.title} open={booking !== undefined} onClose={onClose}>
      {booking !== undefined && <CancelForm booking={booking} onClose={onClose} onCancelled={onCancelled} />}
    </Dialog>
  );
}

function CancelForm({
  booking,
  onClose,
  onCancelled,
}: {
  booking: Booking;
  onClose: () => void;
  onCancelled: () => void;
}) {
  const { cancel: t, route } = useMessages(riderMessages);
  const format = useFormat();
  const { tenant, service } = useTenancy();
  const readAgain = useReadAgain();
  const cancel = useCommand("cancelBooking");
  const name = (id: string) => service.stops.find((stop) => stop.id === id)?.name ?? id;
  const confirm = async () => {
    const cancelled = await cancel.run({ params: { tenant, bookingId: booking.id }, body: { reason: "" } });
    await readAgain("listMyBookings", "listHelpedBookings");
    if (cancelled.ok) onCancelled();
  };
  return (
    <div className="flex flex-col gap-4 text-lg">
      <p className="rounded-8 bg-surface px-4 py-3 font-bold">
        {format.dateTime(booking.promise.pickupFrom)}
        <span className="block">{route(name(booking.trip.from), name(booking.trip.to))}</span>
      </p>
      <p>{t.consequence}</p>
      <p>{t.again}</p>
      {cancel.problem !== undefined && <WhyNot problem={cancel.problem} />}
      <div className="flex flex-col gap-3">
        <Button look="danger" busy={cancel.busy} onClick={() => void confirm()}>
          {t.confirm}
        </Button>
        <Button look="outline" onClick={onClose}>
          {t.keep}
        </Button>
      </div>
    </div>
  );
}

/** The vehicle was faster than the press; by phone it can still be called off. D-07 */
function WhyNot({ problem }: { problem: Problem }) {
  const t = useMessages(dayMessages);
  const { service } = useTenancy();
  const isOnTheWay = problem.rejections?.some(({ kind }) => kind === "vehicle-on-the-way") ?? false;
  if (isOnTheWay) return <Notice tone="error" title={t.onTheWay(service.phoneNumber)} />;
  return <ProblemNotice problem={problem} />;
}
