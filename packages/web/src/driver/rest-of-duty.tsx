import type { DutySheet, TaskRider, TripTask } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { driverMessages } from "../messages/driver/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { personsOf } from "../ui/party.ts";
import { currentTask } from "./current-task.ts";

/** Every stop after the one at hand, and how many lie behind. */
export function RestOfDuty({ sheet }: { sheet: DutySheet }) {
  const t = useMessages(driverMessages);
  const current = currentTask(sheet);
  const rest = sheet.tasks.filter((task) => task !== current && task.state !== "done");
  const done = sheet.tasks.filter(({ state }) => state === "done").length;
  return (
    <section>
      <h2 className="flex flex-wrap items-baseline justify-between gap-x-4 text-2xl font-bold">
        {t.rest} <span className="text-xl">{t.aboard(aboard(sheet))}</span>
      </h2>
      {rest.length === 0 ? (
        <p className="py-2">{t.restEmpty}</p>
      ) : (
        <ol>
          {rest.map((task) => (
            <Row key={`${task.stopId} ${task.plannedAt}`} task={task} />
          ))}
        </ol>
      )}
      {done > 0 && <p className="mt-2 text-lg text-quiet">{t.doneStops(done)}</p>}
    </section>
  );
}

function Row({ task: { stopId, plannedAt, boards, alights } }: { task: TripTask }) {
  const t = useMessages(driverMessages);
  const format = useFormat();
  const stop = useTenancy().service.stops.find(({ id }) => id === stopId);
  return (
    <li className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 border-b border-line py-2">
      <span className="text-2xl font-bold tabular-nums">{format.time(plannedAt)}</span>
      <div>
        <p className="text-2xl leading-snug font-bold">
          {stop !== undefined && <span className="mr-2 text-xl">{t.stopNumber(stop.number)}</span>}{" "}
          {stop?.name ?? stopId}
        </p>
        {[
          { verb: t.alighted, riders: alights },
          { verb: t.boarded, riders: boards },
        ]
          .filter(({ riders }) => riders.length > 0)
          .map(({ verb, riders }) => (
            <p key={verb} className="text-lg">
              {verb === t.boarded ? t.boards(riders.length) : t.alights(riders.length)}：{names(riders, t)}
            </p>
          ))}
      </div>
    </li>
  );
}

const names = (
  riders: readonly TaskRider[],
  t: { riderName: (name: string) => string; persons: (count: number) => string },
): string =>
  riders
    .map(({ calledName, party }) => `${t.riderName(calledName)} ${t.persons(personsOf(party))}`)
    .join("、");

/** Persons in the vehicle now. */
export function aboard({ tasks }: DutySheet): number {
  const riding = new Map(
    tasks
      .flatMap(({ boards, alights }) => [...boards, ...alights])
      .filter(({ state }) => state === "riding")
      .map((rider) => [rider.bookingId, personsOf(rider.party)]),
  );
  return [...riding.values()].reduce((sum, persons) => sum + persons, 0);
}
