import { ROUTES, type Route, type RouteName } from "@noriai/api";
import type { Role } from "@noriai/identity";
import { seededRandom } from "@noriai/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answered, type Client, newKey, openHouse, type TestHouse, trip } from "./house.ts";
import { VALID } from "./valid-content.ts";

let house: TestHouse;
const clients = new Map<Role | "nobody", Client>();

beforeAll(async () => {
  house = await openHouse();
  clients.set("nobody", house.nobody());
  for (const role of ["rider", "call_operator", "driver", "transport_operator", "municipality"] as const)
    clients.set(role, await house.enter(role));
}, 30_000);
afterAll(() => house.close());

/** Somebody whom the route lets in, so that the content itself is looked at. */
function callerOf({ access }: Route): Client {
  if (access === "public" || access === "demo") return clients.get("nobody")!;
  if (access === "signed-in") return clients.get("rider")!;
  return [...clients].find(([role]) => access.includes(role as Role))![1];
}

const send = (
  name: RouteName,
  sending: { query?: string; body?: unknown; raw?: string | Uint8Array<ArrayBuffer>; id?: string },
) => {
  const route: Route = ROUTES[name];
  const caller = callerOf(route);
  const path = route.path.replace(":tenant", caller.tenant).replace(/:\w+/, sending.id ?? "some-id");
  const query = sending.query === undefined ? "" : `?${sending.query}`;
  const { query: _, id: __, ...content } = sending;
  return caller.send(route.method, `${path}${query}`, { ...content, key: newKey() });
};

/** The harness has checked problem+json, kind, no stack and no 500 already. */
function expectClearAnswer(answer: Answered, what: string): void {
  expect(answer.status, what).toBeLessThan(500);
  if (answer.status === 400 && answer.json.kind !== "missing-idempotency-key")
    expect(answer.json.fields?.length, `${what}: ${answer.text}`).toBeGreaterThan(0);
}

/** A command that an empty object says already; some of what is sent is proper JSON and no more than that. */
const needsNothing = (name: RouteName): boolean => (ROUTES[name] as Route).body!.safeParse({}).success;

const withBody = (Object.keys(VALID) as RouteName[]).filter((name) => VALID[name]!.body !== undefined);
const withQuery = (Object.keys(VALID) as RouteName[]).filter((name) => VALID[name]!.query !== undefined);

/** Values that have broken servers. */
const GARBAGE: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  -0.5,
  1.5,
  1e21,
  2 ** 31,
  2 ** 53,
  "",
  " ",
  "a",
  "0",
  "９",
  "null",
  [],
  [[]],
  {},
  { a: 1 },
  [null],
  "あ".repeat(300),
  "x".repeat(10_000),
  "'; DROP TABLE noriai.bookings; --",
  "<script>alert(1)</script>",
  "../../etc/passwd",
  "%00",
  "\u0000",
  "a\u0000b",
  "\u202Eabc",
  "\ud800",
  "\udfff\ud800",
  "𠮷野家",
  "e\u0301".repeat(50),
  "\r\nSet-Cookie: a=b",
  "2026-02-30",
  "0000-01-01",
  "9999-12-31",
  "2026-11-24T25:00:00+09:00",
  "2026-11-24T09:00:00",
  "2026-11-24T09:00:00.123456789Z",
  "1999-12-31T23:59:59Z",
  "9999-12-31T23:59:59+14:00",
  "NaN",
  "Infinity",
  "-0",
  "1e400",
  "{{7*7}}",
  "$" + "{7*7}",
  "__proto__",
];

const RAW: readonly (string | Uint8Array<ArrayBuffer>)[] = [
  "",
  " ",
  "{",
  "}",
  "[]",
  "null",
  "0",
  '"text"',
  "{'a':1}",
  '{"a":1,}',
  '{"a":1}{"b":2}',
  "NaN",
  "undefined",
  '{"__proto__":{"role":"auditor"}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '{"a":1,"a":2}',
  '{"a":{"b":1,"b":2}}',
  '{"a":"\\u0000"}',
  '{"a":"\\ud800"}',
  "[".repeat(50_000),
  '{"a":'.repeat(2_000),
  `{"a":"${"x".repeat(60_000)}"}`,
  `{"a":1e${"9".repeat(400)}}`,
  new Uint8Array([0xff, 0xfe, 0x7b]),
  new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d]),
  new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d]),
  new Uint8Array(1000),
];

