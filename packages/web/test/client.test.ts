import { ROUTES } from "@noriai/api";
import { expect, test } from "vitest";
import { makeCall, type RouteTable } from "../src/client.ts";
import { makeIntention } from "../src/intention.ts";

const routes = Object.fromEntries(
  Object.entries(ROUTES).map(([name, { method, path }]) => [name, [method, path]]),
) as unknown as RouteTable;

/** A door to a server that gives one answer and writes down what it was asked. */
function doorTo(answer: () => Response | Promise<Response>) {
  const asked: { url: string; init: RequestInit }[] = [];
  const send = async (url: unknown, init: RequestInit | undefined) => {
    asked.push({ url: String(url), init: init! });
    return answer();
  };
  return { asked, call: makeCall({ routes, send: send as typeof fetch, language: () => "en" }) };
}
const params = { tenant: "ube-demo" };
const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });

test("a call takes method and path from the route table and fills in the address", async () => {
  const { asked, call } = doorTo(() => json({ members: [] }));
  const found = await call("searchMembers", { params: { tenant: "a/b" }, query: { q: "山田 花" } });
  expect(found).toEqual({ ok: true, value: { members: [] } });
  expect(asked[0]!.url).toBe("/api/t/a%2Fb/members?q=%E5%B1%B1%E7%94%B0+%E8%8A%B1");
  expect(asked[0]!.init.method).toBe("GET");
});

test("a command carries its intention and the language of the page", async () => {
  const { asked, call } = doorTo(() => json({}));
  await call("confirmQuote", { params: { ...params, quoteId: "q1" }, idempotencyKey: "k1" });
  expect(asked[0]!.init.headers).toMatchObject({ "Idempotency-Key": "k1", "Accept-Language": "en" });
  expect(asked[0]!.init.headers).not.toHaveProperty("Content-Type");
});

test("a body travels as JSON", async () => {
  const { asked, call } = doorTo(() => json({}));
  await call("enterDemo", { params, body: { role: "rider" } });
  expect(asked[0]!.init.body).toBe('{"role":"rider"}');
  expect(asked[0]!.init.headers).toMatchObject({ "Content-Type": "application/json" });
});

test("a problem of the server is a value", async () => {
  const problem = { type: "urn:x", title: "Please sign in", status: 401, kind: "not-signed-in" };
  const { call } = doorTo(() => json(problem, 401));
  expect(await call("getSession", { params })).toEqual({ ok: false, error: problem });
});

test("a network that fails is a value", async () => {
  const { call } = doorTo(() => Promise.reject(new TypeError("network")));
  expect(await call("getWorld", {})).toMatchObject({ ok: false, error: { kind: "offline" } });
});

test("an answer that is no JSON is a value", async () => {
  const { call } = doorTo(() => new Response("<html>Bad gateway</html>", { status: 502 }));
  expect(await call("getWorld", {})).toMatchObject({
    ok: false,
    error: { kind: "unreadable-answer", status: 502 },
  });
});

test("an answer without a body is nothing", async () => {
  const { call } = doorTo(() => new Response(null, { status: 204 }));
  expect(await call("signOut", { params })).toEqual({ ok: true, value: null });
});

test("pressing again after a lost connection carries the same key; another wish or a settled one a new key", () => {
  let made = 0;
  const intention = makeIntention(() => `k${++made}`);
  const wish = { body: { from: "s01" } };
  expect(intention.keyFor(wish)).toBe("k1");
  expect(intention.keyFor({ body: { from: "s01" } })).toBe("k1");
  expect(intention.keyFor({ body: { from: "s02" } })).toBe("k2");
  intention.settle();
  expect(intention.keyFor({ body: { from: "s02" } })).toBe("k3");
});
