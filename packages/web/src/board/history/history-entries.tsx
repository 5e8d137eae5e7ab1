import type { BookingHistory } from "@noriai/api";
import type { ReactNode } from "react";
import { useMessages } from "../../language.tsx";
import { historyMessages } from "../../messages/history/index.ts";
import type { HistoryMessages } from "../../messages/history/ja.ts";
import { needsMessages } from "../../messages/needs/index.ts";
import { useNeedWords } from "../../needs/use-need-words.ts";
import { useFormat, useTenancy } from "../../shell/session.ts";

type Entry = BookingHistory["entries"][number];
type Trip = Extract<Entry, { kind: "offered" }>["trip"];
type Told = Extract<Entry, { kind: "booked" }>["promise"];

/** A booking's history from its first offer on: when, what, and by whom. */
export function HistoryEntries({ history: { entries, complete } }: { history: BookingHistory }) {
  const t = useMessages(historyMessages);
  return (
    <>
      {!complete && <p className="mb-3 rounded-8 bg-yellow-50 p-3">{t.incomplete}</p>}
      {entries.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ol className="border-l-2 border-line pl-4">
          {entries.map((entry, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what has happened stays where it is
            <li key={k} className="relative pb-4">
              <span
                aria-hidden="true"
                className={`absolute top-2 -left-[1.4rem] size-3 rounded-full border-2 border-white ${COLOUR[entry.kind]}`}
              />
              <When entry={entry} />
              <Words entry={entry} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

const COLOUR: Readonly<Record<Entry["kind"], string>> = {
  offered: "bg-key-400",
  "offer-closed": "bg-solid-gray-536",
  booked: "bg-key-900",
  changed: "bg-key-900",
  cancelled: "bg-error-1",
  moved: "bg-key-400",
  instructed: "bg-key-400",
  driven: "bg-success-2",
  delayed: "bg-error-1",
  called: "bg-solid-gray-800",
};

function When({ entry: { at, by } }: { entry: Entry }) {
  const t = useMessages(historyMessages).by;
  const { date, clock } = useFormat();
  const role = by.role !== null && by.role in t ? t[by.role as keyof typeof t] : t.unknown;
  return (
    <p className="text-base text-quiet tabular-nums">
      {date(at)} {clock(at)}　{by.onBehalf === true ? t.helper : (by.name ?? role)}
    </p>
  );
}

function Words({ entry }: { entry: Entry }) {
  const t = useMessages(historyMessages);
  const format = useFormat();
  const vehicle = useVehicleNames();
  switch (entry.kind) {
    case "offered":
    case "booked":
    case "changed":
      return <ToldWords entry={entry} />;
    case "offer-closed":
      return <Said title={oneOf(t.closed, entry.because)} />;
    case "cancelled":
      return <Said title={entry.state === "cancelled_by_rider" ? t.cancelled.rider : t.cancelled.operator} />;
    case "moved":
      return (
        <Said title={t.moved(vehicle(entry.from), vehicle(entry.to))}>
          <p>{oneOf(t.because, entry.because)}</p>
        </Said>
      );
    case "instructed":
      return <Said title={oneOf(t.instructed, entry.instruction)} />;
    case "driven":
      return <DrivenWords entry={entry} />;
    case "delayed":
      return (
        <Said title={t.delayed(Math.round(entry.late / 60))}>
          <p>{oneOf(t.causes, entry.cause)}</p>
        </Said>
      );
    case "called":
      return (
        <Said title={t.called[entry.outcome]}>
          {entry.told !== null && (
            <p>{entry.told === "stranded" ? t.toldStranded : promiseIn(entry.told, t.told, format.time)}</p>
          )}
        </Said>
      );
  }
}

/** What the rider heard with an offer, a yes or a change. */
function ToldWords({ entry }: { entry: Extract<Entry, { kind: "offered" | "booked" | "changed" }> }) {
  const t = useMessages(historyMessages);
  const { changed: needsChanged, none } = useMessages(needsMessages);
  const { time, clock } = useFormat();
  const { stops } = useTenancy().service;
  const vehicle = useVehicleNames();
  const needs = useNeeds();
  const stop = (id: string) => stops.find((one) => one.id === id)?.name ?? id;
  if (entry.kind === "offered") {
    const { trip, forChange, promise, channel, expiresAt } = entry;
    const words = forChange ? t.offeredChange : t.offered;
    return (
      <Said title={words(stop(trip.from), stop(trip.to))}>
        <p>{promiseIn(promise, t.promise, time)}</p>
        <p>
          {t.channels[channel]}　{t.heldUntil(clock(expiresAt))}
        </p>
        {needs(trip) !== "" && <p>{needs(trip)}</p>}
      </Said>
    );
  }
  const wayOf = ({ from, to }: { from: string; to: string }) => `${stop(from)} → ${stop(to)}`;
  const told = entry.kind === "booked" ? entry.promise : entry.after.promise;
  return (
    <Said title={entry.kind === "booked" ? t.booked : `${t.changed}：${wayOf(entry.after.trip)}`}>
      <p>{promiseIn(told, t.promise, time)}</p>
      {entry.kind === "changed" && (
        <p className="text-quiet">
          {t.before(`${wayOf(entry.before.trip)}　${promiseIn(entry.before.promise, t.promise, time)}`)}
        </p>
      )}
      {entry.kind === "changed" && needs(entry.before.trip) !== needs(entry.after.trip) && (
        <p>{needsChanged(needs(entry.before.trip) || none, needs(entry.after.trip) || none)}</p>
      )}
      <p>{t.vehicle(vehicle(entry.vehicleId))}</p>
    </Said>
  );
}

function DrivenWords({ entry }: { entry: Extract<Entry, { kind: "driven" }> }) {
  const t = useMessages(historyMessages);
  const { yen, clock } = useFormat();
  const { event, undone, amount, recordedAt, at } = entry;
  const what = oneOf(t.driven, undone ?? event);
  return (
    <Said title={undone === null ? what : t.undone(what)}>
      {amount !== null && <p>{yen(amount)}</p>}
      {recordedAt !== at && <p>{t.recordedAt(clock(recordedAt))}</p>}
    </Said>
  );
}

function useVehicleNames(): (id: string | null) => string {
  const { noVehicle } = useMessages(historyMessages);
  const { vehicles } = useTenancy().service;
  return (id) => vehicles.find((one) => one.id === id)?.name ?? noVehicle;
}

/** What a trip needs, in one text; empty for nothing. */
function useNeeds(): (trip: Trip) => string {
  const words = useNeedWords();
  return (trip) => words(trip).join("・");
}

const promiseIn = (
  { pickupFrom, pickupTo, arriveBy }: Told,
  words: HistoryMessages["promise"],
  time: (at: string) => string,
): string => words(time(pickupFrom), time(pickupTo), time(arriveBy));

const Said = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="tabular-nums">
    <p className="text-lg font-bold">{title}</p>
    {children}
  </div>
);

/** The word for a kind; of kinds that this page does not know yet the general one. */
const oneOf = <T extends { readonly other: string }>(words: T, kind: string): string =>
  kind in words ? String(words[kind as keyof T]) : words.other;
