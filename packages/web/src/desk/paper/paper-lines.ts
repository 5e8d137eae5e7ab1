import type { RunSheet, TaskEventInput, TaskRider, TripTask } from "@noriai/api";
import { instantAt } from "../../wall-time.ts";
import { typedTime } from "../typed-time.ts";

type DutyOfSheet = RunSheet["duties"][number];

/** One stop of a duty of which something is still to be recorded. */
export interface PaperLine {
  readonly key: string;
  readonly stopId: string;
  readonly plannedAt: string;
  readonly isArrived: boolean;
  readonly boards: readonly TaskRider[];
  readonly alights: readonly TaskRider[];
}

/** What the paper says of one stop, as typed. Riders who are not mentioned did what was planned. */
export interface PaperAnswer {
  readonly time: string;
  readonly riders: Readonly<Record<string, "done" | "no-show" | "not-yet">>;
  readonly unpaid: readonly string[];
}

export type PaperFault = "not-a-time" | "out-of-order";

export const NO_ANSWER: PaperAnswer = { time: "", riders: {}, unpaid: [] };

/**
 * The stops of a duty of which paper may tell more than is recorded, in driving order. Who did not board, as far as it
 * is typed, gets off nowhere.
 */
export function linesOf(
  { tasks }: DutyOfSheet,
  answers: Readonly<Record<string, PaperAnswer>> = {},
): readonly PaperLine[] {
  const lines = tasks
    .map(lineOf)
    .filter(({ isArrived, boards, alights }) => !isArrived || boards.length + alights.length > 0);
  const absent = absentIn(lines, answers);
  return lines.flatMap((line) => {
    const alights = line.alights.filter(({ bookingId }) => !absent.has(bookingId));
    if (alights.length === line.alights.length) return [line];
    return alights.length + line.boards.length === 0 ? [] : [{ ...line, alights }];
  });
}

const absentIn = (
  lines: readonly PaperLine[],
  answers: Readonly<Record<string, PaperAnswer>>,
): ReadonlySet<string> =>
  new Set(
    lines.flatMap(({ key, boards }) =>
      boards
        .map(({ bookingId }) => bookingId)
        .filter((id) => (answers[key]?.riders[id] ?? "done") !== "done"),
    ),
  );

const lineOf = ({ stopId, plannedAt, state, boards, alights }: TripTask): PaperLine => ({
  // By who rides, not by the place in the list: what is typed stays with its stop while others come and go.
  key: [stopId, ...[...boards, ...alights].map(({ bookingId }) => bookingId).sort()].join(" "),
  stopId,
  plannedAt,
  isArrived: state === "here" || state === "done",
  boards: boards.filter(({ state }) => state === "confirmed" || state === "boarding"),
  alights: alights.filter(({ state }) => state !== "completed" && state !== "no_show"),
});

/** What cannot be read, by line: no time of day, or before the line above. */
export function faultsOf(
  lines: readonly PaperLine[],
  answers: Readonly<Record<string, PaperAnswer>>,
): Readonly<Record<string, PaperFault>> {
  const faults: Record<string, PaperFault> = {};
  let last = "";
  for (const { key } of lines) {
    const typed = answers[key]?.time.trim() ?? "";
    if (typed === "") continue;
    const time = typedTime(typed);
    if (time === undefined) faults[key] = "not-a-time";
    else if (time < last) faults[key] = "out-of-order";
    else last = time;
  }
  return faults;
}

/**
 * The events that faultless answers tell of, in the order in which they happened.
 *
 * @param idOf  the same id for the same thing at the same time, so that a repeat records nothing twice
 */
export const eventsOf = ({ lines, ...entering }: Entering & { readonly lines: readonly PaperLine[] }) =>
  lines.flatMap((line) => eventsAt(line, entering));

interface Entering {
  readonly dutyId: string;
  readonly answers: Readonly<Record<string, PaperAnswer>>;
  readonly serviceDate: string;
  readonly timeZone: string;
  readonly idOf: (what: string) => string;
}

function eventsAt(line: PaperLine, entering: Entering): readonly TaskEventInput[] {
  const { dutyId, answers, serviceDate, timeZone, idOf } = entering;
  const answer = answers[line.key];
  const time = typedTime(answer?.time ?? "");
  if (answer === undefined || time === undefined) return [];
  const at = instantAt({ date: serviceDate, time }, timeZone);
  const head = (what: string, then = at) => ({ id: idOf(`${what} ${then}`), dutyId, at: then });
  const who = (riders: readonly TaskRider[], said: "done" | "no-show") =>
    riders.filter(({ bookingId }) => (answer.riders[bookingId] ?? "done") === said);
  const arrived = { ...head(`arrived ${line.key}`), kind: "arrived" as const, stopId: line.stopId };
  return [
    ...(line.isArrived ? [] : [arrived]),
    ...who(line.alights, "done").map(({ bookingId }) => ({
      ...{ ...head(`alighted ${bookingId}`), kind: "alighted" as const, bookingId },
    })),
    ...who(line.boards, "done").flatMap((rider) =>
      boarding(rider, { head, isPaid: !answer.unpaid.includes(rider.bookingId) }),
    ),
    ...who(line.boards, "no-show").map(({ bookingId, noShowFrom }) => ({
      ...{ ...head(`no-show ${bookingId}`, laterOf(at, noShowFrom)), kind: "no-show" as const, bookingId },
    })),
  ];
}

function boarding(
  { bookingId, fare, collected }: TaskRider,
  {
    head,
    isPaid,
  }: {
    readonly head: (what: string) => { id: string; dutyId: string; at: string };
    readonly isPaid: boolean;
  },
): readonly TaskEventInput[] {
  const boarded = { ...head(`boarded ${bookingId}`), kind: "boarded" as const, bookingId };
  if (!isPaid || fare.total === 0 || collected !== null) return [boarded];
  const paid = { kind: "fare-collected" as const, bookingId, amount: fare.total, means: "cash" as const };
  return [boarded, { ...head(`fare ${bookingId}`), ...paid }];
}

/** Nobody is a no-show before the time of waiting is over; paper tells only when the vehicle came. */
const laterOf = (at: string, from: string | undefined): string =>
  from !== undefined && Date.parse(from) > Date.parse(at) ? from : at;
