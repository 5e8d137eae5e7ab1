import type { Store } from "@noriai/store";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createServer } from "../src/index.ts";
import {
  at,
  book,
  type Client,
  clientOf,
  NOBODY_ELSE,
  openHouse,
  type TestHouse,
  text,
  trip,
} from "./house.ts";

let house: TestHouse;
let rider: Client;
let driver: Client;
let desk: Client;

beforeAll(async () => {
  house = await openHouse();
  rider = await house.enter("rider");
  driver = await house.enter("driver");
  desk = await house.enter("call_operator");
}, 30_000);
afterAll(() => house.close());

let count = 0;
const DUTY = "2026-11-24.v1.1";
const happened = (time: string, event: object) => ({
  id: `event-${++count}`,
  dutyId: DUTY,
  at: text(time),
  ...event,
});
const record = (...events: object[]) => driver.send("POST", "duty/events", { body: { events } });
const outcomes = (answer: { json: { results: { outcome: string }[] } }) =>
  answer.json.results.map(({ outcome }) => outcome);

describe("a driver's day over HTTP", () => {
  let bookingId: string;

  test("[SAP-5.3-1] the sheet shows name, party, fare to collect and boarding code", async () => {
    const companions = { ...NOBODY_ELSE, general: 1, child: 1 };
    const booked = await book(rider, trip({ companions, time: { mode: "depart", at: text("10:00") } }));
    bookingId = booked.json.id;
    const sheet = await driver.send("GET", "duty");
    expect(sheet.json).toMatchObject({
      serviceDate: "2026-11-24",
      duty: { id: DUTY, vehicleId: "v1", delay: 0 },
    });
    const [pickup, dropoff] = sheet.json.tasks;
    expect(pickup).toMatchObject({ stopId: "s01", state: "next", alights: [] });
    expect(pickup.boards[0]).toMatchObject({
      calledName: house.towns[0]!.members[0]!.name,
      party: { ...NOBODY_ELSE, senior: 1, general: 1, child: 1 },
      fare: { total: 150 + 350 + 150 },
      boardingCode: booked.json.boardingCode,
      actions: ["board", "no-show"],
    });
    expect(dropoff).toMatchObject({ stopId: "s02", state: "later", boards: [] });
  });

  test("what the terminal recorded offline arrives in order and counts once", async () => {
    house.clock.now = at("10:20");
    const events = [
      happened("10:00", { kind: "arrived", stopId: "s01" }),
      happened("10:01", { kind: "boarded", bookingId }),
      happened("10:02", { kind: "fare-collected", bookingId, amount: 650, means: "cash" }),
      happened("10:08", { kind: "arrived", stopId: "s02" }),
      happened("10:09", { kind: "alighted", bookingId }),
    ];
    expect(outcomes(await record(...events))).toEqual(Array(5).fill("recorded"));
    expect(outcomes(await record(...events))).toEqual(Array(5).fill("repeated"));
    const both = await Promise.all([record(...events), record(...events)]);
    expect(both.flatMap(outcomes)).toEqual(Array(10).fill("repeated"));
    const sheet = await driver.send("GET", "duty");
    expect(sheet.json).toMatchObject({ fareDue: 650, fareCollected: 650, lastEventId: events[4]!.id });
    const mine = await rider.send("GET", "my/bookings");
    expect(mine.json.bookings[0]).toMatchObject({ state: "completed", actions: [] });
  });

  test("a step that cannot have happened is refused by name, the others are taken", async () => {
    const later = await book(rider, trip({ time: { mode: "depart", at: text("12:00") } }));
    house.clock.now = at("12:04");
    const answer = await record(
      happened("12:00", { kind: "alighted", bookingId: later.json.id }),
      happened("12:00", { kind: "no-show", bookingId: later.json.id }),
      happened("12:01", { kind: "delayed", by: 600, cause: "traffic" }),
    );
    expect(answer.json.results).toMatchObject([
      { outcome: "refused", rejection: { kind: "not-aboard" } },
      { outcome: "refused", rejection: { kind: "not-at-stop" } },
      { outcome: "recorded" },
    ]);
    const early = await record(
      happened("12:02", { kind: "arrived", stopId: "s01" }),
      happened("12:03", { kind: "no-show", bookingId: later.json.id }),
    );
    expect(early.json.results[1].rejection).toEqual({ kind: "no-show-too-early", from: text("12:05") });
  });

  test("where recording fails in the middle, what was recorded is told and the rest can come again", async () => {
    const { store } = house.world;
    const events = [1, 2, 3].map((by) =>
      happened("12:04", { kind: "delayed", by: by * 60, cause: "traffic" }),
    );
    let decisions = 0;
    const failing: Store["decideOnDay"] = (command) =>
      ++decisions === 2 ? Promise.reject(new Error("the disk is full")) : store.decideOnDay(command);
    const server = await createServer({ ...house.world, store: { ...store, decideOnDay: failing } });
    const client = clientOf(server, driver.tenant, driver.cookie);
    const first = await client.send("POST", "duty/events", { body: { events } });
    await server.close();
    expect(first.json.results).toEqual([{ id: events[0]!.id, outcome: "recorded" }]);
    expect(outcomes(await record(...events))).toEqual(["repeated", "recorded", "recorded"]);
  });

  test("an event id that stands on another day is refused by name, and does not hold up the others", async () => {
    const before = house.clock.now;
    house.clock.now = at("10:00", "2026-11-25" as never);
    const nextDay = (id: string, by: number) => ({
      id,
      dutyId: "2026-11-25.v1.1",
      at: text("09:30", "2026-11-25"),
      ...{ kind: "delayed", by, cause: "traffic" },
    });
    const answer = await record(nextDay("event-1", 60), nextDay("event-next-day", 0));
    expect(answer.json.results).toEqual([
      { id: "event-1", outcome: "refused", rejection: { kind: "event-id-conflict", eventId: "event-1" } },
      { id: "event-next-day", outcome: "recorded" },
    ]);
    house.clock.now = before;
  });

  test("another vehicle's or another day's duty is not the driver's to record", async () => {
    const answer = await record(
      { ...happened("10:00", { kind: "arrived", stopId: "s01" }), dutyId: "2026-11-24.v9.1" },
      { ...happened("10:00", { kind: "arrived", stopId: "s01" }), dutyId: "2026-11-20.v1.1" },
    );
    expect(
      answer.json.results.map(({ rejection }: { rejection: { kind: string } }) => rejection.kind),
    ).toEqual(["unknown-duty", "unknown-duty"]);
  });

  test("the board sees when the terminal has shown the plan", async () => {
    const sheet = await driver.send("GET", "duty");
    const { version } = sheet.json;
    const ahead = await driver.send("POST", "duty/acknowledgement", { body: { version: version + 1 } });
    expect(ahead.json.fields[0].name).toBe("version");
    expect((await desk.send("GET", "board")).json.duties[0].acknowledged).toBe(false);
    expect((await driver.send("POST", "duty/acknowledgement", { body: { version } })).status).toBe(204);
    expect((await desk.send("GET", "board")).json.duties[0].acknowledged).toBe(true);
    expect((await driver.send("GET", "duty")).json.acknowledged).toBe(version);
  });

  test("[SAP-5.3-3] the board shows where the vehicle is while it is on duty, and takes no position after", async () => {
    const body = { lat: 34.0458, lng: 131.2268, at: text("11:59"), accuracy: 12 };
    house.clock.now = at("12:00");
    expect((await driver.send("POST", "duty/position", { body })).status).toBe(204);
    const { positions } = (await desk.send("GET", "board/positions")).json;
    expect(positions).toEqual([{ vehicleId: "v1", lat: 34.0458, lng: 131.2268, at: text("11:59") }]);
    expect((await desk.send("GET", "board/positions?date=2026-11-23")).json.positions).toEqual([]);
    house.clock.now = at("18:00");
    const after = await driver.send("POST", "duty/position", { body });
    expect(after.status).toBe(409);
    expect(after.json.rejections).toEqual([{ kind: "off-duty" }]);
    house.clock.now = at("12:10");
  });

  test("names are for those who speak with the riders, not for the municipality", async () => {
    const name = house.towns[0]!.members[0]!.name;
    for (const role of ["call_operator", "transport_operator"] as const)
      expect((await (await house.enter(role)).send("GET", "board")).text).toContain(name);
    const municipality = await house.enter("municipality");
    for (const path of ["board", "report?from=2026-11-24&to=2026-11-24", "audit?limit=500"])
      expect((await municipality.send("GET", path)).text).not.toContain(name);
  });

  test("[SAP-3.1-5c] the vehicles' operator sees names on the day itself, the desk from today on", async () => {
    const operator = await house.enter("transport_operator");
    const tomorrow = "2026-11-25";
    await book(rider, trip({ time: { mode: "depart", at: text("10:00", tomorrow) } }));
    const namesOn = async (client: Client, date: string): Promise<boolean[]> =>
      (await client.send("GET", `board?date=${date}`)).json.bookings.map(
        ({ calledName }: { calledName: string | null }) => calledName !== null,
      );
    expect((await namesOn(operator, "2026-11-24")).every(Boolean)).toBe(true);
    expect(await namesOn(operator, tomorrow)).toEqual([false]);
    expect(await namesOn(desk, tomorrow)).toEqual([true]);
    const before = house.clock.now;
    house.clock.now = at("09:00", "2026-11-26" as never);
    expect(await namesOn(operator, tomorrow)).toEqual([false]);
    expect(await namesOn(desk, tomorrow)).toEqual([false]);
    house.clock.now = before;
  });

  test("a held offer is on the board until it expires", async () => {
    const { status, json } = await desk.send("POST", "quotes", {
      body: trip({ memberId: await someMember(), time: { mode: "depart", at: text("14:00") } }),
      key: "hold-1",
    });
    expect(status).toBe(200);
    const board = await desk.send("GET", "board");
    expect(board.json.held).toMatchObject([{ quoteId: json.quote.id, dutyId: DUTY }]);
    house.clock.now = at("12:21");
    expect((await desk.send("GET", "board")).json.held).toEqual([]);
  });

  test("the way of the duty leads from the depot through the stops", async () => {
    const line = await desk.send("GET", `board/duties/${DUTY}/line?date=2026-11-24`);
    expect(line.json.type).toBe("LineString");
    expect(line.json.coordinates.length).toBeGreaterThan(2);
    const mine = await driver.send("GET", "duty/line");
    expect(mine.json.coordinates.length).toBeGreaterThanOrEqual(2);
    expect((await desk.send("GET", "board/duties/no-such/line?date=2026-11-24")).status).toBe(404);
  });

  test("on a day without service the driver has no duty", async () => {
    house.clock.now = at("10:00", "2026-11-28" as never);
    const sheet = await driver.send("GET", "duty");
    expect(sheet.json).toMatchObject({ serviceDate: "2026-11-28", duty: null, tasks: [] });
    expect((await driver.send("POST", "duty/acknowledgement", { body: { version: 0 } })).status).toBe(409);
    expect((await driver.send("GET", "duty/line")).json.coordinates).toEqual([]);
    house.clock.now = at("15:30");
  });
});

