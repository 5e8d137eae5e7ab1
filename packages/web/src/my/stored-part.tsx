import type { MyRecord } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { myMessages } from "../messages/my/index.ts";

/** Everything that is stored, why and for how long. */
export function StoredPart({ stored }: { stored: MyRecord["stored"] }) {
  const { stored: t } = useMessages(myMessages);
  return (
    <section aria-labelledby="stored">
      <h2 id="stored" className="text-2xl font-bold">
        {t.title}
      </h2>
      <p className="mb-3 text-lg">{t.lead}</p>
      <details className="rounded-12 border border-line">
        <summary className="min-h-14 cursor-pointer px-5 py-4 text-lg font-bold">
          {t.open(stored.length)}
        </summary>
        <ul className="divide-y divide-line border-t border-line">
          {stored.map(({ kind, purpose, kept, isOptional, entries }) => (
            <li key={kind} className="px-5 py-3">
              <p className="text-lg font-bold">
                {t.kinds[kind]}
                {isOptional && (
                  <span className="ml-2 rounded-4 border border-edge px-2 text-base font-normal">
                    {t.optional}
                  </span>
                )}
              </p>
              <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 text-base">
                <dt className="text-quiet">{t.columns.why}</dt>
                <dd>{t.purposes[purpose]}</dd>
                <dt className="text-quiet">{t.columns.kept}</dt>
                <dd>{t.kept[kept]}</dd>
                <dt className="text-quiet">{t.columns.entries}</dt>
                <dd className="tabular-nums">{t.entries(entries)}</dd>
              </dl>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
