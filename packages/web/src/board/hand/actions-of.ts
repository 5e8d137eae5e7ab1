import type { Board } from "@noriai/api";
import { epochMs } from "../../format.ts";
import type { HandMessages } from "../../messages/hand/ja.ts";

type Duty = Board["duties"][number];

/** What a dispatcher may want to do with a vehicle. */
export type Action = "takeOut" | "bringBack" | "move" | "undo";

/** The vehicle's bookings that are not aboard yet. */
export const movableIn = (board: Board, dutyId: string): Board["bookings"] =>
  board.bookings.filter((booking) => booking.dutyId === dutyId && booking.state === "confirmed");

/** Other vehicles of the day that still drive. @param now  epoch seconds */
export const targetsFor = (board: Board, dutyId: string, now: number): Board["duties"] =>
  board.duties.filter(({ id, endsAt, outOfService }) => {
    const stands = outOfService !== null && epochMs(outOfService.from) / 1000 <= now;
    return id !== dutyId && !stands && epochMs(endsAt) / 1000 > now;
  });

/** Each action with why it cannot be done now, where it cannot. The server has the last word. */
export function actionsOf({
  board,
  duty,
  now,
  time,
  t,
}: {
  readonly board: Board;
  readonly duty: Duty;
  readonly now: number;
  readonly time: (at: string) => string;
  readonly t: HandMessages;
}): Readonly<Record<Action, string | undefined>> {
  const { outOfService, endsAt } = duty;
  const over = epochMs(endsAt) / 1000 <= now ? t.why.over(time(endsAt)) : undefined;
  const nobody = movableIn(board, duty.id).length === 0 ? t.why.noneToMove : undefined;
  const nowhere = targetsFor(board, duty.id, now).length === 0 ? t.why.onlyVehicle : undefined;
  return {
    takeOut: over ?? (outOfService ? t.why.alreadyOut(time(outOfService.from)) : undefined),
    bringBack: over ?? (outOfService ? undefined : t.why.notOut),
    move: nobody ?? nowhere,
    undo: board.undoable === null ? t.why.nothingToUndo : undefined,
  };
}
