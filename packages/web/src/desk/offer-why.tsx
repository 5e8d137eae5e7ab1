import type { OfferReason, Quote } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { deskMessages } from "../messages/desk/index.ts";
import { useTenancy } from "../shell/session.ts";

/** For the operator's eye: why this vehicle, and what the trip costs those who were there before. */
export function OfferWhy({ quote: { why, vehicleId } }: { quote: Quote }) {
  const { why: t } = useMessages(deskMessages);
  const lines = useLines(why, vehicleId);
  if (why === undefined) return null;
  return (
    <section aria-label={t.title} className="my-3">
      <h3 className="font-bold">{t.title}</h3>
      <ul className="tabular-nums">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function useLines(why: OfferReason | undefined, vehicleId: string): readonly string[] {
  const { why: t } = useMessages(deskMessages);
  const { vehicles } = useTenancy().service;
  if (why === undefined) return [];
  const nameOf = (wanted: string) => vehicles.find(({ id }) => id === wanted)?.name ?? wanted;
  const whose = (code: string | null) => (code === null ? t.held : t.whose(code));
  const { driving, runnerUp, delays, moved } = why;
  const rivals = vehicles.length > 1;
  return [
    t.chosen(nameOf(vehicleId), minutes(driving)),
    ...(runnerUp !== null ? [t.runnerUp(nameOf(runnerUp.vehicleId), minutes(runnerUp.driving))] : []),
    ...(runnerUp === null && rivals ? [t.noOther] : []),
    ...delays.map(({ boardingCode, pickupLater, dropoffLater }) =>
      t.later(whose(boardingCode), minutes(pickupLater), minutes(dropoffLater)),
    ),
    ...moved.map((code) => t.moved(whose(code))),
    ...(delays.length + moved.length === 0 ? [t.nobodyLater] : []),
  ];
}

const minutes = (seconds: number): number => Math.ceil(seconds / 60);
