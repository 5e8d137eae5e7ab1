import type { Booking } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { useCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { deskMessages } from "../messages/desk/index.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

interface CancelProps {
  readonly booking: Booking;
  readonly onClose: () => void;
  readonly onCancelled: (booking: Booking) => void;
}

/** Asks for the reason before a booking is cancelled. */
export function CancelDialog({
  booking,
  ...rest
}: Omit<CancelProps, "booking"> & { readonly booking: Booking | undefined }) {
  const t = useMessages(deskMessages);
  return (
    <Dialog title={t.cancelling.title} open={booking !== undefined} onClose={rest.onClose}>
      {booking !== undefined && <CancelForm booking={booking} {...rest} />}
    </Dialog>
  );
}

function CancelForm({ booking, onClose, onCancelled }: CancelProps) {
  const t = useMessages(deskMessages);
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const { run, busy, problem } = useCommand("cancelBooking");
  const [reason, setReason] = useState("");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const result = await run({ params: { tenant, bookingId: booking.id }, body: { reason } });
    if (!result.ok) return;
    onCancelled(result.value);
    onClose();
    await readAgain("listMemberBookings");
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <TextField
        label={t.cancelling.reason}
        hint={t.cancelling.reasonHint}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="danger" busy={busy}>
          {t.cancelling.submit}
        </Button>
        <Button look="outline" onClick={onClose}>
          {t.cancelling.keep}
        </Button>
      </div>
    </form>
  );
}
