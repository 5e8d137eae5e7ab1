import type { DutySheet } from "@noriai/api";
import { lazy, Suspense, useMemo } from "react";
import { useMessages } from "../language.tsx";
import { driverMessages } from "../messages/driver/index.ts";
import { useTenancy } from "../shell/session.ts";
import { Loading } from "../ui/loading.tsx";
import { currentTask } from "./current-task.ts";
import { useKeptSwitch } from "./kept-switch.ts";
import type { Point } from "./planned-position.ts";

const RoadMap = lazy(() => import("../ui/road-map.tsx"));

/** The stops ahead and the road between them; folded away until the driver wants it. */
export function DriveMap({ sheet, path }: { sheet: DutySheet; path: readonly Point[] }) {
  const t = useMessages(driverMessages);
  const [open, turn] = useKeptSwitch("drive-map");
  return (
    <details
      open={open}
      onToggle={(event) => turn(event.currentTarget.open)}
      className="rounded-12 border border-line"
    >
      <summary className="flex min-h-[4.75rem] items-center px-4 text-2xl font-bold">{t.map}</summary>
      {open && <AheadMap sheet={sheet} path={path} />}
    </details>
  );
}

function AheadMap({ sheet, path }: { sheet: DutySheet; path: readonly Point[] }) {
  const t = useMessages(driverMessages);
  const { tenant, service } = useTenancy();
  const ahead = sheet.tasks.filter(({ state }) => state !== "done").map(({ stopId }) => stopId);
  const aheadKey = ahead.join(" ");
  const stops = useMemo(() => {
    const shown = service.stops.filter(({ id }) => aheadKey.split(" ").includes(id));
    return shown.length === 0 ? service.stops : shown;
  }, [service.stops, aheadKey]);
  const lines = useMemo(
    () => (path.length > 1 ? [{ id: "ahead", coordinates: path, colour: "#0017c1" }] : []),
    [path],
  );
  const current = currentTask(sheet);
  return (
    <Suspense fallback={<Loading />}>
      <RoadMap
        tenant={tenant}
        label={t.mapLabel}
        stops={stops}
        chosen={current === undefined ? [] : [current.stopId]}
        lines={lines}
        travelBasis={service.travelBasis}
        attribution={service.mapAttribution}
        className="h-96"
      />
    </Suspense>
  );
}
