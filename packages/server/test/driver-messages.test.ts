import { minutes } from "@noriai/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { at, type Client, newKey, openHouse, type TestHouse, text } from "./house.ts";

const DUTY = "2026-11-24.v1.1";
let house: TestHouse;
let desk: Client;
let driver: Client;

beforeAll(async () => {
  house = await openHouse();
  desk = await house.enter("call_operator");
  driver = await house.enter("driver");
}, 30_000);
afterAll(() => house.close());

const send = (content: object, more: object = {}, key = newKey()) =>
  desk.send("POST", "driver-messages", {
    body: { serviceDate: "2026-11-24", dutyId: DUTY, content, ...more },
    key,
  });
const atDesk = async () => (await desk.send("GET", "driver-messages?date=2026-11-24")).json.messages;
const atTerminal = async () => (await driver.send("GET", "duty/messages")).json.messages;
const receive = (id: string, receipt: string) =>
  driver.send("POST", `duty/messages/${id}/receipts`, { body: { receipt } });

test("[SAP-5.3-2] a message reaches the terminal; the console sees when it was shown and when it was read", async () => {
  house.clock.now = at("09:00");
  const sent = await send({ kind: "text", text: "常盤公園の南口でお待ちください" });
  expect(sent.status, sent.text).toBe(200);
  const { id } = sent.json;
  expect(await atTerminal()).toMatchObject([
    { id, to: "driver", content: { text: "常盤公園の南口でお待ちください" }, shownAt: null, readAt: null },
  ]);
  house.clock.now = at("09:01");
  expect((await receive(id, "shown")).status).toBe(204);
  expect(await atDesk()).toMatchObject([
    { id, shownAt: text("09:01"), readAt: null, phoneFrom: text("09:05") },
  ]);
  house.clock.now = at("09:02");
  expect((await receive(id, "read")).status).toBe(204);
  expect((await receive(id, "read")).status).toBe(204);
  expect(await atDesk()).toMatchObject([
    { id, readAt: text("09:02"), phoneFrom: null, sentBy: expect.any(String) },
  ]);
});

test("[SAP-5.3-2] an urgent message that nobody reads is to be followed by a call sooner", async () => {
  house.clock.now = at("09:10");
  const { id } = (await send({ kind: "saying", saying: "road-closed" }, { priority: "urgent" })).json;
  const [message] = (await atDesk()).filter((one: { id: string }) => one.id === id);
  const waits = (Date.parse(message.phoneFrom) - Date.parse(message.sentAt)) / 1000;
  expect(waits).toBe(Math.ceil(minutes(5) / 3));
  await receive(id, "read");
});

test("[SAP-5.3-2] a driver's saying reaches the console, which confirms it", async () => {
  house.clock.now = at("09:20");
  const body = { content: { kind: "saying", saying: "stop-blocked" } };
  const sent = await driver.send("POST", "duty/messages", { body, key: newKey() });
  expect(sent.json).toMatchObject({ to: "office", dutyId: DUTY, readAt: null, phoneFrom: null });
  house.clock.now = at("09:21");
  expect((await desk.send("POST", `driver-messages/${sent.json.id}/read`)).status).toBe(204);
  expect((await atTerminal()).at(-1)).toMatchObject({ id: sent.json.id, readAt: text("09:21") });
});

test("pressing twice sends once, and each side confirms only what the other sent", async () => {
  const key = newKey();
  const [one, again] = [
    await send({ kind: "saying", saying: "call-office" }, {}, key),
    await send({ kind: "saying", saying: "call-office" }, {}, key),
  ];
  expect(again.json.id).toBe(one.json.id);
  const id: string = one.json.id;
  expect((await atDesk()).filter((message: { id: string }) => message.id === id)).toHaveLength(1);
  expect((await desk.send("POST", `driver-messages/${id}/read`)).status).toBe(404);
  const own = (await atTerminal()).find(({ to }: { to: string }) => to === "office");
  expect((await receive(own.id, "read")).status).toBe(404);
});

test("a message to no duty of the day, an empty one and an unknown saying are refused next to the field", async () => {
  const nowhere = await send({ kind: "saying", saying: "check-plan" }, { dutyId: "2026-11-24.v9.1" });
  expect(nowhere.status).toBe(400);
  expect(nowhere.json.fields[0].name).toBe("dutyId");
  expect((await send({ kind: "text", text: "  " })).status).toBe(400);
  expect((await send({ kind: "saying", saying: "call-me" })).status).toBe(400);
});

test("what was typed stands in the database sealed, and is read on later days as it was", async () => {
  house.clock.now = at("10:00", "2026-11-26" as never);
  const [first] = await atDesk();
  expect(first).toMatchObject({
    content: { kind: "text", text: "常盤公園の南口でお待ちください" },
    readAt: text("09:02"),
  });
  expect(await atTerminal()).toEqual([]);
  const audit = (await (await house.enter("auditor")).send("GET", "audit?limit=50")).text;
  expect(audit).toContain("driver-message-sent");
  expect(audit).not.toContain("常盤公園");
});
