import type { DutySheet, TaskEventInput, TaskRider, TripTask } from "@noriai/api";
import { collectOnly, mapRiders } from "./sheet-riders.ts";
import { takeBack } from "./take-back.ts";

/**
 * The duty sheet with the terminal's own unsent steps in it, so that the driver sees each step at once, with or
 * without a connection. The server's sheet replaces it as soon as the steps have arrived there.
 */
export function sheetAsRecorded(sheet: DutySheet, unsent: readonly TaskEventInput[]): DutySheet {
  const mine = unsent.filter(({ dutyId }) => dutyId === sheet.duty?.id);
  if (mine.length === 0) return sheet;
  const undone = mine.filter((event) => event.kind === "undone");
  const gone = new Set(undone.map(({ eventId }) => eventId));
  const standing = mine.filter(({ id, kind }) => kind !== "undone" && !gone.has(id));
  return standing.reduce(record, undone.reduce(takeBack, sheet));
}

function record(sheet: DutySheet, event: TaskEventInput): DutySheet {
  const { kind } = event;
  if (kind === "delayed" || kind === "undone") return sheet;
  if (kind === "fare-collected")
    return {
      ...mapRiders(sheet, event.bookingId, (rider) => ({
        ...rider,
        collected: event.amount,
        actions: rider.actions.filter((action) => action !== "collect"),
      })),
      fareCollected: sheet.fareCollected + event.amount - (collectedBy(sheet, event.bookingId) ?? 0),
    };
  if (kind === "arrived") return { ...closeStop(arrive(sheet, event.stopId)), lastEventId: event.id };
  const after = mapRiders(sheet, event.bookingId, (rider) => STEP[kind](rider));
  const ahead = kind === "no-show" ? alightingNowhere(after, event.bookingId) : after;
  return { ...closeStop(ahead), lastEventId: event.id };
}

const STEP: Readonly<Record<"boarded" | "alighted" | "no-show", (rider: TaskRider) => TaskRider>> = {
  boarded: (rider) => ({ ...rider, state: "riding", actions: collectOnly(rider, "alight") }),
  alighted: (rider) => ({ ...rider, state: "completed", actions: collectOnly(rider) }),
  "no-show": (rider) => ({ ...rider, state: "no_show", actions: [] }),
};

/** The vehicle stands at its next stop: whoever boards there can board now. */
function arrive(sheet: DutySheet, stopId: string): DutySheet {
  const tasks = sheet.tasks.map((task): TripTask => {
    if (task.state !== "next" || task.stopId !== stopId) return task;
    const boards = task.boards.map(
      (rider): TaskRider =>
        rider.state === "confirmed"
          ? { ...rider, state: "boarding", actions: collectOnly(rider, "board", "no-show") }
          : rider,
    );
    return { ...task, state: "here", boards };
  });
  return { ...sheet, tasks };
}

/** Who did not come alights nowhere: a stop that lay on the way for nobody else is no stop any more. */
function alightingNowhere(sheet: DutySheet, bookingId: string): DutySheet {
  const tasks = sheet.tasks
    .map((task) => ({ ...task, alights: task.alights.filter((rider) => rider.bookingId !== bookingId) }))
    .filter(({ boards, alights }) => boards.length + alights.length > 0);
  return { ...sheet, tasks };
}

/** A stop where everybody has boarded or alighted is done, and the one behind it comes next. */
function closeStop(sheet: DutySheet): DutySheet {
  const tasks = sheet.tasks.map((task) =>
    task.state === "here" && isOver(task) ? { ...task, state: "done" as const } : task,
  );
  const busy = tasks.some(({ state }) => state === "here" || state === "next");
  const next = busy ? -1 : tasks.findIndex(({ state }) => state === "later");
  return {
    ...sheet,
    tasks: tasks.map((task, i) => (i === next ? { ...task, state: "next" as const } : task)),
  };
}

const isOver = ({ boards, alights }: TripTask): boolean =>
  boards.every(({ state }) => state !== "confirmed" && state !== "boarding") &&
  alights.every(({ state }) => state !== "riding");

const collectedBy = (sheet: DutySheet, bookingId: string): number | undefined =>
  sheet.tasks.flatMap(({ boards }) => boards).find((rider) => rider.bookingId === bookingId)?.collected ??
  undefined;
