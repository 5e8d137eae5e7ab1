import type { MemberId } from "@noriai/kernel";
import { replayDay } from "@noriai/store";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createServer, type Server } from "../src/index.ts";
import { at, type Client, NOBODY_ELSE, newKey, openHouse, type TestHouse, TODAY, text } from "./house.ts";

/** 24 November 2026 is a Tuesday; the window of the small town is seven days. */
const TERMS = {
  weekdays: [2, 4],
  first: "2026-11-24",
  last: "2026-12-24",
  from: "s01",
  to: "s02",
  time: { mode: "arrive", at: "10:30" },
  companions: NOBODY_ELSE,
  wheelchairs: 0,
};
const WITH_BACK = { ...TERMS, back: { mode: "depart", at: "12:00" } };

let house: TestHouse;
let rider: Client;
let desk: Client;

beforeAll(async () => {
  house = await openHouse({ recurringEveryMs: 3_600_000 });
  rider = await house.enter("rider");
  desk = await house.enter("call_operator");
}, 60_000);
afterAll(() => house.close());

const look = () => house.server.recurring!.look();

async function add(client: Client, body: object = TERMS): Promise<string> {
  const answer = await client.send("POST", "recurring", { body, key: newKey() });
  expect(answer.status, answer.text).toBe(200);
  return answer.json.id;
}

/** A wish as "11-24 out booked", a line for each ride and each date without one. */
async function drawn(client: Client, id: string, of = ""): Promise<string[]> {
  const { json, text: told } = await client.send("GET", `recurring${of}`);
  const wish = json.wishes.find((each: { id: string }) => each.id === id);
  expect(wish, told).toBeDefined();
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers by what they expect
  return wish.dates.flatMap(({ serviceDate, notDue, rides }: any) =>
    rides.length === 0
      ? [`${serviceDate.slice(5)} ${notDue ?? "-"}`]
      : // biome-ignore lint/suspicious/noExplicitAny: as above
        rides.map(({ leg, state, refused }: any) =>
          [serviceDate.slice(5), leg, state ?? "-", ...(refused ? ["refused"] : [])].join(" "),
        ),
  );
}

const end = (client: Client, id: string, keepsBooked = false) =>
  client.send("POST", `recurring/${id}/end`, { body: { keepsBooked }, key: newKey() });

const memberIdOf = async (n: number): Promise<MemberId> => {
  const found = await desk.send("GET", `members?q=${house.towns[0]!.members[n]!.memberNo}`);
  return found.json.members[0].id;
};

