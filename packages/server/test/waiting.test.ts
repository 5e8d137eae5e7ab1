import type { EpochSeconds, MemberId } from "@noriai/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  at,
  type Client,
  newKey,
  openHouse,
  SMALL_TOWN,
  type TestHouse,
  TODAY,
  text,
  trip,
} from "./house.ts";

let house: TestHouse;
let rider: Client;
let desk: Client;
let anna: MemberId;

beforeAll(async () => {
  house = await openHouse({ waitingEveryMs: 50 });
  rider = await house.enter("rider");
  desk = await house.enter("call_operator");
  anna = await newMember("試験 花子");
}, 60_000);
afterAll(() => house.close());

const newMember = (name: string, contact?: "text") =>
  house.world.store.inTenant(SMALL_TOWN as never, async (tx) => {
    const member = {
      name,
      kana: "しけん",
      phone: "0836-01-0001",
      town: "船木",
      birthDate: "1950-01-01" as never,
    };
    return (
      await tx.addMember({ ...member, disability: undefined, contact }, { role: "system" }, at("08:00"))
    ).id;
  });

const WISH = {
  from: "s01",
  to: "s05",
  companions: { general: 3, senior: 0, disabled: 0, child: 0, infant: 0 },
};
const wish = (time: string, changes: object = {}) =>
  trip({ ...WISH, time: { mode: "depart", at: text(time) }, ...changes });

const wait = (client: Client, body: object) => client.send("POST", "waiting", { body, key: newKey() });
const mine = async (client: Client = rider) => (await client.send("GET", "my/waiting")).json.waiting;
const tasks = async () => (await desk.send("GET", "waiting")).json;
const cancel = (id: string) =>
  desk.send("POST", `bookings/${id}/cancel`, { body: { reason: "" }, key: newKey() });

/** Books every vehicle full at that time. */
async function fill(time: string): Promise<string[]> {
  const ids: string[] = [];
  for (let k = 0; k < 9; k++) {
    const memberId = await newMember(`満員 ${time} ${k}`);
    const asked = await desk.send("POST", "quotes", { body: wish(time, { memberId }), key: newKey() });
    if (asked.json.kind === "refusal") return ids;
    const yes = await desk.send("POST", `quotes/${asked.json.quote.id}/confirm`, { key: newKey() });
    ids.push(yes.json.id);
  }
  throw new Error("the vehicles never get full");
}

describe("a rider on the web", () => {
  test("who was refused waits, sees her place, and gets the offer with the cancellation", async () => {
    const [first] = await fill("10:00");
    const joined = await wait(rider, wish("10:00"));
    expect(joined.status, joined.text).toBe(200);
    expect(joined.json).toMatchObject({ place: 1, offer: null, until: text("09:30") });
    expect((await wait(desk, wish("10:00", { memberId: anna }))).json).toMatchObject({ place: 2 });
    await cancel(first!);
    const [entry] = await mine();
    expect(entry.offer).toMatchObject({ held: true, expiresAt: text("09:10") });
    const yes = await rider.send("POST", `quotes/${entry.offer.id}/confirm`, { key: newKey() });
    expect(yes.status, yes.text).toBe(200);
    expect(await mine()).toEqual([]);
  });

  test("is told why she cannot wait", async () => {
    expect((await wait(rider, wish("10:00"))).json.rejections[0].kind).toBe("overlaps-own-booking");
    expect((await wait(rider, wish("14:00"))).json.rejections).toEqual([{ kind: "room" }]);
    const late = await wait(desk, wish("10:00", { memberId: await newMember("急ぎ"), until: text("08:42") }));
    expect(late.status).toBe(409);
    expect(late.json.rejections).toEqual([{ kind: "too-late-to-wait", until: text("08:42") }]);
  });

  test("leaves when she likes; nobody else can take her from the list", async () => {
    const other = await house.world.store.inTenant(SMALL_TOWN as never, (tx) => tx.listWaitingDatesOf(anna));
    expect(other).toEqual([TODAY]);
    const { waiting } = (await desk.send("GET", `members/${anna}/waiting`)).json;
    expect((await rider.send("DELETE", `waiting/${waiting[0].id}`)).status).toBe(404);
    expect((await desk.send("DELETE", `waiting/${waiting[0].id}`)).status).toBe(204);
    expect((await desk.send("GET", `members/${anna}/waiting`)).json.waiting).toEqual([]);
  });
});

