import type { Answer, RunSheet, TaskEventInput, TaskRider } from "@noriai/api";
import { type FormEvent, useRef, useState } from "react";
import { usePlainCommand } from "../../command.ts";
import { useMessages } from "../../language.tsx";
import { driverMessages } from "../../messages/driver/index.ts";
import { paperMessages } from "../../messages/paper/index.ts";
import { useReadAgain } from "../../read.ts";
import { useFormat, useTenancy } from "../../shell/session.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { newIntention } from "../../world.ts";
import { useStopName } from "../upcoming-bookings.tsx";
import { eventsOf, faultsOf, linesOf, NO_ANSWER, type PaperAnswer, type PaperLine } from "./paper-lines.ts";

type Outcome = {
  readonly events: readonly TaskEventInput[];
  readonly results: Answer<"enterPaperEvents">["results"];
};

/** Enters what a driver has written for one duty. What was typed stays until it is recorded. */
export function PaperEntry({ sheet, duty }: { sheet: RunSheet; duty: RunSheet["duties"][number] }) {
  const { entry: t, ...all } = useMessages(paperMessages);
  const { tenant, service } = useTenancy();
  const format = useFormat();
  const readAgain = useReadAgain();
  const { run, busy, problem } = usePlainCommand("enterPaperEvents");
  const ids = useRef(new Map<string, string>());
  const [answers, setAnswers] = useState<Readonly<Record<string, PaperAnswer>>>({});
  const [checked, setChecked] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const lines = linesOf(duty, answers);
  const faults = faultsOf(lines, answers);
  const isEmpty = Object.values(answers).every(({ time }) => time.trim() === "");
  const vehicle = service.vehicles.find(({ id }) => id === duty.vehicleId)?.name ?? duty.vehicleId;
  const idOf = (what: string): string => {
    const id = ids.current.get(what) ?? newIntention();
    ids.current.set(what, id);
    return id;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (busy || isEmpty || Object.keys(faults).length > 0) return;
    const { serviceDate } = sheet;
    const { timeZone } = service;
    const events = eventsOf({ dutyId: duty.dutyId, lines, answers, serviceDate, timeZone, idOf });
    const result = await run({ params: { tenant }, body: { events: [...events] } });
    if (!result.ok) return;
    const { results } = result.value;
    setOutcome({ events, results });
    if (results.every((one) => one.outcome !== "refused")) setAnswers({});
    setChecked(false);
    await readAgain("getRunSheet");
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="mb-8">
      <h3 className="text-xl font-bold">
        {all.duty(vehicle, format.time(duty.startsAt), format.time(duty.endsAt))}
      </h3>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {outcome !== undefined && <Recorded outcome={outcome} />}
      {lines.length === 0 && <p className="text-quiet">{t.allDone}</p>}
      {lines.map((line) => (
        <Line
          key={line.key}
          line={line}
          answer={answers[line.key] ?? NO_ANSWER}
          error={checked && faults[line.key] !== undefined ? faultText(faults[line.key]!, t) : undefined}
          onChange={(answer) => setAnswers({ ...answers, [line.key]: answer })}
        />
      ))}
      {checked && isEmpty && <p className="mb-2 font-bold text-error-2">{t.nothing}</p>}
      {lines.length > 0 && (
        <Button type="submit" busy={busy}>
          {t.submit}
        </Button>
      )}
    </form>
  );
}

const faultText = (
  fault: "not-a-time" | "out-of-order",
  t: { readonly notATime: string; readonly outOfOrder: string },
): string => (fault === "not-a-time" ? t.notATime : t.outOfOrder);

function Line({
  line,
  answer,
  error,
  onChange,
}: {
  line: PaperLine;
  answer: PaperAnswer;
  error: string | undefined;
  onChange: (answer: PaperAnswer) => void;
}) {
  const { entry: t } = useMessages(paperMessages);
  const format = useFormat();
  const nameOf = useStopName();
  const say = (rider: TaskRider, said: PaperAnswer["riders"][string]) =>
    onChange({ ...answer, riders: { ...answer.riders, [rider.bookingId]: said } });
  return (
    <div className="grid items-start gap-x-6 gap-y-2 border-b border-line py-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <TextField
        label={t.time(nameOf(line.stopId))}
        hint={t.planned(format.time(line.plannedAt))}
        hintBelow
        autoComplete="off"
        maxLength={10}
        value={answer.time}
        error={error}
        onChange={(event) => onChange({ ...answer, time: event.target.value })}
      />
      <div className="flex flex-col gap-2">
        {line.alights.map((rider) => (
          <Said
            key={rider.bookingId}
            rider={rider}
            kinds={["done", "not-yet"]}
            done={t.alighted}
            {...{ answer, say }}
          />
        ))}
        {line.boards.map((rider) => (
          <div key={rider.bookingId} className="flex flex-wrap items-center gap-x-4">
            <Said
              rider={rider}
              kinds={["done", "no-show", "not-yet"]}
              done={t.boarded}
              {...{ answer, say }}
            />
            {rider.fare.total > 0 && (answer.riders[rider.bookingId] ?? "done") === "done" && (
              <label className="flex min-h-11 items-center gap-2">
                <input
                  type="checkbox"
                  className="size-5 accent-key-900"
                  checked={!answer.unpaid.includes(rider.bookingId)}
                  onChange={({ target: { checked } }) =>
                    onChange({
                      ...answer,
                      unpaid: checked
                        ? answer.unpaid.filter((id) => id !== rider.bookingId)
                        : [...answer.unpaid, rider.bookingId],
                    })
                  }
                />
                {t.fare(format.yen(rider.fare.total))}
              </label>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

function Said({
  rider,
  kinds,
  done,
  answer,
  say,
}: {
  rider: TaskRider;
  kinds: readonly PaperAnswer["riders"][string][];
  done: string;
  answer: PaperAnswer;
  say: (rider: TaskRider, said: PaperAnswer["riders"][string]) => void;
}) {
  const { entry: t } = useMessages(paperMessages);
  const words = { done, "no-show": t.noShow, "not-yet": t.notYet };
  return (
    <label className="flex flex-wrap items-center gap-2">
      {rider.calledName === "" ? t.coded(rider.boardingCode) : t.what(rider.calledName)}
      <select
        value={answer.riders[rider.bookingId] ?? "done"}
        onChange={(event) => say(rider, event.target.value as PaperAnswer["riders"][string])}
        className="min-h-11 rounded-8 border border-edge bg-white px-3 text-solid-gray-900"
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {words[kind]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** How many were recorded, and what was not, with the reason. */
function Recorded({ outcome: { events, results } }: { outcome: Outcome }) {
  const { entry: t } = useMessages(paperMessages);
  const driver = useMessages(driverMessages);
  const format = useFormat();
  const refused = results.filter(({ outcome }) => outcome === "refused");
  return (
    <div className="my-3 flex flex-col gap-2">
      <Notice tone="success" title={t.recorded(results.length - refused.length)} />
      {refused.length > 0 && (
        <Notice tone="error" title={t.refused}>
          <ul>
            {refused.map(({ id, rejection }) => {
              const event = events.find((one) => one.id === id)!;
              const because =
                driver.refusedBecause[rejection?.kind ?? "other"] ?? driver.refusedBecause.other;
              return (
                <li key={id}>
                  {format.time(event.at)} {driver.refusedEvents[event.kind]}：{because}
                </li>
              );
            })}
          </ul>
        </Notice>
      )}
    </div>
  );
}
