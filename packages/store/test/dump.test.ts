import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { fillTenant, HANAKO, REASON } from "./support/fill.ts";
import { asOwner } from "./support/owner.ts";
import { NORTH, SOUTH } from "./support/town.ts";

let it: TestStore;
beforeAll(async () => {
  it = await openTestStore();
  await fillTenant(it.store, NORTH);
  await fillTenant(it.store, SOUTH);
});
afterAll(() => it.close());

/** Everything in every table as text, byte strings both as hex and as the text they may hold. */
const dump = (client: pg.Client): Promise<Map<string, string>> =>
  client
    .query(
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'r' AND n.nspname IN ('noriai', 'noriai_migrations', 'public')`,
    )
    .then(async ({ rows }) => {
      const texts = new Map<string, string>();
      for (const { name } of rows) {
        const all = await client.query(`SELECT * FROM ${name}`);
        texts.set(name, all.rows.flatMap((row) => Object.values(row).map(asText)).join("\n"));
      }
      return texts;
    });

function asText(value: unknown): string {
  if (Buffer.isBuffer(value))
    return `${value.toString("hex")} ${value.toString("utf8")} ${value.toString("latin1")}`;
  if (Array.isArray(value)) return value.map(asText).join(" ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

const SECRETS = [
  HANAKO.name,
  "花子",
  HANAKO.kana,
  "うべ",
  "ウベ",
  HANAKO.phone,
  "0836551234",
  "551234",
  HANAKO.town,
  HANAKO.birthDate,
  "受付",
  REASON,
  "小野田",
  "090-1234-9876",
];
const inAnySpelling = SECRETS.flatMap((secret) => [
  secret,
  Buffer.from(secret).toString("hex"),
  Buffer.from(secret).toString("base64"),
]);

test("[SAP-7.2-3] a dump of the database shows no name, reading, phone number, town, birth date or reason of a cancellation", async () => {
  const texts = await asOwner(it.ownerUrl, dump);
  expect(texts.size).toBeGreaterThan(20);
  for (const [table, text] of texts) {
    expect(text, table).not.toBe("");
    for (const secret of inAnySpelling) expect(text.includes(secret), `${secret} in ${table}`).toBe(false);
  }
});

test("[SAP-7.2-3] one plain field anywhere would be seen", async () => {
  const member = (await asOwner(it.ownerUrl, dump)).get("noriai.members");
  expect(member).toContain("10001"); // the member number is no secret, so the dump does show what is plain
  const texts = await asOwner(it.ownerUrl, async (client) => {
    await client.query("BEGIN");
    await client.query("UPDATE noriai.members SET town = $1", [Buffer.from(HANAKO.town)]);
    return await dump(client);
  });
  expect(inAnySpelling.some((secret) => texts.get("noriai.members")?.includes(secret))).toBe(true);
});
