import { replayDay } from "@noriai/store";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  book,
  type Client,
  NOBODY_ELSE,
  newKey,
  openHouse,
  type TestHouse,
  TODAY,
  text,
  trip,
} from "./house.ts";

let house: TestHouse;
let first: Client;
let second: Client;
let official: Client;
let memberIds: readonly string[];

beforeAll(async () => {
  house = await openHouse();
  first = await house.enter("call_operator");
  second = await house.enter("call_operator");
  official = await house.enter("municipality");
  const { members } = (await first.send("GET", "member-list")).json;
  memberIds = members.map(({ id }: { id: string }) => id);
}, 30_000);
afterAll(() => house.close());

const bookFor = async (n: number, time: string, changes: object = {}) =>
  (await book(first, trip({ memberId: memberIds[n], time: { mode: "depart", at: time }, ...changes }))).json;
const page = async (id: string, client = first) => (await client.send("GET", `bookings/${id}`)).json;
const list = async (query: string, client = first) =>
  (await client.send("GET", `bookings?from=${TODAY}&to=2026-11-30&${query}`)).json;
const ids = ({ bookings }: { bookings: { id: string }[] }) => bookings.map(({ id }) => id);
/** Asks for another trip in the place of a booking, and gives the offer's id. */
async function offerFor(
  client: Client,
  memberId: string,
  replaces: string,
  changes: object,
): Promise<string> {
  const body = trip({ memberId, replaces, ...changes });
  const asked = await client.send("POST", "quotes", { body, key: newKey() });
  expect(asked.json?.kind, asked.text).toBe("quote");
  return asked.json.quote.id;
}
const change = (client: Client, id: string, body: object) =>
  client.send("POST", `bookings/${id}/change`, { body, key: newKey() });
const callOff = (client: Client, id: string, body: object) =>
  client.send("POST", `bookings/${id}/call-off`, { body: { reason: "大雪", ...body }, key: newKey() });

describe("[SAP-5.4-3] the list of bookings", () => {
  let today: string;
  let tomorrow: string;

  beforeAll(async () => {
    tomorrow = (await bookFor(1, text("11:00", "2026-11-25"), { from: "s03", to: "s04" })).id;
    today = (await bookFor(0, text("10:00"))).id;
  });

  test("stands in the order of rides, with names for the desk and none for the municipality", async () => {
    const seen = await list("");
    expect(ids(seen)).toEqual([today, tomorrow]);
    expect(seen).toMatchObject({ total: 2, page: 1, pages: 1 });
    expect(seen.bookings[0].calledName).toBe(house.towns[0]!.members[0]!.name);
    expect((await list("", official)).bookings[0].calledName).toBeNull();
  });

  test.each([
    ["state=ahead", 2],
    ["state=completed", 0],
    ["stopId=s03", 1],
    ["stopId=s02", 1],
    ["stopId=s05", 0],
    ["channel=web", 0],
    ["channel=phone", 2],
    ["atRisk=yes", 0],
    ["page=2", 0],
  ])("is filtered by %s", async (query, count) => {
    expect((await list(query)).bookings).toHaveLength(count);
  });

  test("[SAP-5.4-1] shows each vehicle's bookings by themselves", async () => {
    expect((await list("vehicleId=v1")).bookings).toHaveLength(2);
    for (const { vehicleId } of (await list("vehicleId=v1")).bookings) expect(vehicleId).toBe("v1");
    expect((await list("vehicleId=v9")).bookings).toEqual([]);
  });

  test("is found by the boarding code that a rider or a driver reads out, or by how it begins", async () => {
    const [{ boardingCode }] = (await list("")).bookings;
    expect(ids(await list(`code=${boardingCode}`))).toEqual([today]);
    expect(ids(await list(`code=${boardingCode.slice(0, 2)}`))).toContain(today);
    expect((await list(`code=${boardingCode}9`)).bookings).toEqual([]);
    expect((await first.send("GET", `bookings?from=${TODAY}&to=${TODAY}&code=x1`)).status).toBe(400);
  });

  test("is filtered by member", async () => {
    expect(ids(await list(`memberId=${memberIds[1]}`))).toEqual([tomorrow]);
  });

  test.each([
    ["to=2026-11-23", "to"],
    ["to=2027-11-23", "to"],
  ])("a range that is turned or too long says so: %s", async (to, field) => {
    const told = await first.send("GET", `bookings?from=${TODAY}&${to}`);
    expect([told.status, told.json.fields[0].name]).toEqual([400, field]);
  });

  test("shows the ride that will be late among those at risk", async () => {
    const driver = await house.enter("driver");
    const event = { id: "late-1", dutyId: `${TODAY}.v1.1`, at: text("08:40"), kind: "delayed" };
    await driver.send("POST", "duty/events", {
      body: { events: [{ ...event, by: 4 * 3600, cause: "traffic" }] },
    });
    expect(ids(await list("atRisk=yes"))).toEqual([today]);
    await driver.send("POST", "duty/events", {
      body: { events: [{ ...event, id: "late-2", kind: "undone", eventId: "late-1" }] },
    });
    expect(ids(await list("atRisk=yes"))).toEqual([]);
  });
});

