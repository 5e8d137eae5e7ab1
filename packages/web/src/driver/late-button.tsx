import { useState } from "react";
import { useMessages } from "../language.tsx";
import { driverMessages } from "../messages/driver/index.ts";
import { Dialog } from "../ui/dialog.tsx";
import { BigButton } from "./big-button.tsx";
import { BigChoice } from "./big-choice.tsx";
import { DELAY_CAUSES, type DelayCause, type RecordedEvent } from "./recorded-event.ts";

const MINUTES = [5, 10, 15, 20, 30, 45, 60, 0] as const;

/** 遅れます: how many minutes from now until the vehicle can go on, and why. 仕様書 5-(5)-② */
export function LateButton({ record }: { record: (event: RecordedEvent) => void }) {
  const t = useMessages(driverMessages);
  const [open, setOpen] = useState(false);
  const [minutes, setMinutes] = useState<number>(10);
  const [cause, setCause] = useState<DelayCause>("traffic");
  return (
    <>
      <BigButton look="outline" onPress={() => setOpen(true)}>
        {t.late}
      </BigButton>
      <Dialog title={t.late} open={open} onClose={() => setOpen(false)}>
        <div className="flex flex-col gap-5">
          <BigChoice
            title={t.lateTitle}
            options={MINUTES.map((value) => ({
              value,
              label: value === 0 ? t.lateNone : t.lateMinutes(value),
            }))}
            value={minutes}
            onChange={setMinutes}
          />
          <BigChoice
            title={t.lateCause}
            options={DELAY_CAUSES.map((value) => ({ value, label: t.causes[value] }))}
            value={cause}
            onChange={setCause}
          />
          <div className="press-row flex flex-wrap gap-3">
            <BigButton
              onPress={() => {
                record({ kind: "delayed", by: minutes * 60, cause });
                setOpen(false);
              }}
            >
              {t.sendLate}
            </BigButton>
            <BigButton look="outline" onPress={() => setOpen(false)}>
              {t.cancel}
            </BigButton>
          </div>
        </div>
      </Dialog>
    </>
  );
}
