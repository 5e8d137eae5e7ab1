import { aboutBooking, rideOf } from "@noriai/booking";
import type { BookingId, MemberId } from "@noriai/kernel";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sendDue } from "../src/notify/send-due.ts";
import { watchDelays } from "../src/notify/watch-delays.ts";
import { DEMO_WAYS, type Ways } from "../src/notify/way.ts";
import { at, book, type Client, newKey, OTHER_TOWN, type TestHouse, text, trip } from "./house.ts";
import { aBrowser, openTellingHouse, readMail } from "./receivers.ts";
import { addConfirmed, riderOf } from "./riders.ts";

/** A mother without any channel, and her daughter and son who book for her and choose to be told of her rides. */
let telling: Awaited<ReturnType<typeof openTellingHouse>>;
let house: TestHouse;
let desk: Client;
let mother: Client;
let daughter: Client;
let son: Client;
let motherId: string;
let mail: (typeof telling)["mail"];
let web: (typeof telling)["web"];
let ways: Ways;

beforeAll(async () => {
  telling = await openTellingHouse();
  ({ house, mail, web, ways } = telling);
  const riderNo = (n: number) => riderOf(house, house.towns[0]!.members[n]!.memberNo);
  [desk, mother, daughter, son] = await Promise.all([
    house.enter("call_operator"),
    riderNo(0),
    riderNo(1),
    riderNo(2),
  ]);
  motherId = (await mother.send("GET", "session")).json.memberId;
}, 30_000);
afterAll(() => telling.close());
beforeEach(() => telling.forget());

/** The mother invites, the helper consents. */
async function help(helper: Client): Promise<string> {
  const body = { name: "代理", relation: "family", consents: true };
  const { code } = (await mother.send("POST", "my/helpers", { body, key: newKey() })).json;
  const accept = { body: { code, consents: true }, key: newKey() };
  return (await helper.send("POST", "my/invitations/accept", accept)).json.id;
}
const tell = (helper: Client, id: string, told = true) =>
  helper.send("PUT", `my/helping/${id}/notices`, { body: { told } });
const town = async () => (await house.server.towns.find(house.towns[0]!.tenant.id))!;
const send = async (by: Ways = ways) => sendDue({ ...house.world, ways: by }, await town());
const outbox = async (date: string) => (await desk.send("GET", `notices?date=${date}`)).json.notices;
const bookFor = async (date: string, time: string): Promise<string> => {
  const wish = trip({ memberId: motherId, time: { mode: "depart", at: text(time, date) } });
  return (await book(desk, wish)).json.id;
};
const newDay = (date: string) => {
  house.clock.now = at("08:40", date as never);
  return date;
};

