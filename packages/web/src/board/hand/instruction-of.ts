import type { Board, Instruction } from "@noriai/api";
import { instantAt } from "../../wall-time.ts";
import { type Action, aheadIn } from "./actions-of.ts";

/** Why a vehicle may be taken out of service. */
export const REASONS = ["breakdown", "accident", "driver", "inspection", "weather", "other"] as const;

/** Why a stop may be closed. */
export const CLOSURE_REASONS = ["road-works", "snow", "accident", "event", "other"] as const;

/** What was chosen so far. Times are wall times, places count the visits ahead; empty: not chosen. */
export interface Choice {
  readonly reason: (typeof REASONS)[number];
  /** Empty: now. */
  readonly from: string;
  readonly until: string;
  readonly restOfDay: boolean;
  readonly bookingId: string;
  readonly target: string;
  /** Empty: the cheapest. */
  readonly pickup: string;
  readonly dropoff: string;
  readonly vehicleId: string;
  readonly stopId: string;
  readonly closure: (typeof CLOSURE_REASONS)[number];
}

export const NO_CHOICE: Choice = {
  reason: "breakdown",
  from: "",
  until: "",
  restOfDay: true,
  bookingId: "",
  target: "",
  pickup: "",
  dropoff: "",
  vehicleId: "",
  stopId: "",
  closure: "road-works",
};

/** The instruction that a choice says; nothing as long as something is missing. */
export function instructionOf({
  action,
  dutyId,
  choice,
  board,
  timeZone,
}: {
  readonly action: Action;
  readonly dutyId: string;
  readonly choice: Choice;
  readonly board: Pick<Board, "serviceDate" | "duties">;
  readonly timeZone: string;
}): Instruction | undefined {
  const { reason, from, until, bookingId, vehicleId } = choice;
  const instant = (time: string) => instantAt({ date: board.serviceDate, time }, timeZone);
  const rest = choice.restOfDay && hasLater(board, dutyId) ? ({ restOfDay: true } as const) : {};
  switch (action) {
    case "takeOut":
      return { kind: "take-out", dutyId, reason, ...(from !== "" && { from: instant(from) }), ...rest };
    case "bringBack":
      return { kind: "bring-back", dutyId, ...rest };
    case "move":
      return moveOf(choice, board, dutyId);
    case "pin":
    case "unpin":
      return bookingId === "" ? undefined : { kind: action, bookingId };
    case "wait":
      return bookingId === "" || until === ""
        ? undefined
        : { kind: "wait", bookingId, until: instant(until) };
    case "changeVehicle":
      return vehicleId === "" ? undefined : { kind: "change-vehicle", dutyId, vehicleId };
    case "addDuty":
    case "closeStop":
    case "openStop":
      return onDay(action, choice, instant);
    case "undo":
      return { kind: "undo" };
  }
}

/** Of the whole day. */
function onDay(
  action: "addDuty" | "closeStop" | "openStop",
  { from, until, vehicleId, stopId, closure }: Choice,
  instant: (time: string) => string,
): Instruction | undefined {
  if (action === "addDuty")
    return vehicleId === "" || from === "" || until === ""
      ? undefined
      : { kind: "add-duty", vehicleId, from: instant(from), until: instant(until) };
  if (stopId === "") return undefined;
  if (action === "openStop") return { kind: "open-stop", stopId };
  return until === "" ? undefined : { kind: "close-stop", stopId, until: instant(until), reason: closure };
}

/** Has the vehicle of this duty another one later that day? */
export function hasLater({ duties }: Pick<Board, "duties">, dutyId: string): boolean {
  const duty = duties.find(({ id }) => id === dutyId);
  return duties.some(
    ({ vehicleId, startsAt }) => vehicleId === duty?.vehicleId && startsAt >= (duty?.endsAt ?? ""),
  );
}

function moveOf(
  { bookingId, target, pickup, dropoff }: Choice,
  { duties }: Pick<Board, "duties">,
  dutyId: string,
): Instruction | undefined {
  const duty = duties.find(({ id }) => id === target);
  if (bookingId === "" || duty === undefined) return undefined;
  const move = { kind: "move", bookingId, dutyId: target } as const;
  if (pickup === "" || dropoff === "") return target === dutyId ? undefined : move;
  const most = aheadIn(duty, bookingId).length;
  const [first, last] = [Number(pickup), Number(dropoff)];
  return first > last || last > most ? undefined : { ...move, place: { pickup: first, dropoff: last } };
}
