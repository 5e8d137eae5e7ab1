import type { RunSheet, TaskRider, TripTask } from "@noriai/api";
import { useMessages } from "../../language.tsx";
import { paperMessages } from "../../messages/paper/index.ts";
import { tripNeedsIn } from "../../needs/trip-needs.ts";
import { useNeedWords } from "../../needs/use-need-words.ts";
import { useFormat, useTenancy } from "../../shell/session.ts";
import { personsOf } from "../../ui/party.ts";
import { ScrollFrame } from "../../ui/scroll-frame.tsx";
import { useStopName } from "../upcoming-bookings.tsx";

/** Rows to be written by hand beneath the planned ones. */
const BLANK_ROWS = [1, 2, 3, 4];
const CELL = "border border-edge px-2 py-1 align-top";

/** One duty on one sheet of paper: what to do where and when, with room to write. */
export function DutyPage({ sheet, duty }: { sheet: RunSheet; duty: RunSheet["duties"][number] }) {
  const t = useMessages(paperMessages);
  const format = useFormat();
  const { service } = useTenancy();
  const vehicle = service.vehicles.find(({ id }) => id === duty.vehicleId);
  const { columns } = t;
  const heads = [columns.planned, columns.arrived, columns.stop, columns.rider, columns.code, columns.fare];
  const phones = new Map(sheet.phones.map(({ bookingId, phone }) => [bookingId, phone]));
  return (
    <section className="mb-8 break-after-page text-black last-of-type:break-after-auto">
      <h2 className="text-xl font-bold">
        {`${format.serviceDate(sheet.serviceDate)}　${t.duty(
          vehicle === undefined ? duty.vehicleId : `${vehicle.name} ${vehicle.plate}`,
          format.time(duty.startsAt),
          format.time(duty.endsAt),
        )}`}
      </h2>
      <p className="mb-2 flex flex-wrap justify-between gap-4">
        <span>
          {service.name}　{service.phoneNumber}　{t.made(format.dateTime(sheet.madeAt))}
        </span>
        <span>
          {t.driver}：＿＿＿＿＿＿＿＿　{t.signed}：＿＿＿＿
        </span>
      </p>
      <ScrollFrame label={t.title}>
        <table className="w-full min-w-[44rem] border-collapse text-left tabular-nums">
          <thead>
            <tr>
              {[...heads, ...(phones.size > 0 ? [columns.phone] : []), columns.done].map((head) => (
                <th key={head} scope="col" className={CELL}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {duty.tasks.map((task) => (
              <Task key={`${task.plannedAt} ${task.stopId}`} task={task} phones={phones} />
            ))}
            {BLANK_ROWS.map((row) => (
              <tr key={row}>
                <td className={`${CELL} h-10`} colSpan={phones.size > 0 ? 8 : 7} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
      {duty.tasks.length === 0 && <p>{t.empty}</p>}
      <p className="mt-2">{t.byHand}</p>
    </section>
  );
}

function Task({ task, phones }: { task: TripTask; phones: ReadonlyMap<string, string> }) {
  const t = useMessages(paperMessages);
  const format = useFormat();
  const nameOf = useStopName();
  const riders = [
    ...task.alights.map((rider) => ({ rider, sign: t.alights, boards: false })),
    ...task.boards.map((rider) => ({ rider, sign: t.boards, boards: true })),
  ];
  return riders.map(({ rider, sign, boards }, k) => (
    <tr key={`${sign} ${rider.bookingId}`} className="break-inside-avoid">
      {k === 0 && (
        <>
          <td className={CELL} rowSpan={riders.length}>
            {format.time(task.plannedAt)}
          </td>
          <td className={`${CELL} min-w-20`} rowSpan={riders.length} />
          <td className={CELL} rowSpan={riders.length}>
            <span className="font-bold">{nameOf(task.stopId)}</span>
            {task.leaveNotBefore !== null && (
              <span className="block">{t.notBefore(format.time(task.leaveNotBefore))}</span>
            )}
          </td>
        </>
      )}
      <td className={CELL}>
        <span className="mr-2 rounded-4 border border-black px-1">{sign}</span>
        <Rider rider={rider} />
      </td>
      <td className={CELL}>{rider.boardingCode}</td>
      <td className={CELL}>{boards ? format.yen(rider.fare.total) : ""}</td>
      {phones.size > 0 && <td className={CELL}>{boards ? phones.get(rider.bookingId) : ""}</td>}
      <td className={CELL}>{isDone(rider, boards) ? "☑" : "□"}</td>
    </tr>
  ));
}

/** Recorded already when the sheet was made. */
const isDone = ({ state }: TaskRider, boards: boolean): boolean =>
  state === "completed" || (boards && state === "riding");

/** Only the needs of the trip: what a member's record says besides is not put on paper. */
function Rider({ rider: { calledName, party, wheelchairs, needs } }: { rider: TaskRider }) {
  const t = useMessages(paperMessages);
  const words = useNeedWords()({ needs: tripNeedsIn(needs ?? []) });
  return (
    <>
      {calledName !== "" && <span className="font-bold">{calledName}　</span>}
      {t.persons(personsOf(party))}
      {wheelchairs > 0 && `　${t.wheelchairs(wheelchairs)}`}
      {words.map((word) => `　${word}`)}
    </>
  );
}
