import type { PastDay } from "@noriai/api";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { DayCounts } from "../board/day-counts.tsx";
import { DaySwitch } from "../board/day-switch.tsx";
import { CareNotices } from "../board/hand/hand-notices.tsx";
import { useNow } from "../clock.tsx";
import { useMessages } from "../language.tsx";
import { pastMessages } from "../messages/past/index.ts";
import { useRead } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { wallTimeOf } from "../wall-time.ts";
import { secondsOf } from "./at-moment.ts";
import { CallList, MessageList, PhoneCallList, RefusalList } from "./call-list.tsx";
import { MomentBar } from "./moment-bar.tsx";
import { MomentList } from "./moment-list.tsx";
import { PastBookings } from "./past-bookings.tsx";
import { PastMap } from "./past-map.tsx";
import { PastTimelines } from "./past-timelines.tsx";
import { usePastBoard } from "./use-past-board.ts";

const route = getRouteApi("/t/$tenant/past");

/** Any day as it was, moved through by time (過去の日). 仕様書 5-(4)-⑤ */
export function PastFace() {
  const t = useMessages(pastMessages);
  const { tenant, service } = useTenancy();
  const today = wallTimeOf(useNow(), service.timeZone).date;
  const { date = today } = route.useSearch();
  const navigate = route.useNavigate();
  const shown = date > today ? today : date;
  const { data, error, refetch } = useRead("getPastDay", { params: { tenant, serviceDate: shown } });
  return (
    <>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <PageTitle title={t.title} />
        <DaySwitch
          date={shown}
          today={today}
          onChoose={(next) => void navigate({ search: { date: next > today ? today : next } })}
        />
      </div>
      <p className="mb-4 max-w-4xl">{t.intro}</p>
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data === undefined ? error === null && <Loading /> : <Day key={data.serviceDate} day={data} />}
    </>
  );
}

function Day({ day }: { day: PastDay }) {
  const t = useMessages(pastMessages);
  const { time } = useFormat();
  const [from, until] = [secondsOf(day.from), secondsOf(day.until)];
  const [moment, setMoment] = useState(until);
  const move = useCallback((next: number) => setMoment(Math.min(until, Math.max(from, next))), [from, until]);
  const { board, error } = usePastBoard(day.serviceDate, moment);
  if (day.complete && day.moments.length === 0)
    return (
      <Notice title={t.nothing}>
        <p>{time(day.until)}</p>
      </Notice>
    );
  return (
    <div className="flex flex-col gap-6">
      {day.complete ? (
        <p className="text-quiet">{t.verified(day.moments.length)}</p>
      ) : (
        <Notice tone="warning" title={t.incomplete} />
      )}
      <MomentBar day={day} moment={moment} onMove={move} />
      {error !== null && board === undefined && <ProblemNotice problem={error} />}
      {board !== undefined && (
        <>
          <CareNotices board={board} isPast />
          <DayCounts board={board} />
          <div className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-8 xl:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
            <PastMap day={day} moment={moment} />
            <PastTimelines board={board} moment={moment} />
          </div>
          <PastBookings board={board} />
        </>
      )}
      <MomentList day={day} moment={moment} onMove={move} />
      <div className="grid gap-6 lg:grid-cols-2">
        <MessageList day={day} />
        <PhoneCallList day={day} />
        <CallList day={day} />
        <RefusalList day={day} />
      </div>
    </div>
  );
}
