import type { RunSheet } from "@noriai/api";
import { useState } from "react";
import { useNow } from "../../clock.tsx";
import { useMessages } from "../../language.tsx";
import { paperMessages } from "../../messages/paper/index.ts";
import { useRead } from "../../read.ts";
import { useTenancy } from "../../shell/session.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Loading } from "../../ui/loading.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { wallTimeOf } from "../../wall-time.ts";
import { DutyPage } from "./duty-page.tsx";
import { PaperEntry } from "./paper-entry.tsx";

/** The day on paper: printed before it is needed, entered when the lights are on again. 仕様書 5-(5)-①, 7-(2)-① */
export function PaperFace() {
  const t = useMessages(paperMessages);
  const { tenant, service } = useTenancy();
  const today = wallTimeOf(useNow(), service.timeZone).date;
  const [chosen, setChosen] = useState<string>();
  const date = chosen ?? today;
  const { data, error, refetch } = useRead("getRunSheet", { params: { tenant }, query: { date } });
  return (
    <>
      <div className="no-print">
        <PageTitle title={t.title} className="mb-4" />
        <p className="mb-4">{t.hint}</p>
        <div className="mb-6 flex flex-wrap items-end gap-4">
          {/* Any day: what nobody recorded last week is entered here too. */}
          <TextField
            type="date"
            label={t.date}
            value={date}
            onChange={({ target }) => target.value !== "" && setChosen(target.value)}
          />
          <Button onClick={() => print()}>{t.print}</Button>
        </div>
      </div>
      {data === undefined &&
        (error === null ? <Loading /> : <ProblemNotice problem={error} onRetry={() => void refetch()} />)}
      {data !== undefined && <Sheets sheet={data} />}
    </>
  );
}

function Sheets({ sheet }: { sheet: RunSheet }) {
  const t = useMessages(paperMessages);
  if (sheet.duties.length === 0) return <p>{t.none}</p>;
  return (
    <>
      {sheet.duties.map((duty) => (
        <DutyPage key={duty.dutyId} sheet={sheet} duty={duty} />
      ))}
      <section className="no-print mt-10">
        <h2 className="text-2xl font-bold">{t.entry.title}</h2>
        <p className="mb-4 text-quiet">{t.entry.hint}</p>
        {sheet.duties.map((duty) => (
          <PaperEntry key={`${sheet.serviceDate} ${duty.dutyId}`} sheet={sheet} duty={duty} />
        ))}
      </section>
    </>
  );
}
