import type { Demand } from "@noriai/api";
import { useTenancy } from "../shell/session.ts";
import { type Shown, useDemandWords } from "./demand-words.ts";

/** Demand that was not met: three figures with their meaning, and where, when and why. */
export function UnmetSection({ demand }: { demand: Demand }) {
  const { t, count } = useDemandWords(demand.least);
  const { unmet: u } = t;
  const { service } = useTenancy();
  const stopName = (id: string) => service.stops.find((stop) => stop.id === id)?.name ?? id;
  const figures = [
    [u.refused, demand.refused, u.refusedHint],
    [u.abandoned, demand.abandoned, u.abandonedHint],
    [u.left, demand.left, u.leftHint],
  ] as const;
  return (
    <section aria-labelledby="unmet">
      <h2 id="unmet" className="text-xl font-bold">
        {u.title}
      </h2>
      <p className="mb-3">{u.lead(demand.least)}</p>
      <dl className="grid gap-px overflow-hidden rounded-12 border border-line bg-line sm:grid-cols-3">
        {figures.map(([label, value, hint]) => (
          <div key={label} className="bg-white p-4">
            <dt className="text-base">{label}</dt>
            <dd>
              <span className="text-2xl font-bold tabular-nums">{count(value)}</span>
              <span className="block text-base text-quiet">{hint}</span>
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-5 grid gap-x-10 gap-y-6 lg:grid-cols-3">
        <Counts
          title={u.byHour}
          name={u.hour}
          least={demand.least}
          others={demand.byHour.others}
          rows={demand.byHour.rows.map((row) => [u.hourOf(row.hour), row.count])}
        />
        <Counts
          title={u.byPair}
          name={u.pair}
          least={demand.least}
          others={demand.byPair.others}
          rows={demand.byPair.rows.map(({ from, to, count: n }) => [
            `${stopName(from)} → ${stopName(to)}`,
            n,
          ])}
        />
        <Counts
          title={u.byReason}
          name={u.reason}
          least={demand.least}
          others={demand.byReason.others}
          rows={demand.byReason.rows.map((row) => [u.reasons[row.reason] ?? row.reason, row.count])}
        />
      </div>
    </section>
  );
}

const HEAD = "border-b-2 border-edge px-2 py-2 font-bold";

/** Counts by group, the largest first; small groups together in the last line. */
function Counts({
  title,
  name,
  least,
  rows,
  others,
}: {
  title: string;
  name: string;
  least: number;
  rows: readonly (readonly [string, number])[];
  others: Shown | null;
}) {
  const { t, count } = useDemandWords(least);
  return (
    <section className="min-w-0">
      <h3 className="mb-1 text-lg font-bold">{title}</h3>
      {rows.length === 0 && others === null ? (
        <p>{t.unmet.none}</p>
      ) : (
        <table className="w-full border-collapse">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              <th scope="col" className={`${HEAD} text-left`}>
                {name}
              </th>
              <th scope="col" className={`${HEAD} text-right whitespace-nowrap`}>
                {t.unmet.count}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...rows, ...(others === null ? [] : [[t.unmet.others(least), others] as const])].map(
              ([label, value]) => (
                <tr key={label} className="border-b border-line">
                  <th scope="row" className="px-2 py-2 text-left font-normal wrap-anywhere">
                    {label}
                  </th>
                  <td className="px-2 py-2 text-right tabular-nums">{count(value)}</td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
    </section>
  );
}
