import type { DutySheet } from "@noriai/api";
import type { Position } from "@noriai/kernel";
import { lazy, Suspense, useMemo } from "react";
import { useMessages } from "../language.tsx";
import { driveScreenMessages } from "../messages/drive-screen/index.ts";
import { driverMessages } from "../messages/driver/index.ts";
import { useTenancy } from "../shell/session.ts";
import { Loading } from "../ui/loading.tsx";
import { BigChoice } from "./big-choice.tsx";
import { currentTask } from "./current-task.ts";
import { useKeptChoice } from "./kept-choice.ts";
import { useKeptSwitch } from "./kept-switch.ts";
import { wayAhead } from "./next-turn.ts";
import { useOwnVehicle } from "./own-vehicle.tsx";
import type { Point } from "./road-line.ts";

const RoadMap = lazy(() => import("../ui/road-map.tsx"));
const FRAMES = ["next", "all"] as const;
/** The way to the next stop stands out from what comes after it. */
const COLOURS = { leg: "#0017c1", later: "#7096f8" } as const;

/** The stops ahead and the road between them; folded away until the driver wants it. */
export function DriveMap({ sheet }: { sheet: DutySheet }) {
  const t = useMessages(driverMessages);
  const [open, turn] = useKeptSwitch("drive-map");
  return (
    <details
      open={open}
      onToggle={(event) => turn(event.currentTarget.open)}
      className="rounded-12 border border-line"
    >
      <summary className="press flex min-h-[4.75rem] items-center px-4 text-2xl font-bold">{t.map}</summary>
      {open && <AheadMap sheet={sheet} />}
    </details>
  );
}

function AheadMap({ sheet }: { sheet: DutySheet }) {
  const t = useMessages(driverMessages);
  const { map: words } = useMessages(driveScreenMessages);
  const { tenant, service } = useTenancy();
  const [frame, choose] = useKeptChoice("map-frame", FRAMES);
  const { leg, lines, vehicles } = useRoad(sheet);
  const ahead = sheet.tasks.filter(({ state }) => state !== "done").map(({ stopId }) => stopId);
  const aheadKey = ahead.join(" ");
  const stops = useMemo(() => {
    const shown = service.stops.filter(({ id }) => aheadKey.split(" ").includes(id));
    return shown.length === 0 ? service.stops : shown;
  }, [service.stops, aheadKey]);
  const current = currentTask(sheet);
  return (
    <div className="flex flex-col gap-3 p-3 pt-0">
      <BigChoice
        title={words.show}
        options={FRAMES.map((value) => ({ value, label: words.shows[value] }))}
        value={frame}
        onChange={choose}
      />
      <Suspense fallback={<Loading />}>
        <RoadMap
          tenant={tenant}
          label={t.mapLabel}
          stops={stops}
          chosen={current === undefined ? [] : [current.stopId]}
          {...(frame === "next" && leg !== undefined && { frame: leg })}
          lines={lines}
          vehicles={vehicles}
          travelBasis={service.travelBasis}
          attribution={service.mapAttribution}
          className="h-96"
        />
      </Suspense>
    </div>
  );
}

/** What is drawn: the vehicle, its way to the next stop, the road after it. Made anew only when something has moved. */
function useRoad(sheet: DutySheet) {
  const { map: words } = useMessages(driveScreenMessages);
  const { service } = useTenancy();
  const { position, path } = useOwnVehicle();
  const current = currentTask(sheet);
  const stop = service.stops.find(({ id }) => id === current?.stopId);
  const place = position && `${position.lng.toFixed(4)} ${position.lat.toFixed(4)}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step of about ten metres counts as moved
  return useMemo(() => {
    const way = position && stop && wayAhead({ path, position, nextStop: stop.position });
    const later = path.length > 1 ? [{ id: "later", coordinates: path, colour: COLOURS.later }] : [];
    const leg =
      way === undefined || way.leg.length < 2
        ? []
        : [{ id: "leg", coordinates: way.leg, colour: COLOURS.leg }];
    return {
      leg: way?.leg.map(toPosition),
      lines: [...later, ...leg],
      vehicles: position === undefined ? [] : [{ id: "own", label: words.vehicle, position }],
    };
  }, [place, path, stop, words]);
}

const toPosition = ([lng, lat]: Point): Position => ({ lng, lat });
