import type { DutySheet } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { driverMessages } from "../messages/driver/index.ts";
import { useFormat } from "../shell/session.ts";

/** The day's fares: what the plan asks for and what is in the till. */
export function DayFigures({ sheet: { fareDue, fareCollected } }: { sheet: DutySheet }) {
  const t = useMessages(driverMessages);
  const format = useFormat();
  return (
    <section aria-label={t.figures} className="rounded-12 border border-line bg-surface p-4">
      <h2 className="text-xl font-bold">{t.figures}</h2>
      <dl className="grid grid-cols-2 gap-x-4">
        <dt className="col-start-1">{t.fareDue}</dt>
        <dt className="col-start-2 row-start-1">{t.fareCollected}</dt>
        <dd className="col-start-1 text-3xl font-bold tabular-nums">{format.yen(fareDue)}</dd>
        <dd className="col-start-2 text-3xl font-bold tabular-nums">{format.yen(fareCollected)}</dd>
      </dl>
    </section>
  );
}
