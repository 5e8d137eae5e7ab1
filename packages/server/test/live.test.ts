import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDemoClock, firstState } from "../src/index.ts";
import { at, book, type Client, newKey, OTHER_TOWN, openHouse, type TestHouse, text, trip } from "./house.ts";

let house: TestHouse;
let rider: Client;
let elapsed = 0;
const demoClock = createDemoClock({ elapsedMs: () => elapsed, from: firstState(at("08:40")) });

beforeAll(async () => {
  house = await openHouse({ demoClock, now: demoClock.now });
  rider = await house.enter("rider");
}, 30_000);
afterAll(() => house.close());

interface Heard {
  readonly id?: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into events by what they expect
  readonly data?: any;
}

/** Listens as a page does: reads one block after the other. */
async function follow(client: Client, lastEventId?: string, after?: number) {
  const query = after === undefined ? "" : `?after=${after}`;
  const address = `http://127.0.0.1:8080/api/t/${client.tenant}/live${query}`;
  const headers = { cookie: client.cookie!, ...(lastEventId && { "last-event-id": lastEventId }) };
  const answer = await house.server.fetch(new Request(address, { headers }));
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toContain("text/event-stream");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const nextBlock = async (): Promise<Heard | "end"> => {
    while (!text.includes("\n\n")) {
      const { done, value } = await reader.read();
      if (done) return "end";
      text += value;
    }
    const block = text.slice(0, text.indexOf("\n\n"));
    text = text.slice(block.length + 2);
    const fields = Object.fromEntries(block.split("\n").map((line) => line.split(/: (.*)/s).slice(0, 2)));
    return { id: fields.id, ...(fields.data && { data: JSON.parse(fields.data) }) };
  };
  const next = async (): Promise<Heard | "end"> => {
    for (;;) {
      const heard = await nextBlock();
      if (heard === "end" || heard.data !== undefined) return heard;
    }
  };
  return { nextBlock, next, leave: () => reader.cancel() };
}

