import type { Driver } from "@noriai/api";
import { useState } from "react";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { crewMessages } from "../messages/crew/index.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/** A new PIN, shown once. */
export function PinDialog({ driver, onClose }: { driver: Driver | undefined; onClose: () => void }) {
  const t = useMessages(crewMessages).driver;
  return (
    <Dialog title={t.pinTitle(driver?.name ?? "")} open={driver !== undefined} onClose={onClose}>
      {driver !== undefined && <Issue driver={driver} onClose={onClose} />}
    </Dialog>
  );
}

function Issue({ driver, onClose }: { driver: Driver; onClose: () => void }) {
  const t = useMessages(crewMessages).driver;
  const { tenant } = useTenancy();
  const [pin, setPin] = useState<string>();
  const { run, busy, problem } = usePlainCommand("issuePin");
  const readAgain = useReadAgain();
  const issue = async () => {
    const issued = await run({ params: { tenant, driverId: driver.id } });
    if (!issued.ok) return;
    setPin(issued.value.pin);
    await readAgain("listDrivers");
  };
  return (
    <div className="flex flex-col gap-4">
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <div aria-live="assertive">
        {pin === undefined ? (
          <p className="text-lg">{t.pinAsk}</p>
        ) : (
          <>
            <p className="text-center text-6xl font-bold tracking-widest tabular-nums">{pin}</p>
            <p className="mt-3 text-lg">{t.pinIs}</p>
          </>
        )}
      </div>
      <div className="flex flex-wrap gap-3">
        {pin === undefined && (
          <Button busy={busy} onClick={() => void issue()}>
            {t.pinNow}
          </Button>
        )}
        <Button look="outline" onClick={onClose}>
          {t.close}
        </Button>
      </div>
    </div>
  );
}
