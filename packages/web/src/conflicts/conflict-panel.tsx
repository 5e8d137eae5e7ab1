import type { Conflict } from "@noriai/api";
import { useState } from "react";
import { useMayDispatch } from "../board/hand/use-may-dispatch.ts";
import { useMessages } from "../language.tsx";
import { conflictMessages } from "../messages/conflicts/index.ts";
import { useRead } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import {
  becauseWords,
  type ConflictWording,
  casesOf,
  clockWords,
  deedWords,
  riderWords,
} from "./conflict-words.ts";
import { SettleDialog, type Settling } from "./settle-dialog.tsx";

const REFRESH_MS = 30_000;

/**
 * What terminals told and the record contradicts (記録の食い違い): each ride until somebody has said what happened. Nothing
 * while there is none. 仕様書 3-(2)-③
 */
export function ConflictPanel() {
  const { tenant } = useTenancy();
  const maySettle = useMayDispatch();
  const { data } = useRead(
    "listConflicts",
    { params: { tenant }, query: {} },
    { enabled: maySettle, refetchInterval: REFRESH_MS },
  );
  const [settling, settle] = useState<Settling>();
  const conflicts = data?.conflicts ?? [];
  if (conflicts.length === 0) return null;
  const open = casesOf(conflicts.filter(({ settled }) => settled === null));
  const past = conflicts.filter(({ settled }) => settled !== null);
  return (
    <div className="mb-6 flex flex-col gap-3">
      {open.length > 0 && <OpenCases cases={open} onSettle={settle} />}
      {past.length > 0 && <Past conflicts={past} />}
      <SettleDialog settling={settling} onClose={() => settle(undefined)} />
    </div>
  );
}

function useWording(): ConflictWording {
  const t = useMessages(conflictMessages);
  return { t, format: useFormat(), service: useTenancy().service };
}

function OpenCases({
  cases,
  onSettle,
}: {
  cases: readonly (readonly Conflict[])[];
  onSettle: (settling: Settling) => void;
}) {
  const { t } = useWording();
  return (
    <section aria-label={t.title}>
      <Notice tone="error" title={t.count(cases.length)}>
        <p>{t.hint}</p>
        <ul className="mt-3 flex flex-col gap-4">
          {cases.map((conflicts) => (
            <li key={conflicts[0]!.id} className="border-t border-line pt-3">
              <Case conflicts={conflicts} onSettle={onSettle} />
            </li>
          ))}
        </ul>
      </Notice>
    </section>
  );
}

function Case({
  conflicts,
  onSettle,
}: {
  conflicts: readonly Conflict[];
  onSettle: (settling: Settling) => void;
}) {
  const wording = useWording();
  const { t } = wording;
  const first = conflicts[0]!;
  const who = riderWords(first, wording);
  const isTakeable = conflicts.some((conflict) => conflict.isTakeable);
  const press = (settlement: Settling["settlement"]) => () => onSettle({ conflict: first, settlement, who });
  return (
    <>
      <h2 className="text-lg font-bold">{who}</h2>
      <Lines conflicts={conflicts} />
      {!isTakeable && first.deed !== null && <p className="mt-1">{t.cannotTake}</p>}
      <div className="mt-2 flex flex-wrap gap-3">
        {isTakeable && (
          <Button size="medium" aria-label={`${who} ${t.take}`} onClick={press("taken")}>
            {t.take}
          </Button>
        )}
        <Button size="medium" look="outline" aria-label={`${who} ${t.stand}`} onClick={press("stands")}>
          {t.stand}
        </Button>
      </div>
    </>
  );
}

function Lines({ conflicts }: { conflicts: readonly Conflict[] }) {
  const wording = useWording();
  const { t } = wording;
  return (
    <ul className="list-disc pl-6">
      {conflicts.map((conflict) => (
        <li key={conflict.id}>
          {deedWords(conflict, wording)} — {becauseWords(conflict, t)}
          {clockWords(conflict, t) !== undefined && <p>{clockWords(conflict, t)}</p>}
        </li>
      ))}
    </ul>
  );
}

function Past({ conflicts }: { conflicts: readonly Conflict[] }) {
  const wording = useWording();
  const { t, format } = wording;
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2">
        {t.title}：{t.past}
      </summary>
      <ul className="list-disc pl-6">
        {conflicts.map((conflict) => {
          const { settlement, at, by } = conflict.settled!;
          return (
            <li key={conflict.id}>
              {riderWords(conflict, wording)} {deedWords(conflict, wording)} —{" "}
              {t.settledBy(t.settled[settlement], format.time(at), by ?? t.system)}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
