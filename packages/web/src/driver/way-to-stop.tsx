import type { TripTask } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { driveScreenMessages } from "../messages/drive-screen/index.ts";
import { useTenancy } from "../shell/session.ts";
import { wayAhead } from "./next-turn.ts";
import { useOwnVehicle } from "./own-vehicle.tsx";

/** How far it is to the next stop and where the way first turns off: read at a glance, without a map. */
export function WayToStop({ task }: { task: TripTask }) {
  const { way: t } = useMessages(driveScreenMessages);
  const { service } = useTenancy();
  const { position, path } = useOwnVehicle();
  const stop = service.stops.find(({ id }) => id === task.stopId);
  if (task.state !== "next" || stop === undefined || position === undefined) return null;
  const ahead = wayAhead({ path, position, nextStop: stop.position });
  if (ahead === undefined) return null;
  const { metresToStop, turn } = ahead;
  if (metresToStop < THERE_METRES) return <p className="mt-1 text-2xl font-bold">{t.near}</p>;
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-6 text-2xl font-bold tabular-nums">
      <span className="sr-only">{t.label}</span>
      <span>
        {metresToStop < 1000 ? t.metres(tens(metresToStop)) : t.kilometres(kilometres(metresToStop))}
      </span>
      <span className="inline-flex items-center gap-2">
        <TurnMark side={turn?.side} />
        {turn === undefined
          ? t.straight
          : turn.metres < NEAR_METRES
            ? t.turnNow(t.sides[turn.side])
            : t.turn(tens(turn.metres), t.sides[turn.side])}
      </span>
    </p>
  );
}

const THERE_METRES = 30;
const NEAR_METRES = 50;
const tens = (metres: number): number => Math.round(metres / 10) * 10;
const kilometres = (metres: number): string => (Math.round(metres / 100) / 10).toFixed(1);

const TURNS = {
  left: "M19 21v-7a4 4 0 0 0-4-4H5m0 0 6-6M5 10l6 6",
  right: "M5 21v-7a4 4 0 0 1 4-4h10m0 0-6-6m6 6-6 6",
  back: "M18 21V9a5 5 0 0 0-10 0v8m0 0-4-4m4 4 4-4",
  none: "M12 21V4m0 0L6 10m6-6 6 6",
} as const;

function TurnMark({ side }: { side: "left" | "right" | "back" | undefined }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className="size-9" fill="none">
      <path
        d={TURNS[side ?? "none"]}
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
