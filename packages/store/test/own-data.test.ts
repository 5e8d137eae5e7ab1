import type { AccountId, MemberId } from "@noriai/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STORED, type TenantTransaction } from "../src/index.ts";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { fillTenant } from "./support/fill.ts";
import { asOwner } from "./support/owner.ts";
import { at, DESK, NORTH, SOUTH, T0 } from "./support/town.ts";

let it: TestStore;
let member: MemberId;
const inNorth = <T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T> =>
  it.store.inTenant(NORTH, work);

beforeAll(async () => {
  it = await openTestStore();
  member = await fillTenant(it.store, NORTH);
  await fillTenant(it.store, SOUTH);
});
afterAll(() => it.close());

/** Columns of the record that are no data of the person: keys, indexes that are found by, and the keeping itself. */
const OF_THE_KEEPING = /^(tenant_id|member_id|\w+_index|version|erased_at|registered_at)$/;

describe("[SAP-PI-1] nothing is stored of a member without a purpose and an end", () => {
  test("every column of the record and every table that names a member stands in the list", async () => {
    const { rows } = await asOwner(it.ownerUrl, (client) =>
      client.query(
        `SELECT table_name AS t, column_name AS c FROM information_schema.columns
         WHERE table_schema = 'noriai' AND (table_name = 'members' OR column_name ~ 'member_id$')`,
      ),
    );
    const listed = new Set<string>(STORED.flatMap(({ where }) => where as readonly string[]));
    const missing = rows
      .map(({ t, c }) => (t === "members" ? (OF_THE_KEEPING.test(c) ? "" : `members.${c}`) : t))
      .filter((name) => name !== "" && !listed.has(name));
    expect([...new Set(missing)]).toEqual([]);
  });

  test("every place of the list is there", async () => {
    const { rows } = await asOwner(it.ownerUrl, (client) =>
      client.query(
        "SELECT table_name AS t, column_name AS c FROM information_schema.columns WHERE table_schema = 'noriai'",
      ),
    );
    const known = new Set(rows.flatMap(({ t, c }) => [t, `${t}.${c}`]));
    for (const { kind, where } of STORED) for (const place of where) expect(known, kind).toContain(place);
  });

  test("a member is told how much there is of each kind, and nothing of the neighbour's is counted", async () => {
    const counts = Object.fromEntries(await inNorth((tx) => tx.countStored(member)));
    expect(counts).toMatchObject({ identity: 1, address: 1, needs: 1, changes: 1, channels: 1, rides: 2 });
    for (const kind of ["evidence", "helpers", "missed", "notices", "readings"])
      expect(counts[kind], kind).toBeGreaterThan(0);
    expect(counts.wishes).toBeGreaterThan(2);
    const south = await it.store.inTenant(SOUTH, (tx) => tx.countStored(member));
    expect([...south.values()].every((count) => count === 0)).toBe(true);
  });
});

test("who read a record is told latest first, page by page, without the reader's own readings", async () => {
  const own = "own-page" as AccountId;
  for (const [n, purpose] of (["booking", "driving", "operation"] as const).entries())
    await inNorth((tx) => tx.readMembers([member], { by: DESK, now: at(60 * (n + 2)), purpose }));
  const self = { account: own, role: "rider" } as const;
  await inNorth((tx) => tx.readMembers([member], { by: self, now: at(600), purpose: "registration" }));
  const all = await inNorth((tx) => tx.listReadings(member, { except: own, limit: 50 }));
  expect(all.slice(0, 3).map(({ purpose, by }) => [purpose, by.role])).toEqual([
    ["operation", DESK.role],
    ["driving", DESK.role],
    ["booking", DESK.role],
  ]);
  expect(all.some(({ by }) => by.role === "rider")).toBe(false);
  const [first, second] = all;
  const next = await inNorth((tx) => tx.listReadings(member, { except: own, before: first!.id, limit: 1 }));
  expect(next).toEqual([second]);
  expect(await it.store.inTenant(SOUTH, (tx) => tx.listReadings(member, { except: own, limit: 9 }))).toEqual(
    [],
  );
  expect(T0).toBeLessThan(first!.at);
});
