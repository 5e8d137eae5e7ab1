import type { Board } from "@noriai/api";
import { lazy, Suspense, useMemo } from "react";
import { useNow, useWorld } from "../clock.tsx";
import { useMessages } from "../language.tsx";
import { boardMessages } from "../messages/board/index.ts";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Loading } from "../ui/loading.tsx";
import type { MapVehicle } from "../ui/road-map.tsx";
import { signalAge } from "./signal-age.ts";
import { useSignalWords } from "./signal-words.ts";
import { usePositions } from "./use-positions.ts";

const RoadMap = lazy(() => import("../ui/road-map.tsx"));
const LINE_COLOUR = "#0017c1";

/** Stops, vehicles with the age of their signal, and the road of the chosen vehicle. */
export function BoardMap({ board, dutyId }: { board: Board; dutyId: string | undefined }) {
  const t = useMessages(boardMessages);
  const { tenant, service } = useTenancy();
  const { data: line } = useRead(
    "getDutyLine",
    { params: { tenant, dutyId: dutyId ?? "" }, query: { date: board.serviceDate } },
    { enabled: dutyId !== undefined },
  );
  const lines = useMemo(
    () =>
      dutyId === undefined || line === undefined || line.coordinates.length < 2
        ? []
        : [{ id: "duty", coordinates: line.coordinates, colour: LINE_COLOUR }],
    [dutyId, line],
  );
  const next = board.duties.find(({ id }) => id === dutyId)?.visits.find(({ actualAt }) => actualAt === null);
  return (
    <section>
      <h2 className="mb-2 text-xl font-bold">{t.map.title}</h2>
      <Suspense fallback={<Loading />}>
        <RoadMap
          tenant={tenant}
          label={t.map.label}
          stops={service.stops}
          vehicles={useVehicles(board)}
          chosen={next === undefined ? [] : [next.stopId]}
          lines={lines}
          travelBasis={service.travelBasis}
          attribution={service.mapAttribution}
          className="h-[22rem] md:h-[30rem]"
        />
      </Suspense>
    </section>
  );
}

function useVehicles({ duties, serviceDate }: Board): readonly MapVehicle[] {
  const t = useMessages(boardMessages);
  const words = useSignalWords();
  const { service } = useTenancy();
  const { demoClock } = useWorld();
  const now = useNow();
  const positions = usePositions(serviceDate);
  const onDuty = new Set(duties.map(({ vehicleId }) => vehicleId));
  const vehicles = [...onDuty].flatMap((vehicleId): MapVehicle[] => {
    const position = positions.get(vehicleId);
    if (position === undefined) return [];
    const { lat, lng, at } = position;
    const age = signalAge({ at, now, demoClock });
    const name = service.vehicles.find(({ id }) => id === vehicleId)?.name ?? vehicleId;
    return [{ id: vehicleId, label: t.vehicle(name, words(age)), position: { lat, lng }, old: age.stale }];
  });
  const key = JSON.stringify(vehicles);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the marks are made anew only when something they show has changed
  return useMemo(() => vehicles, [key]);
}
