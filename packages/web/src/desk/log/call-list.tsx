import type { CallRecord } from "@noriai/api";
import { useNow } from "../../clock.tsx";
import { epochMs } from "../../format.ts";
import { useMessages } from "../../language.tsx";
import { callMessages } from "../../messages/calls/index.ts";
import { useFormat } from "../../shell/session.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { clockText, RINGS_SECONDS } from "./call-times.ts";

/** Today's calls, the last one first. */
export function CallList({
  calls,
  open,
  onClose,
}: {
  calls: readonly CallRecord[];
  open: boolean;
  onClose: () => void;
}) {
  const { log: t } = useMessages(callMessages);
  return (
    <Dialog title={t.title} open={open} onClose={onClose}>
      {calls.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <table className="w-full text-left tabular-nums">
          <thead>
            <tr>
              {[t.began, t.length, t.who, t.outcome, t.by].map((head) => (
                <th key={head} scope="col" className="border-b border-line py-1 pr-3">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {calls.toReversed().map((call) => (
              <Row key={call.id} call={call} />
            ))}
          </tbody>
        </table>
      )}
      <Button look="outline" size="medium" className="mt-4" onClick={onClose}>
        {t.close}
      </Button>
    </Dialog>
  );
}

function Row({ call }: { call: CallRecord }) {
  const { log: t, outcomes } = useMessages(callMessages);
  const format = useFormat();
  const now = useNow();
  const { beganAt, takenAt, endedAt, outcome, memberName, onBehalf, takenBy } = call;
  const from = epochMs(takenAt ?? beganAt) / 1000;
  const isMissed = takenAt === null && now - from >= RINGS_SECONDS;
  const state = outcome === null ? (isMissed ? t.missed : t.open) : outcomes[outcome];
  return (
    <tr>
      {[
        format.time(beganAt),
        takenAt === null ? "" : clockText((endedAt === null ? now : epochMs(endedAt) / 1000) - from),
        `${memberName ?? t.nobody}${onBehalf ? t.onBehalf : ""}`,
        state,
        takenBy ?? "",
      ].map((cell, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells stay in their column
        <td key={k} className="border-b border-line py-1 pr-3">
          {cell}
        </td>
      ))}
    </tr>
  );
}
