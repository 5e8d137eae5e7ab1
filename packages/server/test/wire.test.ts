import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Listening, listen } from "../src/index.ts";
import { openHouse, type TestHouse } from "./house.ts";

let house: TestHouse;
let listening: Listening;

beforeAll(async () => {
  house = await openHouse();
  const opened = await listen(house.server, { host: "127.0.0.1", port: 0 });
  if (!opened.ok) throw new Error(opened.error.kind);
  listening = opened.value;
}, 30_000);
afterAll(async () => {
  await listening.stop();
  await house.close();
});

/** Sends bytes as they are and returns what comes back until the server hangs up or falls silent. */
function converse(bytes: string | Uint8Array): Promise<string> {
  return new Promise((done) => {
    let heard = "";
    const socket = connect(listening.port, "127.0.0.1", () => socket.end(bytes));
    socket.setTimeout(3000, () => socket.destroy());
    socket.on("data", (piece) => (heard += piece.toString("latin1")));
    socket.on("error", () => {});
    socket.on("close", () => done(heard));
  });
}

const get = (target: string, ...headers: string[]): string =>
  [`GET ${target} HTTP/1.1`, "Host: 127.0.0.1", "Connection: close", ...headers, "", ""].join("\r\n");
const post = (body: string, ...headers: string[]): string =>
  [
    `POST /api/t/${house.towns[0]!.tenant.id}/session HTTP/1.1`,
    "Host: 127.0.0.1",
    "Connection: close",
    ...headers,
    "",
    body,
  ].join("\r\n");

describe("on the wire", () => {
  test("what is not proper HTTP, or not to be believed, gets a 4xx or nothing, and the server goes on", async () => {
    const json = "Content-Type: application/json";
    const odd: (string | Uint8Array)[] = [
      "\0\0\0\0",
      "hello\r\n\r\n",
      "GET\r\n\r\n",
      new Uint8Array(5000).fill(255),
      get("http://[/"),
      get("//"),
      get("//evil.example/api/world"),
      get("/%"),
      get("/api/t/%ff/service"),
      get("/api/t/%00/service"),
      get("/api/t/../../etc/passwd"),
      get(`/${"a".repeat(20_000)}`),
      get("/api/world", `X-Big: ${"b".repeat(20_000)}`),
      get("/api/world", "Host: a b c"),
      get("/api/world", "Host: evil.example:99999"),
      get("/api/world", "Cookie: \x01\x02=\x03"),
      "GET /api/world HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n",
      "GET /api/world HTTP/1.1\r\nConnection: close\r\n\r\n",
      "GET /api/world HTTP/9.9\r\nHost: a\r\n\r\n",
      "BREW /api/world HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
      "TRACE /api/world HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
      post("{}", json, "Content-Length: 2", "Content-Length: 3"),
      post("{}", json, "Content-Length: 2", "Transfer-Encoding: chunked"),
      post("{}", json, "Content-Length: -1"),
      post("{}", json, "Content-Length: 99999999999999999999"),
      post("zz\r\n{}\r\n0\r\n\r\n", json, "Transfer-Encoding: chunked"),
      post('{"login":"a"', json, "Content-Length: 4000"),
    ];
    for (const bytes of odd) {
      const heard = await converse(bytes);
      const shown = String(bytes).slice(0, 60);
      expect(heard, shown).not.toMatch(/^HTTP\/1\.1 5/);
      expect(heard, shown).not.toMatch(/\bat .*\.(ts|js|mjs):\d+/);
    }
    const health = await fetch(`http://127.0.0.1:${listening.port}/healthz`);
    expect(health.status).toBe(200);
  }, 60_000);

  test("a caller who hangs up in the middle disturbs nobody", async () => {
    const sockets = Array.from({ length: 30 }, () => connect(listening.port, "127.0.0.1"));
    for (const socket of sockets) {
      socket.on("error", () => {});
      socket.write(get(`/api/t/${house.towns[0]!.tenant.id}/service`));
      setTimeout(() => socket.destroy(), 1);
    }
    await new Promise((done) => setTimeout(done, 100));
    const world = await fetch(`http://127.0.0.1:${listening.port}/api/world`);
    expect(world.status).toBe(200);
    expect(await world.json()).toMatchObject({ mode: "demo" });
  });
});
