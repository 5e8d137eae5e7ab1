import type { DutySheet, TaskEventInput, TaskRider } from "@noriai/api";
import { describe, expect, test } from "vitest";
import { parseSeenPlan, planAhead, planChange, withoutParty } from "../src/driver/plan-change.ts";
import { sheetAsRecorded } from "../src/driver/sheet-as-recorded.ts";
import { hasPaidBeforeBoarding } from "../src/driver/undo-button.tsx";
import { paidElsewhere, unpaidBehind } from "../src/driver/unpaid-behind.ts";

const rider = (bookingId: string, change: Partial<TaskRider> = {}): TaskRider => ({
  bookingId,
  calledName: `名前 ${bookingId}`,
  party: { general: 1, senior: 0, disabled: 0, child: 0, infant: 0 },
  wheelchairs: 0,
  fare: { lines: [{ fareClass: "general", count: 1, unit: 350 }], total: 350 },
  collected: null,
  boardingCode: "1234",
  state: "confirmed",
  actions: ["board", "no-show"],
  ...change,
});

/** a boards at s1, b at s2, both alight at s3. */
const sheet: DutySheet = {
  serviceDate: "2026-11-24",
  version: 5,
  acknowledged: 5,
  duty: {
    id: "d1",
    vehicleId: "v1",
    startsAt: "2026-11-24T09:00:00+09:00",
    endsAt: "2026-11-24T15:00:00+09:00",
    delay: 0,
    outOfService: null,
  },
  tasks: [
    {
      stopId: "s1",
      plannedAt: "2026-11-24T09:15:00+09:00",
      leaveNotBefore: null,
      state: "next",
      boards: [rider("a")],
      alights: [],
    },
    {
      stopId: "s2",
      plannedAt: "2026-11-24T09:25:00+09:00",
      leaveNotBefore: null,
      state: "later",
      boards: [rider("b")],
      alights: [],
    },
    {
      stopId: "s3",
      plannedAt: "2026-11-24T09:40:00+09:00",
      leaveNotBefore: null,
      state: "later",
      boards: [],
      alights: [rider("a"), rider("b")],
    },
  ],
  fareDue: 0,
  fareCollected: 0,
  lastEventId: null,
};

let n = 0;
const did = (event: Record<string, unknown>): TaskEventInput =>
  ({ id: `e${++n}`, dutyId: "d1", at: "2026-11-24T00:15:00Z", ...event }) as TaskEventInput;
const arrived = (stopId: string) => did({ kind: "arrived", stopId });
const boarded = (bookingId: string) => did({ kind: "boarded", bookingId });
const after = (...events: TaskEventInput[]) => sheetAsRecorded(sheet, events);
const states = ({ tasks }: DutySheet) => tasks.map(({ state }) => state);

