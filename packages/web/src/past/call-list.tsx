import type { PastDay } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { pastMessages } from "../messages/past/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";

/** Calls because of lateness, as they were made. */
export function CallList({ day: { calls } }: { day: PastDay }) {
  const t = useMessages(pastMessages).calls;
  const { time } = useFormat();
  return (
    <section>
      <h2 className="mb-2 text-xl font-bold">{t.title}</h2>
      {calls.length === 0 ? (
        <p className="text-quiet">{t.none}</p>
      ) : (
        <ul className="list-disc pl-6 tabular-nums">
          {calls.map(({ at, boardingCode, outcome, by }) => (
            <li key={`${at} ${boardingCode}`}>{t.line(time(at), boardingCode, t[outcome], by)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Wishes for the day that came to nothing. */
export function RefusalList({ day: { refusals } }: { day: PastDay }) {
  const t = useMessages(pastMessages).refusals;
  const { dateTime, time } = useFormat();
  const { stops } = useTenancy().service;
  const stop = (id: string) => stops.find((one) => one.id === id)?.name ?? id;
  return (
    <section>
      <h2 className="mb-2 text-xl font-bold">{t.title}</h2>
      {refusals.length === 0 ? (
        <p className="text-quiet">{t.none}</p>
      ) : (
        <ul className="list-disc pl-6 tabular-nums">
          {refusals.map(({ at, trip }, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was refused stays where it is
            <li key={k}>{t.line(dateTime(at), stop(trip.from), stop(trip.to), time(trip.time.at))}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
