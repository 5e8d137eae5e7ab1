import type { BookingId, MemberId, ServiceDate } from "@noriai/kernel";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { MemberRecord, NewMember, TenantTransaction } from "../src/door.ts";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { HANAKO } from "./support/fill.ts";
import { asOwner } from "./support/owner.ts";
import { at, bookingOf, change, DESK, MONDAY, NORTH, SERVICE, T0 } from "./support/town.ts";

const ACCESS = { by: DESK, now: T0, purpose: "registration" } as const;
const acting = (minute: number) => ({ by: DESK, now: at(minute) });
let it: TestStore;
let hanako: MemberId;

const inTown = <T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T> => it.store.inTenant(NORTH, work);
const register = (member: Partial<NewMember>) =>
  inTown(async (tx) => (await tx.addMember({ ...HANAKO, ...member }, DESK, T0)).id);

beforeEach(async () => {
  await it?.close();
  it = await openTestStore();
  await it.store.createTenant({ id: NORTH, name: NORTH });
  await inTown((tx) => tx.saveService(SERVICE, DESK, T0));
  hanako = await register({});
});
afterAll(() => it.close());

describe("[SAP-5.4-2] changing a record", () => {
  test("keeps who changed which field from what to what, latest first", async () => {
    const moved = { ...HANAKO, town: "琴芝町二丁目", needs: ["walker", "help"] as const };
    const first = await inTown((tx) => tx.changeMember(hanako, { record: moved, seen: 1 }, acting(1)));
    expect(first).toMatchObject({
      kind: "changed",
      member: { version: 2, record: { town: "琴芝町二丁目" } },
    });
    await inTown((tx) => tx.setContact(hanako, "text", acting(2)));
    const changes = await inTown((tx) => tx.listMemberChanges(hanako, ACCESS));
    expect(changes).toEqual([
      { at: at(2), by: DESK, field: "contact", before: null, after: "text" },
      { at: at(1), by: DESK, field: "needs", before: null, after: ["walker", "help"] },
      { at: at(1), by: DESK, field: "town", before: HANAKO.town, after: "琴芝町二丁目" },
    ]);
  });

  test("of one who saw an older version changes nothing and shows the record as it is now", async () => {
    const renamed = { ...HANAKO, name: "宇部 華子" };
    const moved = { ...HANAKO, town: "新川" };
    await inTown((tx) => tx.changeMember(hanako, { record: renamed, seen: 1 }, acting(1)));
    const second = await inTown((tx) => tx.changeMember(hanako, { record: moved, seen: 1 }, acting(2)));
    expect(second).toMatchObject({
      kind: "overtaken",
      member: { version: 2, record: { name: "宇部 華子", town: HANAKO.town } },
    });
  });

  test("raced by ten operators: one changes it, nine are shown that change", async () => {
    const answers = await Promise.all(
      [...Array(10).keys()].map((k) =>
        inTown((tx) =>
          tx.changeMember(hanako, { record: { ...HANAKO, town: `町${k}` }, seen: 1 }, acting(k)),
        ),
      ),
    );
    expect(answers.map(({ kind }) => kind).sort()).toEqual(["changed", ...Array(9).fill("overtaken")]);
    expect(await inTown((tx) => tx.listMemberChanges(hanako, ACCESS))).toHaveLength(1);
  });

  test("to what it is already leaves no trace, whatever order the parts come in", async () => {
    const disability = { until: "2030-01-01" as ServiceDate, seenOn: "2026-04-01" as ServiceDate };
    const other = await register({ disability });
    const turned = { seenOn: disability.seenOn, until: disability.until };
    const record = { ...HANAKO, disability: turned };
    const answer = await inTown((tx) => tx.changeMember(other, { record, seen: 1 }, acting(1)));
    expect(answer).toMatchObject({ kind: "changed", member: { version: 1 } });
    expect(await inTown((tx) => tx.listMemberChanges(other, ACCESS))).toEqual([]);
  });

  test("finds the member by the new number and reading, not by the old ones", async () => {
    const record = { ...HANAKO, phone: "0836-99-0001", kana: "おのだ はなこ" };
    await inTown((tx) => tx.changeMember(hanako, { record, seen: 1 }, acting(1)));
    const found = (query: string) => inTown(async (tx) => (await tx.searchMembers(query, 9, ACCESS)).length);
    expect([await found("0836990001"), await found("オノダ"), await found("うべ")]).toEqual([1, 1, 0]);
    expect(await found(HANAKO.phone)).toBe(0);
  });

  test("is still read after the tenant's key was renewed", async () => {
    const record = { ...HANAKO, town: "新川", language: "en", needs: ["sight"] } as const;
    await inTown((tx) => tx.changeMember(hanako, { record, seen: 1 }, acting(1)));
    await it.store.rotateDataKey(NORTH, DESK, at(2));
    const kept = await inTown((tx) => tx.readMember(hanako, ACCESS));
    expect(kept).toMatchObject({ version: 2, record: { language: "en", needs: ["sight"], town: "新川" } });
    expect(
      (await inTown((tx) => tx.listMemberChanges(hanako, ACCESS))).map(({ field }) => field).sort(),
    ).toEqual(["language", "needs", "town"]);
  });
});

