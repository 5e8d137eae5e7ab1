import type { Board } from "@noriai/api";
import { epochMs } from "../../format.ts";
import type { HandMessages } from "../../messages/hand/ja.ts";

type Duty = Board["duties"][number];

/** What a dispatcher may want to do with a vehicle. */
export const DUTY_ACTIONS = [
  "move",
  "wait",
  "pin",
  "unpin",
  "changeVehicle",
  "takeOut",
  "bringBack",
  "undo",
] as const;

/** What a dispatcher may want to do with the whole day. */
export const DAY_ACTIONS = ["addDuty", "closeStop", "openStop", "undo"] as const;

export type DutyAction = (typeof DUTY_ACTIONS)[number];
export type DayAction = (typeof DAY_ACTIONS)[number];
export type Action = DutyAction | DayAction;

/** The vehicle's bookings that are not aboard yet. */
export const movableIn = (board: Board, dutyId: string): Board["bookings"] =>
  board.bookings.filter((booking) => booking.dutyId === dutyId && booking.state === "confirmed");

/** Those of them that are pinned, or are not. */
export const pinnedIn = (board: Board, dutyId: string, pinned: boolean): Board["bookings"] =>
  movableIn(board, dutyId).filter((booking) => booking.pinned === pinned);

/** Other vehicles of the day that still drive. @param now  epoch seconds */
export const targetsFor = (board: Board, dutyId: string, now: number): Board["duties"] =>
  board.duties.filter(({ id, endsAt, outOfService }) => {
    const stands = outOfService !== null && epochMs(outOfService.from) / 1000 <= now;
    return id !== dutyId && !stands && epochMs(endsAt) / 1000 > now;
  });

/** The visits of a duty that are still ahead, a rider's own left out. */
export const aheadIn = ({ visits }: Duty, bookingId: string): Duty["visits"] =>
  visits.filter((visit) => visit.actualAt === null && visit.bookingId !== bookingId);

/** Each action with why it cannot be done now, where it cannot. The server has the last word. */
export function actionsOf({
  board,
  duty,
  now,
  time,
  t,
  vehicles,
}: {
  readonly board: Board;
  readonly duty: Duty;
  readonly now: number;
  readonly time: (at: string) => string;
  readonly t: HandMessages;
  /** How many the service has. */
  readonly vehicles: number;
}): Readonly<Record<DutyAction, string | undefined>> {
  const { outOfService, endsAt } = duty;
  const over = epochMs(endsAt) / 1000 <= now ? t.why.over(time(endsAt)) : undefined;
  const nobody = movableIn(board, duty.id).length === 0 ? t.why.noneToMove : undefined;
  const isOut = outOfService === null ? undefined : t.why.isOut(time(outOfService.from));
  const begun = duty.visits.some(({ actualAt }) => actualAt !== null) ? t.why.begun : undefined;
  return {
    move: nobody,
    wait: over ?? nobody,
    pin: over ?? (pinnedIn(board, duty.id, false).length === 0 ? t.why.allPinned : undefined),
    unpin: over ?? (pinnedIn(board, duty.id, true).length === 0 ? t.why.nonePinned : undefined),
    changeVehicle: over ?? isOut ?? begun ?? (vehicles < 2 ? t.why.onlyOne : undefined),
    takeOut: over ?? (outOfService ? t.why.alreadyOut(time(outOfService.from)) : undefined),
    bringBack: over ?? (outOfService ? undefined : t.why.notOut),
    undo: nothingToUndo(board, t),
  };
}

/** The same for the whole day. @param today  the service date it is now */
export function dayActionsOf(
  board: Board,
  { today, t }: { readonly today: string; readonly t: HandMessages },
): Readonly<Record<DayAction, string | undefined>> {
  const past = board.serviceDate < today ? t.why.past : undefined;
  return {
    addDuty: past,
    closeStop: past,
    openStop: past ?? (board.closures.length === 0 ? t.why.noneClosed : undefined),
    undo: nothingToUndo(board, t),
  };
}

const nothingToUndo = ({ undoable }: Board, t: HandMessages): string | undefined =>
  undoable === null ? t.why.nothingToUndo : undefined;
