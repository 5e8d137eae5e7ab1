import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { at, book, type Client, newKey, openHouse, type TestHouse, text, trip } from "./house.ts";

let house: TestHouse;
let driver: Client;
let official: Client;
let rider: Client;

beforeAll(async () => {
  house = await openHouse();
  driver = await house.enter("driver");
  official = await house.enter("municipality");
  rider = await house.enter("rider");
}, 30_000);
afterAll(() => house.close());

const report = (id: string, more: object = {}) =>
  driver.send("POST", "duty/stop-reports", {
    body: { id, stopId: "s03", trouble: "buried", at: text("08:35"), ...more },
  });
const tasks = async () => (await official.send("GET", "stop-tasks")).json.tasks;
const moment = async (stop: string) => (await house.nobody().send("GET", `stops/${stop}/moment`)).json;

describe("[SAP-3.4-6] a buried stop", () => {
  test("reported from the terminal becomes one task for the city, who takes it in hand and closes it", async () => {
    const first = await report("r1", { words: "標識の上まで雪" });
    expect(first.status, first.text).toBe(200);
    expect((await report("r1", { words: "標識の上まで雪" })).json).toEqual(first.json);
    expect((await report("r2", { at: text("23:00") })).json).toEqual(first.json);
    const [task] = await tasks();
    expect(task).toMatchObject({ id: first.json.taskId, stopId: "s03", trouble: "buried", state: "open" });
    expect(task.entries.map(({ at: seen }: { at: string }) => seen)).toEqual([text("08:35"), text("08:40")]);
    expect(task.entries[0]).toMatchObject({ words: "標識の上まで雪", vehicleId: "v1", role: "driver" });
    expect((await moment("s03")).troubles).toEqual(["buried"]);

    const step = (body: object) =>
      official.send("POST", `stop-tasks/${task.id}/steps`, { body, key: newKey() });
    expect((await step({ step: "take" })).json.state).toBe("in-hand");
    const done = await step({ step: "finish", words: "除雪しました" });
    expect(done.json).toMatchObject({ state: "done" });
    expect(done.json.entries.at(-1)).toMatchObject({
      step: "finish",
      words: "除雪しました",
      by: expect.any(String),
    });
    expect((await moment("s03")).troubles).toEqual([]);
  });

  test("a stop that the town does not have is not reported", async () => {
    const answer = await report("r9", { stopId: "s99" });
    expect(answer.status).toBe(400);
    expect(answer.json.fields[0].name).toBe("stopId");
  });
});

test("[SAP-3.4-6] the placement record says what is missing, and takes nothing that lies ahead", async () => {
  const add = (kind: string, on: string) =>
    official.send("POST", "stops/s01/records", {
      body: { kind, on, words: "所有者 承諾済み" },
      key: newKey(),
    });
  for (const [kind, on] of [
    ["consent", "2026-09-01"],
    ["placed", "2026-09-10"],
    ["photo", "2026-09-10"],
    ["winter-fit", "2026-11-20"],
  ] as const)
    expect((await add(kind, on)).status).toBe(200);
  const { placements } = (await official.send("GET", "stop-placements")).json;
  expect(placements[0]).toMatchObject({ stopId: "s01", placedOn: "2026-09-10", missing: [] });
  expect(placements[1].missing).toEqual(["marker", "consent"]);
  expect((await add("photo", "2026-11-25")).status).toBe(400);
  const { records } = (await official.send("GET", "stops/s01/records")).json;
  expect(records).toHaveLength(4);
  expect(records[0]).toMatchObject({ kind: "consent", words: "所有者 承諾済み", by: expect.any(String) });
});

test("[SAP-3.4-6] the page of a stop tells nobody when a single household is fetched", async () => {
  await book(rider, trip({ time: { mode: "depart", at: text("10:30") } }));
  const now = await moment("s01");
  expect(now).toMatchObject({ asOf: text("08:40"), closures: [], arrivals: [] });
  expect((await house.nobody().send("GET", "stops/s99/moment")).status).toBe(404);
});

describe("[SAP-5.2-2] the room left in a day", () => {
  const openings = (query: string) => rider.send("GET", `openings?date=2026-11-24&${query}`);

  test("is told hour by hour; what is full for eight may be open for one", async () => {
    const one = await openings("from=s02&to=s03");
    expect(one.status, one.text).toBe(200);
    const states = one.json.hours.map(({ state }: { state: string }) => state);
    expect(states.length).toBeGreaterThan(3);
    expect(states).toContain("open");
    const many = (await openings("from=s02&to=s03&persons=20")).json.hours;
    for (const { state, first } of many) expect([state, first]).toEqual(["closed", null]);
  });

  test("is asked for two stops of the town", async () => {
    expect((await openings("from=s02&to=s99")).json.fields[0].name).toBe("to");
    for (const { state } of (await openings("from=s02&to=s02")).json.hours) expect(state).toBe("closed");
  });

  test("is told for oneself and for whom one helps, for nobody else", async () => {
    const other = await openings("from=s02&to=s03&memberId=somebody-else");
    expect([other.status, other.json.kind]).toEqual([404, "not-found"]);
  });

  test("a time that it names can be booked", async () => {
    const { hours } = (await openings("from=s04&to=s05")).json;
    const { first } = hours.findLast(({ state }: { state: string }) => state === "open");
    const body = trip({ from: "s04", to: "s05", time: { mode: "depart", at: first } });
    const asked = await rider.send("POST", "quotes", { body, key: newKey() });
    expect(asked.json.kind, asked.text).toBe("quote");
    await rider.send("DELETE", `quotes/${asked.json.quote.id}`);
  });
});

