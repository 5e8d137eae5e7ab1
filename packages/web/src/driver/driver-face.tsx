import type { DutySheet } from "@noriai/api";
import { useMemo } from "react";
import { useNow } from "../clock.tsx";
import { TellOffice } from "../driver-messages/tell-office.tsx";
import { EarlierMessages, TerminalMessages } from "../driver-messages/terminal-messages.tsx";
import { useMessages } from "../language.tsx";
import { driverMessages } from "../messages/driver/index.ts";
import { useRead } from "../read.ts";
import { useFormat, useSession, useTenancy } from "../shell/session.ts";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { CurrentStop } from "./current-stop.tsx";
import { DayFigures } from "./day-figures.tsx";
import { LateButton } from "./late-button.tsx";
import { NightSwitch } from "./night-switch.tsx";
import { OutOfService } from "./out-of-service.tsx";
import { PlanNotice } from "./plan-notice.tsx";
import { RestOfDuty } from "./rest-of-duty.tsx";
import { RoadAhead } from "./road-ahead.tsx";
import { sheetAsRecorded } from "./sheet-as-recorded.ts";
import { UndoButton } from "./undo-button.tsx";
import { UnpaidFares } from "./unpaid-fares.tsx";
import { UnsentNotice } from "./unsent-notice.tsx";
import { type TaskEvents, useTaskEvents } from "./use-task-events.ts";

/** The driver's terminal: the stop at hand, what to do there, and what comes after it. */
export function DriverFace() {
  const { tenant } = useTenancy();
  const { vehicleId = "none" } = useSession();
  const events = useTaskEvents(tenant, vehicleId);
  const { data, error, refetch } = useRead(
    "getDutySheet",
    { params: { tenant } },
    { refetchInterval: 30_000 },
  );
  const sheet = useMemo(
    () => data && sheetAsRecorded(data, events.queue.unsent),
    [data, events.queue.unsent],
  );
  return (
    <div className="text-xl">
      <Heading sheet={sheet} />
      {sheet === undefined &&
        (error === null ? <Loading /> : <ProblemNotice problem={error} onRetry={() => void refetch()} />)}
      <UnsentNotice events={events} />
      {sheet !== undefined && data !== undefined && <Duty sheet={sheet} served={data} events={events} />}
    </div>
  );
}

function Heading({ sheet }: { sheet: DutySheet | undefined }) {
  const t = useMessages(driverMessages);
  const format = useFormat();
  const now = useNow();
  const duty = sheet?.duty;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-6 gap-y-1">
      <PageTitle title={t.title} />
      <p className="text-3xl font-bold tabular-nums">
        <span className="sr-only">{t.clock}</span> {format.time(now)}
      </p>
      {duty != null && <p>{t.dutyHours(format.time(duty.startsAt), format.time(duty.endsAt))}</p>}
      {duty != null && duty.delay >= 60 && (
        <p className="font-bold text-error-2">{t.delay(Math.round(duty.delay / 60))}</p>
      )}
      <NightSwitch />
    </div>
  );
}

function Duty({ sheet, served, events }: { sheet: DutySheet; served: DutySheet; events: TaskEvents }) {
  const t = useMessages(driverMessages);
  if (sheet.duty === null)
    return (
      <Notice title={t.noDuty}>
        <p>{t.noDutyHint}</p>
      </Notice>
    );
  const { id: dutyId } = sheet.duty;
  return (
    <>
      <TerminalMessages />
      <OutOfService duty={sheet.duty} />
      <PlanNotice served={served} recorded={sheet} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex flex-col gap-4">
          <CurrentStop sheet={sheet} record={(event) => events.record(dutyId, event)} />
          <UnpaidFares sheet={sheet} record={(event) => events.record(dutyId, event)} />
          <div className="flex flex-wrap gap-4">
            <LateButton record={(event) => events.record(dutyId, event)} />
            <TellOffice />
            <UndoButton lastEventId={sheet.lastEventId} onUndo={(eventId) => events.undo(dutyId, eventId)} />
          </div>
        </div>
        <div className="flex flex-col gap-6">
          <RoadAhead sheet={sheet} />
          <RestOfDuty sheet={sheet} />
          <DayFigures sheet={sheet} />
          <EarlierMessages />
        </div>
      </div>
    </>
  );
}
