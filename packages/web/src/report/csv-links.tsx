import { useMessages } from "../language.tsx";
import { reportMessages } from "../messages/report/index.ts";
import { addressOf } from "../server.ts";
import { useTenancy } from "../shell/session.ts";
import { buttonLook } from "../ui/button.tsx";
import type { ReportRange } from "./report-range.ts";

/** The boarding records as a file, in the two writings that offices use. */
export function CsvLinks({ range }: { range: ReportRange }) {
  const t = useMessages(reportMessages);
  const { tenant } = useTenancy();
  const files = [
    { encoding: "utf-8", label: t.csv.utf8 },
    { encoding: "shift_jis", label: t.csv.sjis },
  ] as const;
  return (
    <section className="max-w-xl">
      <h2 className="mb-2 text-xl font-bold">{t.csv.title}</h2>
      <div className="flex flex-wrap gap-3">
        {files.map(({ encoding, label }) => (
          <a
            key={encoding}
            download
            href={addressOf("getReportCsv", { params: { tenant }, query: { ...range, encoding } })}
            className={buttonLook({ look: "outline", size: "medium" })}
          >
            {label}
          </a>
        ))}
      </div>
      <p className="mt-2 text-base text-quiet">{t.csv.hint}</p>
    </section>
  );
}
