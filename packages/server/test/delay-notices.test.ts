import type { DelayList } from "@noriai/api";
import { serviceDate } from "@noriai/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_WAYS } from "../src/notify/way.ts";
import { at, book, type Client, openHouse, type TestHouse, text, trip } from "./house.ts";

/** The house with its notifier at work, as the server runs it. */
let house: TestHouse;
let desk: Client;
let driver: Client;
let memberIds: readonly string[];

beforeAll(async () => {
  house = await openHouse({ notifier: { ways: DEMO_WAYS, everyMs: 300, gatherMs: 20 } });
  desk = await house.enter("call_operator");
  driver = await house.enter("driver");
  const memberNos = house.towns[0]!.members.map(({ memberNo }) => memberNo);
  const found = await Promise.all(memberNos.map((memberNo) => desk.send("GET", `members?q=${memberNo}`)));
  memberIds = found.map(({ json }) => json.members[0].id);
}, 30_000);
afterAll(() => house.close());

const listNow = async (): Promise<DelayList> => (await desk.send("GET", "delay-list")).json;
const delays = async (date: string) => {
  const { notices } = (await desk.send("GET", `notices?date=${date}`)).json;
  return notices.filter(({ kind }: { kind: string }) => kind === "delayed");
};
async function bookFor(member: number, date: string, changes: object): Promise<string> {
  const { time, ...others } = { from: "s01", to: "s02", time: "10:00", ...changes };
  const when = { mode: "depart", at: text(time, date) };
  return (await book(desk, trip({ memberId: memberIds[member], ...others, time: when }))).json.id;
}
let events = 0;
const report = (date: string, minutes: number, time: string) =>
  driver.send("POST", "duty/events", {
    body: {
      events: [
        {
          ...{ id: `delay-${++events}`, dutyId: `${date}.v1.1`, at: text(time, date) },
          ...{ kind: "delayed", by: minutes * 60, cause: "traffic" },
        },
      ],
    },
  });

/** Asks again until it holds, for five seconds of real time: as long as it may take. */
async function within5s<T>(ask: () => Promise<T>, holds: (answer: T) => boolean): Promise<T> {
  const began = house.world.elapsedMs();
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (house.world.elapsedMs() - began > 5_000) throw new Error(`not within 5 s: ${JSON.stringify(answer)}`);
    await new Promise((passed) => setTimeout(passed, 20));
  }
}

describe("[SAP-5.5-2] telling of a delay in parallel", () => {
  test("[TEL-RELAY-1] [FIELD-21] who can be reached by mail is told and still called; who must not be phoned is told by text and off the list", async () => {
    const date = "2026-11-24";
    house.clock.now = at("08:40", serviceDate(date));
    const add = (member: number, body: object) =>
      desk.send("POST", `members/${memberIds[member]}/channels`, { body });
    await add(0, { means: "email", address: "a@example.jp" });
    await add(1, { means: "sms", address: "090-1111-2222" });
    await desk.send("PUT", `members/${memberIds[1]}/contact`, { body: { contact: "text" } });
    const byMail = await bookFor(0, date, { time: "10:00" });
    const byText = await bookFor(1, date, { from: "s02", to: "s01", time: "10:30" });
    const byPhone = await bookFor(2, date, { time: "11:00" });
    house.clock.now = at("09:50", serviceDate(date));
    expect(await delays(date)).toEqual([]);
    await report(date, 90, "09:50");

    const ids = ({ calls }: DelayList) => calls.map(({ bookingId }) => bookingId);
    const list = await within5s(
      listNow,
      ({ texts, workedOff }) => texts.length === 0 && workedOff.length === 1,
    );
    expect(ids(list)).toEqual([byMail, byPhone]);
    expect(list.workedOff).toMatchObject([{ bookingId: byText, calls: [{ outcome: "reached", by: "" }] }]);
    const told = await delays(date);
    expect(told.map(({ bookingId }: { bookingId: string }) => bookingId).sort()).toEqual(
      [byMail, byText].sort(),
    );
    expect(told[0].deliveries[0].words).toMatch(
      /道路の混雑のため、お約束の時刻より\d+分ほど遅れる見込みです/,
    );
    expect((await desk.send("POST", "delay-list/close")).status).toBe(409);

    await report(date, 90, "09:50");
    await new Promise((passed) => setTimeout(passed, 700));
    expect(await delays(date), "told once").toHaveLength(2);
    house.clock.now = at("09:52", serviceDate(date));
    await report(date, 150, "09:52");
    await within5s(
      () => delays(date),
      ({ length }) => length === 4,
    );
  }, 30_000);

  test("[SAP-5.5-2] a vehicle that stands still is noticed by the clock alone: the list, the open pages and the riders hear of it", async () => {
    const date = "2026-11-25";
    house.clock.now = at("08:40", serviceDate(date));
    const booked = await bookFor(0, date, { time: "10:00" });
    const heard = await follow(desk);
    house.clock.now = at("10:45", serviceDate(date));
    expect((await within5s(listNow, ({ calls }) => calls.length === 1)).calls[0]).toMatchObject({
      bookingId: booked,
      cause: null,
    });
    await within5s(
      async () => heard.topics,
      (topics) => topics.includes("delay-list"),
    );
    const [notice] = await within5s(
      () => delays(date),
      ({ length }) => length === 1,
    );
    expect(notice.deliveries[0].words).toContain("運行の都合により");
    await heard.leave();
  }, 30_000);
});

/** Listens as an open page does, and notes what it hears. */
async function follow(client: Client) {
  const address = `http://127.0.0.1:8080/api/t/${client.tenant}/live`;
  const answer = await house.server.fetch(new Request(address, { headers: { cookie: client.cookie! } }));
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  const topics: string[] = [];
  void (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      for (const [, topic] of value.matchAll(/"topic":"([\w-]+)"/g)) topics.push(topic!);
    }
  })();
  return { topics, leave: () => reader.cancel() };
}

describe("[FIELD-21] reminding of tomorrow's rides", () => {
  test("comes by itself at the service's hour, in the rider's channel, once; who booked after it is not reminded", async () => {
    const date = "2026-11-27";
    house.clock.now = at("14:00", serviceDate("2026-11-26"));
    const early = await bookFor(0, date, { time: "10:00" });
    await bookFor(2, date, { time: "11:00" }); // has no channel
    const reminders = async () => {
      const { notices } = (await desk.send("GET", `notices?date=${date}`)).json;
      return notices.filter(({ kind }: { kind: string }) => kind === "reminder");
    };
    await new Promise((passed) => setTimeout(passed, 700));
    expect(await reminders(), "not before the hour").toEqual([]);
    house.clock.now = at("18:00", serviceDate("2026-11-26"));
    const [told] = await within5s(reminders, ([first]) => first?.deliveries[0].state === "kept");
    expect(told).toMatchObject({ bookingId: early, deliveries: [{ means: "email" }] });
    expect(told.deliveries[0].words).toMatch(
      /^ご乗車の日が近づいています\n次の便をご予約いただいております。/,
    );
    const supervised = { supervisor: "係長 佐藤", reason: "折り返しのお電話" };
    await bookFor(0, date, { from: "s03", to: "s02", time: "13:00", supervised });
    house.clock.now = at("19:00", serviceDate("2026-11-26"));
    await new Promise((passed) => setTimeout(passed, 700));
    expect(await reminders(), "once").toHaveLength(1);
  }, 30_000);
});
