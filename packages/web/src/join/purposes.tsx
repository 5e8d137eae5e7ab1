import { useMessages } from "../language.tsx";
import { joinMessages } from "../messages/join/index.ts";

/** What is kept of a member and what for, said before anything is sent. SAP-PI-1, POL-PUR-1 */
export function Purposes() {
  const { purposes: t } = useMessages(joinMessages);
  return (
    <section aria-labelledby="purposes" className="rounded-12 bg-surface p-5">
      <h2 id="purposes" className="mb-2 text-xl font-bold">
        {t.title}
      </h2>
      <table className="w-full border-collapse text-left">
        <thead>
          <tr>
            {[t.what, t.why].map((head) => (
              <th key={head} scope="col" className="border-b border-edge py-1 pr-3">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(t.rows).map(([field, [what, why]]) => (
            <tr key={field} className="border-b border-line align-top last:border-b-0">
              <th scope="row" className="py-2 pr-3 font-bold">
                {what}
              </th>
              <td className="py-2">{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3">{t.kept}</p>
      <p className="mt-2 font-bold">{t.agreed}</p>
    </section>
  );
}