describe("the terminal shows its own steps before the server has them", () => {
  test("nothing recorded leaves the sheet as it is", () => {
    expect(after()).toBe(sheet);
  });

  test("after 着いた the stop is at hand and its riders can board", () => {
    const shown = after(arrived("s1"));
    expect(states(shown)).toEqual(["here", "later", "later"]);
    expect(shown.tasks[0]!.boards[0]).toMatchObject({
      state: "boarding",
      actions: ["board", "no-show", "collect"],
    });
  });

  test("after 乗った by everybody the next stop comes up, and the rider can alight where they ride to", () => {
    const shown = after(arrived("s1"), boarded("a"));
    expect(states(shown)).toEqual(["done", "next", "later"]);
    expect(shown.tasks[2]!.alights[0]).toMatchObject({ state: "riding", actions: ["alight", "collect"] });
  });

  test("a rider who did not come is given up and the vehicle goes on", () => {
    expect(states(after(arrived("s1"), did({ kind: "no-show", bookingId: "a" })))).toEqual([
      "done",
      "next",
      "later",
    ]);
  });

  test("a no-show of the only rider takes the stop where nobody alights any more off the sheet, and the shift goes on", () => {
    const [one, two, three] = sheet.tasks;
    const legs: DutySheet = {
      ...sheet,
      tasks: [
        one!,
        { ...two!, boards: [], alights: [rider("a", { actions: [] })] },
        { ...three!, boards: [rider("b")], alights: [] },
        { ...three!, stopId: "s4", alights: [rider("b", { actions: [] })] },
      ],
    };
    const gone = [arrived("s1"), did({ kind: "no-show", bookingId: "a" })];
    const shown = sheetAsRecorded(legs, gone);
    expect(shown.tasks.map(({ stopId, state }) => [stopId, state])).toEqual([
      ["s1", "done"],
      ["s3", "next"],
      ["s4", "later"],
    ]);
    const on = sheetAsRecorded(legs, [...gone, arrived("s3"), boarded("b"), arrived("s4")]);
    expect(states(on)).toEqual(["done", "done", "here"]);
    expect(on.tasks[2]!.alights[0]!.actions).toContain("alight");
  });

  test("who did not come alights nowhere: the others of the stop end it", () => {
    const start = [arrived("s1"), did({ kind: "no-show", bookingId: "a" }), arrived("s2"), boarded("b")];
    const shown = after(...start, arrived("s3"), did({ kind: "alighted", bookingId: "b" }));
    expect(states(shown)).toEqual(["done", "done", "done"]);
    expect(shown.tasks[2]!.alights.map(({ bookingId }) => bookingId)).toEqual(["b"]);
  });

  test("a no-show that the server has taken in is taken back without a network: the party waits again, and alights where it was to", () => {
    const party = rider("a", { state: "boarding", actions: ["board", "no-show", "collect"] });
    const at = { leaveNotBefore: null, state: "later" as const, boards: [], alights: [] };
    const boarding = { ...at, stopId: "s1", plannedAt: "2026-11-24T09:15:00+09:00", boards: [party] };
    const alighting = { ...at, stopId: "s3", plannedAt: "2026-11-24T09:40:00+09:00", alights: [party] };
    const known: DutySheet = {
      ...sheet,
      lastEventId: "gone",
      lastStep: { kind: "no-show", bookingId: "a", stopId: null, givenUp: [boarding, alighting] },
      tasks: [
        { ...sheet.tasks[1]!, state: "next" },
        { ...sheet.tasks[2]!, alights: [rider("b", { actions: [] })] },
      ],
    };
    const back = did({ kind: "undone", eventId: "gone" });
    const shown = sheetAsRecorded(known, [back]);
    expect(shown.tasks.map(({ stopId, state }) => [stopId, state])).toEqual([
      ["s1", "here"],
      ["s2", "later"],
      ["s3", "later"],
    ]);
    expect(shown.tasks[2]!.alights.map(({ bookingId }) => bookingId)).toEqual(["b", "a"]);
    const on = sheetAsRecorded(known, [back, boarded("a"), arrived("s2"), boarded("b"), arrived("s3")]);
    expect(states(on)).toEqual(["done", "done", "here"]);
    expect(on.tasks[2]!.alights.map(({ state }) => state)).toEqual(["riding", "riding"]);
    const nobodyElse = sheetAsRecorded({ ...known, tasks: [] }, [back]);
    expect(nobodyElse.tasks.map(({ stopId, state }) => [stopId, state])).toEqual([
      ["s1", "here"],
      ["s3", "later"],
    ]);
  });

  test("the last 降りた of two ends the stop, the first does not", () => {
    const start = [arrived("s1"), boarded("a"), arrived("s2"), boarded("b"), arrived("s3")];
    const one = did({ kind: "alighted", bookingId: "a" });
    const two = did({ kind: "alighted", bookingId: "b" });
    expect(states(after(...start, one))).toEqual(["done", "done", "here"]);
    expect(states(after(...start, one, two))).toEqual(["done", "done", "done"]);
  });

  test("[SAP-5.3-1] a collected fare is counted once and cannot be collected again", () => {
    const collect = did({ kind: "fare-collected", bookingId: "a", amount: 350, means: "cash" });
    const shown = after(arrived("s1"), boarded("a"), collect);
    expect(shown.fareCollected).toBe(350);
    expect(shown.tasks[0]!.boards[0]).toMatchObject({ collected: 350, actions: ["alight"] });
  });

  test("the last step can be taken back at once", () => {
    const step = arrived("s1");
    expect(after(step).lastEventId).toBe(step.id);
  });

  test("a step that is undone before it was sent leaves no trace on the sheet", () => {
    const step = arrived("s1");
    const board = boarded("a");
    const undo = (eventId: string) => did({ kind: "undone", eventId });
    expect(states(after(step, undo(step.id)))).toEqual(states(sheet));
    expect(after(step, board, undo(board.id))).toEqual(after(step));
    expect(after(step, board, undo(board.id)).lastEventId).toBe(step.id);
  });

  test("a step that the server knows is undone at once, and the vehicle stands at its stop again", () => {
    const lastStep = { kind: "boarded", bookingId: "a", stopId: null };
    const known: DutySheet = { ...after(arrived("s1"), boarded("a")), lastEventId: "known", lastStep };
    const shown = sheetAsRecorded(known, [did({ kind: "undone", eventId: "known" })]);
    expect(states(shown)).toEqual(["here", "later", "later"]);
    expect(shown.tasks[0]!.boards[0]).toMatchObject({
      state: "boarding",
      actions: ["board", "no-show", "collect"],
    });
    expect(shown.lastEventId).toBeNull();
    const arrival = {
      ...known,
      ...after(arrived("s1")),
      lastEventId: "known",
      lastStep: { ...lastStep, kind: "arrived" },
    };
    expect(states(sheetAsRecorded(arrival, [did({ kind: "undone", eventId: "known" })]))).toEqual(
      states(sheet),
    );
  });

  test("[SAP-5.3-1] a fare that is corrected is to be collected again", () => {
    const paid = (rider: TaskRider): TaskRider => ({
      ...rider,
      collected: 350,
      payment: { eventId: "fare", means: "cash" },
    });
    const known = {
      ...sheet,
      fareCollected: 350,
      tasks: sheet.tasks.map((task) => ({ ...task, boards: task.boards.map(paid) })),
    };
    const shown = sheetAsRecorded(known, [did({ kind: "undone", eventId: "fare" })]);
    expect(shown.fareCollected).toBe(0);
    expect(shown.tasks[0]!.boards[0]).toMatchObject({ collected: null, payment: null });
  });

  test("arriving somewhere else, or steps of another duty, change nothing here", () => {
    expect(states(after(arrived("s9")))).toEqual(states(sheet));
    expect(after({ ...arrived("s1"), dutyId: "d2" })).toBe(sheet);
  });
});

