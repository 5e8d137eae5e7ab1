import type { Device } from "@noriai/api";
import { useState } from "react";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { crewMessages } from "../messages/crew/index.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { CodeDialog } from "./code-dialog.tsx";

/** What may be done to a terminal in its present state. */
export function DeviceActions({ device, onEdit }: { device: Device; onEdit: () => void }) {
  const t = useMessages(crewMessages).device;
  const { label, lockedAt, returnedOn, sessions } = device;
  const [asking, ask] = useState<"code" | "sign-out" | "lock">();
  const close = () => ask(undefined);
  const isHere = returnedOn === undefined;
  const isOpen = isHere && lockedAt === null;
  return (
    <div className="mt-4 flex flex-wrap gap-3">
      <Button size="small" look="outline" aria-label={t.editFor(label)} onClick={onEdit}>
        {t.edit}
      </Button>
      {isOpen && (
        <Button size="small" look="outline" aria-label={t.codeFor(label)} onClick={() => ask("code")}>
          {t.code}
        </Button>
      )}
      {isOpen && sessions > 0 && (
        <Button size="small" look="danger" aria-label={t.signOutFor(label)} onClick={() => ask("sign-out")}>
          {t.signOut}
        </Button>
      )}
      {isOpen && (
        <Button size="small" look="danger" aria-label={t.lockFor(label)} onClick={() => ask("lock")}>
          {t.lock}
        </Button>
      )}
      {isHere && lockedAt !== null && <Unlock device={device} />}
      <CodeDialog device={asking === "code" ? device : undefined} onClose={close} />
      <Ending
        device={device}
        lock={asking === "lock"}
        open={asking === "sign-out" || asking === "lock"}
        onClose={close}
      />
    </div>
  );
}

function Unlock({ device }: { device: Device }) {
  const t = useMessages(crewMessages).device;
  const { tenant } = useTenancy();
  const { run, busy, problem } = usePlainCommand("unlockDevice");
  const readAgain = useReadAgain();
  const unlock = async () => {
    const { ok } = await run({ params: { tenant, deviceId: device.id } });
    if (ok) await readAgain("listDevices");
  };
  return (
    <>
      <Button
        size="small"
        look="outline"
        busy={busy}
        aria-label={t.unlockFor(device.label)}
        onClick={() => void unlock()}
      >
        {t.unlock}
      </Button>
      {problem !== undefined && <ProblemNotice problem={problem} />}
    </>
  );
}

/** Signing out and locking say first what they do. */
function Ending({
  device,
  lock,
  open,
  onClose,
}: {
  device: Device;
  lock: boolean;
  open: boolean;
  onClose: () => void;
}) {
  const t = useMessages(crewMessages).device;
  const { tenant } = useTenancy();
  const { run, busy, problem } = usePlainCommand("signOutDevice");
  const readAgain = useReadAgain();
  const end = async () => {
    const { ok } = await run({ params: { tenant, deviceId: device.id }, body: { lock } });
    if (!ok) return;
    await readAgain("listDevices");
    onClose();
  };
  return (
    <Dialog title={(lock ? t.lockTitle : t.signOutTitle)(device.label)} open={open} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p className="text-lg">{lock ? t.lockLead : t.signOutLead}</p>
        {problem !== undefined && <ProblemNotice problem={problem} />}
        <div className="flex flex-wrap gap-3">
          <Button look="danger" busy={busy} onClick={() => void end()}>
            {lock ? t.lock : t.signOut}
          </Button>
          <Button look="outline" onClick={onClose}>
            {t.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
