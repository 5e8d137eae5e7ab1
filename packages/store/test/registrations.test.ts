import type { MemberId, ServiceDate } from "@noriai/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TenantTransaction } from "../src/index.ts";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { AT_THE_DESK, HANAKO } from "./support/fill.ts";
import { asOwner } from "./support/owner.ts";
import { at, DESK, MONDAY, NORTH, SOUTH, T0 } from "./support/town.ts";

let it: TestStore;
beforeAll(async () => {
  it = await openTestStore();
  for (const id of [NORTH, SOUTH]) await it.store.createTenant({ id, name: id });
});
afterAll(() => it.close());

const inNorth = <T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T> =>
  it.store.inTenant(NORTH, work);
const acting = { by: DESK, now: T0 };
const day = (text: string) => text as ServiceDate;
const GUARDIAN = { name: "宇部 保", phone: "0836-55-0001", relation: "parent" } as const;

/** Somebody whose birth date nobody has seen on paper. */
const register = (more: Partial<typeof HANAKO> = {}): Promise<MemberId> =>
  inNorth(async (tx) => {
    const member = { ...HANAKO, disability: undefined, ageUnseen: true as const, ...more };
    return (await tx.addMember(member, DESK, T0)).id;
  });

describe("[SAP-3.1-7] [FIELD-13] evidence of a member's class", () => {
  test("until a paper was seen decisions are told so; from then on they are not", async () => {
    const id = await register({ phone: "0836-11-0001" });
    expect(await inNorth((tx) => tx.findMember(id))).toMatchObject({ ageUnseen: true });
    const paper = { kind: "age", seenOn: day("2026-11-20"), seenBy: "窓口 太郎" } as const;
    expect(await inNorth((tx) => tx.noteEvidence(id, paper, { by: DESK, now: at(5) }))).toBe(true);
    expect(await inNorth((tx) => tx.findMember(id))).not.toHaveProperty("ageUnseen");
    const seen = await inNorth((tx) => tx.listEvidence(id, AT_THE_DESK));
    expect(seen).toEqual([{ ...paper, at: at(5), by: DESK }]);
  });

  test("a handbook that was seen is the record's, with its change; the same one twice changes nothing", async () => {
    const id = await register({ phone: "0836-11-0002" });
    const paper = { kind: "disability", seenOn: day("2026-11-20"), until: day("2028-03-31") } as const;
    for (let k = 0; k < 2; k++) await inNorth((tx) => tx.noteEvidence(id, paper, acting));
    const { seenOn, until } = paper;
    expect(await inNorth((tx) => tx.findMember(id))).toMatchObject({ disability: { seenOn, until } });
    expect(await inNorth((tx) => tx.readMember(id, AT_THE_DESK))).toMatchObject({ version: 2 });
    const changes = await inNorth((tx) => tx.listMemberChanges(id, AT_THE_DESK));
    expect(changes.map(({ field }) => field)).toEqual(["disability"]);
    expect(await inNorth((tx) => tx.listEvidence(id, AT_THE_DESK))).toHaveLength(2);
  });

  test("a change of the record keeps it in mind that no paper was seen", async () => {
    const id = await register({ phone: "0836-11-0003" });
    const record = { ...HANAKO, disability: undefined, phone: "0836-11-0003", town: "琴芝町" };
    const changed = await inNorth((tx) => tx.changeMember(id, { record, seen: 1 }, acting));
    expect(changed).toMatchObject({ kind: "changed", member: { record: { ageUnseen: true } } });
    expect(await inNorth((tx) => tx.findMember(id))).toMatchObject({ ageUnseen: true });
  });

  test("nobody's evidence is noted, and the neighbour's member is nobody", async () => {
    const id = await register({ phone: "0836-11-0004" });
    const paper = { kind: "age", seenOn: day("2026-11-20") } as const;
    expect(await inNorth((tx) => tx.noteEvidence("nobody" as MemberId, paper, acting))).toBe(false);
    expect(await it.store.inTenant(SOUTH, (tx) => tx.noteEvidence(id, paper, acting))).toBe(false);
    expect(await inNorth((tx) => tx.findMember(id))).toMatchObject({ ageUnseen: true });
  });

  test("[SAP-7.2-3] what was seen and who answers for a child stand sealed, and can be read after the key was renewed", async () => {
    const id = await register({ phone: "0836-11-0005" });
    await inNorth(async (tx) => {
      await tx.noteEvidence(id, { kind: "age", seenOn: day("2026-11-19"), seenBy: "窓口 次郎" }, acting);
      await tx.addRegistration({ memberId: id, way: "paper", guardian: GUARDIAN }, acting);
    });
    const { rows } = await asOwner(it.ownerUrl, (client) =>
      client
        .query(
          `SELECT convert_from(seen, 'SQL_ASCII') AS v FROM noriai.member_evidence WHERE member_id = $1
         UNION ALL SELECT convert_from(guardian, 'SQL_ASCII') FROM noriai.registrations WHERE member_id = $1`,
          [id],
        )
        .catch(() => ({ rows: [] as { v: string }[] })),
    );
    for (const { v } of rows) expect(v).not.toMatch(/窓口|2026-11-19|宇部|0836/);
    await it.store.rotateDataKey(NORTH, DESK, at(30));
    expect((await inNorth((tx) => tx.listEvidence(id, AT_THE_DESK)))[0]).toMatchObject({
      seenBy: "窓口 次郎",
    });
    expect(await inNorth((tx) => tx.findRegistration(id, AT_THE_DESK))).toMatchObject({ guardian: GUARDIAN });
  });
});

