import { aboutBooking, rideOf } from "@noriai/booking";
import type { EpochSeconds, MemberId } from "@noriai/kernel";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sendDue } from "../src/notify/send-due.ts";
import { DEMO_WAYS, type Ways } from "../src/notify/way.ts";
import { publicKeyOf } from "../src/notify/ways/push.ts";
import { at, book, type Client, newKey, type TestHouse, text, trip } from "./house.ts";
import { aBrowser, isSigned, openTellingHouse, readMail } from "./receivers.ts";
import { addConfirmed, riderOf } from "./riders.ts";

let telling: Awaited<ReturnType<typeof openTellingHouse>>;
let house: TestHouse;
let desk: Client;
let mail: (typeof telling)["mail"];
let web: (typeof telling)["web"];
let ways: Ways;
let memberIds: readonly string[];

beforeAll(async () => {
  telling = await openTellingHouse();
  ({ house, mail, web, ways } = telling);
  desk = await house.enter("call_operator");
  const memberNos = house.towns[0]!.members.map(({ memberNo }) => memberNo);
  const found = await Promise.all(memberNos.map((memberNo) => desk.send("GET", `members?q=${memberNo}`)));
  memberIds = found.map(({ json }) => json.members[0].id);
}, 30_000);
afterAll(() => telling.close());
beforeEach(() => telling.forget());

const DATES = ["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30"];
let days = 0;
/** Each test has a day of its own. */
function newDay(): string {
  const date = DATES[days++]!;
  house.clock.now = at("08:40", date as never);
  return date;
}
const send = async (by: Ways = ways) =>
  sendDue({ ...house.world, ways: by }, (await house.server.towns.find(house.towns[0]!.tenant.id))!);
const addChannel = (member: number, body: object) =>
  desk.send("POST", `members/${memberIds[member]}/channels`, { body });
const bookFor = (member: number, date: string, time: string) =>
  book(desk, trip({ memberId: memberIds[member], time: { mode: "depart", at: text(time, date) } }));
const outbox = async (date: string) => (await desk.send("GET", `notices?date=${date}`)).json;

describe("a notice by mail", () => {
  test("is sent to a real mail server in the service's name, once, with an id that follows from the notice", async () => {
    const date = newDay();
    expect((await addChannel(0, { means: "email", address: "hanako@example.jp" })).status).toBe(200);
    const booked = (await bookFor(0, date, "10:00")).json;
    expect(await send()).toBe(1);
    expect(await send()).toBe(0);
    expect(mail.mails).toHaveLength(1);
    const [letter] = mail.mails;
    expect(letter).toMatchObject({ from: "ride@city.example.jp", to: "hanako@example.jp" });
    const { subject, text: body } = readMail(letter!);
    expect(subject).toBe(`【${house.towns[0]!.service.name}】ご予約を承りました`);
    expect(body).toContain("11月24日（火）");
    expect(body).toContain(`乗車番号 ${booked.boardingCode}`);
    expect(body).not.toContain(house.towns[0]!.members[0]!.name);
    const { notices } = await outbox(date);
    expect(notices).toMatchObject([
      { kind: "booking-confirmed", calledName: house.towns[0]!.members[0]!.name, phone: null },
    ]);
    expect(letter!.source).toContain(`Message-ID: <${notices[0].id}@city.example.jp>`);
    expect(letter!.source).toContain("Auto-Submitted: auto-generated");
    expect(notices[0].deliveries).toMatchObject([{ means: "email", state: "sent", attempts: 1 }]);
    expect(body.split(/\r?\n/)[0]).toBe(notices[0].deliveries[0].words.split("\n")[1]);
  });

  test("that a server puts off comes later with a growing wait; one that it refuses for good is not sent again", async () => {
    const date = newDay();
    mail.refuse.set("hanako@example.jp", 451);
    await bookFor(0, date, "10:00");
    const states = async () => (await outbox(date)).notices[0].deliveries[0];
    const waits: number[] = [];
    expect(await send()).toBe(0);
    for (let attempts = 1; attempts < 4; attempts++) {
      const began = house.clock.wall;
      while ((await states()).attempts === attempts) {
        house.clock.wall = (house.clock.wall + 10) as EpochSeconds;
        expect(await send()).toBe(0);
      }
      waits.push(house.clock.wall - began);
    }
    expect(waits).toEqual([30, 60, 120]);
    expect(await states()).toMatchObject({ state: "waiting", fault: "smtp-451" });
    mail.refuse.set("hanako@example.jp", 550);
    house.clock.wall = (house.clock.wall + 3600) as EpochSeconds;
    expect(await send()).toBe(1);
    expect(await states()).toMatchObject({ state: "given-up", fault: "smtp-550" });
    mail.refuse.clear();
    expect(mail.mails).toEqual([]);
  });
});

