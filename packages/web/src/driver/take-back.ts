import type { DutySheet, TaskEventInput, TaskRider, TripTask } from "@noriai/api";
import { collectOnly, mapRiders } from "./sheet-riders.ts";

type Undone = Extract<TaskEventInput, { kind: "undone" }>;

/**
 * The sheet without a step that the server knows and that was taken back here since: the last one of the duty, or a fare
 * at any time. What the server has taken back itself by now is no longer on it.
 */
export function takeBack(sheet: DutySheet, { eventId }: Undone): DutySheet {
  const payer = ridersOf(sheet).find(({ payment }) => payment?.eventId === eventId);
  if (payer !== undefined) return unpaid(sheet, payer);
  const { lastEventId, lastStep } = sheet;
  if (lastEventId !== eventId || lastStep == null) return sheet;
  const before: DutySheet = { ...sheet, lastEventId: null, lastStep: null };
  if (lastStep.kind === "arrived") return departAgain(before);
  const [boarding, alighting] = lastStep.givenUp ?? [];
  if (boarding !== undefined && alighting !== undefined) return waitAgain(before, { boarding, alighting });
  const back = BACK[lastStep.kind];
  const { bookingId } = lastStep;
  if (back === undefined || bookingId === null) return before;
  const side = lastStep.kind === "alighted" ? "alights" : "boards";
  return reopen(mapRiders(before, bookingId, back), (task) => has(task[side], bookingId));
}

/**
 * The party that was given up waits at the stop at hand again. Where it alights the server decides when it hears of it;
 * until then it does where the vehicle comes by, or last of all.
 */
function waitAgain(
  sheet: DutySheet,
  { boarding, alighting }: { readonly boarding: TripTask; readonly alighting: TripTask },
): DutySheet {
  const done = sheet.tasks.filter(({ state }) => state === "done");
  const [first, ...rest] = sheet.tasks.slice(done.length);
  const isHere = first?.stopId === boarding.stopId;
  const here = isHere ? { ...first, boards: [...first.boards, ...boarding.boards] } : boarding;
  const ahead = first === undefined || isHere ? rest : [first, ...rest];
  const by = ahead.findLastIndex(({ stopId }) => stopId === alighting.stopId);
  const later = by < 0 ? [...ahead, alighting] : ahead.with(by, withAlighting(ahead[by]!, alighting));
  const tasks = [
    ...done,
    { ...here, state: "here" as const },
    ...later.map((task) => ({ ...task, state: "later" as const })),
  ];
  return { ...sheet, tasks };
}

const withAlighting = (task: TripTask, { alights }: TripTask): TripTask => ({
  ...task,
  alights: [...task.alights, ...alights],
});

const ridersOf = ({ tasks }: DutySheet): readonly TaskRider[] =>
  tasks.flatMap(({ boards, alights }) => [...boards, ...alights]);

function unpaid(sheet: DutySheet, { bookingId, collected }: TaskRider): DutySheet {
  const change = (rider: TaskRider): TaskRider => ({
    ...rider,
    collected: null,
    payment: null,
    actions: [...rider.actions, "collect"],
  });
  return { ...mapRiders(sheet, bookingId, change), fareCollected: sheet.fareCollected - (collected ?? 0) };
}

const waits = (rider: TaskRider): TaskRider => ({
  ...rider,
  state: "boarding",
  actions: collectOnly(rider, "board", "no-show"),
});

const BACK: Readonly<Record<string, (rider: TaskRider) => TaskRider>> = {
  boarded: waits,
  "no-show": waits,
  alighted: (rider) => ({ ...rider, state: "riding", actions: collectOnly(rider, "alight") }),
};

/** The vehicle still drives to the stop: who could board there cannot yet. */
function departAgain(sheet: DutySheet): DutySheet {
  const tasks = sheet.tasks.map((task): TripTask => {
    if (task.state !== "here") return task;
    const boards = task.boards.map(
      (rider): TaskRider => (rider.state === "boarding" ? { ...rider, state: "confirmed" } : rider),
    );
    return { ...task, state: "next", boards };
  });
  return { ...sheet, tasks };
}

/** The vehicle stands at this stop again, and what comes after it is still to come. */
function reopen(sheet: DutySheet, isMeant: (task: TripTask) => boolean): DutySheet {
  const index = sheet.tasks.findIndex(isMeant);
  if (index < 0) return sheet;
  const tasks = sheet.tasks.map((task, k): TripTask => {
    if (k === index) return { ...task, state: "here" };
    return k > index && task.state !== "done" ? { ...task, state: "later" } : task;
  });
  return { ...sheet, tasks };
}

const has = (riders: readonly TaskRider[], bookingId: string): boolean =>
  riders.some((rider) => rider.bookingId === bookingId);
