import type { IntakeStop } from "@noriai/api";
import { useState } from "react";
import { useNow } from "../clock.tsx";
import { useMessages } from "../language.tsx";
import { intakeMessages } from "../messages/intake/index.ts";
import { useRead } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { ResumeDialog } from "./resume-dialog.tsx";
import { isOverdue, scopeWords } from "./scope-words.ts";
import { StopDialog } from "./stop-dialog.tsx";
import { TouchedBookings } from "./touched-bookings.tsx";

const REFRESH_MS = 30_000;

/** Whether new bookings are taken, with the one button that stops them and one to resume for each stop. 仕様書 5-(4)-⑤ */
export function IntakePanel() {
  const t = useMessages(intakeMessages);
  const { tenant } = useTenancy();
  const [stopping, setStopping] = useState(false);
  const [resuming, setResuming] = useState<IntakeStop>();
  const { data, error, refetch } = useRead(
    "listIntakeStops",
    { params: { tenant } },
    { refetchInterval: REFRESH_MS },
  );
  const standing = data?.stops.filter(({ resumed }) => resumed === null) ?? [];
  const past = data?.stops.filter(({ resumed }) => resumed !== null) ?? [];
  return (
    <section aria-label={t.title} className="mb-6 flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p className="text-lg">
          <span className="font-bold">{t.title}</span>
          {data !== undefined && standing.length === 0 && <span className="ml-3">{t.open}</span>}
        </p>
        <Button look="danger" size="medium" onClick={() => setStopping(true)}>
          {t.stop}
        </Button>
      </div>
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {standing.map((stop) => (
        <StandingStop key={stop.id} stop={stop} onResume={() => setResuming(stop)} />
      ))}
      {past.length > 0 && <PastStops stops={past} />}
      <StopDialog open={stopping} onClose={() => setStopping(false)} />
      <ResumeDialog stop={resuming} onClose={() => setResuming(undefined)} />
    </section>
  );
}

function useWords() {
  const t = useMessages(intakeMessages);
  const format = useFormat();
  const { service } = useTenancy();
  const stopName = (id: string) => service.stops.find((stop) => stop.id === id)?.name ?? id;
  return { t, format, scopeOf: ({ scope }: IntakeStop) => scopeWords(scope, t, { format, stopName }) };
}

function StandingStop({ stop, onResume }: { stop: IntakeStop; onResume: () => void }) {
  const { t, format, scopeOf } = useWords();
  const now = useNow();
  const { stopped, reason, notice, plannedEnd } = stop;
  return (
    <div className="rounded-12 border-2 border-error-1 bg-red-50 p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h2 className="text-xl font-bold text-red-1000">{t.stopped(scopeOf(stop))}</h2>
          <p>{t.since(format.dateTime(stopped.at), stopped.by ?? t.system)}</p>
          <p>{t.reasonIs(reason)}</p>
          <p className="whitespace-pre-line">{t.noticeIs(notice)}</p>
          {plannedEnd !== null && (
            <p className={isOverdue(plannedEnd, now) ? "font-bold text-error-2" : ""}>
              {(isOverdue(plannedEnd, now) ? t.overdue : t.until)(format.dateTime(plannedEnd))}
            </p>
          )}
        </div>
        <Button look="outline" onClick={onResume}>
          {t.resume}
        </Button>
      </div>
      <TouchedBookings stopId={stop.id} />
    </div>
  );
}

function PastStops({ stops }: { stops: readonly IntakeStop[] }) {
  const { t, format, scopeOf } = useWords();
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2">{t.past}</summary>
      <ul className="list-disc pl-6">
        {stops.map((stop) => (
          <li key={stop.id}>
            {scopeOf(stop)} — {t.since(format.dateTime(stop.stopped.at), stop.stopped.by ?? t.system)}
            {stop.resumed !== null &&
              ` — ${t.resumedAt(format.dateTime(stop.resumed.at), stop.resumed.by ?? t.system)}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
