import type { Registrations } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { registrationsMessages } from "../messages/registrations/index.ts";

/** How many came by each tag and way. Tells nothing of a person. */
export function SourceTable({ sources }: { sources: Registrations["sources"] }) {
  const t = useMessages(registrationsMessages);
  return (
    <section>
      <h2 id="sources" className="mb-2 text-xl font-bold">
        {t.list.sources}
      </h2>
      <table aria-labelledby="sources" className="border-collapse text-left">
        <thead>
          <tr>
            {[t.list.tag, t.panel.way, t.list.count].map((head) => (
              <th key={head} scope="col" className="border-b border-edge px-3 py-1">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sources.map(({ source, way, count }) => (
            <tr key={`${source} ${way}`} className="border-b border-line last:border-b-0">
              <th scope="row" className="px-3 py-1 font-normal">
                {source ?? t.list.noTag}
              </th>
              <td className="px-3 py-1">{t.ways[way]}</td>
              <td className="px-3 py-1 text-right tabular-nums">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