describe("live updates", () => {
  test("a page hears within a moment that the plan changed, without any personal data", async () => {
    const page = await follow(rider);
    await book(rider);
    const heard = (await page.next()) as Heard;
    expect(heard.data).toEqual({ topic: "plan", serviceDate: "2026-11-24", version: expect.any(Number) });
    expect(Number(heard.id)).toBeGreaterThan(0);
    await page.leave();
  });

  test("a page that was away hears exactly what it missed, in order", async () => {
    const page = await follow(rider);
    await rider.send("POST", "quotes", {
      body: trip({ time: { mode: "arrive", at: text("12:00") } }),
      key: newKey(),
    });
    const { id } = (await page.next()) as Heard;
    await page.leave();
    const elsewhere = trip({ to: "s03", time: { mode: "arrive", at: text("13:00") } });
    const asked = await rider.send("POST", "quotes", { body: elsewhere, key: newKey() });
    await rider.send("DELETE", `quotes/${asked.json.quote.id}`);

    const back = await follow(rider, id);
    const missed = [await back.next(), await back.next()] as Heard[];
    expect(missed.map((heard) => Number(heard.id))).toEqual([Number(id) + 1, Number(id) + 2]);
    await back.leave();
  });

  test("what changes between a page's first read and its first word to the stream is told too", async () => {
    const { lastUpdateId } = (await rider.send("GET", "session")).json;
    const wish = trip({ to: "s03", time: { mode: "arrive", at: text("14:00") } });
    expect((await rider.send("POST", "quotes", { body: wish, key: newKey() })).json.quote.id).toBeDefined();

    const page = await follow(rider, undefined, lastUpdateId);
    const heard = (await page.next()) as Heard;
    expect([Number(heard.id), heard.data.topic]).toEqual([lastUpdateId + 1, "plan"]);
    await page.leave();
    const wrong = await rider.send("GET", "live?after=-1");
    expect(wrong.status).toBe(400);
  });

  test("a page that heard nothing yet is told from where to ask", async () => {
    const page = await follow(rider);
    await page.nextBlock(); // how soon to come back
    const first = (await page.nextBlock()) as Heard;
    expect(first.data).toBeUndefined();
    expect(Number(first.id)).toBeGreaterThan(0);
    await page.leave();
  });

  test("riders do not hear where the vehicle is, the board does", async () => {
    const driver = await house.enter("driver");
    const desk = await house.enter("call_operator");
    const [riderPage, deskPage] = [await follow(rider), await follow(desk)];
    const position = { lat: 34.0458, lng: 131.2268, at: text("08:40") };
    expect((await driver.send("POST", "duty/position", { body: position })).status).toBe(204);
    expect(((await deskPage.next()) as Heard).data).toEqual({ topic: "position", vehicleId: "v1" });
    demoClock.command({ action: "pause" });
    expect(((await riderPage.next()) as Heard).data).toEqual({ topic: "clock" });
    await riderPage.leave();
    await deskPage.leave();
    demoClock.command({ action: "run", rate: 1 });
  });

  test("one town hears nothing of the other", async () => {
    const neighbour = await house.enter("call_operator", OTHER_TOWN);
    const page = await follow(neighbour);
    const list = await rider.send("GET", "my/bookings");
    const [booking] = list.json.bookings;
    await rider.send("POST", `bookings/${booking.id}/cancel`, { body: { reason: "" }, key: newKey() });
    demoClock.command({ action: "pause" });
    expect(((await page.next()) as Heard).data).toEqual({ topic: "clock" });
    await page.leave();
  });

  test("signing out ends the page at once, and its cookie opens nothing any more", async () => {
    const leaving = await house.enter("municipality");
    const page = await follow(leaving);
    const out = await leaving.send("DELETE", "session");
    expect(out.status).toBe(204);
    expect(out.headers.get("set-cookie")).toMatch(/^noriai=; Max-Age=0; Path=\/api\/t\//);
    expect(await page.next()).toBe("end");
    expect((await leaving.send("GET", "session")).status).toBe(401);
  });

  test("a page that left is forgotten", async () => {
    const before = house.server.hub.listenerCount();
    const page = await follow(rider);
    await page.nextBlock();
    await page.nextBlock();
    expect(house.server.hub.listenerCount()).toBe(before + 1);
    await page.leave();
    expect(house.server.hub.listenerCount()).toBe(before);
  });
});

describe("the demo clock over HTTP", () => {
  const put = (body: object, headers = {}) =>
    house.nobody().send("PUT", "/api/demo/clock", { body, headers });

  test("runs at ten times the speed, stands still and jumps", async () => {
    expect((await put({ action: "run", rate: 10 })).json.demoClock).toEqual({ rate: 10, running: true });
    elapsed += 60_000;
    expect((await put({ action: "pause" })).json.now).toBe(text("08:50"));
    elapsed += 60_000;
    const jumped = await put({ action: "jump", to: text("09:30") });
    expect(jumped.json).toMatchObject({ now: text("09:30"), demoClock: { rate: 10, running: false } });
    const world = await house.nobody().send("GET", "/api/world");
    expect(world.json.now).toBe(text("09:30"));
  });

  test("explains how far it can go", async () => {
    const early = await put({ action: "jump", to: text("08:39") });
    expect(early.status).toBe(400);
    expect(early.json.fields[0]).toEqual({
      name: "to",
      message: "デモ時刻は 2026-11-24T08:40:00+09:00 より前には戻せません。",
    });
    const far = await put({ action: "jump", to: text("08:41", "2027-11-24") }, { "accept-language": "en" });
    expect(far.json.fields[0].message).toMatch(/cannot go beyond 2027-11-24T08:40/);
    expect((await put({ action: "run", rate: 7 })).status).toBe(400);
  });

  test("a jump of months signs nobody out", async () => {
    expect((await put({ action: "jump", to: text("09:00", "2027-03-01") })).status).toBe(200);
    expect((await rider.send("GET", "session")).status).toBe(200);
  });
});
