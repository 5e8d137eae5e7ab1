import { replayDay } from "@noriai/store";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NOBODY_ELSE, smallTowns, TODAY, text } from "./house.ts";
import { type Caller, openTwoServers, type Told, type TwoServers } from "./two-servers.ts";

const RIDERS = 20;
const town = smallTowns()[0]!;
const tenant = town.tenant.id;
const MOVES = { notice: "大雪のため受付を止めています。", reason: "大雪警報、担当 山口" };

let both: TwoServers;
let desk: Caller;
let official: Caller;
let rider: Caller;

beforeAll(async () => {
  both = await openTwoServers({ town, members: RIDERS });
  desk = await both.enter(0, "call_operator");
  official = await both.enter(1, "municipality");
  rider = await both.enter(1, "rider");
}, 60_000);

afterAll(() => both.close(), 30_000);

/** The same short ride for each member, a quarter of an hour after the one before: all of them can be held at once. */
const wish = (n: number, changes: object = {}) => ({
  memberId: both.memberIds[n],
  from: "s01",
  to: "s02",
  time: { mode: "depart", at: text(`${10 + Math.floor(n / 4)}:${String((n % 4) * 15).padStart(2, "0")}`) },
  companions: NOBODY_ELSE,
  wheelchairs: 0,
  ...changes,
});

/** Offers that are held now, of so many members. */
async function heldOffers(count: number, first = 0): Promise<string[]> {
  const ids: string[] = [];
  for (let n = first; n < first + count; n++) {
    const { json } = await desk("POST", "quotes", wish(n));
    expect(json.kind, JSON.stringify(json)).toBe("quote");
    ids.push(json.quote.id);
  }
  return ids;
}

const stop = (scope: object = {}) => official("POST", "intake-stops", { scope, ...MOVES });
const resume = async (told: Told) =>
  expect((await desk("POST", `intake-stops/${told.json.id}/resume`)).status).toBe(200);

/** What the audit log tells of since a stop, earliest last. */
async function auditedAfter(intakeStopId: string): Promise<string[]> {
  const { entries } = (await official("GET", "audit?limit=500")).json;
  const events: { subject: string; event: string }[] = entries;
  const stopped = events.findIndex(
    ({ event, subject }) => event === "intake-stopped" && subject === intakeStopId,
  );
  expect(stopped).toBeGreaterThanOrEqual(0);
  return events.slice(0, stopped).map(({ event }) => event);
}

