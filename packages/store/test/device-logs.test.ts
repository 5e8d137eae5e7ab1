import type { EventId, TenantId } from "@noriai/kernel";
import { seconds } from "@noriai/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LogOutOfTurn } from "../src/index.ts";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { aConflict, LOG } from "./support/fill-device-log.ts";
import { at, DESK, MONDAY, T0 } from "./support/town.ts";

const TOWN = "town" as TenantId;
const ACTING = { by: DESK, now: T0 };
let it: TestStore;

beforeAll(async () => {
  it = await openTestStore();
  await it.store.createTenant({ id: TOWN, name: TOWN });
});
afterAll(() => it.close());

const keep = (no: number) => it.store.inTenant(TOWN, (tx) => tx.keepEntry(LOG, aConflict(no), ACTING));
const stand = () => it.store.inTenant(TOWN, (tx) => tx.findDeviceLog(LOG));

test("[SAP-3.2-3a] each number of a log is taken in once and in its turn, whoever asks at the same time", async () => {
  expect(await stand()).toEqual({ id: LOG, takenIn: 0 });
  await keep(1);
  await expect(keep(1)).rejects.toThrow(LogOutOfTurn);
  await expect(keep(3)).rejects.toThrow(LogOutOfTurn);
  const both = await Promise.allSettled([keep(2), keep(2)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await stand()).toEqual({ id: LOG, takenIn: 2, lastAt: T0 });
  expect(await it.store.inTenant(TOWN, (tx) => tx.eventIdAt({ log: LOG, no: 2 }))).toBe("logged-2");
});

test("what a tablet has lost stands in its place as missing", async () => {
  const outcome = { kind: "missing", count: 3 } as const;
  const missing = { no: 5, serviceDate: MONDAY, movedBy: seconds(0), outcome };
  await it.store.inTenant(TOWN, (tx) => tx.keepEntry(LOG, missing, ACTING));
  expect(await stand()).toEqual({ id: LOG, takenIn: 5, lastAt: T0 });
  const found = await it.store.inTenant(TOWN, (tx) => tx.findConflict({ log: LOG, no: 5 }));
  expect(found).toMatchObject({ deed: undefined, outcome });
});

test("an event is found in the log that told it, with what became of it and what was said of it", async () => {
  const find = (log: string, id: string) =>
    it.store.inTenant(TOWN, (tx) => tx.findEntry(log as typeof LOG, id as EventId));
  const outcome = { kind: "refused", rejection: { kind: "unknown-duty" } };
  expect(await find(LOG, "logged-2")).toEqual({ log: LOG, no: 2, outcome, settlement: undefined });
  expect(await find(LOG, "logged-9")).toBeUndefined();
  expect(await find("another", "logged-2")).toBeUndefined();
});

test("a conflict is settled once, and stays on the list of its day", async () => {
  const settle = () =>
    it.store.inTenant(TOWN, (tx) =>
      tx.settleConflict({ log: LOG, no: 1 }, "stands", { by: DESK, now: at(5) }),
    );
  expect(await settle()).toBe(true);
  expect(await settle()).toBe(false);
  const listed = async (date: typeof MONDAY) =>
    (await it.store.inTenant(TOWN, (tx) => tx.listConflicts(date))).map(({ no, settled }) => [
      no,
      settled?.settlement,
    ]);
  expect(await listed(MONDAY)).toEqual([
    [1, "stands"],
    [2, undefined],
    [5, undefined],
  ]);
  expect(await listed("2020-01-01" as typeof MONDAY)).toEqual([
    [2, undefined],
    [5, undefined],
  ]);
  const settled = await it.store.inTenant(TOWN, (tx) => tx.findEntry(LOG, "logged-1" as EventId));
  expect(settled).toMatchObject({ no: 1, settlement: "stands" });
  const audit = await it.store.inTenant(TOWN, (tx) => tx.listAudit(1));
  expect(audit[0]).toMatchObject({ event: "conflict-settled", subject: "log-1:1" });
});