/** Every path to a value inside, as lists of names. */
function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [[...path]];
  return [[...path], ...Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, [...path, name]))];
}

function replaced(value: unknown, path: readonly string[], by: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return by;
  if (Array.isArray(value))
    return value.map((inner, i) => (String(i) === name ? replaced(inner, rest, by) : inner));
  const copy = { ...(value as Record<string, unknown>) };
  if (rest.length === 0 && by === undefined) delete copy[name];
  else copy[name] = replaced(copy[name], rest, by);
  return copy;
}

describe("bad content", () => {
  const seed = Number(process.env.NORIAI_SEED ?? 20261124);
  test(`in every field of every route it gets a clear answer (seed ${seed})`, async () => {
    const random = seededRandom(seed);
    let count = 0;
    for (const name of withBody)
      for (const path of pathsOf(VALID[name]!.body))
        for (const garbage of [undefined, ...GARBAGE]) {
          if (garbage !== undefined && random() < 0.65) continue; // each run skips others
          const body = replaced(VALID[name]!.body, path, garbage);
          if (body === undefined) continue;
          expectClearAnswer(
            await send(name, { body }),
            `${name} ${path.join(".")} = ${JSON.stringify(garbage)}`,
          );
          count++;
        }
    expect(count).toBeGreaterThan(700);
  }, 300_000);

  test("that is no proper JSON is refused, and what to mend is named", async () => {
    for (const name of withBody)
      for (const raw of RAW) {
        const answer = await send(name, { raw });
        const wanted = needsNothing(name) ? [200, 400, 413, 429] : [400, 404, 409, 413, 429];
        expect(wanted, `${name} ${String(raw).slice(0, 40)}`).toContain(answer.status);
        expectClearAnswer(answer, `${name} ${String(raw).slice(0, 40)}`);
      }
  }, 240_000);

  test("in addresses and queries gets a clear answer", async () => {
    const texts = GARBAGE.filter((value) => typeof value === "string").map((value) => value as string);
    for (const name of withQuery) {
      const names = [...new URLSearchParams(VALID[name]!.query).keys()];
      for (const field of names)
        for (const value of texts) {
          const query = new URLSearchParams(VALID[name]!.query);
          query.set(field, value);
          expectClearAnswer(
            await send(name, { query: query.toString() }),
            `${name}?${field}=${value.slice(0, 30)}`,
          );
        }
      for (const query of ["%", "%ff", "a=%00", "=", "&&&", `${VALID[name]!.query}&${VALID[name]!.query}`])
        expectClearAnswer(await send(name, { query }), `${name}?${query}`);
    }
    const ids = texts
      .map((value) => encodeURIComponent(value.toWellFormed()))
      .concat("%", "%ff", "%2e%2e", "..%2f..");
    for (const name of ["releaseQuote", "cancelBooking", "getDutyLine", "listMemberBookings"] as const)
      for (const id of ids.filter((value) => value !== "")) {
        const content = VALID[name] ?? {};
        expectClearAnswer(await send(name, { ...content, id }), `${name} ${id.slice(0, 30)}`);
      }
  }, 240_000);
});