describe("a rider who waits by phone", () => {
  let booked: string[];
  let bernd: MemberId;
  let taken: string;

  test("becomes a task of the desk with number and offer, and the reading of her record is logged", async () => {
    booked = await fill("11:30");
    bernd = await newMember("試験 次郎");
    await wait(desk, wish("11:30", { memberId: anna }));
    await wait(desk, wish("11:30", { memberId: bernd }));
    expect((await tasks()).calls).toEqual([]);
    await cancel(booked[0]!);
    const { calls, texts } = await tasks();
    expect(texts).toEqual([]);
    expect(calls).toMatchObject([{ calledName: "試験 花子", phone: "0836-01-0001", calls: [] }]);
    expect(calls[0].answerBy).toBe(text("09:40"));
    expect(calls[0].offer.trip).toMatchObject({ from: "s01", to: "s05" });
  });

  test("an answer in vain is kept, and the task stays", async () => {
    const [task] = (await tasks()).calls;
    await record(task, "absent");
    const [again] = (await tasks()).calls;
    expect(again.calls).toMatchObject([{ outcome: "absent", at: text("08:40") }]);
  });

  test("who declines lets the next be called; who says yes has a booking", async () => {
    const [task] = (await tasks()).calls;
    expect((await record(task, "declined")).json).toEqual({ booking: null });
    const [next] = (await tasks()).calls;
    expect(next.calledName).toBe("試験 次郎");
    const yes = await record(next, "accepted");
    expect(yes.json.booking).toMatchObject({ state: "confirmed", channel: "phone" });
    taken = yes.json.booking.id;
    expect(yes.json.booking.boardingCode).toMatch(/^\d{4}$/);
    expect((await tasks()).calls).toEqual([]);
    expect((await desk.send("GET", `members/${anna}/waiting`)).json.waiting).toMatchObject([{ letPass: 1 }]);
  });

  test("who is never to be called is on the list of texts", async () => {
    const quiet = await newMember("試験 文字", "text");
    await wait(desk, wish("11:30", { memberId: quiet }));
    await cancel(taken);
    const { calls, texts } = await tasks();
    expect(calls.map((task: { calledName: string }) => task.calledName)).not.toContain("試験 文字");
    expect(texts).toMatchObject([{ calledName: "試験 文字" }]);
  });

  const record = (task: { waitingId: string; offer: { id: string } }, outcome: string) =>
    desk.send("POST", `waiting/${task.waitingId}/calls`, {
      body: { quoteId: task.offer.id, outcome },
      key: newKey(),
    });
});

test("an offer that nobody answers goes to the next by time alone", async () => {
  const booked = await fill("13:00");
  const [first, second] = [await newMember("先の人"), await newMember("後の人")];
  await wait(desk, wish("13:00", { memberId: first }));
  await wait(desk, wish("13:00", { memberId: second }));
  await cancel(booked[0]!);
  const before = house.clock.now;
  house.clock.now = at("09:41") as EpochSeconds;
  await expect
    .poll(async () => (await desk.send("GET", `members/${second}/waiting`)).json.waiting[0].offer, {
      timeout: 10_000,
    })
    .not.toBeNull();
  house.clock.now = before;
});

test("a rider whose waiting came to nothing reads so, for a day", async () => {
  await fill("14:00");
  await wait(rider, wish("14:00", { until: text("09:00") }));
  house.clock.now = at("09:01");
  await expect.poll(async () => (await mine()).length, { timeout: 10_000 }).toBe(0);
  const { inVain } = (await rider.send("GET", "my/waiting")).json;
  expect(inVain).toMatchObject([{ because: "over", trip: { from: "s01", to: "s05" } }]);
  house.clock.now = at("09:02", "2026-11-25" as typeof TODAY);
  expect((await rider.send("GET", "my/waiting")).json.inVain).toEqual([]);
  house.clock.now = at("08:40");
});
