import type { Board } from "@noriai/api";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useNow } from "../clock.tsx";
import { ConflictPanel } from "../conflicts/conflict-panel.tsx";
import { DelayList } from "../delay/delay-list.tsx";
import { MessagePanel } from "../driver-messages/message-panel.tsx";
import { IntakePanel } from "../intake/intake-panel.tsx";
import { useMessages } from "../language.tsx";
import { boardMessages } from "../messages/board/index.ts";
import { pastMessages } from "../messages/past/index.ts";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { buttonLook } from "../ui/button.tsx";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { wallTimeOf } from "../wall-time.ts";
import { BoardMap } from "./board-map.tsx";
import { BookingTable } from "./booking-table.tsx";
import { DayCounts } from "./day-counts.tsx";
import { DaySwitch } from "./day-switch.tsx";
import { DayMenu } from "./hand/day-menu.tsx";
import { HandNotices } from "./hand/hand-notices.tsx";
import { Timelines } from "./timelines.tsx";

/** The day of operation at a glance: map, vehicles, bookings. 仕様書 5-(3)-③, 5-(4)-① */
export function BoardFace() {
  const t = useMessages(boardMessages);
  const { tenant, service } = useTenancy();
  const today = wallTimeOf(useNow(), service.timeZone).date;
  const [chosen, choose] = useState<string>();
  const date = chosen ?? today;
  const { data, error, refetch } = useRead(
    "getBoard",
    { params: { tenant }, query: { date } },
    { refetchInterval: 30_000 },
  );
  return (
    <>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <PageTitle title={t.title} />
        <DaySwitch date={date} today={today} onChoose={(next) => choose(next === today ? undefined : next)} />
      </div>
      <IntakePanel />
      <ConflictPanel />
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      <DelayList startsOpen />
      {data === undefined ? error === null && <Loading /> : <Day board={data} today={today} />}
    </>
  );
}

function Day({ board, today }: { board: Board; today: string }) {
  const t = useMessages(boardMessages);
  const past = useMessages(pastMessages);
  const { tenant } = useTenancy();
  const [selected, select] = useState<string>();
  const dutyIds = useMemo(() => board.duties.map(({ id }) => id), [board.duties]);
  const dutyId = selected === undefined ? dutyIds[0] : dutyIds.find((id) => id === selected);
  if (board.duties.length === 0 && board.bookings.length === 0)
    return (
      <Notice title={t.noDuties}>
        <p>{t.noDutiesHint}</p>
      </Notice>
    );
  return (
    <div className="flex flex-col gap-8">
      <HandNotices board={board} />
      <div className="flex flex-wrap items-center justify-end gap-3">
        {board.serviceDate <= today && (
          <Link
            to="/t/$tenant/past"
            params={{ tenant }}
            search={{ date: board.serviceDate }}
            className={buttonLook({ look: "outline", size: "small" })}
          >
            {past.fromBoard}
          </Link>
        )}
        <DayMenu board={board} />
      </div>
      <MessagePanel board={board} isToday={board.serviceDate === today} />
      <DayCounts board={board} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-8 xl:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <BoardMap board={board} dutyId={dutyId} />
        <Timelines
          board={board}
          dutyId={dutyId}
          isToday={board.serviceDate === today}
          onSelect={(id) => select(id ?? "none")}
        />
      </div>
      <BookingTable board={board} />
    </div>
  );
}
