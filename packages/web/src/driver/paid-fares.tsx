import type { DutySheet } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { driveScreenMessages } from "../messages/drive-screen/index.ts";
import { FareLine } from "./fare-line.tsx";
import { PartyLine } from "./party-line.tsx";
import type { RecordedEvent } from "./recorded-event.ts";
import { paidElsewhere } from "./unpaid-behind.ts";

/** The fares that were taken at stops behind the vehicle: a slip is often seen only when the till is counted. */
export function PaidFares({ sheet, record }: { sheet: DutySheet; record: (event: RecordedEvent) => void }) {
  const { fare: t } = useMessages(driveScreenMessages);
  const paid = paidElsewhere(sheet);
  if (paid.length === 0) return null;
  return (
    <details className="mt-2">
      <summary className="min-h-12 cursor-pointer py-2 text-lg">{t.taken(paid.length)}</summary>
      <ul>
        {paid.map((rider) => (
          <li key={rider.bookingId} className="border-t border-line py-3">
            <PartyLine rider={rider} compact />
            <FareLine rider={rider} offers record={record} />
          </li>
        ))}
      </ul>
    </details>
  );
}
