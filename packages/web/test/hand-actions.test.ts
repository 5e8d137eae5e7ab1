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
  visits: [],
  ...changes,
});
const aBoard = (duties: readonly object[], changes: object = {}) =>
  ({
    duties,
    serviceDate: "2026-11-24",
    bookings: [{ id: "b", dutyId: "v1", state: "confirmed", pinned: false }],
    closures: [],
    undoable: null,
    ...changes,
  }) as unknown as Board;
const whyFor = (board: Board) => actionsOf({ board, duty: board.duties[0]!, now, time, t, vehicles: 2 });

describe("what a dispatcher can do with a vehicle", () => {
  test("each action that cannot be done says why", () => {
    expect(whyFor(aBoard([duty("v1"), duty("v2")]))).toEqual({
      move: undefined,
      wait: undefined,
      pin: undefined,
      unpin: t.why.nonePinned,
      changeVehicle: undefined,
      takeOut: undefined,
      bringBack: "運行を中止していません",
      undo: t.why.nothingToUndo,
    });
    const begun = [{ bookingId: "a", kind: "pickup", actualAt: at("09:40") }];
    expect(whyFor(aBoard([duty("v1", { visits: begun })])).changeVehicle).toBe(t.why.begun);
    const outOfService = { from: at("09:30"), reason: "breakdown" };
    expect(whyFor(aBoard([duty("v1", { outOfService })])).takeOut).toBe("09:30から運行を中止しています");
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
    const board = aBoard([duty("v1"), duty("v2")]);
    const asked = { dutyId: "v1", board, timeZone: "Asia/Tokyo" };
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

  test("a turn is said by how many come before; who stays in the vehicle needs one", () => {
    const visits = [
      { bookingId: "x", kind: "pickup", actualAt: at("09:40") },
      { bookingId: "x", kind: "dropoff", actualAt: null },
      { bookingId: "b", kind: "pickup", actualAt: null },
    ];
    const board = aBoard([duty("v1", { visits }), duty("v2")]);
    const asked = { action: "move", dutyId: "v1", board, timeZone: "Asia/Tokyo" } as const;
    const choice = { ...NO_CHOICE, bookingId: "b", target: "v1" };
    expect(instructionOf({ ...asked, choice })).toBeUndefined();
    expect(instructionOf({ ...asked, choice: { ...choice, pickup: "1", dropoff: "0" } })).toBeUndefined();
    expect(instructionOf({ ...asked, choice: { ...choice, pickup: "0", dropoff: "1" } })).toEqual({
      kind: "move",
      bookingId: "b",
      dutyId: "v1",
      place: { pickup: 0, dropoff: 1 },
    });
  });

  test("a vehicle that drives again later is taken out for the rest of the day, unless that is unticked", () => {
    const later = duty("v1-2", { vehicleId: "v1", startsAt: at("16:00"), endsAt: at("18:00") });
    const board = aBoard([duty("v1"), later]);
    const asked = { action: "takeOut", dutyId: "v1", board, timeZone: "Asia/Tokyo" } as const;
    expect(instructionOf({ ...asked, choice: NO_CHOICE })).toMatchObject({ restOfDay: true });
    expect(instructionOf({ ...asked, choice: { ...NO_CHOICE, restOfDay: false } })).not.toHaveProperty(
      "restOfDay",
    );
  });

  test("a refusal names the rule and the amount in words", () => {
    const words = (rejection: { kind: string; [field: string]: unknown }) =>
      wordRefusal(rejection, {
        t: t.refused,
        rules: rejectionMessages.ja,
        states: boardMessages.ja.states,
        time,
        seats: [8],
        nameOf: () => "佐藤 花子",
      });
    expect(words({ kind: "no-place", reason: { kind: "no-seat", seatsShort: 2 } })).toMatch(
      /約束を守れません。.*2/,
    );
    expect(words({ kind: "not-movable", state: "riding" })).toBe("状態が「乗車中」の予約は移せません。");
    expect(words({ kind: "duty-over", endedAt: at("09:59") })).toContain("09:59");
    expect(words({ kind: "breaks-promise", bookingId: "b", over: 601 })).toBe(
      "佐藤 花子への約束に11分遅れます。",
    );
    expect(words({ kind: "breaks-rule", rule: { kind: "no-seat", seatsShort: 2 } })).toContain("2人分");
    expect(words({ kind: "never heard of" })).toBe(t.refused.other);
  });
});
