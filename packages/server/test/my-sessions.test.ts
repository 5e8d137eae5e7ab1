import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, clientOf, openHouse, type TestHouse } from "./house.ts";

const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1";
const EDGE =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0";

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
}, 60_000);
afterAll(() => house.close());

async function enter(agent: string, role = "rider"): Promise<Client> {
  const body = { role };
  const headers = { "user-agent": agent };
  const entered = await house.nobody().send("POST", "demo-session", { body, headers });
  return clientOf(house.server, house.towns[0]!.tenant.id, cookieOf(entered.headers));
}
const cookieOf = (headers: Headers) => headers.get("set-cookie")!.split(";")[0]!;
const list = async (client: Client) => (await client.send("GET", "my/sessions")).json.sessions;
const isIn = async (client: Client) => (await client.send("GET", "session")).status === 200;

test("everybody sees where they are signed in: by what kind of device, since when, and which is this one", async () => {
  const phone = await enter(IPHONE);
  house.clock.wall = (house.clock.wall + 3600) as never;
  const office = await enter(EDGE);
  const [first, second] = await list(office);
  expect(first).toMatchObject({ isThis: true, means: "demo", system: "windows", browser: "edge" });
  expect(second).toMatchObject({ isThis: false, system: "iphone", browser: "safari" });
  expect(second.lastSeenAt).toBe(second.openedAt);
  await phone.send("GET", "session"); // seen again
  expect((await list(phone)).map(({ system }: { system: string }) => system).toSorted()).toEqual([
    "iphone",
    "windows",
  ]);
  const again = (await list(phone)).find(({ system }: { system: string }) => system === "iphone");
  expect(again.lastSeenAt).toBe(first.openedAt);
  expect(JSON.stringify(again)).not.toMatch(/Mozilla|noriai/);
});

test("whoever is ended is out with the very next request, and an open page is told nothing more", async () => {
  const [phone, office] = [await enter(IPHONE), await enter(EDGE)];
  const before = house.server.hub.listenerCount();
  const stream = await house.server.fetch(
    new Request(`http://127.0.0.1:8080/api/t/${phone.tenant}/live`, { headers: { cookie: phone.cookie! } }),
  );
  expect(stream.status).toBe(200);
  expect(house.server.hub.listenerCount()).toBe(before + 1);
  const [own] = (await list(phone)).filter(({ isThis }: { isThis: boolean }) => isThis);
  expect((await office.send("DELETE", `my/sessions/${own.id}`)).status).toBe(204);
  expect(await isIn(phone)).toBe(false);
  expect(await isIn(office)).toBe(true);
  expect(house.server.hub.listenerCount()).toBe(before);
  await stream.body?.cancel().catch(() => {});
  expect((await office.send("DELETE", `my/sessions/${own.id}`)).status).toBe(404);
});

test("all the others can be ended at once; this one stays", async () => {
  const [one, two, three] = [await enter(IPHONE), await enter(EDGE), await enter(EDGE)];
  const stranger = await enter(EDGE, "auditor");
  expect((await two.send("DELETE", "my/sessions")).status).toBe(204);
  expect(await Promise.all([one, two, three].map(isIn))).toEqual([false, true, false]);
  expect(await isIn(stranger)).toBe(true);
  expect(await list(two)).toHaveLength(1);
});

test("nobody ends another's session, nor sees it", async () => {
  const [rider, auditor] = [await enter(IPHONE), await enter(EDGE, "auditor")];
  const [own] = (await list(rider)).filter(({ isThis }: { isThis: boolean }) => isThis);
  expect((await list(auditor)).map(({ id }: { id: string }) => id)).not.toContain(own.id);
  expect((await auditor.send("DELETE", `my/sessions/${own.id}`)).status).toBe(404);
  expect(await isIn(rider)).toBe(true);
});

test("each session ended this way stands in the audit log by its account", async () => {
  const [one, two] = [await enter(IPHONE), await enter(EDGE)];
  await two.send("DELETE", "my/sessions");
  const auditor = await enter(EDGE, "auditor");
  const { entries } = (await auditor.send("GET", "audit?limit=10")).json;
  const revoked = entries.find(({ event }: { event: string }) => event === "session-revoked");
  expect(revoked).toMatchObject({ role: "rider", actor: revoked.subject });
  expect(await isIn(one)).toBe(false);
});
