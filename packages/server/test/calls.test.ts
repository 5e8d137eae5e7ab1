import type { CallRecord, Delegate, TripDoubt } from "@noriai/api";
import type { EpochSeconds } from "@noriai/kernel";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { at, type Client, newKey, openHouse, type TestHouse, text, trip } from "./house.ts";

let house: TestHouse;
let desk: Client;
let memberId: string;

beforeAll(async () => {
  house = await openHouse();
  desk = await house.enter("call_operator");
  const { memberNo } = house.towns[0]!.members[0]!;
  memberId = (await desk.send("GET", `members?q=${memberNo}`)).json.members[0].id;
}, 30_000);
afterAll(() => house.close());
beforeEach(() => setNow(at("08:40")));

function setNow(now: EpochSeconds): void {
  house.clock.now = now;
}

const callsNow = async (): Promise<CallRecord[]> => (await desk.send("GET", "calls")).json.calls;
const ring = async (number: string): Promise<string> =>
  (await desk.send("POST", "calls/incoming", { body: { number } })).json.callId;

describe("the call log over HTTP", () => {
  test("[SAP-5.1-2] a telephone system rings, a desk takes the call and learns the number, a second desk does not", async () => {
    const callId = await ring("+81 836-00-0001");
    expect((await callsNow()).find(({ id }) => id === callId)).toMatchObject({
      takenAt: null,
      takenBy: null,
    });
    const taken = await desk.send("POST", `calls/${callId}/take`);
    expect(taken.json).toEqual({ number: "+81 836-00-0001" });
    const again = await desk.send("POST", `calls/${callId}/take`);
    expect([again.status, again.json.rejections]).toEqual([409, [{ kind: "call-taken" }]]);
    expect((await callsNow()).find(({ id }) => id === callId)).toMatchObject({ takenAt: text("08:40") });
  });

  test.each(["", "12", "abc", "0836; DROP TABLE", "1".repeat(31)])("%j is no number", async (number) => {
    expect((await desk.send("POST", "calls/incoming", { body: { number } })).status).toBe(400);
  });

  test("[SAP-5.5-1] a call shows when it began and ended, who took it, for whom, and what came of it", async () => {
    const opened = await desk.send("POST", "calls", { body: { memberId }, key: newKey() });
    const { callId } = opened.json;
    setNow(at("08:42"));
    const end = { outcome: "information", memberId, bookingIds: [], doubts: [] };
    expect((await desk.send("PUT", `calls/${callId}`, { body: end })).status).toBe(204);
    const call = (await callsNow()).find(({ id }) => id === callId);
    expect(call).toMatchObject({
      ...{ beganAt: text("08:40"), endedAt: text("08:42"), outcome: "information", memberId },
      ...{ memberName: house.towns[0]!.members[0]!.name, onBehalf: false, bookings: 0 },
    });
    expect(call!.takenBy).not.toBeNull();
  });

  test("an outcome noted by mistake is corrected, a call that was left open ends with one, a missed one has none", async () => {
    setNow(at("08:50"));
    const { callId } = (await desk.send("POST", "calls", { body: { memberId }, key: newKey() })).json;
    setNow(at("08:53"));
    const correct = (id: string, outcome: string) =>
      desk.send("PUT", `calls/${id}/outcome`, { body: { outcome } });
    expect((await correct(callId, "refused")).status).toBe(204);
    setNow(at("08:59"));
    expect((await correct(callId, "cancelled")).status).toBe(204);
    const call = (await callsNow()).find(({ id }) => id === callId);
    expect(call).toMatchObject({ outcome: "cancelled", endedAt: text("08:53"), memberId });
    expect((await correct(await ring("0836-00-0002"), "booked")).status).toBe(404);
    expect((await correct("nobody", "booked")).status).toBe(404);
  });

  test("a call cannot end with a member, a booking or a delegate that is not there", async () => {
    const { callId } = (await desk.send("POST", "calls", { body: {}, key: newKey() })).json;
    const end = { outcome: "booked", bookingIds: [] as string[], doubts: [] };
    for (const wrong of [
      { memberId: "nobody" },
      { bookingIds: ["none"] },
      { memberId, delegateId: "nobody" },
    ]) {
      const answer = await desk.send("PUT", `calls/${callId}`, { body: { ...end, ...wrong } });
      expect(answer.status, JSON.stringify(wrong)).toBe(404);
    }
  });
});

