import type { DelayList as List } from "@noriai/api";
import { useEffect, useRef } from "react";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { delayMessages } from "../messages/delay/index.ts";
import { useRead, useReadAgain } from "../read.ts";
import { useSession, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { DelayEntryCard, MadeCalls } from "./delay-entry-card.tsx";

/** Whom the desk has to call because a vehicle is late or does not come (遅延連絡); nothing at all while there is nobody. 仕様書 5-(5)-② */
export function DelayList({ startsOpen = false }: { startsOpen?: boolean }) {
  const isDesk = useSession().role === "call_operator";
  const { tenant } = useTenancy();
  // Lateness also comes by time alone, without anything having happened.
  const { data } = useRead(
    "getDelayList",
    { params: { tenant } },
    { enabled: isDesk, refetchInterval: 20_000 },
  );
  if (!isDesk || data === undefined) return null;
  const { calls, texts, workedOff } = data;
  if (calls.length + texts.length + workedOff.length === 0) return null;
  return <Frame list={data} startsOpen={startsOpen} />;
}

function Frame({ list, startsOpen }: { list: List; startsOpen: boolean }) {
  const t = useMessages(delayMessages);
  const { calls, texts, workedOff, aboard } = list;
  const readAgain = useReadAgain();
  const frame = useRef<HTMLDetailsElement>(null);
  const working = useRef(false);
  const recorded = async () => {
    working.current = true;
    await readAgain("getDelayList");
  };
  // Whoever works by keyboard goes on with the next rider when one has left the list, not at the top of the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever the list has changed
  useEffect(() => {
    if (!working.current || document.activeElement !== document.body) return;
    const next = frame.current?.querySelector<HTMLElement>("summary ~ * button");
    next?.focus();
  }, [list]);
  const open = calls.length + texts.length;
  return (
    <details
      ref={frame}
      open={startsOpen}
      className={`mb-6 rounded-12 border-2 bg-white ${open > 0 ? "border-error-1" : "border-line"}`}
    >
      <summary className="min-h-14 cursor-pointer px-5 py-3 text-xl font-bold">
        <h2 className="inline">{t.title}</h2>{" "}
        <span role="status" className={open > 0 ? "text-red-1000" : "text-quiet"}>
          {open > 0 ? t.summary(calls.length, texts.length) : t.none}
        </span>
      </summary>
      <div className="flex flex-col gap-4 px-5 pb-5">
        <ol className="flex flex-col gap-4">
          {calls.map((entry) => (
            <DelayEntryCard key={entry.bookingId} entry={entry} means="phone" onRecorded={recorded} />
          ))}
        </ol>
        {texts.length > 0 && (
          <>
            <h3 className="text-lg font-bold">{t.texts}</h3>
            <ol className="flex flex-col gap-4">
              {texts.map((entry) => (
                <DelayEntryCard key={entry.bookingId} entry={entry} means="text" onRecorded={recorded} />
              ))}
            </ol>
          </>
        )}
        {aboard > 0 && <p>{t.aboard(aboard)}</p>}
        <WorkedOff riders={workedOff} />
        <CloseButton open={open} onClosed={() => void readAgain("getDelayList")} />
      </div>
    </details>
  );
}

function WorkedOff({ riders }: { riders: List["workedOff"] }) {
  const t = useMessages(delayMessages);
  if (riders.length === 0) return null;
  return (
    <section>
      <h3 className="text-lg font-bold">{t.workedOff(riders.length)}</h3>
      <ul>
        {riders.map(({ bookingId, calledName, boardingCode, calls }) => (
          <li key={bookingId} className="border-b border-line py-1 last:border-b-0">
            <span className="font-bold">{calledName}</span> <span>{t.code(boardingCode)}</span>
            <MadeCalls calls={calls} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function CloseButton({ open, onClosed }: { open: number; onClosed: () => void }) {
  const t = useMessages(delayMessages);
  const { tenant } = useTenancy();
  const { run, busy, problem } = usePlainCommand("closeDelayList");
  return (
    <div>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <Button
        look="outline"
        busy={busy}
        disabledBecause={open > 0 ? t.stillOpen(open) : undefined}
        onClick={() => void run({ params: { tenant } }).then(({ ok }) => ok && onClosed())}
      >
        {t.close}
      </Button>
    </div>
  );
}
