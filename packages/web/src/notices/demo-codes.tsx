import { useMessages } from "../language.tsx";
import { noticesMessages } from "../messages/notices/index.ts";
import { useRead } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";

const REFRESH_MS = 3_000;

/** One-time codes that the demo would have sent. In production there is nothing to list: a code is nowhere but with its rider. */
export function DemoCodes() {
  const { codes: t, means: ways } = useMessages(noticesMessages);
  const { tenant } = useTenancy();
  const format = useFormat();
  const { data } = useRead("listDemoCodes", { params: { tenant } }, { refetchInterval: REFRESH_MS });
  if (data === undefined || data.codes.length === 0) return null;
  return (
    <section aria-labelledby="demo-codes" className="flex flex-col gap-3">
      <h2 id="demo-codes" className="text-xl font-bold">
        {t.title}
      </h2>
      <ul className="flex flex-col gap-3">
        {data.codes.map(({ codeId, purpose, means, words, issuedAt }) => (
          <li key={codeId} className="rounded-12 border border-line bg-white p-4">
            <p className="flex flex-wrap gap-x-5">
              <span className="tabular-nums">{format.dateTime(issuedAt)}</span>
              <span className="font-bold">{t.purposes[purpose]}</span>
              <span>{ways[means]}</span>
            </p>
            <p className="mt-1 whitespace-pre-line">{words}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
