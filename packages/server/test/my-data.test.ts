import { STORED } from "@noriai/store";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { at, book, type Client, newKey, openHouse, type TestHouse, text, trip } from "./house.ts";
import { codeFor, riderOf } from "./riders.ts";

let house: TestHouse;
let desk: Client;
let driver: Client;
let rider: Client;
let memberId: string;
let memberNo: string;

beforeAll(async () => {
  house = await openHouse();
  desk = await house.enter("call_operator");
  driver = await house.enter("driver");
  memberNo = house.towns[0]!.members[0]!.memberNo;
  rider = await riderOf(house, memberNo);
  memberId = (await rider.send("GET", "session")).json.memberId;
}, 30_000);
afterAll(() => house.close());

const page = async (client = rider) => (await client.send("GET", "my/record")).json;
const wishOf = (
  { phone, town, contact, language, needs, version }: Record<string, unknown>,
  changes: object,
) => ({
  ...{ phone, town, contact, language, needs, version },
  ...changes,
});
const change = (body: object) => rider.send("PUT", "my/record", { body });
const leave = (client: Client, body: object) => client.send("POST", "my/leave", { body });

/** Rides from ten to its end, and pays. */
async function ride(): Promise<string> {
  const { id } = (await book(rider, trip({ time: { mode: "depart", at: text("10:00") } }))).json;
  const { vehicleId } = (await desk.send("GET", `bookings/${id}`)).json.booking;
  const head = { dutyId: `2026-11-24.${vehicleId}.1` };
  house.clock.now = at("10:20");
  const events = [
    { ...head, id: "e1", at: text("09:58"), kind: "arrived", stopId: "s01" },
    { ...head, id: "e2", at: text("10:01"), kind: "boarded", bookingId: id },
    {
      ...head,
      id: "e3",
      at: text("10:01"),
      kind: "fare-collected",
      bookingId: id,
      amount: 150,
      means: "cash",
    },
    { ...head, id: "e4", at: text("10:15"), kind: "arrived", stopId: "s02" },
    { ...head, id: "e5", at: text("10:16"), kind: "alighted", bookingId: id },
  ];
  const { results } = (await driver.send("POST", "duty/events", { body: { events } })).json;
  expect(results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(Array(5).fill("recorded"));
  return id;
}

describe("the member's own data (自分の情報)", () => {
  test("[SAP-PI-1] tells of everything that is stored why and for how long, and how much there is", async () => {
    const { record, stored } = await page();
    expect(record).toMatchObject({ memberNo, name: expect.any(String), version: expect.any(Number) });
    for (const one of stored)
      expect(one, one.kind).toMatchObject({ purpose: expect.any(String), kept: expect.any(String) });
    const kinds = stored.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["identity", "rides", "readings", "sign-in"]));
    expect(stored.find(({ kind }: { kind: string }) => kind === "identity").entries).toBe(1);
  });

  test("is changed by the member where no papers are needed; the desk sees who did it", async () => {
    const { record } = await page();
    const changed = await change(
      wishOf(record, { town: "西琴芝", needs: ["walker", "walker"], language: "ja-easy" }),
    );
    expect(changed.json).toMatchObject({
      kind: "changed",
      record: {
        town: "西琴芝",
        needs: ["walker"],
        language: "ja-easy",
        name: record.name,
        birthDate: record.birthDate,
      },
    });
    const { changes } = (await desk.send("GET", `members/${memberId}/changes`)).json;
    expect(new Set(changes.map(({ field, role }: Record<string, string>) => `${field} ${role}`))).toEqual(
      new Set(["town rider", "needs rider", "language rider"]),
    );
    const late = await change(wishOf(record, { town: "常盤" }));
    expect(late.json).toMatchObject({ kind: "overtaken", record: { town: "西琴芝" } });
  });

  test("a name, a birth date or a handbook is not changed on the web, however it is sent", async () => {
    const { record } = await page();
    const slipped = await change({
      ...wishOf(record, {}),
      name: "別人",
      birthDate: "1930-01-01",
      disability: { seenOn: "2026-01-01" },
    });
    if (slipped.status === 200)
      expect(slipped.json.record).toMatchObject({
        name: record.name,
        birthDate: record.birthDate,
        disability: null,
      });
    else expect(slipped.status).toBe(400);
    expect((await page()).record).toMatchObject({ name: record.name, birthDate: record.birthDate });
  });

  test("a name that the desk corrects is corrected wherever the member reads it", async () => {
    const { disability: _, ...record } = (await page()).record;
    const name = `${record.name}改`;
    const corrected = await desk.send("PUT", `members/${memberId}`, { body: { ...record, name } });
    expect(corrected.json).toMatchObject({ kind: "changed", member: { name } });
    expect((await rider.send("GET", "session")).json.displayName).toBe(name);
  });

  test("a new mobile number has to be the member's own: only the code that came to it changes it", async () => {
    const { record } = await page();
    const wish = wishOf(record, { phone: "090-1111-2222" });
    expect((await change(wish)).json.rejections[0].kind).toBe("phone-unproven");
    const other = await codeFor(rider, { means: "sms", address: "090-3333-4444" });
    expect((await change({ ...wish, proof: other })).json.kind).toBe("wrong-code");
    const mail = await codeFor(rider, { means: "email", address: "me@example.jp" });
    expect((await change({ ...wish, proof: mail })).json.kind).toBe("wrong-code");
    const proof = await codeFor(rider, { means: "sms", address: "090-1111-2222" });
    const stranger = await riderOf(house, house.towns[0]!.members[2]!.memberNo);
    const stolen = { means: "sms", language: "ja", ...proof };
    expect((await stranger.send("POST", "my/channels", { body: stolen })).json.kind).toBe("wrong-code");
    house.clock.wall = (house.clock.wall + 120) as typeof house.clock.wall; // another code has to wait
    const own = await codeFor(rider, { means: "sms", address: "09011112222" });
    const overtaken = await change({ ...wish, version: record.version + 7, proof: own });
    expect(overtaken.json.kind).toBe("overtaken"); // the code is not used up by it
    expect((await change({ ...wish, proof: own })).json).toMatchObject({
      record: { phone: "090-1111-2222" },
    });
    expect((await change({ ...wish, version: record.version + 1, town: "船木" })).json.kind).toBe("changed");
  });

  test.each([
    [{ phone: "12" }, "phone"],
    [{ town: " " }, "town"],
    [{ needs: ["wings"] }, "needs.0"],
  ])("a wrong field says what to mend: %j", async (changes, field) => {
    const told = await change(wishOf((await page()).record, changes));
    expect([told.status, told.json.fields[0].name]).toEqual([400, field]);
  });

  test("rides that are over are listed by year with what was really paid", async () => {
    const id = await ride();
    const rides = (await rider.send("GET", "my/rides")).json;
    expect(rides).toMatchObject({ year: 2026, years: [2026], totals: { rides: 1, paid: 150 } });
    expect(rides.rides[0]).toMatchObject({
      bookingId: id,
      boardedAt: text("10:01"),
      alightedAt: text("10:16"),
      paid: { amount: 150, means: "cash" },
      state: "completed",
    });
    const none = (await rider.send("GET", "my/rides?year=2020")).json;
    expect(none).toMatchObject({ rides: [], years: [2026], totals: { rides: 0, paid: 0 } });
  });

  test("who has read it is told by role, time and purpose; the own readings are left out", async () => {
    const { readings, more } = (await rider.send("GET", "my/readings")).json;
    expect(more).toBe(false);
    expect(readings.map(({ role }: { role: string }) => role)).toContain("call_operator");
    expect(readings.filter(({ role }: { role: string }) => role === "rider")).toEqual([]);
    expect(JSON.stringify(readings)).not.toContain("センター"); // the staff by role, not by name
  });

  test("is taken along as JSON, whole, and as tables that spreadsheets open; each time is noted", async () => {
    const { record } = await page();
    const data = await rider.send("GET", "my/data");
    expect(data.headers.get("content-disposition")).toContain("noriai-my-data.json");
    expect(data.json).toMatchObject({
      record: { name: record.name, phone: record.phone },
      rides: [{ state: "completed" }],
    });
    for (const part of [
      "stored",
      "changes",
      "channels",
      "helpers",
      "helping",
      "recurring",
      "missed",
      "readings",
      "bookings",
    ])
      expect(data.json[part], part).toBeDefined();
    for (const [part, words] of [
      ["record", [record.phone, "電話番号"]],
      ["rides", ["150", "ご乗車済み"]],
      ["readings", ["オペレーター"]],
    ] as const) {
      const table = await rider.send("GET", `my/data.csv?part=${part}`);
      expect(table.headers.get("content-type")).toContain("text/csv");
      for (const word of words) expect(table.text, part).toContain(word);
    }
    const english = await rider.send("GET", "my/data.csv?part=rides&language=en");
    expect(english.text).toMatch(/Service date.*\r\n.*ridden/);
    const auditor = await house.enter("auditor");
    const { entries } = (await auditor.send("GET", "audit?limit=20")).json;
    const exports = entries.filter(({ event }: { event: string }) => event === "own-data-exported");
    expect(exports.length).toBe(5);
    expect(exports[0].subject).toBe(memberId);
  });

  test("[SAP-PI-1] whatever is stored is in the file, by the list that the member reads", async () => {
    const { json } = await rider.send("GET", "my/data");
    const tables = STORED.flatMap(({ where }) => where as readonly string[]).filter(
      (place) => !place.includes(".") && place !== "decisions", // whole days, with everybody on them
    );
    const shown: Readonly<Record<string, string>> = {
      ...{ bookings: "bookings", member_changes: "changes", member_channels: "channels" },
      ...{ recurring_wishes: "recurring", access_log: "readings" },
    };
    for (const table of tables) {
      const part = shown[table];
      expect(part === undefined ? json.rows[table] : json[part], table).toBeInstanceOf(Array);
    }
    expect(json.rows.sessions[0]).toMatchObject({ openedAt: expect.stringMatching(/T/), means: "demo" });
    expect(json.rows.promises[0].pickupFrom).toMatch(/^2026-11-24T/);
  });

  test("a table begins with the mark by which Excel knows UTF-8", async () => {
    const answer = await house.server.fetch(
      new Request(`http://127.0.0.1:8080/api/t/${rider.tenant}/my/data.csv?part=record`, {
        headers: { cookie: rider.cookie! },
      }),
    );
    expect([...new Uint8Array(await answer.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});

describe("leaving (退会)", () => {
  let leaver: Client;
  let no: string;
  beforeAll(async () => {
    no = house.towns[0]!.members[1]!.memberNo;
    leaver = await riderOf(house, no);
  });

  test("needs the own number, and is refused while a ride is ahead unless it is called off", async () => {
    expect((await leave(leaver, { memberNo: memberNo, ahead: "refuse" })).json.fields[0].name).toBe(
      "memberNo",
    );
    await book(leaver, trip({ time: { mode: "depart", at: text("13:00") } }));
    const refused = await leave(leaver, { memberNo: no, ahead: "refuse" });
    expect(refused.json.rejections[0].kind).toBe("bookings-ahead");
    expect((await page(leaver)).record.memberNo).toBe(no);
  });

  test("a ride whose vehicle is on its way stands in the way, and then nothing is called off", async () => {
    const soon = await book(leaver, trip({ time: { mode: "depart", at: text("11:00") } }));
    house.clock.now = at("10:58");
    const { vehicleId } = (await desk.send("GET", `bookings/${soon.json.id}`)).json.booking;
    const there = {
      id: "e6",
      dutyId: `2026-11-24.${vehicleId}.1`,
      at: text("10:58"),
      kind: "arrived",
      stopId: "s01",
    };
    await driver.send("POST", "duty/events", { body: { events: [there] } });
    const refused = await leave(leaver, { memberNo: no, ahead: "cancel" });
    expect([refused.status, refused.json.rejections?.[0].kind]).toEqual([409, "ride-under-way"]);
    const { bookings } = (await leaver.send("GET", "my/bookings")).json;
    expect(bookings.map(({ state }: { state: string }) => state).sort()).toEqual(["boarding", "confirmed"]);
    const call = { body: { reason: "" }, key: newKey() };
    expect((await desk.send("POST", `bookings/${soon.json.id}/cancel`, call)).status).toBe(200);
  });

  test("[SAP-PI-1] erases the person and ends the session; the rides stay with nobody's name", async () => {
    const { bookings } = (await leaver.send("GET", "my/bookings")).json;
    const other = bookings.find(({ state }: { state: string }) => state === "confirmed").id;
    await desk.send("POST", `bookings/${other}/cancel`, { body: { reason: "" }, key: newKey() });
    await book(leaver, trip({ time: { mode: "depart", at: text("10:00", "2026-11-25") } }));
    const { name } = (await page(leaver)).record;
    const left = await leave(leaver, { memberNo: no, ahead: "cancel" });
    expect(left.json).toEqual({ rides: 3, cancelled: 1 });
    expect(left.headers.get("set-cookie")).toContain("Max-Age=0");
    expect((await leaver.send("GET", "my/record")).status).toBe(401);
    expect((await desk.send("GET", `members?q=${encodeURIComponent(no)}`)).json.members).toEqual([]);
    const report = await (await house.enter("municipality")).send(
      "GET",
      "report?from=2026-11-24&to=2026-11-24",
    );
    expect(report.text).not.toContain(name);
    expect(report.json.totals.bookings).toBeGreaterThan(1);
  });
});

test("a child's page shows the guardian who answers for it", async () => {
  const child = await riderOf(house, house.towns[0]!.members[4]!.memberNo);
  const { memberId: whose } = (await child.send("GET", "session")).json;
  expect((await page(child)).guardian).toBeNull();
  const guardian = { name: "試験 母", phone: "0836-00-0009", relation: "parent" } as const;
  const acting = { by: { role: "system" }, now: house.clock.now } as const;
  await house.world.store.inTenant(child.tenant as never, (tx) =>
    tx.addRegistration({ memberId: whose, way: "paper", guardian }, acting),
  );
  expect((await page(child)).guardian).toEqual(guardian);
  const data = (await child.send("GET", "my/data")).json;
  expect([data.rows.registrations, data.isAgeSeen]).toMatchObject([[{ way: "paper", guardian }], true]);
});

test("who of the staff did something is told the member by role: no name, and nothing that only the desk may do", async () => {
  const other = await riderOf(house, house.towns[0]!.members[3]!.memberNo);
  const { memberId: whose } = (await other.send("GET", "session")).json;
  const { id } = (await book(other, trip({ time: { mode: "depart", at: text("13:00") } }))).json;
  const { vehicleId } = (await desk.send("GET", `bookings/${id}`)).json.booking;
  const head = { dutyId: `2026-11-24.${vehicleId}.1` };
  house.clock.now = at("13:20");
  const events = [
    { ...head, id: "n1", at: text("12:58"), kind: "arrived", stopId: "s01" },
    { ...head, id: "n2", at: text("13:15"), kind: "no-show", bookingId: id },
  ];
  expect((await driver.send("POST", "duty/events", { body: { events } })).status).toBe(200);
  const note = { deed: { kind: "warned" }, words: "電話で話した" };
  await desk.send("POST", `bookings/${id}/no-show-notes`, { body: note, key: newKey() });
  const seen = { kind: "age", seenOn: "2026-11-20", seenBy: "窓口 太郎" };
  await desk.send("POST", `members/${whose}/evidence`, { body: seen, key: newKey() });
  const data = await other.send("GET", "my/data");
  expect(data.json.missed.rides).toMatchObject([{ bookingId: id }]);
  expect(data.json.rows.no_show_notes).toMatchObject([
    { bookingId: id, kind: "warned", words: "電話で話した", role: "call_operator" },
  ]);
  const { displayName } = (await desk.send("GET", "session")).json;
  expect(displayName).toContain("センター");
  for (const hidden of [displayName, "窓口 太郎", '"deeds"']) expect(data.text).not.toContain(hidden);
});
