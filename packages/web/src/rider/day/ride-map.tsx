import type { Approach, Booking } from "@noriai/api";
import { lazy, Suspense, useMemo, useState } from "react";
import { useMessages } from "../../language.tsx";
import { dayMessages } from "../../messages/day/index.ts";
import { useFormat, useTenancy } from "../../shell/session.ts";
import { Button } from "../../ui/button.tsx";
import { IfItComes } from "../../ui/if-it-comes.tsx";
import { Loading } from "../../ui/loading.tsx";
import { OpenAgain } from "../../ui/open-again.tsx";

const RoadMap = lazy(() => import("../../ui/road-map.tsx"));

interface Shown {
  readonly booking: Booking;
  readonly heardOf: NonNullable<Approach["heardOf"]>;
  readonly isOld: boolean;
}

/** The vehicle and the two stops; the map is large and is fetched only for who opens it. */
export function RideMap(shown: Shown) {
  const { map: t } = useMessages(dayMessages);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="outline" size="medium" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? t.close : t.open}
      </Button>
      {open && (
        <IfItComes instead={<OpenAgain />}>
          <Suspense fallback={<Loading />}>
            <OpenMap {...shown} />
          </Suspense>
        </IfItComes>
      )}
    </>
  );
}

function OpenMap({ booking: { trip, vehicleId, state }, heardOf, isOld }: Shown) {
  const { map: t } = useMessages(dayMessages);
  const { tenant, service } = useTenancy();
  const format = useFormat();
  const { lat, lng, at } = heardOf;
  const name = service.vehicles.find(({ id }) => id === vehicleId)?.name ?? "";
  const label = t.vehicle(name, format.time(at));
  const stops = useMemo(
    () => service.stops.filter(({ id }) => id === trip.from || id === trip.to),
    [service.stops, trip.from, trip.to],
  );
  const vehicles = useMemo(
    () => [{ id: vehicleId ?? "", label, position: { lat, lng }, old: isOld }],
    [vehicleId, label, lat, lng, isOld],
  );
  return (
    <RoadMap
      tenant={tenant}
      label={t.label}
      stops={stops}
      chosen={[state === "riding" ? trip.to : trip.from]}
      vehicles={vehicles}
      travelBasis={service.travelBasis}
      attribution={service.mapAttribution}
      className="h-80"
    />
  );
}
