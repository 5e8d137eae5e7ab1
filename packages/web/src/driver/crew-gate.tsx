import type { ReactNode } from "react";
import { useMessages } from "../language.tsx";
import { terminalMessages } from "../messages/terminal/index.ts";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { useToday } from "../today.ts";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { DriveFrame } from "./drive-frame.tsx";
import { EndOfDuty } from "./end-of-duty.tsx";
import { OwnRollCall } from "./own-roll-call.tsx";
import type { Shift } from "./shift.ts";

/**
 * Stands before the driver's tasks: at a terminal of the register none is shown before the roll call (点呼) where the
 * service asks for it. Beneath the tasks stands the way to end the work. Who drives without a terminal, as in the demo,
 * is only reminded. What cannot be read because there is no signal keeps nobody from the tasks; what the
 * device has kept of another day says nothing of this one.
 */
export function CrewGate({ children }: { children: ReactNode }) {
  return (
    <DriveFrame>
      <Let>{children}</Let>
    </DriveFrame>
  );
}

function Let({ children }: { children: ReactNode }) {
  const t = useMessages(terminalMessages);
  const { tenant } = useTenancy();
  const { data, error } = useRead("getMyShift", { params: { tenant } }, { refetchInterval: 30_000 });
  const today = useToday();
  const shift = (data?.serviceDate === today && data.shift) || undefined;
  if (data === undefined && error === null)
    return (
      <>
        <h1 className="sr-only">{t.title}</h1>
        <Loading />
      </>
    );
  if (data === undefined || shift === undefined) return children;
  const { before, isRequired, instructions } = shift.rollCall;
  if (data.isAtTerminal && shift.vehicleId === null)
    return (
      <div className="flex flex-col gap-6 text-xl">
        <PageTitle title={t.title} />
        <Notice tone="warning" title={t.notAssigned} />
      </div>
    );
  const isKeptBack = data.isAtTerminal && isRequired && before.kind !== "done";
  if (isKeptBack || before.kind === "must-not-drive") return <Closed shift={shift} />;
  return (
    <>
      {instructions !== "" && (
        <div className="mb-4">
          <Notice title={t.rollCall.instructions(instructions)} quiet />
        </div>
      )}
      {children}
      {shift.vehicleId !== null && <EndOfDuty shift={shift} />}
    </>
  );
}

function Closed({ shift }: { shift: Shift }) {
  const t = useMessages(terminalMessages).rollCall;
  const { before, maySelfReport } = shift.rollCall;
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6 text-xl">
      <PageTitle title={t.title} />
      {before.kind === "must-not-drive" ? (
        <Notice tone="error" title={t.mustNotDrive}>
          {before.because !== null && <p>{t.because[before.because]}</p>}
        </Notice>
      ) : (
        <>
          <p>{t.lead}</p>
          {maySelfReport ? <OwnRollCall moment="before" /> : <Notice title={t.waiting} />}
        </>
      )}
    </div>
  );
}
