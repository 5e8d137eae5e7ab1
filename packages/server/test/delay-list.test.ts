import type { Board, DelayList } from "@noriai/api";
import { type ServiceDate, seededRandom, serviceDate } from "@noriai/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { at, type Client, newKey, openHouse, type TestHouse, text, trip } from "./house.ts";

let house: TestHouse;
let desk: Client;
let driver: Client;
let memberIds: readonly string[];

beforeAll(async () => {
  house = await openHouse();
  desk = await house.enter("call_operator");
  driver = await house.enter("driver");
  const memberNos = house.towns[0]!.members.map(({ memberNo }) => memberNo);
  const found = await Promise.all(memberNos.map((memberNo) => desk.send("GET", `members?q=${memberNo}`)));
  memberIds = found.map(({ json }) => json.members[0].id);
}, 30_000);
afterAll(() => house.close());

const listNow = async (): Promise<DelayList> => (await desk.send("GET", "delay-list")).json;
const idsOf = (entries: readonly { readonly bookingId: string }[]) =>
  entries.map(({ bookingId }) => bookingId);

/** Books by phone where there is room. */
async function tryToBook(changes: Record<string, unknown>): Promise<string | undefined> {
  const asked = await desk.send("POST", "quotes", { body: trip(changes), key: newKey() });
  if (asked.json.quote === undefined) return undefined;
  const booked = await desk.send("POST", `quotes/${asked.json.quote.id}/confirm`, { key: newKey() });
  return booked.json.id;
}

let events = 0;
async function report(date: ServiceDate, minutes: number, time: string): Promise<void> {
  const event = {
    id: `late-${++events}`,
    dutyId: `${date}.v1.1`,
    at: text(time, date),
    ...{ kind: "delayed", by: minutes * 60, cause: "traffic" },
  };
  const answer = await driver.send("POST", "duty/events", { body: { events: [event] } });
  expect(answer.json.results).toEqual([{ id: event.id, outcome: "recorded" }]);
}

const call = (bookingId: string, body: object) =>
  desk.send("POST", `bookings/${bookingId}/delay-calls`, { body, key: newKey() });
const close = () => desk.send("POST", "delay-list/close");

async function instruct(serviceDate: ServiceDate, instruction: unknown): Promise<void> {
  const { version } = (await desk.send("GET", `board?date=${serviceDate}`)).json;
  const body = { serviceDate, version, instruction };
  const answer = await desk.send("POST", "board/instructions", { key: newKey(), body });
  expect(answer.json.kind, JSON.stringify(answer.json)).toBe("instructed");
}

/** Whose promise fails by the times on the board and the promises in the store, in order: not asked of the engine. */
async function recount(date: ServiceDate): Promise<readonly string[]> {
  const { tenant, service } = house.towns[0]!;
  const board: Board = (await desk.send("GET", `board?date=${date}`)).json;
  const day = await house.world.store.inTenant(tenant.id, (tx) => tx.loadDay(service, date));
  const planned = (id: string, kind: "pickup" | "dropoff") => {
    const visit = board.duties
      .flatMap(({ visits }) => visits)
      .find((one) => one.bookingId === id && one.kind === kind);
    return Date.parse(visit!.plannedAt) / 1000;
  };
  const late = [...day.bookings.values()]
    .filter(({ state }) => state === "confirmed")
    .flatMap(({ id, promise }) => {
      const [pickup, dropoff] = [planned(id, "pickup"), planned(id, "dropoff")];
      const missed = [
        pickup - promise.pickupTo,
        dropoff - promise.arriveBy,
        dropoff - (pickup + service.standards.boardingTime) - promise.rideMax,
      ];
      const by = Math.max(...missed);
      return by > 0 ? [{ id, by, deadline: missed[0]! > 0 ? promise.pickupTo : promise.arriveBy }] : [];
    });
  return late.sort((a, b) => a.deadline - b.deadline || b.by - a.by).map(({ id }) => id);
}