describe("[SAP-5.2-1] a way back without a time", () => {
  const returns = async () => (await rider.send("GET", "my/open-returns")).json.returns;

  test("is wished for a booking of one's own, called on the day, and gone when the way back is booked", async () => {
    const [open] = await returns();
    expect(open).toMatchObject({ from: "s02", to: "s01", wished: false });
    const wish = () => rider.send("POST", "my/open-returns", { body: { bookingId: open.bookingId } });
    expect([(await wish()).status, (await wish()).status]).toEqual([204, 204]);
    const [wished] = await returns();
    expect(wished.wished).toBe(true);
    expect(wished.callFrom >= wished.outBy).toBe(true); // nobody is fetched before she is there
    house.clock.now = at("11:02");
    expect((await returns())[0].callFrom).toBe(text("11:35"));
    house.clock.now = at("08:40");
    const soonest = { from: wished.from, to: wished.to, time: { mode: "depart", at: wished.outBy } };
    const back = await book(rider, trip(soonest));
    expect(back.status, back.text).toBe(200);
    expect(await returns(), "neither for the way out nor for the way back").toEqual([]);
  });

  test("nobody wishes for another's, nor drops it", async () => {
    const body = { bookingId: "somebody-elses" };
    expect((await rider.send("POST", "my/open-returns", { body })).status).toBe(404);
    expect((await rider.send("DELETE", "my/open-returns/somebody-elses")).status).toBe(404);
  });

  test("cannot be called when the hours are over", async () => {
    const late = { from: "s04", to: "s05", time: { mode: "depart", at: text("13:30") } };
    const out = await book(rider, trip(late));
    expect(out.status, out.text).toBe(200);
    house.clock.now = at("14:50");
    expect(await returns()).toMatchObject([{ bookingId: out.json.id, callFrom: null }]);
    house.clock.now = at("08:40");
  });
});

test("[SAP-5.2-1] a place of the town is found on our own server; nothing typed stands in an address line", async () => {
  const found = await house.nobody().send("POST", "address-search", { body: { typed: "船木" } });
  expect(found.status).toBe(200);
  expect(found.json.points.length).toBeGreaterThan(0);
  expect(found.json.points[0]).toMatchObject({ name: expect.stringContaining("船木") });
  expect(house.logLines.join()).not.toContain("船木");
});

describe("[SAP-5.2-1] [SAP-3.4-6] the photo of a stop's place", () => {
  const segment = (marker: number, content: string) => {
    const bytes = Buffer.from(content);
    return Buffer.concat([Buffer.from([0xff, marker, 0, bytes.length + 2]), bytes]);
  };
  const picture = (...segments: readonly Buffer[]) =>
    Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      ...segments,
      Buffer.from([0xff, 0xda, 0, 2, 0x12, 0xff, 0xd9]),
    ]);
  const save = (bytes: Buffer, takenOn = "2026-11-20") =>
    official.send("PUT", "stops/s04/photo", { body: { takenOn, picture: bytes.toString("base64") } });

  test("is seen by everybody without what the camera wrote of its place, and noted in the record", async () => {
    expect((await house.nobody().send("GET", "stops/s04/photo")).status).toBe(404);
    const shape = segment(0xc0, "shape");
    const saved = await save(picture(segment(0xe1, "Exif 33.95N 131.24E"), shape, segment(0xfe, "by Taro")));
    expect(saved.status, saved.text).toBe(204);
    const address = "http://127.0.0.1:8080/api/t/ube-tonari/stops/s04/photo";
    const shown = await house.server.fetch(new Request(address));
    expect(shown.headers.get("content-type")).toBe("image/jpeg");
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(picture(shape));
    expect((await moment("s04")).photo).toEqual({ takenOn: "2026-11-20" });
    const { records } = (await official.send("GET", "stops/s04/records")).json;
    expect(records).toMatchObject([{ kind: "photo", on: "2026-11-20" }]);
    expect((await official.send("DELETE", "stops/s04/photo")).status).toBe(204);
    expect((await moment("s04")).photo).toBeNull();
  });

  test.each([
    ["no picture", Buffer.from("<script>alert(1)</script>")],
    ["torn", picture(segment(0xc0, "shape")).subarray(0, -2)],
    ["a segment longer than the file", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 0, 0])],
  ])("%s is refused", async (_, bytes) => {
    const answer = await save(bytes);
    expect([answer.status, answer.json.fields[0].name]).toEqual([400, "picture"]);
  });
});
