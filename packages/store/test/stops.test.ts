import type { BookingId, EventId, ServiceDate, StopId, TenantId } from "@noriai/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { fillTenant, REASON } from "./support/fill.ts";
import { at, DESK, NORTH } from "./support/town.ts";

const S2 = "S2" as StopId;
let it: TestStore;
const inNorth = <T>(work: Parameters<typeof it.store.inTenant<T>>[1]): Promise<T> =>
  it.store.inTenant(NORTH as TenantId, work);
const driver = { role: "driver" } as const;
const report = (id: string, minute: number, trouble: "buried" | "blocked" = "buried") =>
  inNorth((tx) =>
    tx.reportStop(
      { id: id as EventId, stopId: S2, trouble, at: at(minute), words: REASON },
      { by: driver, now: at(minute) },
    ),
  );

beforeAll(async () => {
  it = await openTestStore();
  await fillTenant(it.store, NORTH);
});
afterAll(() => it.close());

test("[SAP-3.4-6] reports of one trouble make one task, each counts once, and its way is kept sealed", async () => {
  const first = await report("r1", 10);
  expect(await report("r1", 10)).toBe(first);
  expect(await report("r2", 11)).toBe(first);
  expect(await report("r3", 11, "blocked")).not.toBe(first);
  const acting = { by: DESK, now: at(12) };
  await inNorth((tx) => tx.stepStopTask(first, { step: "take" }, acting));
  await inNorth((tx) => tx.stepStopTask(first, { step: "take" }, acting)); // a second one changes nothing
  const done = await inNorth((tx) => tx.stepStopTask(first, { step: "finish", words: REASON }, acting));
  expect(done).toMatchObject({ state: "done", changedAt: at(12) });
  expect(done!.entries.map(({ step, words }) => [step, words])).toEqual([
    ["report", REASON],
    ["report", REASON],
    ["take", undefined],
    ["finish", REASON],
  ]);
  expect(await inNorth((tx) => tx.openTroubles(S2))).toEqual(["blocked"]);
  expect(await report("r0", 11)).toBe(first); // was seen before it was mended
  expect(await report("r4", 13)).not.toBe(first);
  const audit = JSON.stringify(await inNorth((tx) => tx.listAudit(100)));
  expect(audit).toContain("stop-task-done");
  expect(audit).not.toContain("小野田");
});

test("[SAP-3.4-6] two terminals that report at once make one task", async () => {
  const ids = await Promise.all(
    ["a", "b", "c", "d"].map((id) =>
      inNorth((tx) =>
        tx.reportStop(
          { id: `race-${id}` as EventId, stopId: "S3" as StopId, trouble: "missing", at: at(1) },
          { by: driver, now: at(1) },
        ),
      ),
    ),
  );
  expect(new Set(ids).size).toBe(1);
});

test("[SAP-3.4-6] tasks not done come first, oldest first, then what was done last", async () => {
  const tasks = await inNorth((tx) => tx.listStopTasks(100));
  const states = tasks.map(({ state }) => (state === "done" ? "done" : "open"));
  expect(states).toEqual([...states].sort().reverse());
  expect(await inNorth((tx) => tx.listStopTasks(1))).toHaveLength(1);
});

test("[SAP-3.4-6] what is noted about a marker is read in its order, with words", async () => {
  const on = "2026-11-01" as ServiceDate;
  await inNorth((tx) =>
    tx.addStopRecord({ stopId: S2, kind: "placed", on, words: REASON }, { by: DESK, now: at(1) }),
  );
  expect(await inNorth((tx) => tx.listStopRecords(S2))).toEqual([
    { stopId: S2, kind: "placed", on, words: REASON, notedAt: at(1), by: { role: DESK.role } },
  ]);
  expect((await inNorth((tx) => tx.listStopRecords())).length).toBeGreaterThan(1);
});

test("[SAP-5.2-1] a return is wished for once, and dropped once", async () => {
  const booking = `${NORTH}-B1` as BookingId;
  const acting = { by: DESK, now: at(2) };
  const wished = () => inNorth(async (tx) => [...(await tx.listWishedReturns([booking]))]);
  expect(await wished()).toEqual([booking]);
  expect(await inNorth((tx) => tx.dropReturn(booking, acting))).toBe(true);
  expect(await inNorth((tx) => tx.dropReturn(booking, acting))).toBe(false);
  expect(await wished()).toEqual([]);
  await inNorth((tx) => tx.wishReturn(booking, acting));
  expect(await wished()).toEqual([booking]);
});

test.each([
  ["琴芝", ["琴芝町一丁目", "琴芝町二丁目", "北琴芝一丁目"]],
  ["琴芝町１丁目", ["琴芝町一丁目"]],
  ["宇部市琴芝町一丁目2番3号", ["琴芝町一丁目"]],
  ["琴芝町九丁目", ["琴芝町一丁目", "琴芝町二丁目", "北琴芝一丁目"]],
  ["上宇部123-4", ["大字上宇部"]],
  ["札幌", []],
  ["", []],
])(
  "[SAP-5.2-1] the place %s is found by its name in any spelling, wider where the number is unknown",
  async (typed, names) => {
    const point = { lat: 34, lng: 131 };
    await inNorth((tx) =>
      tx.saveAddressPoints(
        ["琴芝町一丁目", "琴芝町二丁目", "北琴芝一丁目", "大字上宇部"].map((name) => ({ name, ...point })),
      ),
    );
    const found = await inNorth((tx) => tx.findAddressPoints(typed, 5));
    expect(found.map(({ name }) => name)).toEqual(names);
  },
);