describe("recurring bookings over HTTP", () => {
  test("each date is tried before the wish is made: bookable, closed by the calendar, or why not and when instead", async () => {
    const body = { ...WITH_BACK, weekdays: [1, 2], time: { mode: "depart", at: "08:30" } };
    const tried = await rider.send("POST", "recurring/try", { body });
    expect(tried.status, tried.text).toBe(200);
    const [first] = tried.json.dates;
    expect(first.serviceDate).toBe("2026-11-24");
    expect(first.legs[0]).toMatchObject({ leg: "out", kind: "refusal" });
    expect(first.legs[0].rejections.length).toBeGreaterThan(0);
    expect(first.legs[1]).toMatchObject({ leg: "back", kind: "offer" });
    expect(first.legs[1].promise.pickupFrom).toBe(text("12:00"));
    const elsewhen = await rider.send("POST", "recurring/try", { body: WITH_BACK });
    expect(elsewhen.json.dates.length).toBe(10);
    expect(elsewhen.json.dates.at(-1).asksAt).toBe(text("00:00", "2026-12-17"));
    expect((await rider.send("GET", "my/bookings")).json.bookings).toEqual([]);
    const official = await house.enter("transport_operator");
    expect((await official.send("GET", `report?from=${TODAY}&to=${TODAY}`)).json.totals.refusals).toBe(0);
  });

  test("[FIELD-15] the open dates are booked at once as ordinary bookings, the next one when its window opens, none twice", async () => {
    const id = await add(rider, WITH_BACK);
    expect((await drawn(rider, id)).slice(0, 8)).toEqual([
      "11-24 out confirmed",
      "11-24 back confirmed",
      "11-26 out confirmed",
      "11-26 back confirmed",
      "12-01 out confirmed",
      "12-01 back confirmed",
      "12-03 -",
      "12-08 -",
    ]);
    const booked = async () => (await rider.send("GET", "my/bookings")).json.bookings.length;
    expect(await booked()).toBe(6);
    await Promise.all([look(), look()]);
    expect(await booked()).toBe(6);
    house.clock.now = at("00:00", "2026-11-26" as never);
    await look();
    expect(await booked()).toBe(8);
    expect(await drawn(rider, id)).toContain("12-03 back confirmed");
    house.clock.now = at("08:40");
    await end(rider, id);
    expect((await rider.send("GET", "my/bookings")).json.bookings).toEqual(
      expect.arrayContaining([expect.objectContaining({ state: "cancelled_by_rider" })]),
    );
    expect((await drawn(rider, id)).some((line) => line.includes("confirmed"))).toBe(false);
  });

  test("one date is left out and taken up again; what the rider calls off by hand stays called off", async () => {
    const id = await add(rider);
    const skip = (leftOut: boolean) =>
      rider.send("PUT", `recurring/${id}/dates/2026-11-26`, { body: { leftOut }, key: newKey() });
    expect((await skip(true)).status).toBe(204);
    expect(await drawn(rider, id)).toContain("11-26 out cancelled_by_rider");
    await look();
    expect(await drawn(rider, id)).toContain("11-26 out cancelled_by_rider");
    expect((await skip(false)).status).toBe(204);
    expect(await drawn(rider, id)).toContain("11-26 out confirmed");
    const { json } = await rider.send("GET", "recurring");
    const { bookingId } = json.wishes[0].dates[2].rides[0];
    await rider.send("POST", `bookings/${bookingId}/cancel`, { body: { reason: "" }, key: newKey() });
    await look();
    expect(await drawn(rider, id)).toContain("12-01 out cancelled_by_rider");
    await end(rider, id);
  });

  test("another time takes the place of what is booked; where it cannot be had the old ride stays and the rider is told", async () => {
    const id = await add(rider);
    const change = (time: object) =>
      rider.send("PUT", `recurring/${id}`, { body: { ...TERMS, time }, key: newKey() });
    const before = (await rider.send("GET", "recurring")).json.wishes[0].dates[1].rides[0];
    expect((await change({ mode: "arrive", at: "11:00" })).status).toBe(204);
    const after = (await rider.send("GET", "recurring")).json.wishes[0].dates[1].rides[0];
    expect(after.bookingId).toBe(before.bookingId);
    expect(after.promise.arriveBy).toBe(text("11:00", "2026-11-26"));
    expect((await change({ mode: "arrive", at: "05:00" })).status).toBe(204);
    const kept = (await rider.send("GET", "recurring")).json.wishes[0].dates[1].rides[0];
    expect(kept).toMatchObject({ bookingId: before.bookingId, state: "confirmed", refused: true });
    expect(kept.promise.arriveBy).toBe(text("11:00", "2026-11-26"));
    await end(rider, id);
  });

  test("by phone: what could not be booked becomes a task with whom to call, until somebody has told the rider", async () => {
    const memberId = await memberIdOf(2);
    const id = await add(desk, { ...TERMS, memberId, time: { mode: "arrive", at: "05:00" } });
    const { tasks } = (await desk.send("GET", "recurring-tasks")).json;
    const own = tasks.filter(({ recurringId }: { recurringId: string }) => recurringId === id);
    expect(own.length).toBe(3);
    expect(own[0]).toMatchObject({
      ...{ serviceDate: "2026-11-24", leg: "out", memberId, refused: true, channel: "phone" },
      phone: house.towns[0]!.members[2]!.phone,
    });
    const told = { serviceDate: own[0].serviceDate, leg: "out" };
    const tell = () => desk.send("POST", `recurring/${id}/told`, { body: told, key: newKey() });
    expect((await tell()).status).toBe(204);
    expect((await tell()).status).toBe(204);
    const left = (await desk.send("GET", "recurring-tasks")).json.tasks;
    expect(left.filter(({ recurringId }: { recurringId: string }) => recurringId === id).length).toBe(2);
    expect(await drawn(desk, id, `?memberId=${memberId}`)).toContain("11-26 out - refused");
    expect((await rider.send("GET", "recurring-tasks")).status).toBe(403);
    await end(desk, id);
  });

  test("a wish of the phone waits for the hours of reception and leaves no refusal behind", async () => {
    const memberId = await memberIdOf(3);
    house.clock.now = at("22:00");
    const id = await add(desk, { ...TERMS, memberId, first: "2026-11-26" });
    expect((await drawn(desk, id, `?memberId=${memberId}`))[0]).toBe("11-26 -");
    const waiting = await desk.send("GET", `recurring?memberId=${memberId}`);
    expect(waiting.json.wishes[0].dates[0].asksAt).toBe(text("08:00", "2026-11-25"));
    const official = await house.enter("transport_operator");
    const range = "report?from=2026-11-26&to=2026-12-31";
    const refusals = (await official.send("GET", range)).json.totals.refusals;
    await look();
    expect((await official.send("GET", range)).json.totals.refusals).toBe(refusals);
    house.clock.now = at("09:00", "2026-11-25" as never);
    await look();
    expect((await drawn(desk, id, `?memberId=${memberId}`))[0]).toBe("11-26 out confirmed");
    house.clock.now = at("08:40");
    await end(desk, id);
  });

  test("nobody sees or touches another's wish", async () => {
    const memberId = await memberIdOf(4);
    const id = await add(desk, { ...TERMS, memberId });
    expect((await rider.send("PUT", `recurring/${id}`, { body: TERMS, key: newKey() })).status).toBe(404);
    expect((await end(rider, id)).status).toBe(404);
    expect((await rider.send("GET", `recurring?memberId=${memberId}`)).status).toBe(404);
    await end(desk, id);
  });

  test.each([
    [{ weekdays: [] }, "weekdays"],
    [{ last: "2026-11-23" }, "last"],
    [{ last: "2027-11-25" }, "last"],
    [{ to: "nowhere" }, "to"],
    [{ back: { mode: "depart", at: "10:00" } }, "back"],
    [{ time: { mode: "depart", at: "25:00" } }, "time.at"],
  ])("a wish that cannot be meant says what to mend: %j", async (changes, field) => {
    const answer = await rider.send("POST", "recurring", { body: { ...TERMS, ...changes }, key: newKey() });
    expect(answer.status).toBe(400);
    expect(answer.json.fields[0].name).toBe(field);
  });
});

