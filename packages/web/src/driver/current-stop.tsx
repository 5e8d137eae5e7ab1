import type { DutySheet, TripTask } from "@noriai/api";
import { useNow } from "../clock.tsx";
import { epochMs } from "../format.ts";
import { useMessages } from "../language.tsx";
import { driveScreenMessages } from "../messages/drive-screen/index.ts";
import { driverMessages } from "../messages/driver/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Notice } from "../ui/notice.tsx";
import { BigButton } from "./big-button.tsx";
import { currentTask } from "./current-task.ts";
import { isWinter } from "./is-winter.ts";
import type { RecordedEvent } from "./recorded-event.ts";
import { RiderRow } from "./rider-row.tsx";
import { WayToStop } from "./way-to-stop.tsx";

/** The heading of the stop at hand, for whoever looks for it in the page. */
export const CURRENT_STOP = "current-stop";

/** The stop that the vehicle drives to or stands at, with everybody who boards and alights there. */
export function CurrentStop({ sheet, record }: { sheet: DutySheet; record: (event: RecordedEvent) => void }) {
  const t = useMessages(driverMessages);
  const task = currentTask(sheet);
  if (task === undefined)
    return (
      <Notice title={t.noTasks}>
        <p>{t.noTasksHint}</p>
      </Notice>
    );
  return (
    <section
      aria-label={task.state === "here" ? t.here : t.next}
      className={`rounded-16 border-4 bg-white p-4 md:p-6 ${task.state === "here" ? "border-success-2" : "border-key-900"}`}
    >
      <StopHead task={task} />
      {task.state === "next" ? (
        <>
          <div className="mt-4 mb-3 flex">
            <BigButton onPress={() => record({ kind: "arrived", stopId: task.stopId })}>
              {t.arrived}
            </BigButton>
          </div>
          <Place task={task} serviceDate={sheet.serviceDate} />
          <Parties task={task} record={record} />
        </>
      ) : (
        <>
          <Parties task={task} record={record} />
          <Place task={task} serviceDate={sheet.serviceDate} />
        </>
      )}
    </section>
  );
}

function StopHead({ task }: { task: TripTask }) {
  const t = useMessages(driverMessages);
  const format = useFormat();
  const { service } = useTenancy();
  const stop = service.stops.find(({ id }) => id === task.stopId);
  return (
    <>
      <p className={`font-bold ${task.state === "here" ? "text-success-2" : "text-key-900"}`}>
        {task.state === "here" ? t.here : t.next}
      </p>
      <h2
        id={CURRENT_STOP}
        tabIndex={-1}
        className="text-4xl leading-tight font-bold md:text-5xl lg:text-4xl xl:text-5xl"
      >
        {stop !== undefined && (
          <span className="mr-3 inline-block rounded-12 bg-key-900 px-3 py-1 text-3xl text-white">
            {t.stopNumber(stop.number)}
          </span>
        )}
        {stop?.name ?? task.stopId}
      </h2>
      <p className="mt-2 flex flex-wrap items-baseline gap-x-6">
        <span className="text-2xl">
          {t.plannedAt} <span className="text-4xl font-bold tabular-nums">{format.time(task.plannedAt)}</span>
        </span>
        {task.leaveNotBefore !== null && <LeaveNotBefore at={task.leaveNotBefore} />}
      </p>
      <WayToStop task={task} />
    </>
  );
}

/** On which side to pull in, what is different under snow, and where those who board were told to stand. */
function Place({ task, serviceDate }: { task: TripTask; serviceDate: string }) {
  const t = useMessages(driverMessages);
  const words = useMessages(driveScreenMessages);
  const { service } = useTenancy();
  const stop = service.stops.find(({ id }) => id === task.stopId);
  if (stop === undefined) return null;
  const { sign, guidance } = stop;
  const lines = [
    sign?.side !== undefined && words.stop.side(sign.side),
    sign?.winter !== undefined && isWinter(serviceDate) && words.stop.winter(sign.winter),
    guidance !== "" && task.boards.length > 0 && t.stand(guidance),
  ].filter((line) => line !== false);
  return lines.map((line) => (
    <p key={line} className="mt-1 text-xl leading-snug md:text-2xl lg:text-xl xl:text-2xl">
      {line}
    </p>
  ));
}

/** The rule of the promise: nobody who comes in time is left behind. */
function LeaveNotBefore({ at }: { at: string }) {
  const t = useMessages(driverMessages);
  const format = useFormat();
  const now = useNow();
  const waits = now * 1000 < epochMs(at);
  return (
    <span className={`text-2xl font-bold ${waits ? "text-error-2" : ""}`}>
      {waits ? t.leaveNotBefore(format.time(at)) : t.mayLeave(format.time(at))}
    </span>
  );
}

function Parties({ task, record }: { task: TripTask; record: (event: RecordedEvent) => void }) {
  const t = useMessages(driverMessages);
  const groups = [
    { move: "alights", title: t.alights(task.alights.length), riders: task.alights },
    { move: "boards", title: t.boards(task.boards.length), riders: task.boards },
  ] as const;
  return groups
    .filter(({ riders }) => riders.length > 0)
    .map(({ move, title, riders }) => (
      <div key={move} className="mt-6">
        <h3 className="border-b-4 border-solid-gray-800 text-2xl font-bold">{title}</h3>
        <ul>
          {riders.map((rider) => (
            <li key={rider.bookingId} className="border-b border-line py-3 last:border-b-0">
              <RiderRow rider={rider} move={move} here={task.state === "here"} record={record} />
            </li>
          ))}
        </ul>
      </div>
    ));
}
