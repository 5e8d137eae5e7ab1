import type { Body } from "@noriai/api";
import { useCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { delayMessages } from "../messages/delay/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { type DelayEntry, delayWords, minutesLate, wayOf } from "./delay-words.ts";

type Means = "phone" | "text";
type Outcome = Body<"recordDelayCall">["outcome"];

/** One rider to be told: number, what to say, and what came of it. */
export function DelayEntryCard({
  entry,
  means,
  onRecorded,
}: {
  entry: DelayEntry;
  means: Means;
  onRecorded: () => Promise<void>;
}) {
  const t = useMessages(delayMessages);
  const wasTold = entry.kind === "late" && entry.calls.some(({ told }) => told !== null);
  return (
    <li className="rounded-8 border border-line p-4">
      <EntryHead entry={entry} />
      {wasTold && <p className="mt-1 font-bold text-red-1000">{t.again}</p>}
      <Words entry={entry} means={means} />
      <MadeCalls calls={entry.calls} />
      <Outcomes entry={entry} means={means} onRecorded={onRecorded} />
    </li>
  );
}

function EntryHead({ entry }: { entry: DelayEntry }) {
  const t = useMessages(delayMessages);
  const format = useFormat();
  const { service } = useTenancy();
  const { from, to } = wayOf(entry, service);
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <span className="text-lg font-bold tabular-nums">{t.deadline(format.time(entry.deadline))}</span>
      {entry.kind === "late" ? (
        <Badge tone="error">{t.late(minutesLate(entry))}</Badge>
      ) : (
        <Badge tone={entry.kind === "stranded" ? "error" : "success"}>{t.badges[entry.kind]}</Badge>
      )}
      <span className="text-2xl font-bold">{entry.calledName}</span>
      <a
        href={`tel:${entry.phone.replace(/[^\d+]/g, "")}`}
        aria-label={`${t.phone} ${entry.phone}`}
        className="text-2xl font-bold tabular-nums text-key-900 underline"
      >
        {entry.phone}
      </a>
      <span>{t.ride(from, to)}</span>
      <span>{t.code(entry.boardingCode)}</span>
      {"vehicleId" in entry && (
        <span>{service.vehicles.find(({ id }) => id === entry.vehicleId)?.name ?? entry.vehicleId}</span>
      )}
    </div>
  );
}

function Words({ entry, means }: { entry: DelayEntry; means: Means }) {
  const t = useMessages(delayMessages);
  const { service } = useTenancy();
  const lines =
    means === "phone" ? delayWords(entry, service, t.script) : [delayWords(entry, service, t.text)];
  return (
    <div className="my-2 rounded-8 bg-key-50 p-4">
      <p className="text-base text-quiet">{means === "phone" ? t.read : t.send}</p>
      {lines.map((line) => (
        <p key={line} className="phrase mt-1 text-xl leading-relaxed">
          {line}
        </p>
      ))}
    </div>
  );
}

/** The calls that were made, in vain or not: when, with what outcome, by whom. */
export function MadeCalls({ calls }: { calls: DelayEntry["calls"] }) {
  const t = useMessages(delayMessages);
  const format = useFormat();
  if (calls.length === 0) return null;
  return (
    <ul className="text-quiet tabular-nums">
      {calls.map(({ at, outcome, by }, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: calls are only ever added at the end
        <li key={k}>{t.made(format.time(at), t.outcomes[outcome], by)}</li>
      ))}
    </ul>
  );
}

function Outcomes({
  entry: { bookingId, tell },
  means,
  onRecorded,
}: {
  entry: DelayEntry;
  means: Means;
  onRecorded: () => Promise<void>;
}) {
  const t = useMessages(delayMessages);
  const { tenant } = useTenancy();
  const { run, busy, problem } = useCommand("recordDelayCall");
  const record = async (outcome: Outcome) => {
    const body = outcome === "reached" ? { outcome, told: tell } : { outcome };
    const { ok } = await run({ params: { tenant, bookingId }, body });
    if (ok) await onRecorded();
  };
  const outcomes: readonly Outcome[] = means === "text" ? ["reached"] : ["reached", "absent", "call-again"];
  return (
    <>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <div className="mt-3 flex flex-wrap gap-3">
        {outcomes.map((outcome) => (
          <Button
            key={outcome}
            size="medium"
            look={outcome === "reached" ? "solid" : "outline"}
            busy={busy}
            onClick={() => void record(outcome)}
          >
            {means === "text" ? t.sent : t.outcomes[outcome]}
          </Button>
        ))}
      </div>
    </>
  );
}
