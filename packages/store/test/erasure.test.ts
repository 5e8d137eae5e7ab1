import { decide, type Matter, serviceReport, type World } from "@noriai/booking";
import type { AccountId, BookingId, MemberId, TenantId } from "@noriai/kernel";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TenantTransaction } from "../src/door.ts";
import { replayDay } from "../src/index.ts";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { BUSY_SERVICE, BUSY_TRAVEL, liveBusyDay } from "./support/busy-day.ts";
import { AT_THE_DESK, fillTenant, HANAKO, HANAKOS_MAIL } from "./support/fill.ts";
import { asOwner } from "./support/owner.ts";
import { at, bookingOf, change, DESK, MONDAY, NORTH, SERVICE, SOUTH, T0 } from "./support/town.ts";

/**
 * Every column that holds sealed bytes. `erased`: it may hold something of a member, and nothing is left in it after the
 * erasure. Any other word says why it never belongs to a member. A new sealed column fails until it stands here.
 */
const SEALED: Readonly<Record<string, string>> = {
  "members.name": "erased",
  "members.kana": "erased",
  "members.phone": "erased",
  "members.town": "erased",
  "members.birth_date": "erased",
  "members.disability": "erased",
  "members.contact": "erased",
  "members.needs": "erased",
  "members.language": "erased",
  "members.phone_index": "erased",
  "members.kana_index": "erased",
  "members.town_index": "erased",
  "member_changes.before": "erased",
  "member_changes.after": "erased",
  "no_show_notes.words": "erased",
  "bookings.cancellation_reason": "erased",
  "delegates.name": "erased",
  "delegates.invitation_index": "of a code that names nobody, and its row is removed",
  "registrations.guardian": "erased",
  "member_evidence.seen": "erased",
  "calls.number": "erased",
  "member_channels.address": "erased",
  "member_channels.address_index": "erased",
  "notice_deliveries.words": "erased",
  "one_time_codes.address": "erased",
  "one_time_codes.words": "erased",
  "one_time_codes.code_hash": "goes with its row",
  "one_time_codes.target_index": "of what was typed; goes after a day",
  "one_time_codes.asker_index": "of where it was typed; goes after a day",
  "passkeys.public_key": "of an account; the member's own is removed",
  "accounts.login": "staff: the member's own account is removed",
  "accounts.login_index": "staff: the member's own account is removed",
  "accounts.display_name": "staff: the member's own account is removed",
  "remembered_answers.body": "answers that name the member are removed",
  "intake_stops.reason": "about the service",
  "supervisor_entries.supervisor": "staff",
  "supervisor_entries.reason": "about the desk",
  "driver_messages.words": "about the drive",
  "stop_task_steps.words": "about a stop",
  "stop_records.words": "about a stop",
  "stop_photos.picture": "a place",
  "drivers.record": "staff",
  "devices.record": "about a terminal",
  "roll_calls.record": "staff",
  "duty_closings.remarks": "about the drive",
  "data_keys.wrapped_key": "keys",
  "maps.roads": "roads",
  "decision_grounds.travel": "roads",
};
/** Of these the erased member's rows themselves are gone. */
const ROWS_GONE = ["delegates", "member_channels", "member_evidence", "notice_deliveries", "one_time_codes"];
const ERASED = Object.keys(SEALED).filter((column) => SEALED[column] === "erased");

let it: TestStore;
let member: MemberId;
const inNorth = <T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T> =>
  it.store.inTenant(NORTH, work);
const erase = () => inNorth((tx) => tx.eraseMember(member, { by: DESK, now: at(20), today: MONDAY }));

beforeAll(async () => {
  it = await openTestStore();
  member = await fillTenant(it.store, NORTH);
  await fillTenant(it.store, SOUTH);
  const record = { ...HANAKO, needs: ["walker"], contact: "text", language: "en" } as const;
  await inNorth((tx) => tx.changeMember(member, { record, seen: 2 }, { by: DESK, now: at(6) }));
  await asOwner(it.ownerUrl, (client) =>
    client.query("UPDATE noriai.notice_deliveries SET words = 'x' WHERE tenant_id = $1", [NORTH]),
  );
  const account = "hanakos-phone" as AccountId;
  await inNorth(async (tx) => {
    await tx.addAccount(
      {
        id: account,
        login: HANAKO.phone,
        passwordHash: "argon2id",
        role: "rider",
        displayName: HANAKO.name,
        member,
      },
      DESK,
      T0,
    );
    await tx.openSession({ tokenHash: "hanakos-token", account, openedAt: T0, expiresAt: at(60) });
    await tx.rememberAnswer({ account, key: "k" }, { fingerprint: "f", status: 200, body: {} }, T0);
    const desk = { account: `${NORTH}-desk` as AccountId, key: "about-nobody" };
    await tx.rememberAnswer(desk, { fingerprint: "f", status: 200, body: { ride: 1 } }, T0);
  });
});
afterAll(() => it.close());

