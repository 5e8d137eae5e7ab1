import type { RollCall } from "@noriai/api";
import { useState } from "react";
import { useMessages } from "../language.tsx";
import { crewMessages } from "../messages/crew/index.ts";
import { useRead } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Loading } from "../ui/loading.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { ScrollFrame } from "../ui/scroll-frame.tsx";
import { SpanForm } from "./span-form.tsx";

/** The roll call book (点呼記録簿) of some days, also for paper. 旅客自動車運送事業運輸規則 第24条 */
export function RollCallsPart({ today }: { today: string }) {
  const { book: t, parts } = useMessages(crewMessages);
  const { tenant, service } = useTenancy();
  const [span, setSpan] = useState({ from: today, to: today });
  const { data, error, refetch } = useRead("listRollCalls", { params: { tenant }, query: span });
  const crew = useRead("getCrewDay", { params: { tenant }, query: {} });
  return (
    <>
      <SpanForm span={span} file="getRollCallsCsv" onChange={setSpan} />
      <h2 className="text-xl font-bold">
        {service.name} {parts["roll-calls"]}
      </h2>
      {crew.data !== undefined && (
        <p className="mb-3 text-quiet">{t.retention(crew.data.rules.retention.rollCallYears)}</p>
      )}
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        error === null && <Loading />
      ) : data.rollCalls.length === 0 ? (
        <p>{t.empty}</p>
      ) : (
        <Book calls={data.rollCalls} />
      )}
    </>
  );
}

function Book({ calls }: { calls: readonly RollCall[] }) {
  const { book: t, parts } = useMessages(crewMessages);
  const columns = useColumns();
  return (
    <ScrollFrame label={parts["roll-calls"]} className="print:overflow-visible">
      <table className="w-full min-w-[60rem] border-collapse text-base print:min-w-0 print:text-[0.6rem]">
        <thead>
          <tr>
            {columns.map(([name]) => (
              <th key={name} scope="col" className="border border-line bg-surface p-2 text-left font-bold">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => (
            <tr key={call.id}>
              {columns.map(([name, cellOf]) => (
                <td
                  key={name}
                  className={`border border-line p-2 align-top ${name === t.at ? "whitespace-nowrap" : ""}`}
                >
                  {cellOf(call)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

function useColumns(): readonly (readonly [name: string, cellOf: (call: RollCall) => string])[] {
  const { book: t, methods, rollCall: words } = useMessages(crewMessages);
  const format = useFormat();
  const { service } = useTenancy();
  const vehicleName = (id: string) => service.vehicles.find((vehicle) => vehicle.id === id)?.name ?? id;
  return [
    [t.at, ({ at }) => format.dateTime(at)],
    [t.moment, ({ moment }) => t.moments[moment]],
    [t.driver, ({ number, name }) => `${number} ${name}`],
    [t.vehicle, ({ vehicleId }) => vehicleName(vehicleId)],
    [t.method, ({ method }) => methods[method]],
    [t.by, ({ by }) => by],
    [t.detector, ({ detector }) => detector],
    [t.alcohol, ({ isDetected }) => (isDetected ? words.alcoholYes : words.alcoholNo)],
    [
      t.health,
      ({ isHealthy, health }) => `${isHealthy ? words.healthyNo : words.healthyYes} ${health}`.trim(),
    ],
    [
      t.inspection,
      ({ isVehicleInOrder }) =>
        isVehicleInOrder === null ? "" : isVehicleInOrder ? words.vehicleOk : words.vehicleBad,
    ],
    [t.instructions, ({ instructions }) => instructions],
    [t.remarks, ({ remarks }) => remarks],
  ];
}
