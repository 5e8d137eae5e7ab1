import type { Approach, Booking } from "@noriai/api";
import { epochMs } from "../../format.ts";
import { useMessages } from "../../language.tsx";
import { dayMessages } from "../../messages/day/index.ts";
import { useFormat } from "../../shell/session.ts";
import { Notice } from "../../ui/notice.tsx";
import { Away } from "./away.tsx";
import { RideMap } from "./ride-map.tsx";
import type { FollowedRide } from "./use-approach.ts";
import { useNoticed } from "./use-noticed.ts";

/** Between when the vehicle comes, why that has moved, where it is: the day of the ride as its rider follows it. */
export function ApproachPanel({ booking, ride }: { booking: Booking; ride: FollowedRide }) {
  const t = useMessages(dayMessages);
  const { approach, unheard } = ride;
  const isRiding = approach.stage === "riding";
  return (
    <section
      aria-label={isRiding ? t.title.dropoff : t.title.pickup}
      className="flex flex-col gap-3 rounded-12 bg-key-50 p-4 text-lg"
    >
      {unheard?.isOld ? <p>{t.offline.promised}</p> : <Foreseen booking={booking} approach={approach} />}
      {unheard !== undefined ? (
        <AsOf since={unheard.since} />
      ) : (
        <Seen booking={booking} approach={approach} />
      )}
    </section>
  );
}

function Foreseen({ booking, approach }: { booking: Booking; approach: Approach }) {
  const t = useMessages(dayMessages);
  const format = useFormat();
  const { stage, from, to, lateBy, reason, signal } = approach;
  const { move } = useNoticed(`${booking.id} ${stage === "riding"}`, {
    ...{ from, to },
    isPlanned: signal === "none" && lateBy === 0,
  });
  const between = (one: { from: string; to: string }) =>
    one.from === one.to ? t.soon(format.time(one.to)) : t.between(format.time(one.from), format.time(one.to));
  const isWaiting = stage === "planned" || stage === "coming";
  return (
    <>
      <div role="status">
        <p>{t.stage[stage]}</p>
        {stage !== "here" && (
          <p className="leading-snug">
            <span className="block text-base text-quiet">
              {stage === "riding" ? t.title.dropoff : t.title.pickup}
            </span>
            <span className="text-3xl leading-snug font-bold text-solid-gray-900">
              {between({ from, to })}
            </span>
          </p>
        )}
      </div>
      {isWaiting && <p>{t.notBefore(format.time(booking.promise.pickupFrom))}</p>}
      {stage === "coming" && (
        <p>{approach.stopsBefore === 0 ? t.comesNext : t.stopsBefore(approach.stopsBefore)}</p>
      )}
      {lateBy > 0 ? (
        <Notice tone="warning" title={t.late(Math.ceil(lateBy / 60))}>
          <Why reason={reason} />
        </Notice>
      ) : (
        move !== undefined && (
          <Notice title={t.moved[move.kind](between(move.before), move.minutes)}>
            <Why reason={reason} />
          </Notice>
        )
      )}
    </>
  );
}

function Why({ reason }: { reason: Approach["reason"] }) {
  const { reason: t } = useMessages(dayMessages);
  if (reason === null) return null;
  return <p>{reason.kind === "reported" ? t.reported[reason.cause] : t[reason.kind]}</p>;
}

/** Where the vehicle is: in words, and on the map for who wants it. */
function Seen({ booking, approach: { stage, signal, heardOf } }: { booking: Booking; approach: Approach }) {
  const { signal: t } = useMessages(dayMessages);
  const format = useFormat();
  if (signal === "far-ahead") return <p>{t["far-ahead"]}</p>;
  if (heardOf === null) return <p>{t.none}</p>;
  return (
    <>
      {stage !== "riding" && stage !== "here" && <Away from={heardOf} to={booking.trip.from} />}
      {signal === "old" && <p>{t.old(format.time(epochMs(heardOf.at) / 1000))}</p>}
      <RideMap booking={booking} heardOf={heardOf} isOld={signal === "old"} />
    </>
  );
}

function AsOf({ since }: { since: string }) {
  const { offline: t } = useMessages(dayMessages);
  const format = useFormat();
  return <p>{t.asOf(format.time(since))}</p>;
}
