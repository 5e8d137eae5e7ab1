import type { Body, Conflict } from "@noriai/api";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { conflictMessages } from "../messages/conflicts/index.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/** What somebody is about to say of a conflict. */
export interface Settling {
  readonly conflict: Conflict;
  readonly settlement: Body<"settleConflict">["settlement"];
  /** Whose ride it is, in words. */
  readonly who: string;
}

/** Asks once more, because it is for good. */
export function SettleDialog({ settling, onClose }: { settling: Settling | undefined; onClose: () => void }) {
  const t = useMessages(conflictMessages);
  const { tenant } = useTenancy();
  const { run, busy, problem, forgetProblem } = usePlainCommand("settleConflict");
  const readAgain = useReadAgain();
  const isTaken = settling?.settlement === "taken";
  const takeLead = settling?.conflict.rider === null ? t.takeStepLead : t.takeLead;
  const close = () => {
    forgetProblem();
    onClose();
  };
  const settle = async () => {
    if (settling === undefined) return;
    const { conflict, settlement } = settling;
    const settled = await run({ params: { tenant, conflictId: conflict.id }, body: { settlement } });
    await readAgain("listConflicts", "getBoard");
    if (settled.ok) close();
  };
  return (
    <Dialog title={isTaken ? t.takeTitle : t.standTitle} open={settling !== undefined} onClose={close}>
      <p className="text-lg font-bold">{settling?.who}</p>
      <p className="mt-2 text-lg">{isTaken ? takeLead : t.standLead}</p>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <div className="mt-6 flex flex-wrap gap-3">
        <Button busy={busy} onClick={() => void settle()}>
          {isTaken ? t.takeNow : t.standNow}
        </Button>
        <Button look="outline" onClick={close}>
          {t.back}
        </Button>
      </div>
    </Dialog>
  );
}
