import { afterAll, beforeAll, expect, test } from "vitest";
import { openHouse, type TestHouse } from "./house.ts";

let house: TestHouse;

beforeAll(async () => {
  house = await openHouse();
}, 30_000);
afterAll(() => house.close());

const asked = (host: string) => house.nobody().send("GET", "/api/world", { headers: { host } });

test("the demo answers under names of its own machine alone, so that no other name can be turned to it", async () => {
  for (const host of ["127.0.0.1", "127.0.0.1:8080", "localhost:5173", "LOCALHOST", "[::1]:8080"])
    expect((await asked(host)).status, host).toBe(200);
  for (const host of [
    "evil.example",
    "evil.example:8080",
    "127.0.0.1.evil.example",
    "localhost.evil.example",
  ]) {
    const refused = await asked(host);
    expect(refused.status, host).toBe(421);
    expect(refused.json).toMatchObject({ kind: "wrong-host", fields: [{ name: "Host" }] });
  }
});

test("a demo behind a public address answers under any name that leads there", async () => {
  const open = await openHouse({ publicOrigin: "https://demo.example.jp" });
  const answer = await open.nobody().send("GET", "/api/world", { headers: { host: "demo.example.jp" } });
  expect(answer.status).toBe(200);
  await open.close();
});