describe("[SAP-5.4-3] two operators and one booking", () => {
  test("the second sees the first one's change and decides: nothing of it is lost unseen", async () => {
    const { id } = await bookFor(2, text("12:00"));
    const memberId = memberIds[2]!;
    const [seenByFirst, seenBySecond] = [await page(id), await page(id, second)];
    const offer = await offerFor(first, memberId, id, { time: { mode: "depart", at: text("12:30") } });
    expect((await change(first, id, { quoteId: offer, version: seenByFirst.version })).status).toBe(200);

    const other = await offerFor(second, memberId, id, { time: { mode: "depart", at: text("13:30") } });
    const refused = await change(second, id, { quoteId: other, version: seenBySecond.version });
    expect([refused.status, refused.json.rejections[0].kind]).toEqual([409, "overtaken"]);
    const now = await page(id, second);
    expect(now.booking.trip.time.at).toBe(text("12:30"));
    expect(now.lastAct).toMatchObject({ role: "call_operator", by: expect.any(String) });
    expect(now.version).not.toBe(seenBySecond.version);

    // The offer is still held: whoever decides for the own change after all takes it with what is seen now.
    const taken = await change(second, id, { quoteId: other, version: now.version });
    expect([taken.status, taken.json.trip.time.at]).toEqual([200, text("13:30")]);
    expect(taken.json.id).toBe(id);
  });

  test("neither calls off what the other has just changed", async () => {
    const { id } = await bookFor(3, text("14:00"));
    const { version } = await page(id);
    const offer = await offerFor(first, memberIds[3]!, id, {
      time: { mode: "depart", at: text("14:00") },
      companions: { ...NOBODY_ELSE, general: 1 },
    });
    await change(first, id, { quoteId: offer, version });
    const refused = await callOff(second, id, { version });
    expect([refused.status, refused.json.rejections[0].kind]).toEqual([409, "overtaken"]);
    const now = await page(id);
    const cancelled = await callOff(second, id, { version: now.version });
    expect([cancelled.status, cancelled.json.state]).toEqual([200, "cancelled_by_operator"]);
    expect(await page(id)).toMatchObject({ cancellation: { reason: "大雪" } });
    expect((await page(id, official)).cancellation.reason).toBeNull();
  });

  test("the desk's cancelling at a caller's word minds what stood in the member's list when she asked", async () => {
    const { id } = await bookFor(1, text("14:00", "2026-11-26"));
    const memberId = memberIds[1]!;
    const listed = async () => {
      const { bookings } = (await second.send("GET", `members/${memberId}/bookings`)).json;
      return bookings.find((one: { id: string }) => one.id === id);
    };
    const seen = await listed();
    const offer = await offerFor(first, memberId, id, {
      time: { mode: "depart", at: text("13:00", "2026-11-26") },
    });
    await change(first, id, { quoteId: offer, version: (await page(id)).version });
    const cancel = (version: string) =>
      second.send("POST", `bookings/${id}/cancel`, { body: { reason: "", version }, key: newKey() });
    const refused = await cancel(seen.version);
    expect([refused.status, refused.json.rejections[0].kind]).toEqual([409, "overtaken"]);
    expect((await page(id)).booking.state).toBe("confirmed");
    const cancelled = await cancel((await listed()).version);
    expect([cancelled.status, cancelled.json.state]).toEqual([200, "cancelled_by_rider"]);
  });

  test("raced eight times over with the same version, one is done and seven are told", async () => {
    const { id } = await bookFor(4, text("09:30", "2026-11-26"));
    const { version } = await page(id);
    const all = await Promise.all(
      [...Array(8).keys()].map((k) => callOff(k % 2 ? first : second, id, { version })),
    );
    expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
    for (const { status, json } of all) if (status === 409) expect(json.rejections[0].kind).toBe("overtaken");
  });

  test("[FIELD-19] a move to another day keeps the old seat until the new one is sure, and minds what was seen there", async () => {
    const { id } = await bookFor(0, text("10:00", "2026-11-26"));
    const { version } = await page(id);
    const memberId = memberIds[0]!;
    const elsewhere = { time: { mode: "depart", at: text("10:00", "2026-11-27") } };
    const offer = await offerFor(first, memberId, id, elsewhere);
    expect((await page(id)).booking.state).toBe("confirmed");
    const refused = await change(second, id, { quoteId: offer, version: `${version}x` });
    expect([refused.status, refused.json.rejections[0].kind]).toEqual([409, "overtaken"]);
    expect((await page(id)).booking.state).toBe("confirmed");
    const moved = await change(first, id, { quoteId: offer, version });
    expect([moved.status, moved.json.trip.serviceDate]).toEqual([200, "2026-11-27"]);
    expect((await page(id)).booking.state).toMatch(/^cancelled/);
  });

  test("an offer for something else is no change of this booking", async () => {
    const { id } = await bookFor(1, text("10:00", "2026-11-30"));
    const { version } = await page(id);
    const asked = await first.send("POST", "quotes", {
      body: trip({ memberId: memberIds[1], time: { mode: "depart", at: text("12:00", "2026-11-30") } }),
      key: newKey(),
    });
    expect((await change(first, id, { quoteId: asked.json.quote.id, version })).status).toBe(404);
    expect((await callOff(first, "no-such-booking", { version })).status).toBe(404);
    expect((await callOff(first, id, { version, reason: " " })).status).toBe(400);
    expect((await callOff(official, id, { version })).status).toBe(403);
  });

  test("the improver and others' rides move no version: only what was decided about the booking does", async () => {
    const { id } = await bookFor(2, text("10:30", "2026-11-30"));
    const { version } = await page(id);
    await bookFor(3, text("10:40", "2026-11-30"));
    expect((await page(id)).version).toBe(version);
  });

  test("the days of all this are decided again from their logs, byte for byte", async () => {
    const { service } = house.towns[0]!;
    for (const date of [TODAY, "2026-11-26", "2026-11-27"]) {
      const serviceDate = date as typeof TODAY;
      const [log, stored] = await house.world.store.inTenant(house.towns[0]!.tenant.id, async (tx) => [
        await tx.loadDecisions(service, serviceDate),
        await tx.loadDay(service, serviceDate),
      ]);
      expect(log.lines.length).toBeGreaterThan(1);
      expect(replayDay({ serviceDate, log, stored }).mismatches).toEqual([]);
      expect(JSON.stringify(log.lines)).not.toContain("大雪");
    }
  });
});
