import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { ROUTES } from "@noriai/api";
import { type Store, StoreBusy } from "@noriai/store";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { encodeAnswer } from "../src/http/encode-answer.ts";
import { languageOf } from "../src/http/language.ts";
import { createServer } from "../src/index.ts";
import { book, type Client, clientOf, newKey, openHouse, type TestHouse, trip } from "./house.ts";

let house: TestHouse;
let webRoot: string;
const SCRIPT = `console.log("${"noriai ".repeat(500)}");`;

beforeAll(async () => {
  webRoot = await mkdtemp(path.join(os.tmpdir(), "noriai-web-"));
  await mkdir(path.join(webRoot, "assets"));
  await writeFile(path.join(webRoot, "index.html"), "<!doctype html><title>noriai</title>");
  await writeFile(path.join(webRoot, "assets", "app-1a2b3c.js"), SCRIPT);
  await writeFile(path.join(webRoot, ".secret"), "secret");
  await writeFile(path.join(path.dirname(webRoot), "outside.txt"), "outside");
  house = await openHouse({ webRoot });
}, 30_000);
afterAll(async () => {
  await house.close();
  await rm(webRoot, { recursive: true });
  await rm(path.join(path.dirname(webRoot), "outside.txt"));
});

const get = (address: string, headers: Record<string, string> = {}) =>
  house.server.fetch(new Request(`http://127.0.0.1:8080${address}`, { headers }));

