import type { Conflict } from "@noriai/api";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { conflictMessages } from "../messages/conflicts/index.ts";
import { useRead, useReadAgain } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { becauseWords, clockWords, deedWords, riderWords } from "./conflict-words.ts";
import { useReadConflicts } from "./use-read-conflicts.ts";

const REFRESH_MS = 60_000;

/** On the terminal: what the driver recorded and the record contradicts, until the office has decided and the driver knows. */
export function OwnConflicts() {
  const t = useMessages(conflictMessages);
  const { tenant } = useTenancy();
  const { data } = useRead("listMyConflicts", { params: { tenant } }, { refetchInterval: REFRESH_MS });
  const { isRead, read } = useReadConflicts(tenant);
  const conflicts = data?.conflicts ?? [];
  const open = conflicts.filter(({ settled }) => settled === null);
  const decided = conflicts.filter(
    ({ id, settled }) => settled !== null && settled.settlement !== "withdrawn" && !isRead(id),
  );
  return (
    <div className="flex flex-col gap-3 not-empty:mb-4">
      {open.length > 0 && (
        <Notice tone="warning" title={t.terminal.title(open.length)}>
          <p>{t.terminal.asked}</p>
          <ul className="mt-2 flex flex-col gap-3">
            {open.map((conflict) => (
              <li key={conflict.id}>
                <Line conflict={conflict} />
                {conflict.deed !== null && <Withdraw conflict={conflict} />}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {decided.length > 0 && (
        <Notice tone="info" title={t.terminal.settledTitle}>
          <ul className="list-disc pl-6">
            {decided.map((conflict) => (
              <li key={conflict.id}>
                <Line conflict={conflict} />
                <b>{t.settled[conflict.settled!.settlement]}</b>
              </li>
            ))}
          </ul>
          <Button className="mt-2" onClick={() => read(decided.map(({ id }) => id))}>
            {t.terminal.read}
          </Button>
        </Notice>
      )}
    </div>
  );
}

function Line({ conflict }: { conflict: Conflict }) {
  const t = useMessages(conflictMessages);
  const wording = { t, format: useFormat(), service: useTenancy().service };
  const clock = clockWords(conflict, t);
  return (
    <>
      <p className="font-bold">
        {conflict.rider !== null && `${riderWords(conflict, wording)} `}
        {deedWords(conflict, wording)}
      </p>
      <p>{becauseWords(conflict, t)}</p>
      {clock !== undefined && <p>{clock}</p>}
    </>
  );
}

function Withdraw({ conflict }: { conflict: Conflict }) {
  const t = useMessages(conflictMessages);
  const { tenant } = useTenancy();
  const { run, busy } = usePlainCommand("withdrawConflict");
  const readAgain = useReadAgain();
  const withdraw = async () => {
    await run({ params: { tenant, conflictId: conflict.id } });
    await readAgain("listMyConflicts");
  };
  return (
    <Button look="outline" className="mt-1" busy={busy} onClick={() => void withdraw()}>
      {t.terminal.withdraw}
    </Button>
  );
}
