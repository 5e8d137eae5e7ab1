import type { BookingPage } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { useCommand } from "../command.ts";
import { noteInKeptCall } from "../desk/log/kept-call.ts";
import { useMessages } from "../language.tsx";
import { bookingsMessages } from "../messages/bookings/index.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { isOvertaken } from "./is-overtaken.ts";
import { OvertakenNotice } from "./overtaken-notice.tsx";

type Close = (said: string | undefined) => Promise<void>;

/** Asks for a reason, then calls the booking off as the operator. */
export function CallOffDialog({ page, open, onClose }: { page: BookingPage; open: boolean; onClose: Close }) {
  const { callOff: t } = useMessages(bookingsMessages);
  return (
    <Dialog title={t.title} open={open} onClose={() => void onClose(undefined)}>
      {open && <Form page={page} onClose={onClose} />}
    </Dialog>
  );
}

function Form({ page, onClose }: { page: BookingPage; onClose: Close }) {
  const { callOff: t } = useMessages(bookingsMessages);
  const { tenant } = useTenancy();
  const [seen, setSeen] = useState(page);
  const [reason, setReason] = useState("");
  const [checked, setChecked] = useState(false);
  const readAgain = useReadAgain();
  const { run, busy, problem, forgetProblem } = useCommand("callOffBooking");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (busy || reason.trim() === "") return;
    const { id: bookingId } = seen.booking;
    const result = await run({
      params: { tenant, bookingId },
      body: { version: seen.version, reason: reason.trim() },
    });
    if (result.ok) {
      noteInKeptCall(tenant, { kind: "cancelled", bookingId });
      return onClose(t.done);
    }
    if (isOvertaken(result.error)) await readAgain("getBooking", "getBookingHistory");
  };
  if (page.version !== seen.version && !busy)
    return (
      <OvertakenNotice
        seen={seen}
        now={page}
        onLeave={() => void onClose(undefined)}
        onGoOn={
          page.booking.actions.includes("cancel")
            ? () => {
                forgetProblem();
                setSeen(page);
              }
            : undefined
        }
      />
    );
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <p className="text-lg">{t.lead}</p>
      {problem !== undefined && !isOvertaken(problem) && <ProblemNotice problem={problem} />}
      <TextField
        label={t.reason}
        maxLength={200}
        value={reason}
        error={checked && reason.trim() === "" ? t.missing : undefined}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="danger" busy={busy}>
          {busy ? t.submitting : t.submit}
        </Button>
        <Button look="outline" onClick={() => void onClose(undefined)}>
          {t.keep}
        </Button>
      </div>
    </form>
  );
}