describe("[SAP-5.3-1] no fare is forgotten", () => {
  test("a fare still to collect is shown when its stop lies behind, and not while it is at hand", () => {
    expect(unpaidBehind(after(arrived("s1"), boarded("a"))).map(({ bookingId }) => bookingId)).toEqual(["a"]);
    const atLastStop = after(arrived("s1"), boarded("a"), arrived("s2"), boarded("b"), arrived("s3"));
    expect(unpaidBehind(atLastStop)).toEqual([]);
  });
});

describe("[SAP-5.3-1] a fare that was never taken", () => {
  const fare = did({ kind: "fare-collected", bookingId: "a", amount: 350, means: "cash" });

  test("stands against the arrival until it is taken back", () => {
    expect(hasPaidBeforeBoarding(after(arrived("s1")))).toBe(false);
    expect(hasPaidBeforeBoarding(after(arrived("s1"), fare))).toBe(true);
    const back = did({ kind: "undone", eventId: fare.id });
    expect(hasPaidBeforeBoarding(after(arrived("s1"), fare, back))).toBe(false);
    expect(hasPaidBeforeBoarding(after(arrived("s1"), fare, boarded("a")))).toBe(false);
  });

  test("can be corrected when its stop lies behind, and not twice while the party is at hand", () => {
    const ids = (...events: TaskEventInput[]) =>
      paidElsewhere(after(...events)).map(({ bookingId }) => bookingId);
    expect(ids(arrived("s1"), fare)).toEqual([]);
    expect(ids(arrived("s1"), fare, boarded("a"))).toEqual(["a"]);
    expect(ids(arrived("s1"), fare, boarded("a"), arrived("s2"), boarded("b"), arrived("s3"))).toEqual([]);
  });
});

