import type { CallOutcome, CallRecord } from "@noriai/api";
import type { ReactNode } from "react";
import { useNow } from "../../clock.tsx";
import { usePlainCommand } from "../../command.ts";
import { epochMs } from "../../format.ts";
import { useMessages } from "../../language.tsx";
import { callMessages } from "../../messages/calls/index.ts";
import { useReadAgain } from "../../read.ts";
import { useFormat, useTenancy } from "../../shell/session.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { clockText, RINGS_SECONDS } from "./call-times.ts";
import { OUTCOMES } from "./deeds.ts";

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
  const { log: t } = useMessages(callMessages);
  const format = useFormat();
  const now = useNow();
  const { beganAt, takenAt, endedAt, memberName, onBehalf, takenBy } = call;
  const from = epochMs(takenAt ?? beganAt) / 1000;
  return (
    <tr>
      <Cell>{format.time(beganAt)}</Cell>
      <Cell>
        {takenAt === null ? "" : clockText((endedAt === null ? now : epochMs(endedAt) / 1000) - from)}
      </Cell>
      <Cell>{`${memberName ?? t.nobody}${onBehalf ? t.onBehalf : ""}`}</Cell>
      <Cell>
        {takenAt === null ? now - from >= RINGS_SECONDS ? t.missed : t.open : <Outcome call={call} />}
      </Cell>
      <Cell>{takenBy ?? ""}</Cell>
    </tr>
  );
}

const Cell = ({ children }: { children: ReactNode }) => (
  <td className="border-b border-line py-1 pr-3">{children}</td>
);

/** What came of the call, and the way to correct it; one that was left open ends with its outcome. */
function Outcome({ call: { id, beganAt, outcome } }: { call: CallRecord }) {
  const { log: t, outcomes } = useMessages(callMessages);
  const { tenant } = useTenancy();
  const format = useFormat();
  const readAgain = useReadAgain();
  const { run, busy } = usePlainCommand("correctCall");
  const correct = async (chosen: CallOutcome) => {
    await run({ params: { tenant, callId: id }, body: { outcome: chosen } });
    await readAgain("listCalls");
  };
  return (
    <select
      aria-label={t.outcomeOf(format.time(beganAt))}
      value={outcome ?? ""}
      disabled={busy}
      onChange={(event) => void correct(event.target.value as CallOutcome)}
      className="min-h-11 rounded-8 border border-edge bg-white px-2 text-solid-gray-900"
    >
      {outcome === null && <option value="">{t.open}</option>}
      {OUTCOMES.map((one) => (
        <option key={one} value={one}>
          {outcomes[one]}
        </option>
      ))}
    </select>
  );
}
