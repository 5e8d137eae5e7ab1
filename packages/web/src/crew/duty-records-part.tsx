import { useState } from "react";
import { useMessages } from "../language.tsx";
import { crewMessages } from "../messages/crew/index.ts";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Loading } from "../ui/loading.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { DutyRecordSheet } from "./duty-record-sheet.tsx";
import { SpanForm } from "./span-form.tsx";

/** The duty records (業務記録) of some days, one sheet for each driver and day. 旅客自動車運送事業運輸規則 第25条 */
export function DutyRecordsPart({ today }: { today: string }) {
  const { record: t } = useMessages(crewMessages);
  const { tenant } = useTenancy();
  const [span, setSpan] = useState({ from: today, to: today });
  const { data, error, refetch } = useRead("listDutyRecords", { params: { tenant }, query: span });
  const crew = useRead("getCrewDay", { params: { tenant }, query: {} });
  return (
    <>
      <SpanForm span={span} file="getDutyRecordsCsv" onChange={setSpan} />
      {crew.data !== undefined && (
        <p className="no-print mb-4 text-quiet">{t.retention(crew.data.rules.retention.dutyRecordYears)}</p>
      )}
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data === undefined ? error === null && <Loading /> : data.records.length === 0 && <p>{t.empty}</p>}
      <ul className="flex flex-col gap-6">
        {data?.records.map((record) => (
          <li
            key={`${record.serviceDate} ${record.driverId}`}
            className="break-inside-avoid rounded-12 border border-line p-5"
          >
            <DutyRecordSheet record={record} />
          </li>
        ))}
      </ul>
    </>
  );
}