describe("a new plan is told when it changes what lies ahead", () => {
  const seen = planAhead(sheet);
  const NOTHING = { added: [], changed: [], gone: [], reordered: false };
  /** The sheet with another party under the same booking. */
  const changed = (change: Partial<TaskRider>): DutySheet => ({
    ...sheet,
    tasks: sheet.tasks.map((task) => ({
      ...task,
      boards: task.boards.map((one) => (one.bookingId === "b" ? { ...one, ...change } : one)),
    })),
  });
  const withTask = (task: DutySheet["tasks"][number]): DutySheet => ({
    ...sheet,
    tasks: [...sheet.tasks, task],
  });

  test("the driver's own steps are no news", () => {
    expect(planChange(seen, after(arrived("s1"), boarded("a")))).toBeUndefined();
  });

  test("a new party is named", () => {
    const more = withTask({
      stopId: "s4",
      plannedAt: "2026-11-24T10:00:00+09:00",
      leaveNotBefore: null,
      state: "later",
      boards: [rider("c")],
      alights: [],
    });
    expect(planChange(seen, more)).toEqual({ ...NOTHING, added: ["c"] });
  });

  test.each([
    ["is promised another time", { noShowFrom: "2026-11-24T10:30:00+09:00" }],
    ["comes with more persons", { party: { general: 4, senior: 0, disabled: 0, child: 0, infant: 0 } }],
    ["brings a wheelchair", { wheelchairs: 1 }],
    ["needs a hand", { needs: ["help" as const] }],
  ])("[SAP-3.2-3a] a party that %s is told, though the order is the same", (_, change) => {
    expect(planChange(seen, changed(change))).toEqual({ ...NOTHING, changed: ["b"] });
    expect(planChange(planAhead(changed(change)), changed(change))).toBeUndefined();
  });

  test("[SAP-3.2-3a] a party that boards or alights at another stop is told", () => {
    const [one, two, three] = sheet.tasks;
    const elsewhere = { ...sheet, tasks: [one!, { ...two!, stopId: "s9" }, three!] };
    expect(planChange(seen, elsewhere)).toEqual({ ...NOTHING, changed: ["b"] });
    const farther = { ...sheet, tasks: [one!, two!, { ...three!, stopId: "s9" }] };
    expect(planChange(seen, farther)).toEqual({ ...NOTHING, changed: ["a", "b"] });
  });

  test("minutes by which the plan moves, and needs in another order, are no news", () => {
    const later = sheet.tasks.map((task) => ({ ...task, plannedAt: "2026-11-24T09:50:00+09:00" }));
    expect(planChange(seen, { ...sheet, tasks: later })).toBeUndefined();
    const needs = ["help" as const, "walker" as const];
    expect(planChange(planAhead(changed({ needs })), changed({ needs: needs.toReversed() }))).toBeUndefined();
  });

  test("what was kept is read again, and what an older version kept counts as never seen", () => {
    expect(parseSeenPlan(JSON.stringify(seen))).toEqual(seen);
    expect(JSON.stringify(seen)).not.toContain("名前");
    expect(parseSeenPlan(JSON.stringify([{ bookingId: "a", move: "boards" }]))).toBeUndefined();
    for (const text of [null, "{", "{}"]) expect(parseSeenPlan(text)).toBeUndefined();
  });

  test("a party that cancelled is told by where and when it was to board", () => {
    const fewer = {
      ...sheet,
      tasks: sheet.tasks.map((task) => ({
        ...task,
        boards: task.boards.filter(({ bookingId }) => bookingId !== "b"),
        alights: task.alights.filter(({ bookingId }) => bookingId !== "b"),
      })),
    };
    const gone = { bookingId: "b", move: "boards", stopId: "s2", plannedAt: "2026-11-24T09:25:00+09:00" };
    expect(planChange(seen, fewer)).toMatchObject({ ...NOTHING, gone: [gone] });
  });

  test("another order of the same stops is told", () => {
    const [one, two, three] = sheet.tasks;
    expect(planChange(seen, { ...sheet, tasks: [two!, one!, three!] })).toEqual({
      ...NOTHING,
      reordered: true,
    });
  });

  test("a party that the driver gave up waiting for is no news when it leaves the plan", () => {
    const fewer = {
      ...sheet,
      tasks: sheet.tasks
        .slice(1)
        .map((task) => ({ ...task, alights: task.alights.filter(({ bookingId }) => bookingId !== "a") })),
    };
    expect(planChange(withoutParty(seen, "a"), fewer)).toBeUndefined();
  });
});
