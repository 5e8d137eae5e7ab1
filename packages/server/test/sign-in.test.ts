import type { Role } from "@noriai/identity";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addAccount, realSources } from "../src/index.ts";
import { createPasswordDesk } from "../src/password-desk.ts";
import { createSignInLimit } from "../src/sign-in-limit.ts";
import { openHouse, SMALL_TOWN, type TestHouse } from "./house.ts";

const PASSWORD = "正しい 馬の 電池と staple";
let house: TestHouse;

beforeAll(async () => {
  house = await openHouse({ mode: "production", publicOrigin: "https://noriai.example.jp" });
  const added = await add({ role: "municipality", login: "kikaku" });
  expect(added).toMatchObject({ ok: true });
}, 30_000);
afterAll(() => house.close());

const add = (account: {
  role: Role;
  login: string;
  password?: string;
  memberNo?: string;
  vehicle?: string;
  tenant?: string;
}) =>
  addAccount({ store: house.world.store, sources: realSources() }, {
    tenant: SMALL_TOWN,
    password: PASSWORD,
    displayName: "企画課",
    ...account,
  } as never);

const signIn = (login: string, password: string) =>
  house.nobody().send("POST", "session", { body: { login, password } });

describe("signing in", () => {
  test("in production opens a session in a cookie that scripts and other sites cannot use", async () => {
    const answer = await signIn("Kikaku", PASSWORD);
    expect(answer.json).toEqual({
      role: "municipality",
      displayName: "企画課",
      lastUpdateId: expect.any(Number),
    });
    expect(answer.headers.get("set-cookie")).toMatch(
      new RegExp(
        `^__Secure-noriai=${SMALL_TOWN}\\.[\\w-]{43}; Max-Age=43200; Path=/api/t/${SMALL_TOWN}; HttpOnly; SameSite=Lax; Secure$`,
      ),
    );
    expect(answer.headers.get("strict-transport-security")).toMatch(/max-age=\d{8}/);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  test("a session ends after its time", async () => {
    const answer = await signIn("kikaku", PASSWORD);
    const cookie = answer.headers.get("set-cookie")!.split(";")[0]!;
    const board = () => house.nobody().send("GET", "board", { headers: { cookie } });
    expect((await board()).status).toBe(200);
    house.clock.wall = (house.clock.wall + 12 * 3600) as never;
    expect((await board()).status).toBe(401);
  });

  test("an unknown login and a wrong password get the same answer and cost the same", async () => {
    const [wrong, unknown] = [
      await signIn("kikaku", "not this one at all"),
      await signIn("nobody", PASSWORD),
    ];
    expect(wrong.status).toBe(401);
    expect(unknown.text).toBe(wrong.text);
    const time = async (login: string) => {
      const began = performance.now();
      await signIn(login, "not this one at all");
      return performance.now() - began;
    };
    const known = Math.min(await time("kikaku"), await time("kikaku"), await time("kikaku"));
    const nobody = Math.min(await time("nobody"), await time("nobody"), await time("nobody"));
    expect(nobody).toBeGreaterThan(known / 4); // the password is checked against a hash either way
  });

  test("each session opened and closed stands in the audit log, which is read page by page", async () => {
    const cookieOf = async () => (await signIn("kikaku", PASSWORD)).headers.get("set-cookie")!.split(";")[0]!;
    const [headers, ending] = [{ cookie: await cookieOf() }, { cookie: await cookieOf() }];
    expect((await house.nobody().send("DELETE", "session", { headers: ending })).status).toBe(204);
    const page = async (query: string) =>
      (await house.nobody().send("GET", `audit?${query}`, { headers })).json.entries;
    const whole = await page("limit=3");
    expect(whole.map(({ event }: { event: string }) => event)).toEqual([
      "session-closed",
      "session-opened",
      "session-opened",
    ]);
    const [first] = await page("limit=1");
    expect([first, ...(await page(`limit=2&before=${first.id}`))]).toEqual(whole);
  });

  test("refused sign-ins stand in the audit log, without what was typed", async () => {
    await signIn("kikaku", "typed-password");
    await signIn("typed-login", PASSWORD);
    const cookie = (await signIn("kikaku", PASSWORD)).headers.get("set-cookie")!.split(";")[0]!;
    const audit = await house.nobody().send("GET", "audit?limit=500", { headers: { cookie } });
    const refused = audit.json.entries.filter(({ event }: { event: string }) => event === "session-refused");
    expect(refused[0]).toMatchObject({ subject: "unknown", role: "system", purpose: "sign-in" });
    expect(refused[1].subject).not.toBe("unknown");
    expect(audit.text).not.toMatch(/typed-|kikaku/);
  });

  test("after ten failures a login has to wait, also with the right password, and is told how long", async () => {
    await add({ role: "auditor", login: "kansa" });
    for (let n = 0; n < 10; n++) expect((await signIn("kansa", `wrong password ${n}`)).status).toBe(401);
    const waiting = await signIn("KANSA", PASSWORD);
    expect(waiting.status).toBe(429);
    expect(Number(waiting.headers.get("retry-after"))).toBeGreaterThan(800);
    expect((await signIn("kikaku", PASSWORD)).status).toBe(200);
  });

  test("a demo account has no password to guess", async () => {
    for (const password of ["none", "", " ", "demo"])
      expect([400, 401]).toContain((await signIn("demo-auditor-1", password)).status);
  });

  test("production knows no demo door", async () => {
    const nobody = house.nobody();
    expect((await nobody.send("POST", "demo-session", { body: { role: "auditor" } })).status).toBe(404);
    expect((await nobody.send("PUT", "/api/demo/clock", { body: { action: "pause" } })).status).toBe(404);
    expect((await nobody.send("GET", "/api/world")).json).not.toHaveProperty("demoClock");
  });
});

describe("the first accounts", () => {
  test.each([
    [{ role: "auditor", login: "kikaku" }, "login-taken"],
    [{ role: "auditor", login: "a b" }, "login-malformed"],
    [{ role: "auditor", login: "short", password: "short" }, "password-too-short"],
    [{ role: "auditor", login: "lost", tenant: "no-such-town" }, "unknown-tenant"],
    [{ role: "rider", login: "rider1" }, "member-needed"],
    [{ role: "rider", login: "rider1", memberNo: "99999" }, "unknown-member"],
    [{ role: "driver", login: "driver1" }, "vehicle-needed"],
    [{ role: "driver", login: "driver1", vehicle: "no-such" }, "unknown-vehicle"],
  ] as const)("%o: %s", async (account, kind) => {
    expect(await add(account)).toMatchObject({ ok: false, error: { kind } });
  });

  test("a driver with a vehicle and a rider with a member number come in", async () => {
    expect(await add({ role: "driver", login: "driver1", vehicle: "v1" })).toMatchObject({ ok: true });
    const memberNo = house.towns[0]!.members[0]!.memberNo;
    expect(await add({ role: "rider", login: "rider1", memberNo })).toMatchObject({ ok: true });
    expect((await signIn("rider1", PASSWORD)).json).toMatchObject({ role: "rider", fareClass: "senior" });
  });
});

describe("the limits before the password", () => {
  const attempt = (login: string, address = "192.0.2.1") => ({ tenant: "t", login, address });

  test("failures are forgotten after a quarter of an hour, and by signing in", () => {
    let ms = 0;
    const limit = createSignInLimit(() => ms);
    for (let n = 0; n < 10; n++) limit.failed(attempt("a"));
    expect(limit.waitFor(attempt("A"))).toBe(900);
    ms = 899_000;
    expect(limit.waitFor(attempt("a"))).toBe(1);
    ms = 900_000;
    expect(limit.waitFor(attempt("a"))).toBeUndefined();
    for (let n = 0; n < 9; n++) limit.failed(attempt("a"));
    limit.succeeded(attempt("a"));
    limit.failed(attempt("a"));
    expect(limit.waitFor(attempt("a"))).toBeUndefined();
  });

  test("one address that tries many names has to wait, others do not", () => {
    const limit = createSignInLimit(() => 0);
    for (let n = 0; n < 60; n++) limit.failed(attempt(`name${n}`));
    expect(limit.waitFor(attempt("new"))).toBe(900);
    expect(limit.waitFor(attempt("new", "192.0.2.2"))).toBeUndefined();
  });

  test("few passwords are checked at once, some wait, the rest are told to come again", async () => {
    const desk = createPasswordDesk({ atOnce: 2, waitingMax: 3 });
    let working = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++working);
      await new Promise((done) => setTimeout(done, 5));
      working--;
      return "done";
    };
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => desk.serve(work)));
    expect(most).toBe(2);
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === "busy")).toHaveLength(5);
    expect(await desk.serve(work)).toBe("done");
    await expect(desk.serve(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect(await desk.serve(work)).toBe("done");
  });
});
