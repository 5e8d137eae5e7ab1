import type { Booking } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { isOvertaken } from "../bookings/is-overtaken.ts";
import { OvertakenNotice } from "../bookings/overtaken-notice.tsx";
import { useCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { deskMessages } from "../messages/desk/index.ts";
import { useRead, useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { Loading } from "../ui/loading.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

interface CancelProps {
  /** As it stood when the caller asked for it; what has changed since is shown before anything is done. */
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
  const { run, busy, problem, forgetProblem } = useCommand("cancelBooking");
  const [seen, setSeen] = useState(booking);
  const [reason, setReason] = useState("");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const { version } = seen;
    const body = { reason, ...(version !== undefined && { version }) };
    const result = await run({ params: { tenant, bookingId: seen.id }, body });
    if (result.ok) {
      onCancelled(result.value);
      onClose();
    }
    await readAgain("listMemberBookings", "getBooking");
  };
  if (problem !== undefined && isOvertaken(problem))
    return (
      <Overtaken
        seen={seen}
        onLeave={onClose}
        onGoOn={(now) => {
          forgetProblem();
          setSeen(now);
        }}
      />
    );
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

/** What somebody else has made of it, to be told to the caller before it is cancelled all the same. */
function Overtaken({
  seen,
  onLeave,
  onGoOn,
}: {
  seen: Booking;
  onLeave: () => void;
  onGoOn: (now: Booking) => void;
}) {
  const { tenant } = useTenancy();
  const { data } = useRead("getBooking", { params: { tenant, bookingId: seen.id } });
  if (data === undefined || data.version === seen.version) return <Loading />;
  const now = { ...data.booking, version: data.version };
  const mayCancel = now.actions.includes("cancel");
  return (
    <OvertakenNotice
      seen={{ booking: seen }}
      now={data}
      onLeave={onLeave}
      onGoOn={mayCancel ? () => onGoOn(now) : undefined}
    />
  );
}