describe("a caller who has her data erased while she is on the line", () => {
  test("leaves a call that ends like any other, and names nobody", async () => {
    const { memberNo } = house.towns[0]!.members[3]!;
    const { id, name } = (await desk.send("GET", `members?q=${memberNo}`)).json.members[0];
    const { json: delegate } = await desk.send("POST", `members/${id}/delegates`, {
      body: { name: "孫 花子", relation: "family", consentedOn: "2020-04-01", consentedHow: "phone" },
      key: newKey(),
    });
    const { callId } = (await desk.send("POST", "calls", { body: { memberId: id }, key: newKey() })).json;
    const body = { memberNo, ahead: "cancel" };
    expect((await desk.send("POST", `members/${id}/erase`, { body, key: newKey() })).status).toBe(200);
    const end = { outcome: "information", bookingIds: [], doubts: [] };
    const closed = await desk.send("PUT", `calls/${callId}`, {
      body: { ...end, memberId: id, delegateId: delegate.id },
    });
    expect(closed.status, closed.text).toBe(204);
    const listed = await desk.send("GET", "calls");
    expect(listed.json.calls.find((call: CallRecord) => call.id === callId)).toMatchObject({
      ...{ outcome: "information", memberName: null, onBehalf: false, endedAt: expect.any(String) },
    });
    expect(listed.text).not.toContain(name);
  });
});

describe("booking in somebody's name", () => {
  const consent = { name: "山田 一郎", relation: "family", consentedOn: "2020-04-01", consentedHow: "phone" };
  const delegates = async (): Promise<Delegate[]> =>
    (await desk.send("GET", `members/${memberId}/delegates`)).json.delegates;

  test("[TEL-ELD-1] [FIELD-14] the consent is noted once, read again, named in the call, and taken back", async () => {
    const key = newKey();
    const add = () => desk.send("POST", `members/${memberId}/delegates`, { body: consent, key });
    const [first, again] = [await add(), await add()];
    expect(again.json).toEqual(first.json);
    expect(await delegates()).toEqual([first.json]);
    const { callId } = (await desk.send("POST", "calls", { body: { memberId }, key: newKey() })).json;
    const end = { outcome: "information", memberId, delegateId: first.json.id, bookingIds: [], doubts: [] };
    expect((await desk.send("PUT", `calls/${callId}`, { body: end })).status).toBe(204);
    expect((await callsNow()).find(({ id }) => id === callId)?.onBehalf).toBe(true);
    expect((await desk.send("DELETE", `members/${memberId}/delegates/${first.json.id}`)).status).toBe(204);
    expect(await delegates()).toEqual([]);
  });

  test("a consent of tomorrow is refused next to its field", async () => {
    const body = { ...consent, consentedOn: "2100-01-01" };
    const answer = await desk.send("POST", `members/${memberId}/delegates`, { body, key: newKey() });
    expect([answer.status, answer.json.fields[0].name]).toEqual([400, "consentedOn"]);
  });
});

describe("what the desk asks once more", () => {
  const doubts = async (changes: Record<string, unknown>): Promise<TripDoubt[]> =>
    (await desk.send("POST", "trip-doubts", { body: trip({ memberId, ...changes }) })).json.doubts;

  test("[SAP-5.1-2] [FIELD-31] a second booking of the same ride is doubted, and half a day's slip comes with the hour that was meant", async () => {
    const wish = { time: { mode: "depart", at: text("11:00") } };
    expect(await doubts(wish)).toEqual([]);
    const asked = await desk.send("POST", "quotes", { body: trip({ memberId, ...wish }), key: newKey() });
    const booked = await desk.send("POST", `quotes/${asked.json.quote.id}/confirm`, { key: newKey() });
    expect(await doubts(wish)).toEqual([{ kind: "duplicate", bookingId: booked.json.id }]);
    const meant = text("13:00");
    expect(await doubts({ time: { mode: "depart", at: text("01:00") } })).toMatchObject([
      { kind: "half-day-slip", meant, mend: { time: { mode: "depart", at: meant } } },
    ]);
    await desk.send("POST", `bookings/${booked.json.id}/cancel`, { body: { reason: "" }, key: newKey() });
  });
});

