import type { DutySheet } from "@noriai/api";
import { useMemo } from "react";
import { useNow } from "../clock.tsx";
import { OwnConflicts } from "../conflicts/own-conflicts.tsx";
import { TellOffice } from "../driver-messages/tell-office.tsx";
import { EarlierMessages, TerminalMessages } from "../driver-messages/terminal-messages.tsx";
import { useMessages } from "../language.tsx";
import { driverMessages } from "../messages/driver/index.ts";
import { useRead } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { CURRENT_STOP, CurrentStop } from "./current-stop.tsx";
import { DayFigures } from "./day-figures.tsx";
import { useOwnTaskEvents } from "./drive-frame.tsx";
import { LateButton } from "./late-button.tsx";
import { OtherDay } from "./other-day.tsx";
import { OutOfService } from "./out-of-service.tsx";
import { OwnState } from "./own-state.tsx";
import { OwnVehicleProvider } from "./own-vehicle.tsx";
import { PlanNotice } from "./plan-notice.tsx";
import type { RecordedEvent } from "./recorded-event.ts";
import { UnsentProvider } from "./recording.tsx";
import { RestOfDuty } from "./rest-of-duty.tsx";
import { RoadAhead } from "./road-ahead.tsx";
import { useSaidStop } from "./said-stop.ts";
import { ScreenSettings } from "./screen-settings.tsx";
import { sheetAsRecorded } from "./sheet-as-recorded.ts";
import { TroubleHere } from "./trouble-here.tsx";
import { UndoButton } from "./undo-button.tsx";
import { UnpaidFares } from "./unpaid-fares.tsx";
import { useFocusKept } from "./use-focus-kept.ts";
import type { TaskEvents } from "./use-task-events.ts";

/** The driver's terminal: the stop at hand, what to do there, and what comes after it. */
export function DriverFace() {
  const { tenant } = useTenancy();
  const events = useOwnTaskEvents();
  const { data, error, refetch } = useRead(
    "getDutySheet",
    { params: { tenant } },
    { refetchInterval: 30_000 },
  );
  const { unsent } = events.queue;
  const sheet = useMemo(() => data && sheetAsRecorded(data, unsent), [data, unsent]);
  useFocusKept(CURRENT_STOP);
  return (
    <div className="text-xl">
      <Heading sheet={sheet} />
      {sheet === undefined &&
        (error === null ? <Loading /> : <ProblemNotice problem={error} onRetry={() => void refetch()} />)}
      <OwnConflicts />
      {data !== undefined && <OtherDay serviceDate={data.serviceDate} />}
      {sheet !== undefined && data !== undefined && (
        <UnsentProvider unsent={unsent}>
          <Duty sheet={sheet} served={data} events={events} />
        </UnsentProvider>
      )}
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
      <ScreenSettings />
    </div>
  );
}

function Duty({ sheet, served, events }: { sheet: DutySheet; served: DutySheet; events: TaskEvents }) {
  const t = useMessages(driverMessages);
  useSaidStop(sheet);
  if (sheet.duty === null)
    return (
      <Notice title={t.noDuty}>
        <p>{t.noDutyHint}</p>
      </Notice>
    );
  return (
    <OwnVehicleProvider sheet={sheet} unsent={events.queue.count}>
      <TerminalMessages />
      <OutOfService duty={sheet.duty} />
      <PlanNotice key={sheet.duty.id} served={served} recorded={sheet} />
      <Parts sheet={sheet} dutyId={sheet.duty.id} events={events} />
    </OwnVehicleProvider>
  );
}

/** What is at hand on the left, what comes after it on the right; one under the other where the screen is upright. */
function Parts({ sheet, dutyId, events }: { sheet: DutySheet; dutyId: string; events: TaskEvents }) {
  const record = (event: RecordedEvent) => events.record(dutyId, event);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex flex-col gap-4">
        <OwnState />
        <CurrentStop sheet={sheet} record={record} />
        <UnpaidFares sheet={sheet} record={record} />
        <div className="press-row flex flex-wrap gap-4 [&_button]:text-2xl">
          <LateButton record={record} />
          <TellOffice />
          <UndoButton sheet={sheet} onUndo={(eventId) => events.undo(dutyId, eventId)} />
        </div>
        <TroubleHere sheet={sheet} />
      </div>
      <div className="flex flex-col gap-6">
        <RoadAhead sheet={sheet} />
        <RestOfDuty sheet={sheet} />
        <DayFigures sheet={sheet} record={record} />
        <EarlierMessages />
      </div>
    </div>
  );
}