describe("registrations", () => {
  test("one attempt finds its member again and until when it is good by itself, and nobody else's", async () => {
    const id = await register({ phone: "0836-12-0001" });
    const attempt = { hash: "hash-1", until: at(10) };
    await inNorth((tx) => tx.addRegistration({ memberId: id, way: "web" }, acting));
    await inNorth((tx) => tx.noteAttempt(id, attempt));
    expect(await inNorth((tx) => tx.findAttempt("hash-1"))).toEqual({ memberId: id, until: at(10) });
    expect(await inNorth((tx) => tx.findAttempt("hash-2"))).toBeUndefined();
    expect(await it.store.inTenant(SOUTH, (tx) => tx.findAttempt("hash-1"))).toBeUndefined();
    const other = await register({ phone: "0836-12-0002" });
    await inNorth((tx) => tx.addRegistration({ memberId: other, way: "web" }, acting));
    const twice = inNorth((tx) => tx.noteAttempt(other, attempt));
    await expect(twice).rejects.toMatchObject({ code: "23505" });
  });

  test("those that nobody has looked at come first; tags are counted by way", async () => {
    const [early, late] = [
      await register({ phone: "0836-12-0003" }),
      await register({ phone: "0836-12-0004" }),
    ];
    for (const memberId of [early, late])
      await inNorth((tx) => tx.addRegistration({ memberId, way: "web", source: "clinic" }, acting));
    expect(await inNorth((tx) => tx.settleRegistration(late, { by: DESK, now: at(7) }))).toBe(true);
    expect(await inNorth((tx) => tx.settleRegistration(late, { by: DESK, now: at(8) }))).toBe(true);
    expect(await inNorth((tx) => tx.settleRegistration("nobody" as MemberId, acting))).toBe(false);
    const listed = await inNorth((tx) => tx.listRegistrations(50));
    expect(listed[0]?.memberId).toBe(early);
    expect(listed.at(-1)).toMatchObject({ memberId: late, settledAt: at(7) });
    const counted = await inNorth((tx) => tx.countSources());
    expect(counted).toContainEqual({ source: "clinic", way: "web", count: 2 });
  });

  test("an erased member is listed no more, but stays counted by the tag", async () => {
    const id = await register({ phone: "0836-12-0005" });
    await inNorth((tx) =>
      tx.addRegistration({ memberId: id, way: "web", source: "poster", guardian: GUARDIAN }, acting),
    );
    await inNorth((tx) => tx.eraseMember(id, { ...acting, today: MONDAY }));
    const listed = await inNorth((tx) => tx.listRegistrations(50));
    expect(listed.map(({ memberId }) => memberId)).not.toContain(id);
    expect(await inNorth((tx) => tx.findRegistration(id, AT_THE_DESK))).toMatchObject({
      guardian: undefined,
    });
    const counted = await inNorth((tx) => tx.countSources());
    expect(counted).toContainEqual({ source: "poster", way: "web", count: 1 });
  });
});

describe("twins: one phone number and birth date", () => {
  test("are found in any spelling, by the reading too, and not at the neighbour's", async () => {
    const id = await register({ phone: "0836-13-0001", birthDate: day("1950-01-01") });
    await register({ phone: "0836-13-0001", birthDate: day("1952-02-02"), kana: "うべ たろう" });
    const birthDate = day("1950-01-01");
    const found = await inNorth((tx) => tx.findTwins({ phone: "０８３６１３０００１", birthDate }));
    expect(found.map((twin) => twin.id)).toEqual([id]);
    const named = (kana: string) => inNorth((tx) => tx.findTwins({ phone: "0836130001", birthDate, kana }));
    expect(await named("ウベ　ハナコ")).toHaveLength(1);
    expect(await named("うべ じろう")).toEqual([]);
    const next = await it.store.inTenant(SOUTH, (tx) => tx.findTwins({ phone: "0836-13-0001", birthDate }));
    expect(next).toEqual([]);
  });
});
