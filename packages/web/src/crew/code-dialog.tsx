import type { Device } from "@noriai/api";
import { useEffect, useState } from "react";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { crewMessages } from "../messages/crew/index.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Loading } from "../ui/loading.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { QrCode } from "../ui/qr-code.tsx";

/** The one-time code by which a tablet becomes the terminal: as digits, and as an address to be read by a camera. */
export function CodeDialog({ device, onClose }: { device: Device | undefined; onClose: () => void }) {
  const t = useMessages(crewMessages).device;
  return (
    <Dialog title={t.codeTitle(device?.label ?? "")} open={device !== undefined} onClose={onClose}>
      {device !== undefined && <Code device={device} onClose={onClose} />}
    </Dialog>
  );
}

function Code({ device: { id }, onClose }: { device: Device; onClose: () => void }) {
  const t = useMessages(crewMessages).device;
  const { tenant } = useTenancy();
  const [code, setCode] = useState<string>();
  const { run, problem } = usePlainCommand("issueDeviceCode");
  useEffect(() => {
    void run({ params: { tenant, deviceId: id } }).then((issued) => issued.ok && setCode(issued.value.code));
  }, [run, tenant, id]);
  const page = `${location.origin}/t/${tenant}/terminal`;
  return (
    <div className="flex flex-col gap-4">
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {code === undefined ? (
        problem === undefined && <Loading />
      ) : (
        <>
          <p className="text-lg">{t.codeLead}</p>
          <p className="text-lg font-bold break-all">{page}</p>
          <p className="text-center text-5xl font-bold tracking-wider tabular-nums">
            {code.slice(0, 4)} {code.slice(4)}
          </p>
          {/* Behind the # it is not sent to any server and stands in no log. */}
          <QrCode text={`${page}#${code}`} label={t.codeQr} />
          <p>{t.codeUntil}</p>
        </>
      )}
      <Button look="outline" onClick={onClose}>
        {t.close}
      </Button>
    </div>
  );
}