describe("the answer to bad input", () => {
  const ask = (sending: Parameters<Client["send"]>[2]) =>
    clients.get("rider")!.send("POST", "quotes", { key: newKey(), ...sending });

  test("names every field and its mend, in the user's language", async () => {
    const body = {
      ...trip({ from: "", time: { mode: "soon", at: "10 o'clock" } }),
      wheelchairs: -1,
      companions: undefined,
    };
    const ja = await ask({ body });
    expect(ja.json.title).toBe("入力を確認してください");
    expect(
      Object.fromEntries(ja.json.fields.map(({ name, message }: Record<string, string>) => [name, message])),
    ).toEqual({
      from: "入力してください。",
      "time.mode": "次のどれかにしてください: depart, arrive",
      "time.at": "日時を 2026-11-21T09:00:00+09:00 の形で入力してください。",
      companions: "入力してください。",
      wheelchairs: "0 以上にしてください。",
    });
    const en = await ask({ body, headers: { "accept-language": "fr, en;q=0.8, ja;q=0.5" } });
    expect(en.json.title).toBe("Please check what you entered");
    expect(en.json.fields[0]).toEqual({ name: "from", message: "Please fill this in." });
  });

  test.each([
    [
      "another content type",
      { raw: "a=1", headers: { "content-type": "application/x-www-form-urlencoded" } },
      415,
    ],
    ["no content type that says JSON", { raw: "{}", headers: { "content-type": "text/plain" } }, 415],
    [
      "another character set",
      { raw: "{}", headers: { "content-type": "application/json; charset=shift_jis" } },
      415,
    ],
    ["packed content", { raw: "{}", headers: { "content-encoding": "gzip" } }, 415],
    ["more than 64 kB", { raw: `{"a":"${"x".repeat(70_000)}"}` }, 413],
    ["a length that is too large", { raw: "{}", headers: { "content-length": "999999999" } }, 413],
  ])("refuses %s", async (_what, sending, status) => {
    expect((await ask(sending)).status).toBe(status);
  });

  test.each([
    ["a name twice", '{"from":"s01","from":"s02"}', "from", "同じ名前"],
    ["a name of JavaScript's own", '{"time":{"__proto__":{}}}', "__proto__", "使えません"],
    ["a control character", '{"from":"a\\u0000"}', "from", "制御文字"],
    ["too deep a nesting", "[".repeat(20), "", "深すぎます"],
  ])("points at %s", async (_what, raw, name, message) => {
    const { status, json } = await ask({ raw });
    expect(status).toBe(400);
    expect(json.fields[0].name).toBe(name);
    expect(json.fields[0].message).toContain(message);
  });

  test("a terminal may send 256 kB of events", async () => {
    const events = Array.from({ length: 400 }, (_, n) => ({
      id: `e${n}-${"x".repeat(40)}`,
      dutyId: "no-such-duty",
      at: "2026-11-24T09:00:00+09:00",
      kind: "boarded",
      bookingId: "b".repeat(60),
    }));
    const body = { events };
    expect(JSON.stringify(body).length).toBeGreaterThan(64 * 1024);
    const answer = await clients.get("driver")!.send("POST", "duty/events", { body });
    expect(answer.status).toBe(200);
    expect(answer.json.results[0]).toMatchObject({ outcome: "refused", rejection: { kind: "unknown-duty" } });
    const tooMuch = { raw: `{"events":"${"x".repeat(300_000)}"}` };
    expect((await clients.get("driver")!.send("POST", "duty/events", tooMuch)).status).toBe(413);
  });

  test("an unknown path is not found, a wrong method says which ones there are", async () => {
    const nobody = clients.get("nobody")!;
    expect((await nobody.send("GET", "/api/no/such/path")).json.kind).toBe("not-found");
    expect((await nobody.send("GET", "/api")).json.kind).toBe("not-found");
    const wrong = await nobody.send("PATCH", "session");
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get("allow")).toBe("POST, GET, DELETE");
  });

  test.each([
    ["another site's page", { "sec-fetch-site": "cross-site" }],
    ["a page of the same domain but another host", { "sec-fetch-site": "same-site" }],
    ["another origin", { origin: "https://evil.example" }],
    ["an origin that hides", { origin: "null" }],
  ])("a writing request from %s is refused", async (_what, headers) => {
    const answer = await ask({ body: trip(), headers });
    expect(answer.status).toBe(403);
    expect(answer.json.kind).toBe("cross-site");
  });

  test("our own pages may write", async () => {
    const headers = {
      origin: "http://127.0.0.1:8080",
      "sec-fetch-site": "same-origin",
      host: "127.0.0.1:8080",
    };
    expect((await ask({ body: trip(), headers })).status).toBe(200);
  });
});