describe("[SAP-5.4-5a] stop of intake over HTTP, on two servers", () => {
  test("raced against confirms: each that is answered after the stop is a no with the notice, each yes is a booking", async () => {
    const quotes = await heldOffers(14);
    const confirms: Promise<Told>[] = [];
    let next = 0;
    const begin = () => {
      const id = quotes[next++];
      if (id !== undefined) confirms.push((next % 2 ? desk : otherDesk)("POST", `quotes/${id}/confirm`));
    };
    const otherDesk = await both.enter(1, "call_operator");
    for (let k = 0; k < 4; k++) begin();
    const stoppedAt = performance.now();
    const stopping = stop();
    while (next < quotes.length) {
      begin();
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const stopped = await stopping;
    expect(stopped.status, JSON.stringify(stopped.json)).toBe(200);
    expect(stopped.heardAt - stoppedAt).toBeLessThan(1_000);

    const told = await Promise.all(confirms);
    for (const { status, json } of told)
      if (status !== 200)
        expect([status, json.rejections[0]]).toMatchObject([
          409,
          { kind: "intake-stopped", notice: MOVES.notice, intakeStopId: stopped.json.id },
        ]);
    const booked = told.filter(({ status }) => status === 200).length;
    const day = await both.database.store.inTenant(tenant, (tx) => tx.loadDay(town.service, TODAY));
    expect(day.bookings.size).toBe(booked);
    const standing = day.bookings.size;
    expect(told.length - booked).toBeGreaterThan(0);
    // In the order of the audit log, which is written under the same locks, nothing was booked after the stop.
    expect(await auditedAfter(stopped.json.id)).not.toContain("booking-confirmed");

    // Whatever else is held and asked for from here on, on either server and channel.
    const late = await Promise.all([
      desk("POST", "quotes", wish(19)),
      otherDesk("POST", "quotes", wish(18)),
      rider("POST", "quotes", wish(0, { memberId: undefined })),
    ]);
    for (const { json } of late)
      expect(json).toMatchObject({ kind: "refusal", refusal: { rejections: [{ kind: "intake-stopped" }] } });
    const now = await both.database.store.inTenant(tenant, (tx) => tx.loadDay(town.service, TODAY));
    expect(now.bookings.size).toBe(standing);
    expect([...now.quotes.keys()].filter((id) => quotes.includes(id))).toEqual([]);
    await resume(stopped);
    expect((await desk("POST", "quotes", wish(19))).json.kind).toBe("quote");
  }, 60_000);

  test("a stop that is answered holds for every yes that is begun after it, one by one", async () => {
    const quotes = await heldOffers(4, 14);
    const stopped = await stop();
    for (const id of quotes) {
      const told = await desk("POST", `quotes/${id}/confirm`);
      expect(told.json).toMatchObject({ status: 409, rejections: [{ kind: "intake-stopped" }] });
      expect((await desk("POST", `quotes/${id}/confirm`)).status).toBe(404);
    }
    await resume(stopped);
  }, 60_000);

  test("everybody reads the notice without signing in; the reason stays with the staff", async () => {
    const stopped = await stop({ channels: ["web"], rides: { from: text("09:00"), to: text("12:00") } });
    const origin = both.originOf(0);
    const seen = await (await fetch(`${origin}/intake`)).text();
    expect(seen).toContain(MOVES.notice);
    expect(seen).not.toContain("山口");
    const listed = await desk("GET", "intake-stops");
    expect(listed.json.stops[0]).toMatchObject({ id: stopped.json.id, reason: MOVES.reason, resumed: null });
    expect(listed.json.stops[0].stopped.role).toBe("municipality");
    expect((await rider("GET", "intake-stops")).status).toBe(403);
    expect((await rider("POST", "intake-stops", { scope: {}, ...MOVES })).status).toBe(403);
    // On the web it is stopped, by phone it is not.
    expect((await rider("POST", "quotes", wish(0, { memberId: undefined }))).json.kind).toBe("refusal");
    expect((await desk("POST", "quotes", wish(17))).json.kind).toBe("quote");
    await resume(stopped);
    expect(await (await fetch(`${origin}/intake`)).json()).toEqual({ stops: [] });
  });

  test("bookings that stood before are listed with whom to call, and leave the list when they are called off", async () => {
    const asked = await desk("POST", "quotes", wish(16, { from: "s01", to: "s05" }));
    expect(asked.json.kind).toBe("quote");
    const booked = await desk("POST", `quotes/${asked.json.quote.id}/confirm`);
    const stopped = await stop({ stops: ["s05"] });
    const list = () => desk("GET", `intake-stops/${stopped.json.id}/bookings`);
    const { bookings } = (await list()).json;
    expect(bookings.map(({ id }: { id: string }) => id)).toEqual([booked.json.id]);
    expect(bookings[0]).toMatchObject({ calledName: "試験 16", phone: "0836-01-0016" });
    const byOfficial = await official("GET", `intake-stops/${stopped.json.id}/bookings`);
    expect(byOfficial.json.bookings[0]).toMatchObject({ calledName: null, phone: null });
    await desk("POST", `bookings/${booked.json.id}/cancel`, { reason: "受付停止" });
    expect((await list()).json.bookings).toEqual([]);
    await resume(stopped);
  });

  test("a stop of the web alone lists none of the rides that were booked there: they are driven as ever", async () => {
    const asked = await rider("POST", "quotes", wish(18, { memberId: undefined }));
    expect(asked.json.kind, JSON.stringify(asked.json)).toBe("quote");
    await rider("POST", `quotes/${asked.json.quote.id}/confirm`);
    const stopped = await stop({ channels: ["web"] });
    expect((await desk("GET", `intake-stops/${stopped.json.id}/bookings`)).json).toEqual({ bookings: [] });
    await resume(stopped);
  });

  test("who stopped and who resumed stands in the audit log; a second resumption tells the first", async () => {
    const stopped = await stop();
    const first = await desk("POST", `intake-stops/${stopped.json.id}/resume`);
    const second = await official("POST", `intake-stops/${stopped.json.id}/resume`);
    expect(second.json).toEqual(first.json);
    expect(first.json.resumed.role).toBe("call_operator");
    const { entries } = (await official("GET", "audit?limit=10")).json;
    const own = entries.filter(({ subject }: { subject: string }) => subject === stopped.json.id);
    expect(own.map(({ event, role }: { event: string; role: string }) => `${event} ${role}`)).toEqual([
      "intake-resumed call_operator",
      "intake-stopped municipality",
    ]);
  });

  test.each([
    [{ scope: { stops: ["nowhere"] } }, "scope.stops"],
    [{ scope: { rides: { from: text("12:00"), to: text("12:00") } } }, "scope.rides.to"],
    [{ plannedEnd: text("08:40") }, "plannedEnd"],
    [{ notice: " " }, "notice"],
  ])("a wrong stop says what to mend: %j", async (changes, field) => {
    const told = await official("POST", "intake-stops", { scope: {}, ...MOVES, ...changes });
    expect(told.status).toBe(400);
    expect(told.json.fields[0].name).toBe(field);
  });

  test("the day of all this is decided again from its log, byte for byte", async () => {
    const [log, stored] = await both.database.store.inTenant(tenant, async (tx) => [
      await tx.loadDecisions(town.service, TODAY),
      await tx.loadDay(town.service, TODAY),
    ]);
    expect(log.lines.filter(({ given }) => given.includes(MOVES.notice)).length).toBeGreaterThan(3);
    expect(JSON.stringify(log.lines)).not.toContain("山口");
    expect(replayDay({ serviceDate: TODAY, log, stored }).mismatches).toEqual([]);
    const forgetful = log.lines.map((line) => ({
      ...line,
      given: line.given.replaceAll("intakeStops", "other"),
    }));
    expect(
      replayDay({ serviceDate: TODAY, log: { ...log, lines: forgetful }, stored }).mismatches,
    ).not.toEqual([]);
  });
});
