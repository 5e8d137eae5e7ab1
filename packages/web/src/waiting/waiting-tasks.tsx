import type { WaitingTasks as Tasks } from "@noriai/api";
import { useState } from "react";
import { epochMs } from "../format.ts";
import { useMessages } from "../language.tsx";
import { waitingMessages } from "../messages/waiting/index.ts";
import { useRead, useReadAgain } from "../read.ts";
import { useFormat, useSession, useTenancy } from "../shell/session.ts";
import { Notice } from "../ui/notice.tsx";
import { WaitingTaskCard } from "./waiting-task-card.tsx";

/** Riders who waited by phone and have an offer now (待ちの方へお電話); nothing at all while there is nobody. */
export function WaitingTasks() {
  const isDesk = useSession().role === "call_operator";
  const { tenant } = useTenancy();
  // An offer also ends by time alone.
  const { data } = useRead(
    "getWaitingTasks",
    { params: { tenant } },
    { enabled: isDesk, refetchInterval: 20_000 },
  );
  const [booked, setBooked] = useState<{ readonly name: string; readonly code: string }>();
  const { tasks: t } = useMessages(waitingMessages);
  if (!isDesk || data === undefined) return null;
  return (
    <>
      {booked !== undefined && (
        <div className="mb-4">
          <Notice tone="success" title={t.booked(booked.name, booked.code)} />
        </div>
      )}
      <Frame list={data} onBooked={(name, code) => setBooked({ name, code })} />
    </>
  );
}

function Frame({ list, onBooked }: { list: Tasks; onBooked: (name: string, code: string) => void }) {
  const { tasks: t } = useMessages(waitingMessages);
  const format = useFormat();
  const readAgain = useReadAgain();
  const { calls, texts } = list;
  if (calls.length + texts.length === 0) return null;
  const [first] = [...calls, ...texts]
    .map(({ answerBy }) => answerBy)
    .toSorted((a, b) => epochMs(a) - epochMs(b));
  const done = async (name: string, code: string | undefined) => {
    if (code !== undefined) onBooked(name, code);
    await readAgain("getWaitingTasks", "listMemberWaiting", "listMemberBookings");
  };
  return (
    <details className="mb-6 rounded-12 border-2 border-success-2 bg-white">
      <summary className="min-h-14 cursor-pointer px-5 py-3 text-xl font-bold">
        <h2 className="inline">{t.title}</h2>{" "}
        <span role="status" className="text-success-2">
          {t.summary(calls.length, texts.length)} {first !== undefined && t.answerBy(format.dateTime(first))}
        </span>
      </summary>
      <div className="flex flex-col gap-4 px-5 pb-5">
        <ol className="flex flex-col gap-4">
          {calls.map((task) => (
            <WaitingTaskCard key={task.offer.id} task={task} means="phone" onDone={done} />
          ))}
        </ol>
        {texts.length > 0 && (
          <>
            <h3 className="text-lg font-bold">{t.texts}</h3>
            <ol className="flex flex-col gap-4">
              {texts.map((task) => (
                <WaitingTaskCard key={task.offer.id} task={task} means="text" onDone={done} />
              ))}
            </ol>
          </>
        )}
      </div>
    </details>
  );
}
