import type { Answer, Notice as NoticeJson } from "@noriai/api";
import { useState } from "react";
import { DaySwitch } from "../board/day-switch.tsx";
import { useNow, useWorld } from "../clock.tsx";
import { useMessages } from "../language.tsx";
import { noticesMessages } from "../messages/notices/index.ts";
import { useRead } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { wallTimeOf } from "../wall-time.ts";
import { DeliveryState } from "./delivery-state.tsx";
import { DemoCodes } from "./demo-codes.tsx";

/** What riders of a day were and are to be told, when, to whom, by which way (送信箱). */
export function OutboxPage() {
  const t = useMessages(noticesMessages);
  const { tenant, service } = useTenancy();
  const { mode } = useWorld();
  const today = wallTimeOf(useNow(), service.timeZone).date;
  const [chosen, choose] = useState<string>();
  const date = chosen ?? today;
  const { data, error, refetch } = useRead("listNotices", { params: { tenant }, query: { date } });
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <PageTitle title={t.title} />
        <DaySwitch date={date} today={today} onChoose={(next) => choose(next === today ? undefined : next)} />
      </div>
      <p className="text-lg">{t.lead}</p>
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data === undefined ? error === null && <Loading /> : <Notices notices={data} />}
      {mode === "demo" && <DemoCodes />}
    </div>
  );
}

function Notices({ notices: { sends, notices } }: { notices: Answer<"listNotices"> }) {
  const t = useMessages(noticesMessages);
  return (
    <>
      {!sends && <Notice quiet title={t.demo} />}
      {notices.length === 0 ? (
        <p className="text-lg">{t.none}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {notices.map((notice) => (
            <OneNotice key={notice.id} notice={notice} />
          ))}
        </ul>
      )}
    </>
  );
}

function OneNotice({ notice }: { notice: NoticeJson }) {
  const t = useMessages(noticesMessages);
  const format = useFormat();
  const { service } = useTenancy();
  const nameOf = (stop: string) => service.stops.find(({ id }) => id === stop)?.name ?? stop;
  const { kind, writtenAt, calledName, phone, from, to, deliveries } = notice;
  return (
    <li className="rounded-12 border border-line bg-white p-4">
      <div className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
        <span className="tabular-nums">{format.dateTime(writtenAt)}</span>
        <span className="text-lg font-bold">{t.kinds[kind]}</span>
        <span className={calledName === null ? "text-quiet" : "text-lg"}>{calledName ?? t.hidden}</span>
        {phone !== null && (
          <a
            href={`tel:${phone.replace(/[^\d+]/g, "")}`}
            className="font-bold tabular-nums text-key-900 underline"
          >
            {phone}
          </a>
        )}
        <span>{`${nameOf(from)} → ${nameOf(to)}`}</span>
      </div>
      <ul className="mt-2 flex flex-col gap-2">
        {deliveries.map((delivery, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what a notice was sent by stays where it is
          <DeliveryState key={k} noticeId={notice.id} delivery={delivery} />
        ))}
      </ul>
    </li>
  );
}
