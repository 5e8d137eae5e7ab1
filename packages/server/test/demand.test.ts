import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, newKey, openHouse, type TestHouse, TODAY, text, trip } from "./house.ts";

let house: TestHouse;
let desk: Client;
let rider: Client;
let official: Client;
const RANGE = `from=${TODAY}&to=${TODAY}`;
const demand = async () => (await official.send("GET", `demand?${RANGE}`)).json;

beforeAll(async () => {
  house = await openHouse();
  [desk, rider, official] = await Promise.all([
    house.enter("call_operator"),
    house.enter("rider"),
    house.enter("municipality"),
  ]);
}, 60_000);
afterAll(() => house.close());

/** Members of the town with nothing booked. */
async function memberIds(): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < 8; n++) {
    const phone = `0836-02-000${n}`;
    const body = { name: `試験 ${n}`, kana: "しけん", phone, birthDate: "1980-01-01", town: "船木" };
    ids.push((await desk.send("POST", "members", { body, key: newKey() })).json.id);
  }
  return ids;
}

/** Asks by phone for a member; the answer is a quote's id or a refusal. */
async function ask(memberId: string, time: string, changes: object = {}): Promise<string | undefined> {
  const body = trip({ memberId, time: { mode: "depart", at: text(time) }, ...changes });
  const { json } = await desk.send("POST", "quotes", { body, key: newKey() });
  return json.kind === "quote" ? json.quote.id : undefined;
}
const confirm = (id: string) => desk.send("POST", `quotes/${id}/confirm`, { key: newKey() });
const giveBack = (id: string) => desk.send("DELETE", `quotes/${id}`);

describe("[SAP-5.4-6] [FIELD-29] unmet demand and fairness", () => {
  test("accepted, refused and abandoned wishes are those of the database, counted anew", async () => {
    const ids = await memberIds();
    for (const [k, id] of ids.slice(0, 6).entries()) {
      // Eight in the evening is outside the hours; the forenoon can be had.
      expect(await ask(id, "20:00", { from: "s03", to: "s04" })).toBeUndefined();
      const offer = await ask(id, `${10 + Math.floor(k / 2)}:${k % 2}0`, { from: "s01", to: "s02" });
      if (offer !== undefined) await confirm(offer);
    }
    for (const id of ids.slice(0, 5)) {
      const offer = await ask(id, "09:30", { from: "s02", to: "s05" });
      if (offer !== undefined) await giveBack(offer);
    }
    const { fairness, ...unmet } = await demand();
    const recount = await recounted();
    expect(fairness.total).toMatchObject(recount);
    expect(recount.accepted + recount.refused + recount.abandoned).toBe(recount.asked);
    expect(fairness.byChannel.rows).toMatchObject([{ key: "phone", ...recount }]);
    expect(unmet).toMatchObject({
      refused: recount.refused,
      abandoned: recount.abandoned,
      left: 0,
      least: 5,
    });
    expect(unmet.byPair.rows).toContainEqual({ from: "s03", to: "s04", count: 6 });
    expect(unmet.byReason.rows).toContainEqual({ reason: "outside-hours", count: expect.any(Number) });
    const sum = (part: { rows: { count: number }[]; others: number | null }) =>
      part.rows.reduce((total, { count }) => total + count, part.others ?? 0);
    for (const part of [unmet.byHour, unmet.byPair, unmet.byReason])
      expect(sum(part)).toBe(recount.refused + recount.abandoned);
  });

  test("a search that was left is counted under its stops, and no more once it was asked for", async () => {
    const leave = (n: number, asked: boolean) =>
      rider.send("PUT", `searches/search-${n}`, {
        body: { from: "s05", to: "s01", serviceDate: TODAY, wishedAt: text("13:00"), asked },
      });
    for (let n = 0; n < 6; n++) expect((await leave(n, false)).status).toBe(204);
    await leave(0, false);
    expect((await demand()).left).toBe(6);
    await leave(0, true);
    const { left, byPair, byReason } = await demand();
    expect(left).toBe(5);
    expect(byPair.rows).toContainEqual({ from: "s05", to: "s01", count: 5 });
    expect(byReason.rows).toContainEqual({ reason: "left", count: 5 });
    const unknown = await rider.send("PUT", "searches/x", {
      body: { from: "nowhere", to: "s01", serviceDate: TODAY, asked: false },
    });
    expect(unknown.json.fields[0].name).toBe("from");
  });

  test("the file carries the same figures in words, without a member in it, and its export is logged", async () => {
    const file = await official.send("GET", `demand.csv?${RANGE}`);
    expect(file.status).toBe(200);
    const lines = file.text.trim().split("\r\n");
    expect(lines[0]).toContain("集計,項目,満たせなかった件数,希望,成立,お断り,見送り");
    expect(file.text).toContain("理由別,運行時間外,");
    expect(file.text).toContain("経路別,電話,");
    for (const { name, phone, memberNo } of house.towns[0]!.members)
      for (const personal of [name, phone, memberNo]) expect(file.text).not.toContain(personal);
    const { entries } = (await official.send("GET", "audit?limit=5")).json;
    expect(entries[0]).toMatchObject({ event: "report-exported", purpose: "report" });
    const sjis = await official.send("GET", `demand.csv?${RANGE}&encoding=shift_jis`);
    expect(sjis.headers.get("content-type")).toContain("Shift_JIS");
    expect((await desk.send("GET", `demand?${RANGE}`)).status).toBe(403);
  });

  test("a period turned around says so", async () => {
    const turned = await official.send("GET", "demand?from=2026-11-24&to=2026-11-23");
    expect(turned.json.fields[0].name).toBe("to");
  });
});

/** Counts the wishes by SQL alone: each of this story's wishes was asked for exactly once. */
async function recounted(): Promise<Record<"asked" | "accepted" | "refused" | "abandoned", number>> {
  const owner = new pg.Client(house.ownerUrl);
  await owner.connect();
  const tenant = house.towns[0]!.tenant.id;
  await owner.query("SELECT set_config('noriai.tenant_id', $1, false)", [tenant]);
  const count = async (sql: string) => Number((await owner.query(sql)).rows[0].count);
  const accepted = await count("SELECT count(*) FROM noriai.bookings");
  const abandoned = await count("SELECT count(*) FROM noriai.quotes WHERE closed_because = 'released'");
  const refused = await count("SELECT count(*) FROM noriai.refusals");
  await owner.end();
  return { asked: accepted + abandoned + refused, accepted, refused, abandoned };
}