describe("the pages", () => {
  test("addresses that the pages route themselves get index.html, which is asked for again each time", async () => {
    for (const address of ["/", "/index.html", "/t/ube-demo/rider", "/nowhere"]) {
      const answer = await get(address);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(answer.headers.get("cache-control")).toBe("no-cache");
      expect(await answer.text()).toContain("<title>noriai</title>");
    }
  });

  test("files with a hash in their name are kept for good, and travel packed", async () => {
    const plain = await get("/assets/app-1a2b3c.js");
    expect(plain.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(await plain.text()).toBe(SCRIPT);
    const br = await get("/assets/app-1a2b3c.js", { "accept-encoding": "gzip, deflate, br" });
    expect(br.headers.get("content-encoding")).toBe("br");
    expect(brotliDecompressSync(await br.arrayBuffer()).toString()).toBe(SCRIPT);
    const gz = await get("/assets/app-1a2b3c.js", { "accept-encoding": "gzip, br;q=0" });
    expect(gz.headers.get("content-encoding")).toBe("gzip");
    expect(gunzipSync(await gz.arrayBuffer()).toString()).toBe(SCRIPT);
  });

  test("an unchanged file is not sent again", async () => {
    const first = await get("/index.html");
    const again = await get("/index.html", { "if-none-match": first.headers.get("etag")! });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  });

  test.each([
    "/../outside.txt",
    "/%2e%2e/outside.txt",
    "/..%2foutside.txt",
    "/assets/..%2f..%2foutside.txt",
    "/.secret",
    "/assets/missing.js",
    "/a%00b.js",
    "/%ff.js",
    "/..%5coutside.txt",
  ])("%s is not found", async (address) => {
    const answer = await get(address);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toMatch(/outside"|secret"/);
  });

  test("an answer of a single line of the API is never kept", async () => {
    expect((await get("/api/world")).headers.get("cache-control")).toBe("no-store");
    expect((await get("/api/none")).headers.get("cache-control")).toBe("no-store");
  });
});

describe("when something behind the server fails", () => {
  const withStore = async (changes: Partial<Store>) =>
    createServer({ ...house.world, store: { ...house.world.store, ...changes } });
  const ask = async (server: { fetch: typeof house.server.fetch }, address: string) =>
    server.fetch(new Request(`http://127.0.0.1:8080${address}`));

  test("a busy database is 503 with Retry-After", async () => {
    const server = await withStore({ inTenant: () => Promise.reject(new StoreBusy("timeout")) });
    const answer = await ask(server, `/api/t/${house.towns[0]!.tenant.id}/service`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("1");
    expect(await answer.json()).toMatchObject({ kind: "busy" });
    await server.close();
  });

  test("a database that is away shows in /healthz, and so does a server that stops", async () => {
    const server = await withStore({ listTenants: () => Promise.reject(new StoreBusy("unreachable")) });
    const away = await ask(server, "/healthz");
    expect(away.status).toBe(503);
    expect(await away.json()).toMatchObject({ status: "unavailable", database: "unavailable" });
    await server.close();
    const stopping = await withStore({});
    expect((await ask(stopping, "/healthz")).status).toBe(200);
    await stopping.close();
    expect((await ask(stopping, "/healthz")).status).toBe(503);
  });

  test("a live page whose database is away is told so, and nothing of it stays behind", async () => {
    const { store } = house.world;
    const server = await withStore({
      inTenant: (tenant, work) =>
        store.inTenant(tenant, (tx) =>
          work({ ...tx, lastOutboxId: () => Promise.reject(new StoreBusy("timeout")) }),
        ),
    });
    const rider = await house.enter("rider");
    const headers = { cookie: rider.cookie! };
    const address = `http://127.0.0.1:8080/api/t/${rider.tenant}/live`;
    expect((await server.fetch(new Request(address, { headers }))).status).toBe(503);
    expect(server.hub.listenerCount()).toBe(0);
    await server.close();
  });

  test("a bug is a plain 500: what happened goes to the log, without values, and not to the caller", async () => {
    const failing = new Error('duplicate key: Key (name)=(山田 花子) "SELECT secret"');
    const server = await withStore({ listTenants: () => Promise.reject(failing) });
    const answer = await ask(server, "/api/world");
    expect(answer.status).toBe(500);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(await answer.text()).not.toMatch(/山田|SELECT|\.ts/);
    const logged = house.logLines.filter((line) => line.includes('"bug"')).at(-1)!;
    expect(logged).toContain('"error":"Error"');
    expect(logged).not.toMatch(/山田|SELECT/);
    await server.close();
  });
});

describe("the log", () => {
  test("tells route, status and tenant of each request, and nothing of any person", async () => {
    const desk = await house.enter("call_operator");
    const member = house.towns[0]!.members[1]!;
    const found = await desk.send("GET", `members?q=${encodeURIComponent(member.kana.split(/\s/)[0]!)}`);
    const { id } = found.json.members[0];
    await book(desk, trip({ memberId: id }));
    await desk.send("POST", "session", { body: { login: "yamada.hanako", password: "himitsu no kotoba" } });
    const driver = await house.enter("driver");
    await driver.send("GET", "duty");
    const log = house.logLines.join("");
    expect(log).toContain(`"route":"/api/t/:tenant/members","status":200`);
    expect(log).toContain(`"tenant":"${desk.tenant}"`);
    for (const secret of [
      member.name,
      member.kana.split(/\s/)[0]!,
      member.phone,
      member.town,
      encodeURIComponent(member.kana.split(/\s/)[0]!),
    ])
      expect(log).not.toContain(secret);
    for (const secret of ["yamada", "himitsu", desk.cookie!.split(".")[1]!, id])
      expect(log).not.toContain(secret);
    for (const line of house.logLines) expect(() => JSON.parse(line)).not.toThrow();
  });
});

describe("answers", () => {
  const route = ROUTES.getWorld;
  const body = {
    mode: "demo",
    now: "2026-11-24T08:40:00+09:00",
    tenants: [{ id: "a", name: "A", secret: "s" }],
  };

  test("are cut to what their schema lists", () => {
    expect(JSON.stringify(encodeAnswer({ route, body, strict: false }))).not.toContain("secret");
  });

  test("that carry more are a bug where it is looked for, and so are those that carry less", () => {
    expect(() => encodeAnswer({ route, body, strict: true })).toThrow("tenants.0.secret");
    expect(() => encodeAnswer({ route, body: { ...body, now: "soon" }, strict: false })).toThrow(
      /now invalid_format/,
    );
  });
});

test("the wished language is the better one of those we speak", () => {
  expect(languageOf(null)).toBe("ja");
  expect(languageOf("en-GB,en;q=0.9,ja;q=0.8")).toBe("en");
  expect(languageOf("fr;q=1, ja;q=0.3, en;q=0.2")).toBe("ja");
  expect(languageOf("de, *;q=0.1")).toBe("ja");
  expect(languageOf("en;q=abc")).toBe("ja");
});

describe("the roads of 宇部市（デモ）", () => {
  test("are drawn from the map that is driven on, and sent packed only when they changed", async () => {
    const { buildDemoTown } = await import("@noriai/demo");
    const ube = await openHouse({ towns: [buildDemoTown({ today: "2026-11-20" as never })] });
    const roads = (headers: Record<string, string>) =>
      ube.server.fetch(new Request(`http://127.0.0.1/api/t/${ube.towns[0]!.tenant.id}/roads`, { headers }));
    const plain = (await (await roads({})).json()) as {
      type: string;
      features: unknown[];
      attribution: string;
    };
    expect(plain.type).toBe("FeatureCollection");
    expect(plain.features.length).toBeGreaterThan(5);
    const packed = await roads({ "accept-encoding": "gzip" });
    expect(JSON.parse(gunzipSync(await packed.arrayBuffer()).toString())).toEqual(plain);
    const again = await roads({ "if-none-match": packed.headers.get("etag")! });
    expect(again.status).toBe(304);

    const service = await ube.nobody().send("GET", "service");
    expect(service.json.travelBasis).toBe("road");
    expect(service.json.mapAttribution).toContain("OpenStreetMap");
    expect(service.json.stops).toHaveLength(40);
    expect(service.json.stops.every(({ servable }: { servable: boolean }) => servable)).toBe(true);

    const rider: Client = await ube.enter("rider");
    await book(rider);
    const driver = await ube.enter("driver");
    const line = await driver.send("GET", "duty/line");
    expect(line.json.coordinates.length).toBeGreaterThan(20);
    const late = clientOf(ube.server, rider.tenant, rider.cookie);
    expect((await late.send("POST", "quotes", { body: trip({ from: "s03" }), key: newKey() })).status).toBe(
      200,
    );
    await ube.close();
  }, 60_000);
});
