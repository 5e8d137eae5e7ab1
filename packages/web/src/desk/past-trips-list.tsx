import { type KeyboardEvent, useEffect, useRef } from "react";
import { useMessages } from "../language.tsx";
import { deskMessages } from "../messages/desk/index.ts";
import { useFormat } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import type { UsualTrip } from "./past-trips.ts";
import { useStopName } from "./upcoming-bookings.tsx";

interface Choosing {
  readonly onRepeat: (trip: UsualTrip) => void;
  readonly onBack: (trip: UsualTrip) => void;
}

/** What the caller usually rides: Enter or its number books the same again, R the way back, N something new. */
export function PastTrips({
  trips,
  onFresh,
  ...choosing
}: Choosing & { readonly trips: readonly UsualTrip[]; readonly onFresh: () => void }) {
  const t = useMessages(deskMessages);
  const list = useRef<HTMLOListElement>(null);
  const fresh = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Who types ahead has gone on already; trips that come late do not pull the operator back.
    if (document.activeElement?.matches("body, input[type=search]") === false) return;
    (list.current?.querySelector("button") ?? fresh.current?.querySelector("button"))?.focus();
  }, []);
  const press = (event: KeyboardEvent, row: number) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
    const trip = trips[row];
    const numbered = trips[Number(event.key) - 1];
    const commands: Record<string, () => void> = {
      ...(trip !== undefined && { r: () => choosing.onBack(trip) }),
      n: onFresh,
      arrowdown: () => focusRow(list.current, row + 1),
      arrowup: () => focusRow(list.current, row - 1),
    };
    const command = numbered ? () => choosing.onRepeat(numbered) : commands[event.key.toLowerCase()];
    if (command === undefined) return;
    event.preventDefault();
    command();
  };
  return (
    <section>
      <h3 className="text-lg font-bold">{t.trips.title}</h3>
      <p className="text-quiet">{trips.length === 0 ? t.trips.none : t.trips.hint}</p>
      {trips.length > 0 && (
        <ol ref={list}>
          {trips.map((trip, row) => (
            <li
              key={trip.last.id}
              className="flex flex-wrap items-center gap-2 border-b border-line py-2"
              onKeyDown={(event) => press(event, row)}
            >
              <Trip trip={trip} number={row + 1} {...choosing} />
            </li>
          ))}
        </ol>
      )}
      <div ref={fresh} className="mt-2">
        <Button look="outline" size="small" onClick={onFresh} onKeyDown={(event) => press(event, -1)}>
          {t.trips.fresh}
        </Button>
      </div>
    </section>
  );
}

function Trip({ trip, number, onRepeat, onBack }: Choosing & { trip: UsualTrip; number: number }) {
  const t = useMessages(deskMessages);
  const format = useFormat();
  const nameOf = useStopName();
  const { last, rides } = trip;
  const [from, to] = [nameOf(last.trip.from), nameOf(last.trip.to)];
  return (
    <>
      <span aria-hidden="true" className="min-w-6 text-center font-bold tabular-nums">
        {number}
      </span>
      <span className="min-w-0 flex-1 basis-52">
        <span className="block font-bold">{t.trips.row(from, to)}</span>
        <span className="block text-quiet">
          {rides > 1 ? `${t.trips.rides(rides)}　` : ""}
          {t.trips.last(format.serviceDate(last.trip.serviceDate))}　{t.states[last.state]}
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

const focusRow = (list: HTMLOListElement | null, row: number): void =>
  list?.querySelectorAll<HTMLButtonElement>("[data-repeat]")[row]?.focus();
