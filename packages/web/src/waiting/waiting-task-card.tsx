import type { Body } from "@noriai/api";
import { useNow } from "../clock.tsx";
import { useCommand } from "../command.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { waitingMessages } from "../messages/waiting/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { wallTimeOf } from "../wall-time.ts";
import { type WaitingTask, waitingWords } from "./waiting-words.ts";

type Means = "phone" | "text";
type Outcome = Body<"recordWaitingCall">["outcome"];

/** What can come of telling a rider; a text is answered later, so every answer has its button there too. */
const OUTCOMES: Readonly<Record<Means, readonly Outcome[]>> = {
  phone: ["accepted", "declined", "left", "absent", "call-again"],
  text: ["accepted", "declined", "left"],
};

/** One rider for whom room has come free: number, what to say, and her answer. */
export function WaitingTaskCard({
  task,
  means,
  onDone,
}: {
  task: WaitingTask;
  means: Means;
  /** With the boarding code where she has booked. */
  onDone: (name: string, code: string | undefined) => Promise<void>;
}) {
  const { tasks: t } = useMessages(waitingMessages);
  const format = useFormat();
  return (
    <li className="rounded-8 border border-line p-4">
      <TaskHead task={task} means={means} />
      <Words task={task} means={means} />
      {task.calls.length > 0 && (
        <ul className="text-quiet tabular-nums">
          {task.calls.map(({ at, outcome, by }, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: calls are only ever added at the end
            <li key={k}>{t.made(format.time(at), t.outcomes[outcome], by)}</li>
          ))}
        </ul>
      )}
      <Outcomes task={task} means={means} onDone={onDone} />
    </li>
  );
}

function TaskHead({ task, means }: { task: WaitingTask; means: Means }) {
  const { tasks: t } = useMessages(waitingMessages);
  const format = useFormat();
  const { service } = useTenancy();
  const { offer, phone, calledName, answerBy } = task;
  const nameOf = (stopId: string) => service.stops.find(({ id }) => id === stopId)?.name ?? stopId;
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <Badge tone="warning">{t.answerBy(format.dateTime(answerBy))}</Badge>
      <span className="text-2xl font-bold">{calledName}</span>
      {means === "phone" && (
        <a
          href={`tel:${phone.replace(/[^\d+]/g, "")}`}
          aria-label={`${t.phone} ${phone}`}
          className="text-2xl font-bold tabular-nums text-key-900 underline"
        >
          {phone}
        </a>
      )}
      <span>{format.dateTime(offer.promise.pickupFrom)}</span>
      <span>{t.ride(nameOf(offer.trip.from), nameOf(offer.trip.to))}</span>
    </div>
  );
}

function Words({ task, means }: { task: WaitingTask; means: Means }) {
  const { tasks: t, script, text } = useMessages(waitingMessages);
  const { service } = useTenancy();
  const { language } = useLanguage();
  const today = wallTimeOf(useNow(), service.timeZone).date;
  const words = waitingWords(task, { service, language, today });
  const lines = means === "phone" ? script(words) : [text(words)];
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

function Outcomes({
  task: { waitingId, offer, calledName },
  means,
  onDone,
}: {
  task: WaitingTask;
  means: Means;
  onDone: (name: string, code: string | undefined) => Promise<void>;
}) {
  const { tasks: t } = useMessages(waitingMessages);
  const { tenant } = useTenancy();
  const { run, busy, problem } = useCommand("recordWaitingCall");
  const record = async (outcome: Outcome) => {
    const done = await run({ params: { tenant, waitingId }, body: { quoteId: offer.id, outcome } });
    if (done.ok) await onDone(calledName, done.value.booking?.boardingCode);
  };
  return (
    <>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <div className="mt-3 flex flex-wrap gap-3">
        {OUTCOMES[means].map((outcome) => (
          <Button
            key={outcome}
            size="medium"
            look={outcome === "accepted" ? "solid" : "outline"}
            busy={busy}
            onClick={() => void record(outcome)}
          >
            {t.outcomes[outcome]}
          </Button>
        ))}
      </div>
    </>
  );
}
