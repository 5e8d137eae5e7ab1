import type { DutyRecord } from "@noriai/api";
import { type ReactNode, useState } from "react";
import { useMessages } from "../language.tsx";
import { crewMessages } from "../messages/crew/index.ts";
import { useRead } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Loading } from "../ui/loading.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
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
            <Sheet record={record} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Sheet({ record }: { record: DutyRecord }) {
  const { record: t, parts } = useMessages(crewMessages);
  const format = useFormat();
  const { service } = useTenancy();
  const vehicles = [...new Set(record.stints.map(({ vehicleId }) => vehicleId))].map((id) => {
    const vehicle = service.vehicles.find((one) => one.id === id);
    return vehicle === undefined ? id : `${vehicle.name}（${vehicle.plate}）`;
  });
  const band = ({ from, to }: { from: string; to: string }) => `${format.time(from)}–${format.time(to)}`;
  return (
    <>
      <p className="text-base text-quiet">
        {service.name} {parts.records}
      </p>
      <h2 className="text-xl font-bold">{t.heading(format.serviceDate(record.serviceDate), record.name)}</h2>
      <p>{t.number(record.number)}</p>
      <dl className="mt-3 grid grid-cols-1 gap-x-8 gap-y-2 sm:grid-cols-2">
        <Fact name={t.vehicle}>{vehicles.join("、")}</Fact>
        <Fact name={t.place}>{record.place}</Fact>
        <Fact name={t.began}>{format.time(record.beganAt)}</Fact>
        <Fact name={t.ended}>{record.endedAt === null ? t.notEnded : format.time(record.endedAt)}</Fact>
        <Fact name={t.drove}>{record.stints.map(band).join("、")}</Fact>
        <Fact name={t.breaks}>{record.breaks.map(band).join("、") || "—"}</Fact>
        <Fact name={t.distance}>
          {record.closing === null
            ? t.notEnded
            : t.kilometres(record.closing.odometerStart, record.closing.odometerEnd)}
        </Fact>
        <Fact name={t.noShows}>{t.times(record.noShows)}</Fact>
      </dl>
      <Money record={record} />
      <Rides record={record} />
      <Remarks record={record} />
    </>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt className="text-base text-quiet">{name}</dt>
    <dd className="text-lg tabular-nums">{children}</dd>
  </div>
);

function Money({ record: { takings, closing } }: { record: DutyRecord }) {
  const { record: t } = useMessages(crewMessages);
  const format = useFormat();
  return (
    <>
      <h3 className="mt-4 text-lg font-bold">{t.fares}</h3>
      <dl className="grid grid-cols-2 gap-x-8 gap-y-2 sm:grid-cols-4">
        <Fact name={t.cash}>{format.yen(takings.cash)}</Fact>
        <Fact name={t.cashless}>{format.yen(takings.cashless)}</Fact>
        <Fact name={t.counted}>{closing === null ? t.notEnded : format.yen(closing.cashCounted)}</Fact>
        <Fact name={t.difference}>
          {closing === null ? t.notEnded : format.yen(closing.cashCounted - closing.cashExpected)}
        </Fact>
      </dl>
    </>
  );
}

function Rides({ record: { rides } }: { record: DutyRecord }) {
  const { record: t } = useMessages(crewMessages);
  const format = useFormat();
  const { service } = useTenancy();
  const stopName = (id: string) => service.stops.find((stop) => stop.id === id)?.name ?? id;
  return (
    <>
      <h3 className="mt-4 text-lg font-bold">{t.rides}</h3>
      {rides.length === 0 && <p>{t.noRides}</p>}
      <ol className="list-decimal pl-6">
        {rides.map(({ bookingId, boardedAt, alightedAt, from, to, persons, fareCollected }) => (
          <li key={bookingId} className="tabular-nums">
            {format.time(boardedAt)}–{alightedAt === null ? "" : format.time(alightedAt)} {stopName(from)} →{" "}
            {stopName(to)} {t.persons(persons)} {format.yen(fareCollected)}
          </li>
        ))}
      </ol>
    </>
  );
}

function Remarks({ record: { delays, closing } }: { record: DutyRecord }) {
  const { record: t } = useMessages(crewMessages);
  const format = useFormat();
  return (
    <>
      {delays.length > 0 && (
        <>
          <h3 className="mt-4 text-lg font-bold">{t.delays}</h3>
          <ul className="list-disc pl-6">
            {delays.map(({ at, minutes, cause }) => (
              <li key={at}>{t.delay(format.time(at), minutes, t.causes[cause])}</li>
            ))}
          </ul>
        </>
      )}
      {closing !== null && closing.remarks !== "" && (
        <>
          <h3 className="mt-4 text-lg font-bold">{t.remarks}</h3>
          <p className="whitespace-pre-line">{closing.remarks}</p>
        </>
      )}
    </>
  );
}
