import type { Board } from "@noriai/api";
import { RideLane } from "../board/ride-lane.tsx";
import { layOut, spanOf } from "../board/timeline.ts";
import { TimelineLegend } from "../board/timeline-legend.tsx";
import { HourScale, LoadSteps, MomentLine } from "../board/timeline-scale.tsx";
import { useMessages } from "../language.tsx";
import { boardMessages } from "../messages/board/index.ts";
import { handMessages } from "../messages/hand/index.ts";
import { pastMessages } from "../messages/past/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";
import { ScrollFrame } from "../ui/scroll-frame.tsx";

/** Every vehicle's day as it was planned and known at the moment; nothing can be done to it any more. */
export function PastTimelines({ board, moment }: { board: Board; moment: number }) {
  const t = useMessages(pastMessages);
  const words = useMessages(boardMessages).timeline;
  const hand = useMessages(handMessages);
  const { time } = useFormat();
  const { vehicles } = useTenancy().service;
  const span = spanOf(board.duties);
  if (span === undefined) return null;
  return (
    <section className="min-w-0">
      <h2 className="mb-2 text-xl font-bold">{t.timelines}</h2>
      <div className="flex flex-col gap-6">
        {layOut(board.duties, span).map(({ duty, lanes, loads, most, lateBy }) => {
          const vehicle = vehicles.find(({ id }) => id === duty.vehicleId);
          const name = vehicle?.name ?? duty.vehicleId;
          return (
            <article
              key={duty.id}
              className={`rounded-12 border-2 bg-white p-3 ${lateBy > 0 ? "border-error-1" : "border-line"}`}
            >
              <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
                <h3 className="text-lg font-bold">{name}</h3>
                <p>{words.hours(time(duty.startsAt), time(duty.endsAt))}</p>
                {duty.added && <Badge tone="key">{hand.added}</Badge>}
                {duty.outOfService !== null && (
                  <Badge tone="error">
                    {hand.out(time(duty.outOfService.from), hand.reasons[duty.outOfService.reason])}
                  </Badge>
                )}
                {lateBy > 0 && <Badge tone="error">{words.late(Math.ceil(lateBy / 60))}</Badge>}
                <p className="tabular-nums">{words.most(most, vehicle?.seats ?? 0)}</p>
              </div>
              {lanes.length === 0 && <p className="py-2 text-quiet">{words.noVisits}</p>}
              <ScrollFrame label={words.region(name)} className="mt-2">
                <div className="relative min-w-[36rem]">
                  <HourScale span={span} />
                  <MomentLine span={span} at={moment} label={t.moment(time(moment))} />
                  <LoadSteps loads={loads} most={most} />
                  <ul>
                    {lanes.map((lane) => (
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
        })}
      </div>
      <TimelineLegend />
    </section>
  );
}
