import type { CrewDay } from "@noriai/api";
import { useState } from "react";
import { useMessages } from "../language.tsx";
import { crewMessages } from "../messages/crew/index.ts";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { TextField } from "../ui/field.tsx";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { AssignmentRow } from "./assignment-row.tsx";
import { CrewPeople } from "./crew-people.tsx";

/** One service date: who drives what, and how it stands with roll calls. */
export function CrewDayPart({ mayEdit, today }: { mayEdit: boolean; today: string }) {
  const t = useMessages(crewMessages);
  const { tenant } = useTenancy();
  const [chosen, choose] = useState<string>();
  const date = chosen ?? today;
  const { data, error, refetch } = useRead(
    "getCrewDay",
    { params: { tenant }, query: { date } },
    { refetchInterval: 60_000 },
  );
  return (
    <div className="flex flex-col gap-8">
      <TextField
        className="max-w-60"
        label={t.date}
        type="date"
        required
        value={date}
        onChange={({ target }) => target.value !== "" && choose(target.value)}
      />
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        error === null && <Loading />
      ) : data.duties.length === 0 ? (
        <Notice title={t.noDuty} quiet />
      ) : (
        <Day crew={data} mayEdit={mayEdit} />
      )}
    </div>
  );
}

function Day({ crew, mayEdit }: { crew: CrewDay; mayEdit: boolean }) {
  const t = useMessages(crewMessages);
  return (
    <>
      <section>
        <h2 className="text-xl font-bold">{t.day.title}</h2>
        {mayEdit && <p className="mt-1 mb-3">{t.day.lead}</p>}
        <ul className="mt-3 flex flex-col gap-4">
          {crew.duties.map((duty) => (
            <AssignmentRow
              key={`${duty.dutyId} ${duty.driverId}`}
              crew={crew}
              duty={duty}
              mayEdit={mayEdit}
            />
          ))}
        </ul>
      </section>
      <CrewPeople crew={crew} mayEdit={mayEdit} />
    </>
  );
}
