import type { AccountId, MemberId } from "@noriai/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STORED, type TenantTransaction } from "../src/index.ts";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { fillTenant, HANAKO, REASON } from "./support/fill.ts";
import { asOwner } from "./support/owner.ts";
import { at, DESK, MONDAY, NORTH, SOUTH, T0 } from "./support/town.ts";

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

  /** Who of the staff allowed an offer, and who drives. */
  const OF_NOBODY: readonly string[] = ["supervisor_entries", "drivers"];

  test("a table that hangs on a member's ride, offer, wish, notice or account stands in the list too", async () => {
    const { rows } = await asOwner(it.ownerUrl, (client) =>
      client.query(
        `SELECT DISTINCT table_name AS t FROM information_schema.columns WHERE table_schema = 'noriai'
         AND column_name IN ('account_id', 'booking_id', 'quote_id', 'waiting_id', 'recurring_id', 'notice_id', 'delegate_id')`,
      ),
    );
    const listed = new Set<string>(STORED.flatMap(({ where }) => where as readonly string[]));
    expect(rows.map(({ t }) => t).filter((t) => !listed.has(t) && !OF_NOBODY.includes(t))).toEqual([]);
    expect(rows.length).toBeGreaterThan(15);
  });

  test("the member takes along what stands in each of them: staff by role, no key, nothing of the neighbour", async () => {
    const account = {
      id: "hanakos-page" as AccountId,
      login: "hanako",
      passwordHash: "x",
      role: "rider",
    } as const;
    const taken = await inNorth(async (tx) => {
      await tx.addAccount({ ...account, displayName: HANAKO.name, member }, DESK, T0);
      await tx.openSession({
        tokenHash: "hanakos-token",
        account: account.id,
        openedAt: T0,
        expiresAt: at(60),
      });
      await tx.addPasskey(
        {
          ...{ account: account.id, credentialId: "CCCC", publicKey: Uint8Array.of(1), counter: 0 },
          ...{ transports: [], synced: true, system: "android" },
        },
        5,
        { by: DESK, now: T0 },
      );
      await tx.rememberAnswer(
        { account: account.id, key: "k" },
        { fingerprint: "f", status: 200, body: {} },
        T0,
      );
      const call = await tx.openCall(member, { by: DESK, now: T0 });
      await tx.closeCall(
        call,
        { outcome: "information", memberId: member, bookingIds: [], doubts: [] },
        { by: DESK, now: T0 },
      );
      return tx.takeOwnRows(member);
    });
    for (const [table, rows] of Object.entries(taken)) expect(rows.length, table).toBeGreaterThan(0);
    expect(taken.registrations).toMatchObject([
      { way: "paper", guardian: { name: REASON, relation: "parent" }, role: DESK.role },
    ]);
    expect(taken.member_evidence[0]).toMatchObject({ seen: { kind: "age", seenOn: MONDAY } });
    expect(taken.member_evidence[0]!.seen).not.toHaveProperty("seenBy");
    expect(taken.accounts[0]).toMatchObject({ login: "hanako", displayName: HANAKO.name });
    for (const secret of ["hanakos-token", "CCCC", "受付 一郎", `${NORTH}-desk`, SOUTH])
      expect(JSON.stringify(taken), secret).not.toContain(secret);
    const south = await it.store.inTenant(SOUTH, (tx) => tx.takeOwnRows(member));
    expect(Object.values(south).flat()).toEqual([]);
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
