import type { TenantId } from "@noriai/kernel";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { asOwner } from "./support/owner.ts";
import { NORTH, SOUTH } from "./support/town.ts";

let it: TestStore;
beforeAll(async () => {
  it = await openTestStore();
  for (const id of [NORTH, SOUTH]) await it.store.createTenant({ id, name: id });
});
afterAll(() => it.close());

const publish = (tenant: TenantId, ...words: string[]) =>
  it.store.inTenant(tenant, async (tx) => {
    for (const word of words) await tx.publish({ topic: "clock", word });
  });

test("every server hears of a commit, after it, and none of a rollback", async () => {
  const other = await it.openAnother();
  const heard: [string, TenantId, number][] = [];
  await it.store.listen(({ tenant, id }) => heard.push(["one", tenant, id]));
  await other.listen(({ tenant, id }) => heard.push(["other", tenant, id]));
  const undone = it.store.inTenant(NORTH, async (tx) => {
    await tx.publish({ topic: "clock" });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  await publish(NORTH, "a", "b");
  await publish(SOUTH, "c");
  await vi.waitFor(() => expect(heard).toHaveLength(4));
  expect(heard.toSorted()).toEqual([
    ["one", NORTH, 2],
    ["one", SOUTH, 1],
    ["other", NORTH, 2],
    ["other", SOUTH, 1],
  ]);
});

test("whoever reads on from a number gets each later event of the tenant once, in order", async () => {
  const from = await it.store.inTenant(NORTH, (tx) => tx.lastOutboxId());
  await Promise.all(Array.from({ length: 40 }, (_, index) => publish(NORTH, `w${index}`)));
  const read = await it.store.inTenant(NORTH, (tx) => tx.listOutboxSince(from, 100));
  expect(read.map(({ id }) => id)).toEqual(Array.from({ length: 40 }, (_, index) => from + 1 + index));
  const [first] = await it.store.inTenant(NORTH, (tx) => tx.listOutboxSince(from + 5, 1));
  expect(first?.id).toBe(from + 6);
  expect(await it.store.inTenant(SOUTH, (tx) => tx.listOutboxSince(0, 100))).toHaveLength(1);
});

test("a reader never sees a number before all lower ones, however writers overlap", async () => {
  const from = await it.store.inTenant(NORTH, (tx) => tx.lastOutboxId());
  let isWriting = true;
  const writing = Promise.all(Array.from({ length: 60 }, () => publish(NORTH, "x"))).finally(() => {
    isWriting = false;
  });
  while (isWriting) {
    const ids = (await it.store.inTenant(NORTH, (tx) => tx.listOutboxSince(from, 100))).map(({ id }) => id);
    expect(ids).toEqual(ids.map((_, index) => from + 1 + index));
  }
  await writing;
});

test("after its connection was cut a listener hears again, also of what it missed", async () => {
  const heard: number[] = [];
  const stop = await it.store.listen(({ tenant, id }) => tenant === SOUTH && heard.push(id));
  await asOwner(it.ownerUrl, async (client) => {
    await client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query ILIKE 'LISTEN%'",
    );
  });
  await publish(SOUTH, "missed");
  await vi.waitFor(() => expect(heard).toContain(2), { timeout: 5_000 });
  await publish(SOUTH, "heard");
  await vi.waitFor(() => expect(heard).toContain(3));
  await stop();
});

test("connections that the database cuts do not end the process; work goes on", async () => {
  await Promise.all([1, 2, 3].map(() => publish(NORTH, "y")));
  const inTheMiddle = it.store.inTenant(NORTH, async (tx) => {
    await cutAll();
    await new Promise((resolve) => setTimeout(resolve, 200)); // the cut arrives while no query is under way
    await tx.lastOutboxId();
  });
  await expect(inTheMiddle).rejects.toMatchObject({ name: "StoreBusy", reason: "unreachable" });
  await cutAll();
  await vi.waitFor(() => publish(NORTH, "z"), { timeout: 5_000 });
});

const cutAll = () =>
  asOwner(it.ownerUrl, (client) =>
    client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    ),
  );
