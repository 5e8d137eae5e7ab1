import { useMessages } from "../language.tsx";
import { boardMessages } from "../messages/board/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { personsOf } from "../ui/party.ts";
import type { BoardBooking } from "./filter-bookings.ts";
import type { LaidVisit, Lane } from "./timeline.ts";
import { across, LABEL_WIDTH } from "./timeline-scale.tsx";

/** One party in the vehicle's day: promise windows as bands, the ride as a bar, planned and real times as marks. */
export function RideLane({ lane, booking }: { lane: Lane; booking: BoardBooking | undefined }) {
  const { pickup, dropoff } = lane;
  const [from, to] = [pickup?.actual ?? pickup?.planned, dropoff?.actual ?? dropoff?.planned];
  return (
    <li className={`relative min-h-12 border-b border-line ${lane.lateBy > 0 ? "bg-red-50" : ""}`}>
      <LaneLabel lane={lane} booking={booking} />
      <div aria-hidden="true">
        {pickup !== undefined && <Band laid={pickup} />}
        {dropoff !== undefined && <Band laid={dropoff} />}
        {from !== undefined && to !== undefined && (
          <span
            className={`absolute top-[1.2rem] h-2 rounded-full ${lane.lateBy > 0 ? "bg-error-1" : "bg-key-900"}`}
            style={{
              left: across(from),
              width: `calc((100% - ${LABEL_WIDTH}) * ${Math.max(0, to - from).toFixed(5)})`,
            }}
          />
        )}
        {pickup !== undefined && <Mark laid={pickup} />}
        {dropoff !== undefined && <Mark laid={dropoff} />}
      </div>
    </li>
  );
}

function LaneLabel({ lane, booking }: { lane: Lane; booking: BoardBooking | undefined }) {
  const t = useMessages(boardMessages);
  const format = useFormat();
  const { stops } = useTenancy().service;
  const stopOf = (laid: LaidVisit | undefined) => stops.find(({ id }) => id === laid?.visit.stopId);
  const said = (laid: LaidVisit) =>
    laid.actual === undefined ? t.timeline.lane.planned : t.timeline.lane.done;
  const { pickup, dropoff } = lane;
  const [from, to] = [stopOf(pickup), stopOf(dropoff)];
  return (
    <p
      className={`sticky left-0 z-[5] flex min-h-12 flex-col justify-center py-1 pr-2 text-base leading-tight ${lane.lateBy > 0 ? "bg-red-50" : "bg-white"}`}
      style={{ width: LABEL_WIDTH }}
    >
      <span className="flex items-baseline gap-1 font-bold">
        <span>
          {booking !== undefined &&
            `${booking.calledName ?? booking.boardingCode} ${t.counts.persons(personsOf(booking.riders))}`}
        </span>
        {lane.lateBy > 0 && (
          <span className="shrink-0 text-error-2">{t.bookings.late(Math.ceil(lane.lateBy / 60))}</span>
        )}
      </span>
      <span className="text-quiet">
        {from?.number ?? ""} {from?.name ?? ""} → {to?.number ?? ""} {to?.name ?? ""}
      </span>
      <span className="sr-only">
        {pickup !== undefined &&
          `${said(pickup)} ${t.timeline.lane.pickup(timeOf(pickup, format.time), format.time(pickup.visit.from), format.time(pickup.visit.to))} `}
        {dropoff !== undefined &&
          `${said(dropoff)} ${t.timeline.lane.dropoff(timeOf(dropoff, format.time), format.time(dropoff.visit.to))}`}
      </span>
    </p>
  );
}

const timeOf = ({ visit }: LaidVisit, write: (at: string) => string): string =>
  write(visit.actualAt ?? visit.plannedAt);

/** The promise: for a pickup its window, for a drop-off the last minutes before it must be there. */
function Band({ laid: { visit, band } }: { laid: LaidVisit }) {
  const isPickup = visit.kind === "pickup";
  return (
    <span
      className={`absolute top-2 bottom-2 ${isPickup ? "border-x border-key-400 bg-key-100" : "border-r-2 border-solid-gray-600"}`}
      style={{
        left: across(isPickup ? band.from : band.to),
        width: isPickup ? `calc((100% - ${LABEL_WIDTH}) * ${(band.to - band.from).toFixed(5)})` : "0",
      }}
    />
  );
}

/** Hollow while planned, full once it has happened. */
function Mark({ laid: { planned, actual, lateBy } }: { laid: LaidVisit }) {
  const colour = lateBy > 0 ? "border-error-1" : "border-key-900";
  const fill = actual === undefined ? "bg-white" : lateBy > 0 ? "bg-error-1" : "bg-key-900";
  return (
    <span
      className={`absolute top-4 size-4 -translate-x-1/2 rounded-full border-[3px] ${colour} ${fill}`}
      style={{ left: across(actual ?? planned) }}
    />
  );
}
