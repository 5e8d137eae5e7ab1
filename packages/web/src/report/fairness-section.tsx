import type { Demand } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { reportMessages } from "../messages/report/index.ts";
import { useTenancy } from "../shell/session.ts";
import { ScrollFrame } from "../ui/scroll-frame.tsx";
import { type DemandWords, useDemandWords } from "./demand-words.ts";

type Table = Demand["fairness"]["byChannel"];
type Figures = Demand["fairness"]["total"];

/** Acceptance and waiting by channel, fare class, wheelchair and area, with what each figure means. */
export function FairnessSection({ demand: { fairness, least } }: { demand: Demand }) {
  const words = useDemandWords(least);
  const { fairness: t } = words.t;
  const report = useMessages(reportMessages);
  const { service } = useTenancy();
  const classes: Readonly<Record<string, string>> = { ...report.classes, mixed: t.mixed };
  const channels: Readonly<Record<string, string>> = report.channels;
  const wheelchairs: Readonly<Record<string, string>> = t.wheelchairs;
  const areaName = (mesh: string) => {
    const [first, ...more] = fairness.areas[mesh] ?? [];
    return t.more(service.stops.find(({ id }) => id === first)?.name ?? mesh, more.length);
  };
  const tables = [
    [t.byChannel, fairness.byChannel, (key: string) => channels[key] ?? key],
    [t.byClass, fairness.byClass, (key: string) => classes[key] ?? key],
    [t.byWheelchair, fairness.byWheelchair, (key: string) => wheelchairs[key] ?? key],
    [t.byArea, fairness.byArea, areaName],
  ] as const;
  return (
    <section aria-labelledby="fairness" className="flex flex-col gap-5">
      <div>
        <h2 id="fairness" className="text-xl font-bold">
          {t.title}
        </h2>
        <p>{t.lead}</p>
      </div>
      <Rows
        title={t.total}
        words={words}
        rows={[{ name: t.total, figures: fairness.total }]}
        note={t.afterRefusal(words.count(fairness.afterRefusal))}
      />
      {tables.map(([title, table, nameOf]) => (
        <Rows
          key={title}
          title={title}
          words={words}
          rows={rowsOf(table, { nameOf, others: words.t.unmet.others(least) })}
          note={table.kind === "too-few" ? t.tooFew(least) : title === t.byArea ? t.areaHint : undefined}
        />
      ))}
      <Definitions words={words} />
    </section>
  );
}

interface Row {
  readonly name: string;
  readonly figures: Figures;
}

const rowsOf = (
  table: Table,
  { nameOf, others }: { nameOf: (key: string) => string; others: string },
): readonly Row[] => [
  ...table.rows.map(({ key, ...figures }) => ({ name: nameOf(key), figures })),
  ...(table.others === null ? [] : [{ name: others, figures: table.others }]),
];

function Rows({
  title,
  words: { t, count, acceptance, mean },
  rows,
  note,
}: {
  title: string;
  words: DemandWords;
  rows: readonly Row[];
  note: string | undefined;
}) {
  const { columns, group } = t.fairness;
  return (
    <section className="min-w-0">
      <h3 className="mb-1 text-lg font-bold">{title}</h3>
      {rows.length > 0 && (
        <ScrollFrame label={title} className="rounded-12 border border-line">
          <table className="w-full min-w-[52rem] border-collapse">
            <thead>
              <tr>
                <th scope="col" className="border-b border-edge bg-solid-gray-50 px-3 py-2 text-left">
                  {group}
                </th>
                {Object.values(columns).map((column) => (
                  <th
                    key={column}
                    scope="col"
                    className="border-b border-edge bg-solid-gray-50 px-3 py-2 text-right whitespace-nowrap"
                  >
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, figures }) => (
                <tr key={name} className="border-b border-line last:border-b-0">
                  <th scope="row" className="px-3 py-2 text-left font-normal">
                    {name}
                  </th>
                  {[
                    count(figures.asked),
                    count(figures.accepted),
                    count(figures.refused),
                    count(figures.abandoned),
                    acceptance(figures.acceptance),
                    mean(figures.shift),
                    mean(figures.wait),
                  ].map((cell, k) => (
                    <td
                      // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change their order
                      key={k}
                      className={`px-3 py-2 text-right tabular-nums ${k === 4 ? "font-bold" : ""}`}
                    >
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      )}
      {note !== undefined && <p className="mt-1 text-quiet">{note}</p>}
    </section>
  );
}

function Definitions({ words: { t } }: { words: DemandWords }) {
  return (
    <section className="rounded-12 bg-surface p-5">
      <h3 className="mb-2 text-lg font-bold">{t.fairness.definitionsTitle}</h3>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_minmax(0,1fr)]">
        {t.fairness.definitions.map(([term, meaning]) => (
          <div key={term} className="contents">
            <dt className="font-bold">{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