describe("[SAP-5.4-2] listing members", () => {
  beforeEach(async () => {
    await register({
      memberNo: "9",
      name: "佐々木 義男",
      kana: "ささき よしお",
      phone: "0836-00-0009",
      town: "岬町",
    });
    await register({
      memberNo: "100",
      name: "小野 トミ",
      kana: "おの とみ",
      phone: "0836-00-0100",
      contact: "text",
    });
    await register({
      memberNo: "20",
      name: "大野 清",
      kana: "おおの きよし",
      language: "en",
      needs: ["wheelchair"],
    });
  });
  const numbers = (page: { readonly members: readonly MemberRecord[] }) =>
    page.members.map(({ memberNo }) => memberNo);
  const list = (filter: Parameters<TenantTransaction["listMembers"]>[0], skip = 0, limit = 50) =>
    inTown((tx) => tx.listMembers(filter, { skip, limit }, ACCESS));

  test("goes by number, 9 before 20 before 100, page by page", async () => {
    expect(numbers(await list({}))).toEqual(["9", "20", "100", "10001"]);
    const second = await list({}, 2, 1);
    expect([numbers(second), second.total]).toEqual([["100"], 4]);
  });

  test.each([
    [{ words: "花子" }, ["10001"]],
    [{ words: "ｵｵﾉ" }, ["20", "100"]],
    [{ words: "岬" }, ["9"]],
    [{ words: "0836 00 0100" }, []],
    [{ words: "０８３６-００-０１００" }, ["100"]],
    [{ words: "とみ 0836000100" }, ["100"]],
    [{ contact: "text" }, ["100"]],
    [{ language: "en" }, ["20"]],
    [{ need: "wheelchair" }, ["20"]],
    [{ words: "20" }, ["20"]],
    [{ among: new Set<MemberId>() }, []],
  ] as const)("finds by %j", async (filter, expected) => {
    expect(numbers(await list(filter))).toEqual(expected);
  });

  test("logs the reading of those on the page and of nobody else", async () => {
    await list({ words: "0836" }, 0, 2);
    const logged = await asOwner(it.ownerUrl, (client) =>
      client.query("SELECT count(DISTINCT member_id) AS n FROM noriai.access_log"),
    );
    expect(Number(logged.rows[0].n)).toBe(2);
  });
});

describe("notes about rides that nobody came for", () => {
  test("come back in their order with what was typed, sealed at rest, and count by member", async () => {
    const booking = { ...bookingOf("B1", hanako), state: "no_show" } as const;
    await it.store.decideOnDay(change(NORTH, () => [{ kind: "booking-confirmed", booking }]));
    const note = (
      deed: Parameters<TenantTransaction["addNoShowNote"]>[0]["deed"],
      words: string,
      minute: number,
    ) => inTown((tx) => tx.addNoShowNote({ bookingId: booking.id, deed, words }, acting(minute)));
    await note({ kind: "appealed" }, "宇部さんから異議の電話", 1);
    await note({ kind: "excused", excuse: "illness" }, "", 2);
    expect(await inTown((tx) => tx.listNoShowNotes([booking.id]))).toEqual([
      { bookingId: "B1", kind: "appealed", words: "宇部さんから異議の電話", at: at(1), by: null },
      { bookingId: "B1", kind: "excused", excuse: "illness", words: "", at: at(2), by: null },
    ]);
    expect(await inTown((tx) => tx.membersWithNoShows(MONDAY))).toEqual(new Map([[hanako, 1]]));
    expect(await inTown((tx) => tx.membersWithNoShows("2027-01-01" as ServiceDate))).toEqual(new Map());
    expect(await inTown((tx) => tx.listNoShowNotes(["other" as BookingId]))).toEqual([]);
  });
});