const WITH_WALKER = { needs: ["walker"] } as const;
const LISTS = ["kana_index", "town_index"];
/** How many values of a tenant stand in a sealed column. */
async function countIn(client: pg.Client, column: string, tenant: string): Promise<number> {
  const [table, name] = column.split(".") as [string, string];
  const isThere = LISTS.includes(name) ? `"${name}" <> '{}'` : `"${name}" IS NOT NULL`;
  const { rows } = await client.query(
    `SELECT count(*) FROM noriai.${table} WHERE tenant_id = $1 AND ${isThere}`,
    [tenant],
  );
  return Number(rows[0].count);
}
async function left(client: pg.Client, tenant: string): Promise<string[]> {
  const columns: string[] = [];
  for (const column of ERASED) if ((await countIn(client, column, tenant)) > 0) columns.push(column);
  return columns;
}

test("every sealed column of the database is either erased or says why it need not be", async () => {
  const { rows } = await asOwner(it.ownerUrl, (client) =>
    client.query(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'noriai' AND (data_type = 'bytea' OR udt_name = '_bytea') ORDER BY 1`,
    ),
  );
  expect(rows.map(({ name }) => name).filter((name) => SEALED[name] === undefined)).toEqual([]);
  expect(rows.length).toBeGreaterThan(25);
});

describe("[SAP-5.4-2] erasing a member", () => {
  test("is refused while a ride is ahead, and then nothing is erased", async () => {
    expect(await erase()).toBe("bookings-ahead");
    const kept = await inNorth((tx) => tx.readMember(member, AT_THE_DESK));
    expect(kept?.record.name).toBe(HANAKO.name);
    const { request, ...rest } = bookingOf(`${NORTH}-B1`, member);
    const booking = { ...rest, request: { ...request, ...WITH_WALKER }, state: "completed" } as const;
    await it.store.decideOnDay(change(NORTH, () => [{ kind: "booking-moved-on", booking }]));
  });

  test("leaves nothing of the person in the database: no plain value, no sealed one, nothing to find them by", async () => {
    await asOwner(it.ownerUrl, async (client) => {
      expect(await left(client, NORTH)).toEqual(ERASED);
      const next = await left(client, SOUTH);
      expect(await erase()).toBe("erased");
      expect(await left(client, NORTH)).toEqual([]);
      expect(await left(client, SOUTH)).toEqual(next);
      expect(next.length).toBeGreaterThan(15);
      const texts = await dump(client, NORTH);
      for (const secret of [
        HANAKO.name,
        HANAKO.kana,
        HANAKO.phone,
        HANAKO.town,
        HANAKO.birthDate,
        HANAKOS_MAIL,
      ])
        expect(texts.includes(secret), secret).toBe(false);
      const number = await client.query("SELECT member_no FROM noriai.members WHERE tenant_id = $1", [NORTH]);
      expect(number.rows).toEqual([{ member_no: null }]);
    });
  });

  test("takes the member's own way in and every remembered answer that names them; others stay", async () => {
    await asOwner(it.ownerUrl, async (client) => {
      const column = async (name: string, table: string) =>
        (
          await client.query(`SELECT ${name} AS v FROM noriai.${table} WHERE tenant_id = $1`, [NORTH])
        ).rows.map(({ v }) => v);
      expect(await column("account_id", "accounts")).not.toContain("hanakos-phone");
      expect(await column("account_id", "sessions")).not.toContain("hanakos-phone");
      expect(await column("command_key", "remembered_answers")).toEqual(["about-nobody"]);
    });
  });

  test("leaves nobody to find, to read or to book for, and gives the number to nobody else", async () => {
    await inNorth(async (tx) => {
      expect(await tx.findMember(member)).toBeUndefined();
      expect(await tx.readMember(member, AT_THE_DESK)).toBeUndefined();
      expect(await tx.readMembers([member], AT_THE_DESK)).toEqual([]);
      for (const query of [HANAKO.phone, "うべ", "10001", HANAKO.town])
        expect(await tx.searchMembers(query, 9, AT_THE_DESK)).toEqual([]);
      expect((await tx.listMembers({}, { skip: 0, limit: 9 }, AT_THE_DESK)).total).toBe(0);
      expect(await tx.setContact(member, "text", { by: DESK, now: at(21) })).toBe(false);
      expect((await tx.addMember(HANAKO, DESK, at(21))).memberNo).toBe("10002");
    });
    expect(await erase()).toBe("not-found");
    const late = bookingOf("late", member);
    await expect(
      it.store.decideOnDay(change(NORTH, () => [{ kind: "booking-confirmed", booking: late }])),
    ).rejects.toThrow("erased");
  });

  test("keeps the rides, and who did what when", async () => {
    const day = await inNorth((tx) => tx.loadDay(SERVICE, MONDAY));
    expect([...day.bookings.keys()].sort()).toEqual([`${NORTH}-B1`, `${NORTH}-B2`]);
    // What a ride needed stays with a ride that is nobody's; what the record said of the person is gone (see above).
    expect(day.bookings.get(`${NORTH}-B1` as BookingId)?.request).toMatchObject(WITH_WALKER);
    expect(day.bookings.get(`${NORTH}-B2` as BookingId)?.cancellation).toEqual({ at: at(3), reason: "" });
    const changes = await inNorth((tx) => tx.listMemberChanges(member, AT_THE_DESK));
    expect(changes.map(({ field }) => field).sort()).toEqual(["contact", "language", "needs"]);
    for (const { before, after } of changes) expect([before, after]).toEqual([null, null]);
    const [newest] = await inNorth((tx) => tx.listAudit(2));
    expect(newest?.event).toBe("member-registered");
    expect((await inNorth((tx) => tx.listAudit(9))).map(({ event }) => event)).toContain("member-erased");
  });

  test("survives the renewal of the tenant's key", async () => {
    expect(await it.store.rotateDataKey(NORTH, DESK, at(30))).toBe(2);
  });

  test.each(ERASED)("one value left in %s would be seen, or cannot even be written", async (column) => {
    const [table, name] = column.split(".") as [string, string];
    await asOwner(it.ownerUrl, async (client) => {
      await client.query("BEGIN");
      const value = LISTS.includes(name) ? "ARRAY['x'::bytea]" : "'x'::bytea";
      const written = await client
        .query(`UPDATE noriai.${table} SET "${name}" = ${value} WHERE tenant_id = $1`, [NORTH])
        .then(({ rowCount }) => rowCount ?? 0)
        .catch((error: { constraint?: string }) => error.constraint ?? "refused");
      if (typeof written === "string") expect(written).toMatch(/check|erased/);
      else if (written > 0) expect(await left(client, NORTH)).toContain(column);
      else expect(ROWS_GONE).toContain(table);
      await client.query("ROLLBACK");
    });
  });
});

/** Every value of every row of a tenant as text, bytes as the text that they may hold. */
async function dump(client: pg.Client, tenant: string): Promise<string> {
  const { rows: tables } = await client.query(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname = 'noriai'`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query(`SELECT * FROM ${name} WHERE tenant_id = $1`, [tenant]);
    for (const value of rows.flatMap((row) => Object.values(row)))
      texts.push(
        Buffer.isBuffer(value)
          ? `${value.toString("utf8")} ${value.toString("latin1")}`
          : JSON.stringify(value),
      );
  }
  return texts.join("\n");
}

test("[SAP-5.4-2] with all members of a busy day erased, the day is decided again from its log, byte for byte, and counts the same rides", async () => {
  const town = "busy-town" as TenantId;
  await it.store.createTenant({ id: town, name: town });
  await liveBusyDay(it.store, { tenant: town, seed: 20_261_130, wishes: 25 });
  const inTown = <T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T> =>
    it.store.inTenant(town, work);
  const load = () => inTown((tx) => tx.loadDay(BUSY_SERVICE, MONDAY));
  const world: World = {
    service: BUSY_SERVICE,
    travel: BUSY_TRAVEL,
    now: at(20 * 60),
    newId: () => "none",
    random: () => 0,
    findMember: () => undefined,
  };
  for (const { id, state } of (await load()).bookings.values()) {
    if (!["confirmed", "boarding"].includes(state)) continue;
    const matter: Matter = { kind: "cancel", bookingId: id, by: { kind: "operator" }, reason: "退会" };
    await it.store.decideOnDay({
      tenant: town,
      service: BUSY_SERVICE,
      serviceDate: MONDAY,
      actor: DESK,
      now: world.now,
      decide: (day) => decide(world, day, matter),
    });
  }
  const report = async () =>
    serviceReport({ service: BUSY_SERVICE, days: [await load()], refusals: [] }).totals;
  const before = await report();
  const { members } = await inTown((tx) => tx.listMembers({}, { skip: 0, limit: 50 }, AT_THE_DESK));
  const erasures = [];
  for (const { id } of members)
    erasures.push(await inTown((tx) => tx.eraseMember(id, { by: DESK, now: world.now, today: MONDAY })));
  expect(erasures.filter((erasure) => erasure === "erased").length).toBeGreaterThan(10);
  expect(await report()).toEqual(before);
  const [log, stored] = [await inTown((tx) => tx.loadDecisions(BUSY_SERVICE, MONDAY)), await load()];
  expect(log.lines.length).toBeGreaterThan(50);
  expect(replayDay({ serviceDate: MONDAY, log, stored }).mismatches).toEqual([]);
  expect(JSON.stringify(log.lines)).not.toContain(HANAKO.name);
});