describe("the call list over HTTP", () => {
  test("[SAP-5.5-2] [FIELD-21] on many days a reported delay of 20 minutes lists exactly the riders affected, in order", async () => {
    const dates = ["24", "25", "26", "27"].map((day) => serviceDate(`2026-11-${day}`));
    let affected = 0;
    let spared = 0;
    for (const [seed, date] of dates.entries()) {
      const random = seededRandom(seed + 1);
      const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
      const stops = house.towns[0]!.service.stops.map(({ id }) => id as string);
      house.clock.now = at("08:40", date);
      let booked = 0;
      for (let k = 0; k < 14; k++) {
        const from = pick(stops);
        const to = pick(stops.filter((id) => id !== from));
        const time = pick(["09:30", "09:40", "09:50", "10:00", "10:10", "10:30", "11:30", "12:30"]);
        const when = { mode: pick(["depart", "arrive"]), at: text(time, date) };
        if ((await tryToBook({ memberId: pick(memberIds), from, to, time: when })) !== undefined) booked++;
      }
      expect((await listNow()).calls, `seed ${seed}`).toEqual([]);
      const now = pick(["09:25", "09:35", "09:45"]);
      house.clock.now = at(now, date);
      const began = house.world.elapsedMs();
      await report(date, 20, now);
      const listed = await listNow();
      expect(house.world.elapsedMs() - began, `seed ${seed}`).toBeLessThan(5_000);
      expect(idsOf(listed.calls), `seed ${seed}`).toEqual(await recount(date));
      affected += listed.calls.length;
      spared += booked - listed.calls.length;
    }
    // A list that is always empty, or holds everybody, would agree with nothing.
    expect(affected).toBeGreaterThan(5);
    expect(spared).toBeGreaterThan(5);
  }, 120_000);

  test("[FIELD-21] the list cannot be closed with open entries; each call is kept with who and when, and what was told", async () => {
    const date = serviceDate("2026-12-01");
    house.clock.now = at("08:40", date);
    const [first, second] = [memberIds[0]!, memberIds[1]!];
    const depart = (time: string) => ({ mode: "depart", at: text(time, date) });
    const one = await tryToBook({ memberId: first, time: depart("09:30") });
    const two = await tryToBook({ memberId: second, from: "s02", to: "s01", time: depart("10:00") });
    expect((await close()).status).toBe(204);
    house.clock.now = at("09:30", date);
    await report(date, 60, "09:30");
    const { calls } = await listNow();
    expect(idsOf(calls)).toEqual([one, two]);
    const { name, phone } = house.towns[0]!.members[0]!;
    expect(calls[0]).toMatchObject({ calledName: name, phone, cause: "traffic", calls: [] });
    const [{ tell }] = calls as [Extract<DelayList["calls"][number], { kind: "late" }>];
    expect(Date.parse(tell.pickupFrom)).toBeGreaterThanOrEqual(Date.parse(text("10:30", date)));

    const refused = await close();
    expect(refused.status).toBe(409);
    expect(refused.json.rejections).toEqual([{ kind: "delay-list-open", open: 2 }]);
    expect((await call(one!, { outcome: "absent" })).status).toBe(204);
    expect((await call(one!, { outcome: "call-again" })).status).toBe(204);
    const tried = (await listNow()).calls[0]!;
    const by = "となり町予約センター";
    expect(tried.calls).toMatchObject([
      { outcome: "absent", at: text("09:30", date), by, told: null },
      { outcome: "call-again", by },
    ]);
    expect((await call(one!, { outcome: "reached" })).status).toBe(400);
    expect((await call(one!, { outcome: "reached", told: tell })).status).toBe(204);
    expect((await listNow()).workedOff).toMatchObject([{ bookingId: one, calledName: name }]);
    expect((await close()).json.rejections).toEqual([{ kind: "delay-list-open", open: 1 }]);
    expect((await call(two!, { outcome: "reached", told: calls[1]!.tell })).status).toBe(204);
    house.clock.now = at("09:31", date);
    expect((await close()).status).toBe(204);
    expect(await listNow()).toMatchObject({ calls: [], workedOff: [] });

    house.clock.now = at("09:40", date);
    await report(date, 90, "09:40");
    expect(idsOf((await listNow()).calls), "worse than what they were told").toEqual([one, two]);
    house.clock.now = at("09:45", date);
    await report(date, 0, "09:45");
    expect((await listNow()).calls.length, "the risk is gone").toBe(0);
  }, 30_000);

  test("[TEL-RELAY-1] a rider who is told by text only is never on the call list", async () => {
    const date = serviceDate("2026-12-02");
    house.clock.now = at("08:40", date);
    const memberId = memberIds[0]!;
    const set = (contact: string) => desk.send("PUT", `members/${memberId}/contact`, { body: { contact } });
    expect((await set("text")).status).toBe(204);
    const booked = await tryToBook({ memberId, time: { mode: "depart", at: text("09:30", date) } });
    house.clock.now = at("09:30", date);
    await report(date, 40, "09:30");
    const list = await listNow();
    expect([idsOf(list.calls), idsOf(list.texts)]).toEqual([[], [booked]]);
    expect((await close()).status, "they too must be told").toBe(409);
    expect((await set("phone")).status).toBe(204);
    expect(idsOf((await listNow()).calls)).toEqual([booked]);
  }, 30_000);

  test("[SAP-5.5-2] a rider for whom no vehicle comes is on it, worked off like the others, and called again when one does", async () => {
    const date = serviceDate("2026-12-04");
    house.clock.now = at("08:40", date);
    const [late, stranded] = [memberIds[0]!, memberIds[1]!];
    const depart = (time: string) => ({ mode: "depart", at: text(time, date) });
    const one = await tryToBook({ memberId: late, time: depart("09:30") });
    const two = await tryToBook({ memberId: stranded, from: "s02", to: "s01", time: depart("11:30") });
    house.clock.now = at("09:30", date);
    await report(date, 30, "09:30");
    const dutyId = `${date}.v1.1`;
    const from = text("11:00", date);
    await instruct(date, { kind: "take-out", dutyId, from, reason: "breakdown" });
    const { calls } = await listNow();
    const { name, phone } = house.towns[0]!.members[1]!;
    expect(calls).toMatchObject([
      { kind: "stranded", bookingId: two, calledName: name, phone, tell: "stranded" },
      { kind: "late", bookingId: one },
    ]);
    expect((await call(one!, { outcome: "reached", told: calls[1]!.tell })).status).toBe(204);

    expect((await close()).json.rejections).toEqual([{ kind: "delay-list-open", open: 1 }]);
    expect((await call(two!, { outcome: "absent" })).status).toBe(204);
    expect((await listNow()).calls).toMatchObject([{ bookingId: two, calls: [{ outcome: "absent" }] }]);
    expect((await call(two!, { outcome: "reached", told: "stranded" })).status).toBe(204);
    expect((await listNow()).workedOff).toMatchObject([
      { bookingId: one },
      { bookingId: two, calls: [{ outcome: "absent", told: null }, { told: "stranded" }] },
    ]);
    const { entries } = (await desk.send("GET", `bookings/${two}/history`)).json;
    expect(entries.at(-1)).toMatchObject({ kind: "called", outcome: "reached", told: "stranded" });
    house.clock.now = at("09:31", date);
    expect((await close()).status).toBe(204);

    await instruct(date, { kind: "bring-back", dutyId });
    expect((await listNow()).calls).toMatchObject([{ kind: "found", bookingId: two, vehicleId: "v1" }]);
    expect((await close()).status, "nobody would be at the stop").toBe(409);
  }, 30_000);

  test("a lateness that nobody reported is found from the clock", async () => {
    const date = serviceDate("2026-12-03");
    house.clock.now = at("08:40", date);
    const memberId = memberIds[2]!;
    const booked = await tryToBook({ memberId, time: { mode: "depart", at: text("09:30", date) } });
    house.clock.now = at("10:10", date);
    expect((await listNow()).calls).toMatchObject([{ bookingId: booked, cause: null }]);
  });

  test("only the phone desk may see it", async () => {
    for (const role of ["driver", "rider", "transport_operator", "municipality", "auditor"] as const)
      expect((await (await house.enter(role)).send("GET", "delay-list")).status).toBe(403);
  });
});
