import type { Conflict } from "@noriai/api";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { conflictMessages } from "../messages/conflicts/index.ts";
import { useRead, useReadAgain } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { becauseWords, casesOf, clockWords, deedWords, riderWords } from "./conflict-words.ts";
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
        <Notice tone="warning" title={t.terminal.title(casesOf(open).length)}>
          <p>{t.terminal.asked}</p>
          <ul className="mt-2 flex flex-col gap-4">
            {casesOf(open).map((conflicts) => (
              <li key={conflicts[0]!.id}>
                <Case conflicts={conflicts} />
                <Withdraw conflicts={conflicts} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {decided.length > 0 && (
        <Notice tone="info" title={t.terminal.settledTitle}>
          <ul className="flex flex-col gap-4">
            {casesOf(decided).map((conflicts) => (
              <li key={conflicts[0]!.id}>
                <Case conflicts={conflicts} />
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

/** What was told of one ride; decided, with what came of it. */
function Case({ conflicts }: { conflicts: readonly Conflict[] }) {
  const t = useMessages(conflictMessages);
  const wording = { t, format: useFormat(), service: useTenancy().service };
  return (
    <>
      <p className="font-bold">{riderWords(conflicts[0]!, wording)}</p>
      <ul className="list-disc pl-6">
        {conflicts.map((conflict) => (
          <li key={conflict.id}>
            {deedWords(conflict, wording)} —{" "}
            {conflict.settled === null ? becauseWords(conflict, t) : t.settled[conflict.settled.settlement]}
            {clockWords(conflict, t) !== undefined && <p>{clockWords(conflict, t)}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is lost cannot be taken back: only the office can call it seen. */
function Withdraw({ conflicts }: { conflicts: readonly Conflict[] }) {
  const t = useMessages(conflictMessages);
  const wording = { t, format: useFormat(), service: useTenancy().service };
  const { tenant } = useTenancy();
  const { run, busy } = usePlainCommand("withdrawConflict");
  const readAgain = useReadAgain();
  if (conflicts[0]!.deed === null) return null;
  const withdraw = async () => {
    for (const { id } of conflicts) await run({ params: { tenant, conflictId: id } });
    await readAgain("listMyConflicts");
  };
  return (
    <Button
      look="outline"
      className="mt-1"
      aria-label={`${riderWords(conflicts[0]!, wording)} ${t.terminal.withdraw}`}
      busy={busy}
      onClick={() => void withdraw()}
    >
      {t.terminal.withdraw}
    </Button>
  );
}