describe("the report over HTTP", () => {
  test("[SAP-5.4-4] holds each ride with its fare, and its totals", async () => {
    const auditor = await house.enter("auditor");
    const report = await auditor.send("GET", "report?from=2026-11-23&to=2026-11-30");
    expect(report.json.records[0]).toMatchObject({
      fromStop: house.towns[0]!.service.stops[0]!.name,
      boardedAt: text("10:01"),
      alightedAt: text("10:09"),
      fareDue: 650,
      fareCollected: 650,
      state: "completed",
    });
    expect(report.json.totals).toMatchObject({ operatingDays: 5, rides: 1, persons: 3, fareCollected: 650 });
    const turned = await auditor.send("GET", "report?from=2026-11-30&to=2026-11-23");
    expect(turned.json.fields).toEqual([
      { name: "to", message: "終わりの日は、始まりの日以降にしてください。" },
    ]);
    const long = await auditor.send("GET", "report?from=2026-01-01&to=2028-01-01");
    expect(long.json.fields[0].message).toContain("400 日以内");
  });

  test("an export is a file with a name, and stands in the audit log", async () => {
    const municipality = await house.enter("municipality");
    const file = await municipality.send("GET", "report.csv?from=2026-11-24&to=2026-11-24");
    expect(file.headers.get("content-type")).toContain("text/csv; charset=utf-8");
    expect(file.headers.get("content-disposition")).toBe(
      "attachment; filename=\"noriai-report_2026-11-24_2026-11-24.csv\"; filename*=UTF-8''%E4%B9%97%E9%99%8D%E3%83%87%E3%83%BC%E3%82%BF_2026-11-24_2026-11-24.csv",
    );
    const sjis = await municipality.send(
      "GET",
      "report.csv?from=2026-11-24&to=2026-11-24&encoding=shift_jis",
    );
    expect(sjis.headers.get("content-type")).toContain("Shift_JIS");
    const audit = await municipality.send("GET", "audit?limit=1");
    expect(audit.json.entries[0]).toMatchObject({
      event: "report-exported",
      subject: "2026-11-24/2026-11-24",
      role: "municipality",
      purpose: "report",
    });
  });
});

async function someMember(): Promise<string> {
  const { memberNo } = house.towns[0]!.members[2]!;
  return (await desk.send("GET", `members?q=${memberNo}`)).json.members[0].id;
}
