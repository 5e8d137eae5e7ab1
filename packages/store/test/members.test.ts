import type { MemberId } from "@noriai/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Access } from "../src/index.ts";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { AT_THE_DESK, HANAKO } from "./support/fill.ts";
import { asOwner } from "./support/owner.ts";
import { at, DESK, NORTH, SOUTH, T0 } from "./support/town.ts";

let it: TestStore;
beforeAll(async () => {
  it = await openTestStore();
  for (const id of [NORTH, SOUTH]) await it.store.createTenant({ id, name: id });
});
afterAll(() => it.close());

/** A full clock hour. */
const HOUR = 1_800_000 * 1000;

const register = (more: Partial<typeof HANAKO> = {}, tenant = NORTH) =>
  it.store.inTenant(tenant, (tx) => tx.addMember({ ...HANAKO, ...more }, DESK, T0));
const search = (query: string, tenant = NORTH) =>
  it.store.inTenant(tenant, (tx) => tx.searchMembers(query, 20, AT_THE_DESK));

test("a member is read back as registered, and decisions see only age and handbook", async () => {
  const record = await register();
  expect(record).toEqual({ ...HANAKO, id: record.id, memberNo: "10001" });
  const [read, known] = await it.store.inTenant(NORTH, async (tx) => [
    await tx.readMembers([record.id, "nobody" as MemberId], AT_THE_DESK),
    await tx.findMember(record.id),
  ]);
  expect(read).toEqual([record]);
  expect(known).toEqual({ id: record.id, birthDate: HANAKO.birthDate, disability: HANAKO.disability });
});

test("numbers are given in turn and step over numbers that are taken", async () => {
  await register({ memberNo: "20000", phone: "0836-00-0001", kana: "た ろう" });
  const { memberNo } = await register({ phone: "0836-00-0002", kana: "じ ろう" });
  expect(memberNo).toBe("20001");
  await expect(register({ memberNo: "20000" })).rejects.toMatchObject({ code: "23505" });
});

test.each([
  "0836551234",
  "０８３６－５５－１２３４",
  "+81 836 55 1234",
  "うべ",
  "ﾊﾅｺ",
  "ウベ　ハナコ",
  "10001",
  "うべ 常盤町",
  "常盤町 0836-55-1234",
])("the desk finds her by %s", async (query) => {
  expect((await search(query)).map(({ name }) => name)).toEqual([HANAKO.name]);
});

test.each(["", "%", "' OR true --", "0836", "花子", "べ", "盤町", "うべ 琴芝町"])(
  "nothing is found by %j",
  async (query) => {
    expect(await search(query)).toEqual([]);
  },
);

test("[SAP-5.1-2] a member from before towns were searched is found by the town too, and nobody was shown for it", async () => {
  const { id } = await register({
    phone: "0836-88-8888",
    kana: "むかし から",
    town: "宇部市大字沖宇部字亀浦",
  });
  await asOwner(it.ownerUrl, (client) =>
    client.query("UPDATE noriai.members SET town_index = NULL WHERE tenant_id = $1", [NORTH]),
  );
  expect((await search("亀浦")).map((member) => member.id)).toEqual([id]);
  const { rows } = await asOwner(it.ownerUrl, (client) =>
    client.query("SELECT count(*) FILTER (WHERE town_index IS NULL)::int AS missing FROM noriai.members"),
  );
  expect(rows).toEqual([{ missing: 0 }]);
});

test("[POL-SEP-1] the neighbour finds nobody, by any word or id", async () => {
  const [hanako] = await search("うべ");
  for (const query of ["うべ", "0836551234", "10001", "常盤町"])
    expect(await search(query, SOUTH)).toEqual([]);
  await it.store.inTenant(SOUTH, async (tx) => {
    expect(await tx.findMember(hanako!.id)).toBeUndefined();
    expect(await tx.readMembers([hanako!.id], AT_THE_DESK)).toEqual([]);
  });
});

test("who is shown is noted with actor, purpose and time, in the same transaction", async () => {
  const { id } = await register({ phone: "0836-77-7777", kana: "きのした まもる" });
  const access = { ...AT_THE_DESK, now: at(7), purpose: "driving" } as const;
  await it.store.inTenant(NORTH, (tx) => tx.readMembers([id], access));
  const failed = it.store.inTenant(NORTH, async (tx) => {
    await tx.readMembers([id], access);
    throw new Error("changed my mind");
  });
  await expect(failed).rejects.toThrow("changed my mind");
  const { rows } = await asOwner(it.ownerUrl, (client) =>
    client.query("SELECT role, purpose, at FROM noriai.access_log WHERE member_id = $1", [id]),
  );
  expect(rows).toEqual([{ role: "call_operator", purpose: "driving", at: String(at(7)) }]);
});

test("a reading is noted once for each reader, purpose and hour", async () => {
  const { id } = await register({ phone: "0836-77-7778", kana: "きのした いちど" });
  const read = (by: Access["by"], purpose: Access["purpose"], minute: number) =>
    it.store.inTenant(NORTH, (tx) =>
      tx.readMembers([id, id], { by, purpose, now: (HOUR + 60 * minute) as never }),
    );
  const desk = { role: "call_operator", account: "desk-1" } as Access["by"];
  for (const minute of [0, 1, 59, 60, 61]) await read(desk, "operation", minute);
  await read(desk, "booking", 1);
  await read({ role: "call_operator", account: "desk-2" } as Access["by"], "operation", 1);
  await read({ role: "system" }, "operation", 1);
  await read({ role: "system" }, "operation", 2);
  const { rows } = await asOwner(it.ownerUrl, (client) =>
    client.query(
      "SELECT actor_account AS by, purpose, at FROM noriai.access_log WHERE member_id = $1 ORDER BY access_id",
      [id],
    ),
  );
  expect(rows.map(({ by, purpose, at }) => [by, purpose, (Number(at) - HOUR) / 60])).toEqual([
    ["desk-1", "operation", 0],
    ["desk-1", "operation", 60],
    ["desk-1", "booking", 1],
    ["desk-2", "operation", 1],
    [null, "operation", 1],
  ]);
});

test("[SAP-7.2-3] after a rotation everything is readable and sealed with the new key", async () => {
  const before = await search("うべ");
  expect(await it.store.rotateDataKey(NORTH, DESK, T0)).toBe(2);
  expect(await search("うべ")).toEqual(before);
  const other = await it.openAnother();
  expect(await other.inTenant(NORTH, (tx) => tx.searchMembers("うべ", 20, AT_THE_DESK))).toEqual(before);
  const { rows } = await asOwner(it.ownerUrl, (client) =>
    client.query("SELECT DISTINCT get_byte(name, 0) AS version FROM noriai.members"),
  );
  expect(rows).toEqual([{ version: 2 }]);
});

test("[SAP-7.2-3] a name moved to another member's row does not open", async () => {
  const [a, b] = [
    await register({ phone: "0836-1-1", kana: "あ あ" }),
    await register({ phone: "0836-2-2" }),
  ];
  await asOwner(it.ownerUrl, (client) =>
    client.query(
      "UPDATE noriai.members SET name = (SELECT name FROM noriai.members WHERE member_id = $1) WHERE member_id = $2",
      [a.id, b.id],
    ),
  );
  const reading = it.store.inTenant(NORTH, (tx) => tx.readMembers([b.id], AT_THE_DESK));
  await expect(reading).rejects.toThrow("members.name does not open at its place");
});
