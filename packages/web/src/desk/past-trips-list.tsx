import type { Booking } from "@noriai/api";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useMessages } from "../language.tsx";
import { deskMessages } from "../messages/desk/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";

/** What the caller rode before: Enter books the same again, R the way back, N something new. */
export function PastTrips({
  trips,
  onRepeat,
  onBack,
  onFresh,
}: {
  trips: readonly Booking[];
  onRepeat: (trip: Booking) => void;
  onBack: (trip: Booking) => void;
  onFresh: () => void;
}) {
  const t = useMessages(deskMessages);
  const list = useRef<HTMLUListElement>(null);
  const fresh = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Who types ahead has gone on to the request already; trips that come late do not pull the operator back.
    if (document.activeElement?.closest("form")) return;
    (list.current?.querySelector("button") ?? fresh.current?.querySelector("button"))?.focus();
  }, []);
  const press = (event: KeyboardEvent, trip: Booking, row: number) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
    const commands: Record<string, () => void> = {
      r: () => onBack(trip),
      n: onFresh,
      arrowdown: () => focusRow(list.current, row + 1),
      arrowup: () => focusRow(list.current, row - 1),
    };
    const command = commands[event.key.toLowerCase()];
    if (command === undefined) return;
    event.preventDefault();
    command();
  };
  return (
    <section>
      <h3 className="text-lg font-bold">{t.trips.title}</h3>
      <p className="text-quiet">{trips.length === 0 ? t.trips.none : t.trips.hint}</p>
      {trips.length > 0 && (
        <ul ref={list}>
          {trips.map((trip, row) => (
            <li
              key={trip.id}
              className="flex flex-wrap items-center gap-2 border-b border-line py-2"
              onKeyDown={(event) => press(event, trip, row)}
            >
              <Trip trip={trip} onRepeat={onRepeat} onBack={onBack} />
            </li>
          ))}
        </ul>
      )}
      <div ref={fresh} className="mt-2">
        <Button look="outline" size="small" onClick={onFresh}>
          {t.trips.fresh}
        </Button>
      </div>
    </section>
  );
}

function Trip({
  trip,
  onRepeat,
  onBack,
}: {
  trip: Booking;
  onRepeat: (trip: Booking) => void;
  onBack: (trip: Booking) => void;
}) {
  const t = useMessages(deskMessages);
  const format = useFormat();
  const { stops } = useTenancy().service;
  const nameOf = (stopId: string) => stops.find(({ id }) => id === stopId)?.name ?? stopId;
  const [from, to] = [nameOf(trip.trip.from), nameOf(trip.trip.to)];
  return (
    <>
      <span className="min-w-0 flex-1 basis-52">
        <span className="block font-bold">{t.trips.row(from, to)}</span>
        <span className="block text-quiet">
          {format.serviceDate(trip.trip.serviceDate)}　{t.states[trip.state]}
        </span>
      </span>
      <Button
        data-repeat=""
        look="outline"
        size="small"
        aria-label={t.trips.repeatOf(from, to)}
        onClick={() => onRepeat(trip)}
      >
        {t.trips.repeat}
      </Button>
      <Button look="outline" size="small" aria-label={t.trips.backOf(to, from)} onClick={() => onBack(trip)}>
        {t.trips.back}
      </Button>
    </>
  );
}

const focusRow = (list: HTMLUListElement | null, row: number): void =>
  list?.querySelectorAll<HTMLButtonElement>("[data-repeat]")[row]?.focus();
