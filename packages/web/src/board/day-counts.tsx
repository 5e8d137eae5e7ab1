import type { Board } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { boardMessages } from "../messages/board/index.ts";
import { personsOf } from "../ui/party.ts";
import { type BoardBooking, groupOf, isLate } from "./filter-bookings.ts";

/** How the day stands, in six numbers. */
export function DayCounts({ board: { bookings, held } }: { board: Board }) {
  const t = useMessages(boardMessages);
  const figures = (["ahead", "aboard", "over", "off"] as const).map((group) => ({
    label: t.counts[group],
    rides: bookings.filter((booking) => groupOf(booking) === group),
  }));
  const late = bookings.filter(isLate);
  return (
    <dl
      aria-label={t.counts.label}
      className="grid grid-cols-2 gap-px overflow-hidden rounded-12 border border-line bg-line sm:grid-cols-3 lg:grid-cols-6"
    >
      <Figure label={t.counts.late} rides={late} alarming={late.length > 0} />
      {figures.map(({ label, rides }) => (
        <Figure key={label} label={label} rides={rides} />
      ))}
      <Figure label={t.counts.held} count={held.length} />
    </dl>
  );
}

function Figure({
  label,
  rides,
  count = rides?.length ?? 0,
  alarming = false,
}: {
  label: string;
  rides?: readonly BoardBooking[];
  count?: number;
  alarming?: boolean;
}) {
  const t = useMessages(boardMessages);
  const persons = rides?.reduce((sum, { riders }) => sum + personsOf(riders), 0);
  return (
    <div className={`flex flex-col px-4 py-2 ${alarming ? "bg-red-50 text-red-1000" : "bg-white"}`}>
      <dt className="text-base">{label}</dt>
      <dd className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-3xl font-bold tabular-nums">{t.counts.bookings(count)}</span>
        {persons !== undefined && <span>{t.counts.persons(persons)}</span>}
      </dd>
    </div>
  );
}
