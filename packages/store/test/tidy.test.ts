import type { AccountId, EpochSeconds, TenantId, VehicleId } from "@noriai/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { asOwner, refusal } from "./support/owner.ts";
import { DESK, MONDAY, NORTH, SERVICE, SOUTH, T0 } from "./support/town.ts";

const ACCOUNT = "a1" as AccountId;
const hours = (count: number) => (T0 + count * 3600) as EpochSeconds;
let it: TestStore;
beforeAll(async () => {
  it = await openTestStore();
  for (const id of [NORTH, SOUTH]) {
    await it.store.createTenant({ id, name: id });
    await it.store.inTenant(id, async (tx) => {
      await tx.addAccount(
        { id: ACCOUNT, login: "desk", passwordHash: "x", role: "call_operator", displayName: "受付" },
        DESK,
        T0,
      );
      const answer = { fingerprint: "f", status: 201, body: {} };
      await tx.rememberAnswer({ account: ACCOUNT, key: "old" }, answer, T0);
      await tx.rememberAnswer({ account: ACCOUNT, key: "young" }, answer, hours(1));
    });
  }
});
afterAll(() => it.close());

const answersOf = (tenant: TenantId) =>
  it.store.inTenant(tenant, async (tx) => {
    const kept: string[] = [];
    for (const key of ["old", "young"])
      if ((await tx.findAnswer({ account: ACCOUNT, key })) !== undefined) kept.push(key);
    return kept;
  });

const outboxOf = (tenant: TenantId) =>
  it.store.inTenant(tenant, async (tx) => (await tx.listOutboxSince(0, 5_000)).map(({ id }) => id));

const publish = (tenant: TenantId, count: number) =>
  it.store.inTenant(tenant, async (tx) => {
    for (let index = 0; index < count; index++) await tx.publish({ topic: "clock", index });
  });

/** As if the first rows of a tenant had been written days ago. */
const age = (tenant: TenantId, upTo: number, interval: string) =>
  asOwner(it.ownerUrl, (client) =>
    client.query(
      "UPDATE noriai.outbox SET written_at = now() - $3::interval WHERE tenant_id = $1 AND outbox_id <= $2",
      [tenant, upTo, interval],
    ),
  );

test("answers older than 48 hours are forgotten in every tenant, younger ones stay", async () => {
  expect(await it.store.tidy(hours(48))).toEqual({ answers: 0, events: 0 });
  expect(await it.store.tidy(hours(48.5))).toEqual({ answers: 2, events: 0 });
  expect(await answersOf(NORTH)).toEqual(["young"]);
  expect(await answersOf(SOUTH)).toEqual(["young"]);
});

test("outbox rows older than 3 days go, but never a tenant's newest 1,000, and numbers go on", async () => {
  await publish(NORTH, 1_010);
  await publish(SOUTH, 900);
  await age(NORTH, 1_010, "2 days 23 hours");
  await age(SOUTH, 900, "30 days");
  expect(await it.store.tidy(T0)).toEqual({ answers: 0, events: 0 });
  await age(NORTH, 7, "3 days 1 hour");
  expect(await it.store.tidy(T0)).toEqual({ answers: 0, events: 7 });
  await age(NORTH, 1_010, "30 days");
  expect(await it.store.tidy(T0)).toEqual({ answers: 0, events: 3 });
  const north = await outboxOf(NORTH);
  expect([north.length, north[0], north.at(-1)]).toEqual([1_000, 11, 1_010]);
  expect(await outboxOf(SOUTH)).toHaveLength(900);
  await publish(NORTH, 1);
  expect((await outboxOf(NORTH)).at(-1)).toBe(1_011);
});

test("sessions that have ended are removed, those that live are not", async () => {
  await it.store.inTenant(NORTH, async (tx) => {
    const session = { account: ACCOUNT, openedAt: T0 };
    await tx.openSession({ ...session, tokenHash: "ended", expiresAt: hours(1) });
    await tx.openSession({ ...session, tokenHash: "lives", expiresAt: hours(2) });
  });
  await it.store.tidy(hours(1));
  await it.store.inTenant(NORTH, async (tx) => {
    expect(await tx.findSession("ended", T0)).toBeUndefined();
    expect(await tx.findSession("lives", T0)).toBeDefined();
  });
});

test("a vehicle's trail is kept for thirty days and gone afterwards", async () => {
  await it.store.inTenant(NORTH, async (tx) => {
    await tx.saveService(SERVICE, DESK, T0);
    await tx.extendTrail(MONDAY, "V1" as VehicleId, { lat: 34, lng: 131, at: T0 });
  });
  const trailsAfter = async (days: number) => {
    await it.store.tidy((T0 + days * 86_400) as typeof T0);
    return (await it.store.inTenant(NORTH, (tx) => tx.listTrails(MONDAY))).size;
  };
  expect(await trailsAfter(29)).toBe(1);
  expect(await trailsAfter(33)).toBe(0);
});

test("one-time codes go a day after they were issued, when no limit counts them any more; used challenges go when they end", async () => {
  const asked = (target: string) => ({ purpose: "sign-in", code: "123456", target, asker: target }) as const;
  const kept = () =>
    asOwner(it.ownerUrl, async (client) => {
      const { rows } = await client.query(
        "SELECT (SELECT count(*)::int FROM noriai.one_time_codes) AS codes, (SELECT count(*)::int FROM noriai.used_challenges) AS challenges",
      );
      return rows[0];
    });
  await it.store.inTenant(NORTH, async (tx) => {
    await tx.openCode(asked("first"), hours(1_000));
    await tx.openCode(asked("second"), hours(1_001));
    expect(await tx.useChallenge("c", hours(1_001))).toBe(true);
    expect(await tx.useChallenge("c", hours(1_001))).toBe(false);
  });
  await it.store.tidy(hours(1_000.5));
  expect(await kept()).toEqual({ codes: 2, challenges: 1 });
  await it.store.tidy(hours(1_024));
  expect(await kept()).toEqual({ codes: 1, challenges: 0 });
});

test("the application may remove what is let go or erased, of no other table", async () => {
  const removable = await asOwner(it.ownerUrl, async (client) => {
    const { rows } = await client.query(
      "SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'noriai'::regnamespace AND c.relkind = 'r' ORDER BY 1",
    );
    await client.query("BEGIN");
    await client.query("SET LOCAL ROLE noriai_app");
    const names: string[] = [];
    for (const { name } of rows)
      if ((await refusal(client, `DELETE FROM noriai.${name} WHERE false`)) === "done") names.push(name);
    return names;
  });
  expect(removable).toEqual([
    "accounts",
    "address_points",
    "delegates",
    "member_channels",
    "member_evidence",
    "one_time_codes",
    "outbox",
    "passkeys",
    "position_trail",
    "remembered_answers",
    "sessions",
    "stop_photos",
    "used_challenges",
  ]);
});
