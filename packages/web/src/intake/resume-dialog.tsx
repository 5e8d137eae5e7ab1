import type { IntakeStop } from "@noriai/api";
import { useCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { intakeMessages } from "../messages/intake/index.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/** Asks once more, then takes bookings again. */
export function ResumeDialog({ stop, onClose }: { stop: IntakeStop | undefined; onClose: () => void }) {
  const t = useMessages(intakeMessages);
  const { tenant } = useTenancy();
  const { run, busy, problem, forgetProblem } = useCommand("resumeIntake");
  const readAgain = useReadAgain();
  const close = () => {
    forgetProblem();
    onClose();
  };
  const resume = async () => {
    if (stop === undefined) return;
    const resumed = await run({ params: { tenant, intakeStopId: stop.id } });
    if (!resumed.ok) return;
    await readAgain("listIntakeStops", "getIntake");
    onClose();
  };
  return (
    <Dialog title={t.resumeTitle} open={stop !== undefined} onClose={close}>
      <p className="text-lg">{t.resumeLead}</p>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <div className="mt-6 flex flex-wrap gap-3">
        <Button busy={busy} onClick={() => void resume()}>
          {t.resumeNow}
        </Button>
        <Button look="outline" onClick={close}>
          {t.close}
        </Button>
      </div>
    </Dialog>
  );
}