describe("two servers on one database", () => {
  test("both look at once: every ride is booked once, and the days replay byte for byte", async () => {
    const id = await add(rider, WITH_BACK);
    house.clock.now = at("06:00", "2026-11-26" as never);
    const other: Server = await createServer({ ...house.world, recurringEveryMs: 3_600_000 });
    await Promise.all([look(), other.recurring!.look(), look(), other.recurring!.look()]);
    const lines = await drawn(rider, id);
    expect(lines.filter((line) => line.startsWith("12-03"))).toEqual([
      "12-03 out confirmed",
      "12-03 back confirmed",
    ]);
    const stored = await house.world.store.inTenant(house.towns[0]!.tenant.id, async (tx) => ({
      day: await tx.loadDay(house.towns[0]!.service, "2026-12-03" as never),
      log: await tx.loadDecisions(house.towns[0]!.service, "2026-12-03" as never),
    }));
    const open = [...stored.day.bookings.values()].filter(({ state }) => state === "confirmed");
    expect(open.length).toBe(2);
    const replayed = replayDay({ serviceDate: "2026-12-03" as never, log: stored.log, stored: stored.day });
    expect(replayed.mismatches).toEqual([]);
    await other.close();
    house.clock.now = at("08:40");
    await end(rider, id);
  });

  test("a rider who leaves the date out while it is being booked ends without a ride on it", async () => {
    const id = await add(rider);
    house.clock.now = at("06:00", "2026-11-26" as never);
    const [skipped] = await Promise.all([
      rider.send("PUT", `recurring/${id}/dates/2026-12-03`, { body: { leftOut: true }, key: newKey() }),
      look(),
      look(),
    ]);
    expect(skipped.status).toBe(204);
    await look();
    const own = (await drawn(rider, id)).filter((line) => line.startsWith("12-03"));
    expect(own.join()).not.toContain("confirmed");
    house.clock.now = at("08:40");
    await end(rider, id);
  });

  test("the same command sent twice makes one wish", async () => {
    const key = newKey();
    const first = await rider.send("POST", "recurring", { body: TERMS, key });
    const second = await rider.send("POST", "recurring", { body: TERMS, key });
    expect(second.json.id).toBe(first.json.id);
    await end(rider, first.json.id);
  });
});
