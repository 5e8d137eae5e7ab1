import { useMessages } from "../language.tsx";
import { demandMessages } from "../messages/report/index.ts";
import { useRead } from "../read.ts";
import { addressOf } from "../server.ts";
import { useTenancy } from "../shell/session.ts";
import { buttonLook } from "../ui/button.tsx";
import { Loading } from "../ui/loading.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { FairnessSection } from "./fairness-section.tsx";
import type { ReportRange } from "./report-range.ts";
import { UnmetSection } from "./unmet-section.tsx";

/** What could not be met, and whether everybody is served alike; counted so that it may be published. */
export function DemandSections({ range }: { range: ReportRange }) {
  const { tenant } = useTenancy();
  const { data, error, refetch } = useRead("getDemand", { params: { tenant }, query: range });
  if (data === undefined)
    return error === null ? <Loading /> : <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  return (
    <>
      <UnmetSection demand={data} />
      <FairnessSection demand={data} />
      <DemandCsv range={range} />
    </>
  );
}

function DemandCsv({ range }: { range: ReportRange }) {
  const { csv: t } = useMessages(demandMessages);
  const { tenant } = useTenancy();
  const files = [
    { encoding: "utf-8", label: t.utf8 },
    { encoding: "shift_jis", label: t.sjis },
  ] as const;
  return (
    <section>
      <h2 className="mb-2 text-xl font-bold">{t.title}</h2>
      <div className="flex flex-wrap gap-3">
        {files.map(({ encoding, label }) => (
          <a
            key={encoding}
            download
            aria-label={`${t.title} ${label}`}
            href={addressOf("getDemandCsv", { params: { tenant }, query: { ...range, encoding } })}
            className={buttonLook({ look: "outline", size: "medium" })}
          >
            {label}
          </a>
        ))}
      </div>
      <p className="mt-2 text-base text-quiet">{t.hint}</p>
    </section>
  );
}
