import type { MemberSummary, RecurringTask } from "@noriai/api";
import { useState } from "react";
import { useCommand } from "../command.ts";
import { MemberSearch } from "../desk/member-search.tsx";
import { useRead, useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { RecurringWishes } from "./recurring-wishes.tsx";
import { useRecurringWords } from "./recurring-words.ts";

const REFRESH_MS = 60_000;

/** The desk's recurring bookings: whom to tell of what could not be booked, and each member's wishes. */
export function RecurringDesk() {
  const { t } = useRecurringWords();
  const [member, setMember] = useState<MemberSummary>();
  return (
    <>
      <PageTitle title={t.title} className="mb-4" />
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <div className="flex flex-col gap-6">
          <MemberSearch member={member} called={undefined} onPick={setMember} />
          <Tasks />
        </div>
        {member === undefined ? (
          <p className="text-lg">{t.desk.lead}</p>
        ) : (
          <section aria-labelledby="member-recurring" className="flex flex-col gap-4">
            <h2 id="member-recurring" className="text-xl font-bold">
              {t.desk.of(member.name)}
            </h2>
            <RecurringWishes key={member.id} memberId={member.id} />
          </section>
        )}
      </div>
    </>
  );
}

function Tasks() {
  const { t } = useRecurringWords();
  const { tenant } = useTenancy();
  const { data, error, refetch } = useRead(
    "listRecurringTasks",
    { params: { tenant } },
    { refetchInterval: REFRESH_MS },
  );
  return (
    <section aria-labelledby="recurring-tasks">
      <h2 id="recurring-tasks" className="mb-2 text-xl font-bold">
        {t.desk.tasks}
      </h2>
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data?.tasks.length === 0 && <p>{t.desk.noTasks}</p>}
      <ul className="flex flex-col gap-3">
        {data?.tasks.map((task) => (
          <Task key={`${task.recurringId} ${task.serviceDate} ${task.leg}`} task={task} />
        ))}
      </ul>
    </section>
  );
}

function Task({ task }: { task: RecurringTask }) {
  const { t, format, stopName, why, instead } = useRecurringWords();
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const { run, busy, problem } = useCommand("tellRecurring");
  const { recurringId, serviceDate, leg, time, state } = task;
  const told = async () => {
    await run({ params: { tenant, recurringId }, body: { serviceDate, leg } });
    await readAgain("listRecurringTasks");
  };
  return (
    <li className="rounded-12 border border-line p-4">
      <p className="text-lg font-bold">{t.desk.task(task.calledName, task.phone)}</p>
      {task.contact === "text" && <p className="font-bold text-error-2">{t.desk.text}</p>}
      <p>
        {format.serviceDate(serviceDate)} {t.legs[leg]} {t.at[time.mode](format.time(time.at))}{" "}
        {t.route(stopName(task.from), stopName(task.to))}
      </p>
      {state === "confirmed" && <p className="font-bold">{t.dates.kept}</p>}
      {[...why(task.rejections), ...instead(task.alternatives)].map((line) => (
        <p key={line}>{line}</p>
      ))}
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <Button look="outline" size="small" className="mt-2" busy={busy} onClick={() => void told()}>
        {t.desk.told}
      </Button>
    </li>
  );
}
