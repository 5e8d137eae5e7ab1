import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useMessages } from "../language.tsx";
import { driveScreenMessages } from "../messages/drive-screen/index.ts";
import { terminalMessages } from "../messages/terminal/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Notice } from "../ui/notice.tsx";
import { BigButton } from "./big-button.tsx";
import { EndForm } from "./end-form.tsx";
import { OwnRollCall } from "./own-roll-call.tsx";
import type { Shift } from "./shift.ts";

/** The end of the day's work (業務終了): till, distance, remarks, then the roll call after it. */
export function EndOfDuty({ shift }: { shift: Shift }) {
  const t = useMessages(terminalMessages).end;
  const { record } = useMessages(driveScreenMessages);
  const { tenant } = useTenancy();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { closing, rollCall } = shift;
  return (
    <section aria-label={t.title} className="mt-8 flex flex-col gap-4 border-t-2 border-line pt-6 text-xl">
      {rollCall.isRequired && rollCall.before.kind === "missing" && <BeforeRollCall shift={shift} />}
      {closing !== null && (
        <Notice tone="success" title={t.done}>
          <p>{t.doneAt(format.time(closing.endedAt))}</p>
        </Notice>
      )}
      {closing !== null && <AfterRollCall shift={shift} />}
      <div className="flex max-w-md">
        <BigButton look="outline" onPress={() => setOpen(true)}>
          {closing === null ? t.open : t.again}
        </BigButton>
      </div>
      <Link
        to="/t/$tenant/drive/record"
        params={{ tenant }}
        className="press inline-flex min-h-14 items-center self-start text-key-900 underline"
      >
        {record.open}
      </Link>
      <Dialog title={t.title} open={open} onClose={() => setOpen(false)}>
        <EndForm shift={shift} onClose={() => setOpen(false)} />
      </Dialog>
    </section>
  );
}

/** Only without a terminal of the register one can be here before the roll call. */
function BeforeRollCall({ shift: { rollCall } }: { shift: Shift }) {
  const t = useMessages(terminalMessages).rollCall;
  return (
    <>
      <h2 className="text-2xl font-bold">{t.title}</h2>
      <Notice tone="warning" title={t.open} quiet>
        <p>{rollCall.maySelfReport ? t.openHint : t.waiting}</p>
      </Notice>
      {rollCall.maySelfReport && <OwnRollCall moment="before" />}
    </>
  );
}

function AfterRollCall({ shift: { rollCall } }: { shift: Shift }) {
  const t = useMessages(terminalMessages).end;
  if (rollCall.after.kind === "done") return <p>{t.afterDone}</p>;
  return (
    <>
      <h2 className="text-2xl font-bold">{t.after}</h2>
      {rollCall.maySelfReport ? <OwnRollCall moment="after" /> : <p>{t.afterWaiting}</p>}
    </>
  );
}