describe("a notice by short message", () => {
  test("is a signed POST that carries the notice's id; a repeat after a fault carries the same one", async () => {
    const date = newDay();
    await addChannel(1, { means: "sms", address: "090-1234-5678", language: "en" });
    web.statuses.push(503);
    await bookFor(1, date, "10:00");
    expect(await send()).toBe(0);
    house.clock.wall = (house.clock.wall + 31) as EpochSeconds;
    expect(await send()).toBe(1);
    expect(web.postings.map(({ path }) => path)).toEqual(["/sms", "/sms"]);
    const [first, again] = web.postings.map((posting) => JSON.parse(posting.body.toString()));
    expect(again).toEqual(first);
    expect(first).toMatchObject({ to: "090-1234-5678" });
    expect(first.text).toContain("Your booking is confirmed");
    for (const posting of web.postings) {
      expect(posting.headers["webhook-id"]).toBe(first.id);
      expect(isSigned(posting, telling.secret)).toBe(true);
      expect(isSigned(posting, `${telling.secret}x`), "the check itself").toBe(false);
      expect(isSigned({ ...posting, body: Buffer.from("{}") }, telling.secret), "the check itself").toBe(
        false,
      );
    }
  });
});

describe("a notice by push", () => {
  test("is readable by the browser that subscribed and by nobody else, and names its sender", async () => {
    const date = newDay();
    const browser = aBrowser(`${web.url}/push/abc`);
    const memberId = memberIds[2]! as MemberId;
    await house.world.store.inTenant(house.towns[0]!.tenant.id, (tx) =>
      tx.addChannel(
        { memberId, means: "push", address: JSON.stringify(browser.subscription), language: "ja" },
        { by: { role: "call_operator" }, now: house.clock.now },
      ),
    );
    await bookFor(2, date, "10:00");
    expect(await send()).toBe(1);
    const [posting] = web.postings;
    expect(posting!.headers).toMatchObject({ "content-encoding": "aes128gcm", urgency: "high" });
    expect(posting!.headers.authorization).toContain(`k=${publicKeyOf(telling.privateKey)}`);
    expect(posting!.body.toString("latin1")).not.toContain("title");
    const message = JSON.parse(browser.open(posting!.body));
    expect(message).toMatchObject({
      id: expect.any(String),
      title: expect.stringContaining("ご予約を承りました"),
    });
    expect(() => aBrowser("").open(posting!.body), "another browser").toThrow();

    web.statuses.push(410);
    await bookFor(2, date, "13:00");
    expect(await send()).toBe(1);
    expect((await outbox(date)).notices[0].deliveries).toMatchObject([
      { state: "given-up", fault: "push-410" },
    ]);
    const { channels } = (await desk.send("GET", `members/${memberId}/channels`)).json;
    expect(channels, "a browser that is gone is forgotten").toEqual([]);
  });

  test("goes to the push services of the browsers only: nobody has this server call another address", async () => {
    const { subscription } = aBrowser("https://internal.example.jp/admin");
    const refused = await addChannel(2, { means: "push", subscription });
    expect(refused.status).toBe(400);
    expect(refused.json.fields[0].name).toBe("subscription.endpoint");
  });
});

