import type { DutyRecord } from "@noriai/api";
import type { ReactNode } from "react";
import { useMessages } from "../language.tsx";
import { crewMessages } from "../messages/crew/index.ts";
import { driveScreenMessages } from "../messages/drive-screen/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";

/** What one driver did on one day, as the law wants it written down (業務記録). 旅客自動車運送事業運輸規則 第25条 */
export function DutyRecordSheet({ record }: { record: DutyRecord }) {
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
      <FareNotes record={record} />
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

/** Fares that were taken otherwise than due, or corrected, with the driver's reason. 仕様書 5-(3)-① */
function FareNotes({ record: { fareNotes } }: { record: DutyRecord }) {
  const { record: words, fare: t } = useMessages(driveScreenMessages);
  const format = useFormat();
  if (fareNotes.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 text-lg font-bold">{words.fareNotes}</h3>
      <ul className="list-disc pl-6">
        {fareNotes.map(({ at, bookingId, due, amount, before, means, reason }) => (
          <li key={`${bookingId} ${at}`} className="tabular-nums">
            {format.time(at)} {format.yen(amount)}（{t.by[means]}） {words.due(format.yen(due))}{" "}
            {before !== null && t.before(format.yen(before))} {t.reasons[reason]}
          </li>
        ))}
      </ul>
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
