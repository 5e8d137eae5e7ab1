import type { Booking } from "@noriai/api";
import type { ReactNode } from "react";
import { useMessages } from "../language.tsx";
import { riderMessages } from "../messages/rider/index.ts";
import { NeedsLine } from "../needs/needs-line.tsx";
import { useFormat, useTenancy } from "../shell/session.ts";

/** Where to stand and when, when one arrives, in which vehicle: the facts of an offer or a booking. */
export function RideFacts({
  trip,
  promise,
  vehicleId,
  wheelchairs,
}: {
  trip: Pick<Booking["trip"], "from" | "to" | "needs">;
  promise: Booking["promise"];
  vehicleId: string | undefined;
  wheelchairs: number;
}) {
  const { ticket: t, offer, colon } = useMessages(riderMessages);
  const format = useFormat();
  const { service } = useTenancy();
  const stop = (id: string) => service.stops.find((each) => each.id === id);
  const vehicle = service.vehicles.find(({ id }) => id === vehicleId);
  return (
    <dl className="flex flex-col gap-4">
      <Fact name={t.window}>
        <span className="block text-lg">{format.date(promise.pickupFrom)}</span>
        <span className="block text-2xl leading-snug font-bold text-solid-gray-900">
          {t.between(format.time(promise.pickupFrom), format.time(promise.pickupTo))}
        </span>
        <span className="block">{t.windowHint(format.time(promise.pickupFrom))}</span>
      </Fact>
      <Fact name={t.from}>
        <StopName number={stop(trip.from)?.number} name={stop(trip.from)?.name ?? trip.from} />
        {stop(trip.from)?.guidance && (
          <span className="block">
            <span className="text-quiet">{`${offer.stand}${colon}`}</span>
            {stop(trip.from)?.guidance}
          </span>
        )}
      </Fact>
      <Fact name={t.to}>
        <StopName number={stop(trip.to)?.number} name={stop(trip.to)?.name ?? trip.to} />
        <span className="block text-lg font-bold">{t.arriveByValue(format.time(promise.arriveBy))}</span>
      </Fact>
      {vehicle !== undefined && (
        <Fact name={t.vehicle}>
          <span className="block text-lg font-bold">{t.vehicleValue(vehicle.name, vehicle.colour)}</span>
          <span className="block">
            <span className="text-quiet">{`${t.plate}${colon}`}</span>
            {vehicle.plate}
          </span>
          {wheelchairs > 0 && <span className="block">{t.wheelchairs(wheelchairs)}</span>}
          <NeedsLine needs={trip.needs} />
        </Fact>
      )}
    </dl>
  );
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 sm:grid-cols-[9rem_1fr]">
      <dt className="text-base text-quiet sm:pt-1">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

function StopName({ number, name }: { number: number | undefined; name: string }) {
  const { stopNumber } = useMessages(riderMessages);
  return (
    <span className="block text-xl leading-snug font-bold text-solid-gray-900">
      {number !== undefined && (
        <span className="mr-2 inline-block rounded-full bg-key-900 px-2 text-base leading-relaxed text-white">
          {stopNumber(number)}
        </span>
      )}
      {name}
    </span>
  );
}
