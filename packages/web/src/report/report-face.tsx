import type { UsageReport } from "@noriai/api";
import { useState } from "react";
import { useNow } from "../clock.tsx";
import { useMessages } from "../language.tsx";
import { reportMessages } from "../messages/report/index.ts";
import { useRead } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Loading } from "../ui/loading.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { wallTimeOf } from "../wall-time.ts";
import { BoardingRecords } from "./boarding-records.tsx";
import { ByHour } from "./by-hour.tsx";
import { ByStop } from "./by-stop.tsx";
import { CsvLinks } from "./csv-links.tsx";
import { DemandSections } from "./demand-sections.tsx";
import { PunctualitySection } from "./punctuality-section.tsx";
import { RangeForm } from "./range-form.tsx";
import { RefusedWishes } from "./refused-wishes.tsx";
import { monthOf, type ReportRange } from "./report-range.ts";
import { Totals } from "./totals.tsx";

/** Usage results and boarding records of a period, computed from what drivers recorded. 仕様書 5-(4)-④〜⑥ */
export function ReportFace() {
  const t = useMessages(reportMessages);
  const { tenant, service } = useTenancy();
  const today = wallTimeOf(useNow(), service.timeZone).date;
  const [chosen, choose] = useState<ReportRange>();
  const range = chosen ?? monthOf(today);
  const { data, error, refetch } = useRead("getReport", { params: { tenant }, query: range });
  return (
    <>
      <PageTitle title={t.title} />
      <p className="mb-4 text-lg">{t.project(service.projectName)}</p>
      <div className="mb-8 flex flex-wrap items-start justify-between gap-x-10 gap-y-6">
        <RangeForm key={`${range.from} ${range.to}`} range={range} today={today} onShow={choose} />
        <CsvLinks range={range} />
      </div>
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data === undefined ? error === null && <Loading /> : <Results report={data} range={range} />}
    </>
  );
}

function Results({ report, range }: { report: UsageReport; range: ReportRange }) {
  const t = useMessages(reportMessages);
  const format = useFormat();
  return (
    <div className="flex flex-col gap-10">
      <section>
        <h2 className="text-xl font-bold">{t.totals.title}</h2>
        <p role="status" className="mb-3 text-lg">
          {t.range.shown(format.serviceDate(report.from), format.serviceDate(report.to))}
        </p>
        <Totals totals={report.totals} />
      </section>
      <PunctualitySection punctuality={report.punctuality} />
      <div className="grid gap-10 lg:grid-cols-2">
        <ByHour hours={report.byHour} />
        <ByStop stops={report.byStop} />
      </div>
      <DemandSections range={range} />
      <RefusedWishes refusals={report.refusals} />
      <BoardingRecords records={report.records} />
    </div>
  );
}
