import type { Booking, Stop } from "@noriai/api";
import { useMessages } from "../../language.tsx";
import { riderMessages } from "../../messages/rider/index.ts";
import { NeedsLine } from "../../needs/needs-line.tsx";
import { useFormat, useTenancy } from "../../shell/session.ts";
import { Fact } from "../ride-facts.tsx";

/** What one looks for on the way out of the door, largest first: which stop, when, which vehicle. */
export function TicketFacts({ booking }: { booking: Booking }) {
  const { ticket: t, offer, colon } = useMessages(riderMessages);
  const format = useFormat();
  const { service } = useTenancy();
  const { trip, promise, vehicleId } = booking;
  const stop = (id: string) => service.stops.find((each) => each.id === id);
  const vehicle = service.vehicles.find(({ id }) => id === vehicleId);
  const guidance = stop(trip.from)?.guidance;
  return (
    <dl className="flex flex-col gap-4">
      <Fact name={t.from}>
        <StopName stop={stop(trip.from)} size="text-3xl" />
        {guidance && (
          <span className="block">
            <span className="text-quiet">{`${offer.stand}${colon}`}</span>
            {guidance}
          </span>
        )}
      </Fact>
      <Fact name={t.window}>
        <span className="block text-lg">{format.date(promise.pickupFrom)}</span>
        <span className="block text-2xl leading-snug font-bold text-solid-gray-900">
          {t.between(format.time(promise.pickupFrom), format.time(promise.pickupTo))}
        </span>
        <span className="block">{t.windowHint(format.time(promise.pickupFrom))}</span>
      </Fact>
      {vehicle !== undefined && (
        <Fact name={t.vehicle}>
          <span className="block text-2xl leading-snug font-bold text-solid-gray-900">
            {t.vehicleValue(vehicle.name, vehicle.colour)}
          </span>
          <span className="block text-xl">
            <span className="text-base text-quiet">{`${t.plate}${colon}`}</span>
            <span className="font-bold">{vehicle.plate}</span>
          </span>
          {trip.wheelchairs > 0 && <span className="block">{t.wheelchairs(trip.wheelchairs)}</span>}
          <NeedsLine needs={trip.needs} />
        </Fact>
      )}
      <Fact name={t.to}>
        <StopName stop={stop(trip.to)} size="text-xl" />
        <span className="block text-lg font-bold">{t.arriveByValue(format.time(promise.arriveBy))}</span>
      </Fact>
    </dl>
  );
}

function StopName({ stop, size }: { stop: Stop | undefined; size: string }) {
  const { stopNumber } = useMessages(riderMessages);
  if (stop === undefined) return null;
  return (
    <span className={`block leading-snug font-bold text-solid-gray-900 ${size}`}>
      <span className="mr-2 inline-block rounded-full bg-key-900 px-2 text-base leading-relaxed text-white">
        {stopNumber(stop.number)}
      </span>
      {stop.name}
    </span>
  );
}
