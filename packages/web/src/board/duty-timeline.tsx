import type { Board } from "@noriai/api";
import { useNow, useWorld } from "../clock.tsx";
import { useMessages } from "../language.tsx";
import { boardMessages } from "../messages/board/index.ts";
import { handMessages } from "../messages/hand/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";
import { ScrollFrame } from "../ui/scroll-frame.tsx";
import { DutyMenu } from "./hand/duty-menu.tsx";
import { PlanSeen } from "./plan-seen.tsx";
import { RideLane } from "./ride-lane.tsx";
import { signalAge } from "./signal-age.ts";
import { useSignalWords } from "./signal-words.ts";
import { TerminalLine } from "./terminal-line.tsx";
import type { LaidDuty, Span } from "./timeline.ts";
import { HourScale, LoadSteps, NowLine } from "./timeline-scale.tsx";

/** One vehicle's day: who is when in it, what was promised, and where it stands now. */
export function DutyTimeline({
  laid,
  span,
  board,
  heardAt,
  isToday,
  selected,
  onSelect,
}: {
  laid: LaidDuty;
  span: Span;
  board: Board;
  /** When the vehicle last told where it is. */
  heardAt: string | undefined;
  isToday: boolean;
  selected: boolean;
  onSelect: (on: boolean) => void;
}) {
  const t = useMessages(boardMessages);
  const vehicle = useTenancy().service.vehicles.find(({ id }) => id === laid.duty.vehicleId);
  const name = vehicle?.name ?? laid.duty.vehicleId;
  return (
    <article
      className={`rounded-12 border-2 bg-white p-3 ${laid.lateBy > 0 ? "border-error-1" : "border-line"}`}
    >
      <DutyHead
        board={board}
        laid={laid}
        name={name}
        seats={vehicle?.seats ?? 0}
        heardAt={heardAt}
        isToday={isToday}
        selected={selected}
        onSelect={onSelect}
      />
      {laid.lanes.length === 0 && <p className="py-2 text-quiet">{t.timeline.noVisits}</p>}
      <ScrollFrame label={t.timeline.region(name)} className="mt-2">
        <div className="relative min-w-[36rem]">
          <HourScale span={span} />
          {isToday && <NowLine span={span} />}
          <LoadSteps loads={laid.loads} most={laid.most} />
          <ul>
            {laid.lanes.map((lane) => (
              <RideLane
                key={lane.bookingId}
                lane={lane}
                booking={board.bookings.find(({ id }) => id === lane.bookingId)}
              />
            ))}
          </ul>
        </div>
      </ScrollFrame>
    </article>
  );
}

function DutyHead({
  board,
  laid: { duty, lateBy, most },
  name,
  seats,
  heardAt,
  isToday,
  selected,
  onSelect,
}: {
  board: Board;
  laid: LaidDuty;
  name: string;
  seats: number;
  heardAt: string | undefined;
  isToday: boolean;
  selected: boolean;
  onSelect: (on: boolean) => void;
}) {
  const t = useMessages(boardMessages);
  const hand = useMessages(handMessages);
  const format = useFormat();
  const { outOfService } = duty;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <h3 className="text-lg font-bold">{name}</h3>
      <p>{t.timeline.hours(format.time(duty.startsAt), format.time(duty.endsAt))}</p>
      <PlanSeen duty={duty} />
      {duty.delay >= 60 && <Badge tone="warning">{t.timeline.delay(Math.round(duty.delay / 60))}</Badge>}
      {duty.turnedAt !== null && <Badge tone="key">{t.timeline.turned(format.time(duty.turnedAt))}</Badge>}
      {duty.added && <Badge tone="key">{hand.added}</Badge>}
      {outOfService !== null && (
        <Badge tone="error">
          {hand.out(format.time(outOfService.from), hand.reasons[outOfService.reason])}
        </Badge>
      )}
      {lateBy > 0 && <Badge tone="error">{t.timeline.late(Math.ceil(lateBy / 60))}</Badge>}
      <Signal at={heardAt} />
      {isToday && <TerminalLine vehicleId={duty.vehicleId} date={board.serviceDate} />}
      <p className="tabular-nums">{t.timeline.most(most, seats)}</p>
      <label className="ml-auto flex min-h-11 items-center gap-2">
        <input
          type="checkbox"
          className="size-5 accent-key-900"
          checked={selected}
          onChange={(event) => onSelect(event.target.checked)}
        />
        {t.timeline.path}
      </label>
      <DutyMenu board={board} duty={duty} name={name} />
    </div>
  );
}

function Signal({ at }: { at: string | undefined }) {
  const t = useMessages(boardMessages);
  const words = useSignalWords();
  const { demoClock } = useWorld();
  const now = useNow();
  if (at === undefined) return <p className="text-quiet">{t.signal.none}</p>;
  const age = signalAge({ at, now, demoClock });
  return age.stale ? (
    <Badge tone="warning">{words(age)}</Badge>
  ) : (
    <p className="tabular-nums">{words(age)}</p>
  );
}