describe("out of hours", () => {
  const wish = () => trip({ memberId, time: { mode: "depart", at: text("14:00") } });

  test("[SAP-3.2-2a] the phone desk is refused before it opens, unless a supervisor allows it with a reason, which is noted", async () => {
    setNow(at("06:00"));
    const refused = await desk.send("POST", "quotes", { body: wish(), key: newKey() });
    expect(refused.json.refusal.rejections).toMatchObject([{ kind: "phone-closed" }]);
    const supervised = { supervisor: "係長 佐藤", reason: "停電で受けられなかった方への折り返し" };
    const asked = await desk.send("POST", "quotes", { body: { ...wish(), supervised }, key: newKey() });
    expect(asked.json.kind, asked.text).toBe("quote");
    const audit = await (await house.enter("auditor")).send("GET", "audit?limit=20");
    expect(audit.json.entries).toContainEqual(
      expect.objectContaining({ event: "supervisor-entry-made", subject: asked.json.quote.id }),
    );
    expect(audit.text).not.toContain("停電");
    await desk.send("DELETE", `quotes/${asked.json.quote.id}`);
  });

  test("[SAP-3.2-2a] a reason of nothing allows nothing", async () => {
    setNow(at("06:00"));
    const body = { ...wish(), supervised: { supervisor: "係長", reason: " " } };
    expect((await desk.send("POST", "quotes", { body, key: newKey() })).status).toBe(400);
  });
});

describe("on paper", () => {
  test("[SAP-5.5-1] the run sheet names riders, fares and codes; what was written on it is entered later, once", async () => {
    const wish = trip({ memberId, time: { mode: "depart", at: text("12:00") } });
    const asked = await desk.send("POST", "quotes", { body: wish, key: newKey() });
    const { json: booked } = await desk.send("POST", `quotes/${asked.json.quote.id}/confirm`, {
      key: newKey(),
    });
    const sheet = (await desk.send("GET", "run-sheet")).json;
    const [duty] = sheet.duties;
    const [pickup] = duty.tasks;
    expect(pickup.boards).toMatchObject([
      {
        bookingId: booked.id,
        calledName: house.towns[0]!.members[0]!.name,
        boardingCode: booked.boardingCode,
      },
    ]);
    expect(sheet.phones).toEqual([{ bookingId: booked.id, phone: expect.stringMatching(/^0\d/) }]);
    const operator = await house.enter("transport_operator");
    expect((await operator.send("GET", "run-sheet")).json.phones).toEqual([]); // D-14

    setNow(at("14:30"));
    const events = [
      { id: "paper-1", dutyId: duty.dutyId, at: pickup.plannedAt, kind: "arrived", stopId: pickup.stopId },
      { id: "paper-2", dutyId: duty.dutyId, at: pickup.plannedAt, kind: "boarded", bookingId: booked.id },
    ];
    const enter = (from: Client) => from.send("POST", "paper-events", { body: { events } });
    expect((await enter(desk)).json.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      "recorded",
      "recorded",
    ]);
    expect((await enter(operator)).json.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      "repeated",
      "repeated",
    ]);
    const { bookings } = (await desk.send("GET", `members/${memberId}/bookings`)).json;
    expect(bookings.find(({ id }: { id: string }) => id === booked.id).state).toBe("riding");
  });

  test("an event of a duty that does not exist is refused by name", async () => {
    const events = [{ id: "paper-9", dutyId: "none", at: text("08:30"), kind: "arrived", stopId: "s01" }];
    const { json } = await desk.send("POST", "paper-events", { body: { events } });
    expect(json.results).toEqual([
      { id: "paper-9", outcome: "refused", rejection: { kind: "unknown-duty" } },
    ]);
  });
});
