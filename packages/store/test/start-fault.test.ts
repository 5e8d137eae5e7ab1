import { randomBytes, randomUUID } from "node:crypto";
import { seededRandom } from "@noriai/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore, type StoreOptions } from "../src/open-store.ts";
import { openTestStore, TEST_MASTER_KEY, type TestStore } from "../src/testing.ts";
import { asOwner } from "./support/owner.ts";
import { NORTH } from "./support/town.ts";

let it: TestStore;
beforeAll(async () => {
  it = await openTestStore();
  await it.store.createTenant({ id: NORTH, name: "北" });
});
afterAll(() => it.close());

const options = (ownerUrl: string, more: Partial<StoreOptions> = {}): StoreOptions => ({
  ownerUrl,
  masterKey: TEST_MASTER_KEY,
  newId: randomUUID,
  randomBytes,
  random: seededRandom(1),
  appRole: "noriai_app",
  ...more,
});
const fault = async (ownerUrl: string, more: Partial<StoreOptions> = {}) => {
  const opened = await openStore(options(ownerUrl, more));
  if (!opened.ok) return opened.error;
  await opened.value.close();
  return { kind: "opened", reason: "" } as const;
};
const withUrl = (change: (url: URL) => void) => {
  const url = new URL(it.ownerUrl);
  change(url);
  return url.toString();
};

test.each([
  "",
  "  ",
  "noriai",
  "http://localhost/noriai",
  "postgres://",
  "postgres://h",
  "postgres://h/",
  "postgres:///db",
  "postgres://user:password@/db",
  "postgres://u:p%ZZ@h:99999/d",
  "postgres://h/a/b",
  "\0",
])("the database URL %j is refused before anything is tried", async (url) => {
  const { kind, reason } = await fault(url);
  expect(kind).toBe("database-url-malformed");
  expect(reason).toMatch(/^NORIAI_DATABASE_URL cannot be read \(.*\); write it as postgres:[^\n]*\.$/);
});

test.each([
  ["database-unreachable", { port: "1" }],
  ["database-unreachable", { hostname: "nowhere.invalid" }],
  ["database-login-refused", { password: "s3cret-wrong" }],
  ["database-login-refused", { username: "nobody-here" }],
  ["database-missing", { pathname: "/not-there" }],
] as const)("%s is told in one sentence without the password", async (expected, change) => {
  const url = withUrl((url) => Object.assign(url, change));
  const { kind, reason } = await fault(url);
  expect(kind).toBe(expected);
  expect(reason).toMatch(/^PostgreSQL at [^\n]*\.$/);
  expect(reason).not.toContain(new URL(url).password);
});

test("another master key is refused, and the running servers do not notice", async () => {
  const { kind } = await fault(it.ownerUrl, { masterKey: new Uint8Array(32).fill(8) });
  expect(kind).toBe("master-key-wrong");
  expect((await fault(it.ownerUrl, { masterKey: new Uint8Array(31) })).kind).toBe("master-key-malformed");
  const another = await it.openAnother();
  expect(await another.listTenants()).toEqual([{ id: NORTH, name: "北" }]);
});

test("an ordinary owner who may create roles is enough, and sees no other tenant by itself", async () => {
  const url = await ownedBy("plain_owner", "CREATEROLE");
  expect(await fault(url, { appRole: "plain_app" })).toEqual({ kind: "opened", reason: "" });
  const opened = await openStore(options(url, { appRole: "plain_app" }));
  if (!opened.ok) throw new Error(opened.error.reason);
  await opened.value.createTenant({ id: NORTH, name: "北" });
  expect(await opened.value.listTenants()).toEqual([{ id: NORTH, name: "北" }]);
  await opened.value.close();
  const seen = await asOwner(url, (client) => client.query("SELECT FROM noriai.data_keys"));
  expect(seen.rowCount).toBe(0);
  expect((await fault(url, { appRole: "plain_app", masterKey: new Uint8Array(32) })).kind).toBe(
    "master-key-wrong",
  );
});

test("an owner who may not create roles or tables is told what is missing", async () => {
  expect((await fault(await ownedBy("weak_owner", "NOCREATEROLE"), { appRole: "weak_app" })).kind).toBe(
    "database-role-forbidden",
  );
  const url = new URL(await ownedBy("some_owner", "CREATEROLE"));
  const guest = new URL(url);
  guest.username = "guest";
  await asOwner(it.ownerUrl, (client) => client.query("CREATE ROLE guest LOGIN PASSWORD 'pw'"));
  expect((await fault(guest.toString(), { appRole: "guest_app" })).kind).toBe("database-owner-forbidden");
});

test("an application role with powers is refused", async () => {
  await asOwner(it.ownerUrl, (client) => client.query("CREATE ROLE mighty_app BYPASSRLS"));
  expect((await fault(it.ownerUrl, { appRole: "mighty_app" })).kind).toBe("database-role-unsafe");
});

test("a database that a newer program wrote is left alone", async () => {
  const url = await ownedBy("late_owner", "CREATEROLE");
  await fault(url, { appRole: "late_app" });
  await asOwner(url, (client) =>
    client.query("INSERT INTO noriai_migrations.kysely_migration VALUES ('9999-future', 'later')"),
  );
  expect((await fault(url, { appRole: "late_app" })).kind).toBe("database-newer-than-program");
});

/** A fresh database with an owner of its own, who is no superuser. */
async function ownedBy(role: string, power: string): Promise<string> {
  await asOwner(it.ownerUrl, async (client) => {
    await client.query(`CREATE ROLE ${role} LOGIN ${power} PASSWORD 'pw'`);
    await client.query(`CREATE DATABASE ${role}_db OWNER ${role} TEMPLATE template0`);
  });
  return withUrl((url) => {
    url.username = role;
    url.password = "pw";
    url.pathname = `/${role}_db`;
  });
}
