import type { Board } from "@noriai/api";
import { describe, expect, test } from "vitest";
import { actionsOf, targetsFor } from "../src/board/hand/actions-of.ts";
import { instructionOf, NO_CHOICE } from "../src/board/hand/instruction-of.ts";
import { wordRefusal } from "../src/board/hand/word-refusal.ts";
import { boardMessages } from "../src/messages/board/index.ts";
import { handMessages } from "../src/messages/hand/index.ts";
import { rejectionMessages } from "../src/messages/rejections/index.ts";

const { ja: t } = handMessages;
const time = (at: string) => at.slice(11, 16);
const at = (hour: string) => `2026-11-24T${hour}:00+09:00`;
const now = Date.parse(at("10:00")) / 1000;

const duty = (id: string, changes: object = {}) => ({
  id,
  vehicleId: id,
  startsAt: at("09:00"),
  endsAt: at("15:00"),
  outOfService: null,
  ...changes,
});
const aBoard = (duties: readonly object[], changes: object = {}) =>
  ({
    duties,
    bookings: [{ id: "b", dutyId: "v1", state: "confirmed" }],
    undoable: null,
    ...changes,
  }) as unknown as Board;
const whyFor = (board: Board) => actionsOf({ board, duty: board.duties[0]!, now, time, t });

describe("what a dispatcher can do with a vehicle", () => {
  test("each action that cannot be done says why", () => {
    expect(whyFor(aBoard([duty("v1"), duty("v2")]))).toEqual({
      takeOut: undefined,
      bringBack: "運行を中止していません",
      move: undefined,
      undo: t.why.nothingToUndo,
    });
    const outOfService = { from: at("09:30"), reason: "breakdown" };
    expect(whyFor(aBoard([duty("v1", { outOfService })])).takeOut).toBe("09:30から運行を中止しています");
    expect(whyFor(aBoard([duty("v1")])).move).toBe(t.why.onlyVehicle);
    expect(whyFor(aBoard([duty("v1"), duty("v2")], { bookings: [] })).move).toBe(t.why.noneToMove);
    expect(whyFor(aBoard([duty("v1", { endsAt: at("09:59") })])).takeOut).toBe(
      "この乗務は09:59に終わっています",
    );
  });

  test("riders move only to vehicles that drive", () => {
    const stopped = { outOfService: { from: at("09:30"), reason: "accident" } };
    const board = aBoard([duty("v1"), duty("v2", stopped), duty("v3", { endsAt: at("09:00") }), duty("v4")]);
    expect(targetsFor(board, "v1", now).map(({ id }) => id)).toEqual(["v4"]);
  });

  test("a move waits for rider and vehicle; without an hour a vehicle stops at once", () => {
    const asked = { dutyId: "v1", date: "2026-11-24", timeZone: "Asia/Tokyo" };
    expect(instructionOf({ ...asked, action: "move", choice: NO_CHOICE })).toBeUndefined();
    expect(instructionOf({ ...asked, action: "takeOut", choice: NO_CHOICE })).toEqual({
      kind: "take-out",
      dutyId: "v1",
      reason: "breakdown",
    });
    const later = { ...NO_CHOICE, from: "11:30" };
    expect(instructionOf({ ...asked, action: "takeOut", choice: later })).toMatchObject({
      from: at("11:30"),
    });
  });

  test("a refusal names the rule and the amount in words", () => {
    const words = (rejection: { kind: string; [field: string]: unknown }) =>
      wordRefusal(rejection, {
        t: t.refused,
        rules: rejectionMessages.ja,
        states: boardMessages.ja.states,
        time,
        seats: [8],
      });
    expect(words({ kind: "no-place", reason: { kind: "no-seat", seatsShort: 2 } })).toMatch(
      /約束を守れません。.*2/,
    );
    expect(words({ kind: "not-movable", state: "riding" })).toBe("状態が「乗車中」の予約は移せません。");
    expect(words({ kind: "duty-over", endedAt: at("09:59") })).toContain("09:59");
    expect(words({ kind: "never heard of" })).toBe(t.refused.other);
  });
});
