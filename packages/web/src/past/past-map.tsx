import type { PastDay } from "@noriai/api";
import { lazy, Suspense, useMemo } from "react";
import { useMessages } from "../language.tsx";
import { pastMessages } from "../messages/past/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Loading } from "../ui/loading.tsx";
import type { MapLine, MapVehicle } from "../ui/road-map.tsx";
import { secondsOf, trailUntil } from "./at-moment.ts";

const RoadMap = lazy(() => import("../ui/road-map.tsx"));
/** Told apart without red and green. */
const COLOURS = ["#0017c1", "#8b4a00", "#5b2e91", "#00686f"] as const;
/** A report this old says nothing about where the vehicle is. */
const OLD_SECONDS = 120;

/** Where the vehicles were at the moment, and the way that each had taken by then. */
export function PastMap({ day, moment }: { day: PastDay; moment: number }) {
  const t = useMessages(pastMessages);
  const { tenant, service } = useTenancy();
  const { time } = useFormat();
  const known = day.trails.flatMap((trail, k) => {
    const until = trailUntil(trail, moment);
    return until === undefined
      ? []
      : [{ ...until, id: trail.vehicleId, colour: COLOURS[k % COLOURS.length]! }];
  });
  const key = JSON.stringify(
    known.map(({ id, last }) => [id, last.at, moment - secondsOf(last.at) > OLD_SECONDS]),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks and lines are made anew only when a vehicle has moved
  const marks = useMemo(
    () => ({
      vehicles: known.map(({ id, last }): MapVehicle => {
        const name = service.vehicles.find((vehicle) => vehicle.id === id)?.name ?? id;
        const { lat, lng, at } = last;
        const old = moment - secondsOf(at) > OLD_SECONDS;
        return { id, label: t.vehicle(name, time(at)), position: { lat, lng }, old };
      }),
      lines: known
        .filter(({ way }) => way.length > 1)
        .map(({ id, way, colour }): MapLine => ({ id, coordinates: way, colour })),
    }),
    [key],
  );
  return (
    <section>
      <h2 className="mb-2 text-xl font-bold">{t.map.title}</h2>
      <Suspense fallback={<Loading />}>
        <RoadMap
          tenant={tenant}
          label={t.map.label}
          stops={service.stops}
          vehicles={marks.vehicles}
          lines={marks.lines}
          travelBasis={service.travelBasis}
          attribution={service.mapAttribution}
          className="h-[22rem] md:h-[30rem]"
        />
      </Suspense>
      {day.trails.length === 0 && <p className="mt-2 text-quiet">{t.map.noTrail}</p>}
    </section>
  );
}
