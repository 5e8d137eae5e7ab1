import type { DutySheet } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { driveScreenMessages } from "../messages/drive-screen/index.ts";
import { driverMessages } from "../messages/driver/index.ts";
import { useFormat } from "../shell/session.ts";
import { PaidFares } from "./paid-fares.tsx";
import type { RecordedEvent } from "./recorded-event.ts";
import { tillOf, useUnsent } from "./recording.tsx";

/** The duty's fares: what was taken by what it was paid with, and what the plan asks for. The day's till stands at its end. 仕様書 5-(3)-① */
export function DayFigures({ sheet, record }: { sheet: DutySheet; record: (event: RecordedEvent) => void }) {
  const t = useMessages(driverMessages);
  const { till } = useMessages(driveScreenMessages);
  const format = useFormat();
  const taken = tillOf(sheet, useUnsent());
  const sums = [
    { name: till.cash, amount: taken.cash },
    { name: till.cashless, amount: taken.cashless },
    { name: t.fareCollected, amount: sheet.fareCollected },
  ];
  return (
    <section aria-label={t.figures} className="rounded-12 border border-line bg-surface p-4">
      <h2 className="text-xl font-bold">{t.figures}</h2>
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        {sums.map(({ name, amount }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="text-3xl font-bold tabular-nums">{format.yen(amount)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-1 text-lg">{till.due(format.yen(sheet.fareDue))}</p>
      <PaidFares sheet={sheet} record={record} />
    </section>
  );
}