describe("[FIELD-14] who helps a rider and chose to be told of her rides", () => {
  let byDaughter: string;
  let bySon: string;

  test("says so herself: it is off at first, and neither the member nor a stranger nor the neighbour can turn it on", async () => {
    byDaughter = await help(daughter);
    bySon = await help(son);
    const helping = async () => (await daughter.send("GET", "my/helping")).json.helping;
    expect(await helping()).toMatchObject([{ id: byDaughter, told: false }]);
    for (const other of [mother, son]) expect((await tell(other, byDaughter)).status).toBe(404);
    const neighbour = await house.enter("rider", OTHER_TOWN);
    expect((await tell(neighbour, byDaughter)).status).toBe(404);
    expect(await helping()).toMatchObject([{ told: false }]);
    expect((await tell(daughter, byDaughter)).status).toBe(204);
    expect(await helping()).toMatchObject([{ told: true }]);
    expect((await mother.send("GET", "my/helpers")).json.helpers).toMatchObject([
      { told: true },
      { told: false },
    ]);
    const { json } = await daughter.send("GET", `my/helping/${byDaughter}/bookings`);
    expect(json.helping.told).toBe(true);
  });

  test("is told by mail that it is somebody else's ride, without her name", async () => {
    const date = newDay("2026-11-24");
    await addConfirmed(daughter, { means: "email", address: "sakura@example.jp" });
    await bookFor(date, "10:00");
    expect(await send()).toBe(1);
    const [letter, ...others] = mail.mails;
    expect([letter!.to, others]).toEqual(["sakura@example.jp", []]);
    const { subject, text: body } = readMail(letter!);
    expect(subject).toBe(`【${house.towns[0]!.service.name}】ご予約を承りました（ご家族など）`);
    expect(body).toMatch(/^ご家族など、あなたが代わりに予約できる方のご乗車についてのお知らせです。\r?\n/);
    expect(body).toContain("次の便のご予約を承りました。");
    for (const { name } of house.towns[0]!.members) expect(body).not.toContain(name);
    const [notice] = await outbox(date);
    expect(notice).toMatchObject({
      ...{ calledName: house.towns[0]!.members[0]!.name, phone: null },
      deliveries: [{ means: "email", toHelper: true, state: "sent" }],
    });
    expect(notice.deliveries[0].words.split("\n")[1]).toBe(body.split(/\r?\n/)[0]);
  });

  test("each of two gets a letter of its own: no program that sends an id once drops the second", async () => {
    const date = newDay("2026-11-25");
    await addConfirmed(son, { means: "sms", address: "090-3333-4444", language: "en" });
    await addConfirmed(mother, { means: "sms", address: "090-5555-6666", language: "ja-easy" });
    await tell(son, bySon);
    await bookFor(date, "10:00");
    expect(await send()).toBe(3);
    const messages = web.postings.map(({ body }) => JSON.parse(body.toString()));
    const to = (number: string) => messages.find((message) => message.to === number);
    const [own, helpers] = [to("090-5555-6666"), to("090-3333-4444")];
    const [notice] = await outbox(date);
    expect([own.id, helpers.id]).toEqual([notice.id, `${notice.id}.${bySon}`]);
    expect(mail.mails[0]!.source).toContain(`<${notice.id}.${byDaughter}@`);
    expect(own.text).not.toContain("代（か）わりに予約（よやく）できる");
    expect(helpers.text).toMatch(
      /Your booking is confirmed \(for somebody you help\)\nThis is about the ride of somebody you can book for/,
    );
    const [{ id }] = (await mother.send("GET", "my/channels")).json.channels;
    await mother.send("DELETE", `my/channels/${id}`);
  });

  test("a notification leads to the page of whom she helps; a browser that is gone is forgotten", async () => {
    const date = newDay("2026-11-26");
    const browser = aBrowser(`${web.url}/push/abc`);
    const { tenant } = house.towns[0]!;
    const memberId = (await daughter.send("GET", "session")).json.memberId as MemberId;
    const channel = { memberId, means: "push", address: JSON.stringify(browser.subscription) } as const;
    await house.world.store.inTenant(tenant.id, (tx) =>
      tx.addChannel({ ...channel, language: "ja" }, { by: { role: "rider" }, now: house.clock.now }),
    );
    await bookFor(date, "10:00");
    expect(await send()).toBe(3);
    const pushed = web.postings.find(({ path }) => path === "/push/abc")!;
    expect(JSON.parse(browser.open(pushed.body))).toMatchObject({
      title: expect.stringContaining("（ご家族など）"),
      page: `/t/${tenant.id}/ride/for/${byDaughter}`,
    });
    web.statuses.push(410, 410);
    await bookFor(date, "13:00");
    expect(await send()).toBe(3);
    const { channels } = (await daughter.send("GET", "my/channels")).json;
    expect(channels.map(({ means }: { means: string }) => means)).toEqual(["email"]);
  });

  test("of a cancellation by the operator she is told, and a person still has to tell the rider", async () => {
    const date = newDay("2026-11-27");
    const id = await bookFor(date, "10:00");
    await send(DEMO_WAYS);
    await house.world.store.inTenant(house.towns[0]!.tenant.id, async (tx) => {
      const booking = (await tx.findBooking(id as BookingId))!;
      const content = { kind: "booking-cancelled", ride: rideOf(booking) } as const;
      await tx.addNotices([aboutBooking(booking, content)], house.clock.now);
    });
    await send(DEMO_WAYS);
    const [notice] = await outbox(date);
    const { name, phone } = house.towns[0]!.members[0]!;
    expect(notice).toMatchObject({ calledName: name, phone });
    const states = notice.deliveries.map(
      ({ means, toHelper, state }: { means: string; toHelper: boolean; state: string }) =>
        `${means}${toHelper ? " to a helper" : ""} ${state}`,
    );
    expect(states[0], "the rider before all others").toBe("desk waiting");
    expect(states.slice(1).toSorted()).toEqual(["email to a helper kept", "sms to a helper kept"]);
  });

  test("of lateness she is told, and the rider stays on the list of those to be told: by phone, and by text", async () => {
    for (const [date, contact] of [
      ["2026-11-30", "phone"],
      ["2026-12-01", "text"],
    ] as const) {
      newDay(date);
      await desk.send("PUT", `members/${motherId}/contact`, { body: { contact } });
      const id = await bookFor(date, "10:00");
      house.clock.now = at("10:45", date as never);
      expect(await watchDelays({ world: house.world, seen: new Map() }, await town())).toBe(1);
      await send(DEMO_WAYS);
      const late = (await outbox(date)).filter(({ kind }: { kind: string }) => kind === "delayed");
      expect(late).toHaveLength(1);
      expect(late[0].deliveries).toMatchObject([
        { toHelper: true, state: "kept" },
        { toHelper: true, state: "kept" },
      ]);
      const list = (await desk.send("GET", "delay-list")).json;
      expect(list[contact === "text" ? "texts" : "calls"]).toMatchObject([{ bookingId: id, calls: [] }]);
      expect(list.workedOff).toEqual([]);
    }
  });

  test("nothing is sent once the help has ended, also not what was written before", async () => {
    const date = newDay("2026-12-02");
    await desk.send("PUT", `members/${motherId}/contact`, { body: { contact: "phone" } });
    await bookFor(date, "10:00");
    expect((await mother.send("DELETE", `my/helpers/${byDaughter}`)).status).toBe(204);
    expect((await son.send("DELETE", `my/helping/${bySon}`)).status).toBe(204);
    expect(await send()).toBe(2);
    expect([mail.mails, web.postings]).toEqual([[], []]);
    expect((await outbox(date))[0].deliveries).toMatchObject([
      { toHelper: true, state: "given-up", fault: "channel-gone" },
      { toHelper: true, state: "given-up", fault: "channel-gone" },
    ]);
    await bookFor(date, "13:00");
    expect(await send()).toBe(0);
    expect(await outbox(date)).toHaveLength(1);
  });
});
