import type { UsageReport } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { reportMessages } from "../messages/report/index.ts";
import { useFormat } from "../shell/session.ts";
import { FARE_CLASSES } from "../ui/party.ts";
import { poolingRate } from "./pooling-rate.ts";

/** The period in figures. */
export function Totals({ totals }: { totals: UsageReport["totals"] }) {
  const t = useMessages(reportMessages).totals;
  const format = useFormat();
  const rate = poolingRate(totals);
  const difference = totals.fareCollected - totals.fareDue;
  return (
    <>
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-12 border border-line bg-line sm:grid-cols-3 lg:grid-cols-5">
        <Figure label={t.operatingDays} value={t.days(totals.operatingDays)} />
        <Figure label={t.bookings} value={t.items(totals.bookings)} />
        <Figure label={t.rides} value={t.items(totals.rides)} />
        <Figure label={t.persons} value={t.people(totals.persons)} />
        <Figure
          label={t.pooling}
          value={rate === undefined ? t.noRides : t.percent(rate)}
          hint={t.poolingHint}
        />
        <Figure label={t.cancelled} value={t.items(totals.cancelled)} />
        <Figure label={t.noShows} value={t.items(totals.noShows)} />
        <Figure label={t.refusals} value={t.items(totals.refusals)} />
        <Figure label={t.fareDue} value={format.yen(totals.fareDue)} />
        <Figure
          label={t.fareCollected}
          value={format.yen(totals.fareCollected)}
          {...(difference !== 0 && { hint: t.difference(format.yen(difference)) })}
        />
      </dl>
      <ByClass persons={totals.personsByClass} />
    </>
  );
}

function Figure({ label, value, hint }: { label: string; value: string; hint?: string }) {
  return (
    <div className="flex flex-col bg-white px-4 py-3">
      <dt className="text-base">{label}</dt>
      <dd>
        <span className="block text-[1.75rem] leading-tight font-bold tabular-nums">{value}</span>
        {hint !== undefined && <span className="phrase block text-sm leading-snug text-quiet">{hint}</span>}
      </dd>
    </div>
  );
}

/** Who rode, by fare class. */
function ByClass({ persons }: { persons: UsageReport["totals"]["personsByClass"] }) {
  const t = useMessages(reportMessages);
  return (
    <div className="mt-3 flex flex-wrap items-baseline gap-x-6 gap-y-1">
      <h3 className="font-bold">{t.totals.byClass}</h3>
      <dl className="flex flex-wrap gap-x-6">
        {FARE_CLASSES.map((fareClass) => (
          <div key={fareClass} className="flex items-baseline gap-2">
            <dt>{t.classes[fareClass]}</dt>
            <dd className="text-lg font-bold tabular-nums">{t.totals.people(persons[fareClass])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
