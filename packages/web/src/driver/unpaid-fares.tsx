import type { DutySheet } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { driverMessages } from "../messages/driver/index.ts";
import { FareLine } from "./fare-line.tsx";
import { PartyLine } from "./party-line.tsx";
import type { RecordedEvent } from "./recorded-event.ts";
import { unpaidBehind } from "./unpaid-behind.ts";

/** Fares of parties whose stop is behind the vehicle already, so that none is forgotten. */
export function UnpaidFares({ sheet, record }: { sheet: DutySheet; record: (event: RecordedEvent) => void }) {
  const t = useMessages(driverMessages);
  const unpaid = unpaidBehind(sheet);
  if (unpaid.length === 0) return null;
  return (
    <section className="rounded-16 border-4 border-warning-yellow-2 bg-white p-4">
      <h2 className="text-2xl font-bold">{t.unpaidTitle}</h2>
      <ul>
        {unpaid.map((rider) => (
          <li key={rider.bookingId} className="border-b border-line py-3 last:border-b-0">
            <PartyLine rider={rider} compact />
            <FareLine rider={rider} offers record={record} />
          </li>
        ))}
      </ul>
    </section>
  );
}