describe("the outbox page", () => {
  test("[SAP-5.5-2] shows in the demo what would be sent, to whom and when, and nothing leaves", async () => {
    const date = newDay();
    await bookFor(0, date, "10:00");
    expect((await outbox(date)).notices[0].deliveries).toMatchObject([{ state: "waiting" }]);
    expect(await send(DEMO_WAYS)).toBe(1);
    const shown = await outbox(date);
    expect(shown.sends).toBe(false);
    expect(shown.notices[0]).toMatchObject({
      writtenAt: text("08:40", date),
      deliveries: [{ means: "email", state: "kept", settledAt: text("08:40", date) }],
    });
    expect(shown.notices[0].deliveries[0].words).toContain("お迎え");
    expect(mail.mails).toEqual([]);
    const official = await house.enter("municipality");
    const seen = (await official.send("GET", `notices?date=${date}`)).json;
    expect(seen.notices[0]).toMatchObject({ calledName: null, phone: null });
  });

  test("a cancellation by the operator of somebody without any channel is told by a person", async () => {
    const date = DATES[days - 1]!;
    const { id } = (await bookFor(3, date, "11:00")).json;
    const { store } = house.world;
    const tenant = house.towns[0]!.tenant.id;
    await store.inTenant(tenant, async (tx) => {
      const booking = (await tx.findBooking(id))!;
      const content = { kind: "booking-cancelled", ride: rideOf(booking) } as const;
      await tx.addNotices([aboutBooking(booking, content)], house.clock.now);
    });
    const [notice] = (await outbox(date)).notices;
    const { name, phone } = house.towns[0]!.members[3]!;
    expect(notice).toMatchObject({
      calledName: name,
      phone,
      deliveries: [{ means: "desk", state: "waiting" }],
    });
    expect((await desk.send("POST", `notices/${notice.id}/told`)).status).toBe(204);
    expect((await desk.send("POST", `notices/${notice.id}/told`)).status).toBe(404);
    expect((await outbox(date)).notices[0].deliveries[0]).toMatchObject({
      ...{ state: "sent", settledBy: expect.any(String) },
    });
  });

  test("[FIELD-14] a ride called off on a caller's word is told as asked for, not as the operator's doing; nobody has to call", async () => {
    const date = DATES[days - 1]!;
    const [{ id }, other] = [(await bookFor(0, date, "13:00")).json, (await bookFor(3, date, "14:00")).json];
    for (const booking of [id, other.id])
      await desk.send("POST", `bookings/${booking}/cancel`, { body: { reason: "" }, key: newKey() });
    await send(DEMO_WAYS);
    const { notices } = await outbox(date);
    const of = (booking: string) =>
      notices.filter(({ bookingId }: { bookingId: string }) => bookingId === booking);
    const [told] = of(id);
    expect(told).toMatchObject({
      kind: "cancelled-as-asked",
      deliveries: [{ means: "email", state: "kept" }],
    });
    expect(told.deliveries[0].words).toContain("お申し出により、次のご予約を取り消しました。");
    expect(told.deliveries[0].words).not.toContain("運行側");
    expect(of(other.id), "who has no channel has just said it on the phone").toEqual([]);
  });

  test("who calls a ride off by her own hand is told nothing of it", async () => {
    const date = DATES[days - 1]!;
    const rider = await riderOf(house, house.towns[0]!.members[1]!.memberNo);
    const { id } = (await book(rider, trip({ time: { mode: "depart", at: text("14:30", date) } }))).json;
    const cancelled = await rider.send("POST", `bookings/${id}/cancel`, {
      body: { reason: "" },
      key: newKey(),
    });
    expect(cancelled.json.state).toBe("cancelled_by_rider");
    const { notices } = await outbox(date);
    const told = notices.filter(({ bookingId }: { bookingId: string }) => bookingId === id);
    expect(told.map(({ kind }: { kind: string }) => kind)).toEqual(["booking-confirmed"]);
  });

  test("a rider sets the own channels; the pages of others never show them", async () => {
    const rider = await house.enter("rider");
    const added = await addConfirmed(rider, {
      means: "email",
      address: "me@example.jp",
      language: "ja-easy",
    });
    expect(added.status, added.text).toBe(200);
    const mine = (await rider.send("GET", "my/channels")).json;
    expect(mine).toMatchObject({
      channels: [{ means: "email", address: "me@example.jp", language: "ja-easy" }],
      offered: { email: true, sms: true, pushKey: null },
    });
    const wrong = { means: "sms", address: "12" };
    expect((await rider.send("POST", "my/address-codes", { body: wrong })).status).toBe(400);
    expect((await rider.send("DELETE", `my/channels/${added.json.id}`)).status).toBe(204);
    expect((await rider.send("GET", "my/channels")).json.channels).toEqual([]);
  });
});
