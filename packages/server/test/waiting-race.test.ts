import { problemOf } from "@noriai/booking";
import { verify } from "@noriai/dispatch";
import type { MemberId } from "@noriai/kernel";
import { replayDay } from "@noriai/store";
import { openTestStore, type TestStore } from "@noriai/store/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decisionWorld } from "../src/decision-world.ts";
import {
  createServer,
  fillDemoTown,
  type Listening,
  listen,
  realSources,
  type Server,
  type ServerWorld,
} from "../src/index.ts";
import { at, jsonLogTo, newKey, smallTowns, TODAY, text, trip } from "./house.ts";

const BOOKED = 16;
const WAITING = 12;
const NEWCOMERS = 6;
const SEATS = 4;
const town = smallTowns()[0]!;
const tenant = town.tenant.id;

let database: TestStore;
let servers: { readonly server: Server; readonly listening: Listening; readonly world: ServerWorld }[];
let memberIds: readonly MemberId[];

beforeAll(async () => {
  database = await openTestStore();
  const sources = realSources();
  await database.store.createTenant(town.tenant);
  await fillDemoTown({ store: database.store, sources, town, now: at("08:00") });
  memberIds = await database.store.inTenant(tenant, async (tx) => {
    const ids: MemberId[] = [];
    for (let n = 0; n < BOOKED + WAITING + NEWCOMERS; n++)
      ids.push((await tx.addMember(invented(n), { role: "system" }, at("08:00"))).id);
    return ids;
  });
  servers = [await openPort(), await openPort()];
}, 60_000);

afterAll(async () => {
  for (const { listening, server } of servers) {
    await listening.stop();
    await server.close();
  }
  await database.close();
}, 30_000);

/** Two servers on one database, both asking the waiting list as fast as they can. */
async function openPort() {
  const world: ServerWorld = {
    ...realSources(),
    mode: "demo",
    store: await database.openAnother(),
    now: () => at("08:40"),
    log: jsonLogTo([]),
    version: "0.0.0-test",
    strictAnswers: true,
    waitingEveryMs: 100,
  };
  const server = await createServer(world);
  const listening = await listen(server, { host: "127.0.0.1", port: 0 });
  if (!listening.ok) throw new Error(listening.error.kind);
  return { server, listening: listening.value, world };
}

const invented = (n: number) => ({
  name: `試験 ${n}`,
  kana: "しけん",
  phone: `0836-01-${String(n).padStart(4, "0")}`,
  town: "船木",
  birthDate: "1980-01-01" as never,
  disability: undefined,
});

test("many cancel, ask and wait at once on two servers: no seat is offered twice, and nobody overtakes who waits", async () => {
  const desks = await Promise.all(servers.map(({ listening }) => enterDesk(listening.port)));
  const deskOf = (n: number) => desks[n % 2]!;
  const booked: string[] = [];
  for (const [n, memberId] of memberIds.slice(0, BOOKED).entries()) {
    const booking = await book(deskOf(n), memberId);
    if (booking === undefined) break;
    booked.push(booking);
  }
  expect(booked.length).toBeGreaterThanOrEqual(SEATS);
  const early = memberIds.slice(BOOKED, BOOKED + WAITING / 2);
  for (const [n, memberId] of early.entries())
    expect((await deskOf(n)("POST", "waiting", wishOf(memberId))).status).toBe(200);

  const late = memberIds.slice(BOOKED + WAITING / 2, BOOKED + WAITING);
  const newcomers = memberIds.slice(BOOKED + WAITING);
  const freed = booked.slice(0, Math.floor(booked.length / 2));
  const outcomes = await Promise.all([
    ...freed.map((id, n) => deskOf(n)("POST", `bookings/${id}/cancel`, { reason: "" })),
    ...late.map((memberId, n) => deskOf(n)("POST", "waiting", wishOf(memberId))),
    ...newcomers.map((memberId, n) => deskOf(n)("POST", "quotes", wishOf(memberId))),
  ]);
  // Everybody gets one definite answer.
  expect(outcomes.filter(({ status }) => status !== 200)).toEqual([]);
  const overtaking = outcomes.filter(({ json }) => json.kind === "quote");
  expect(overtaking).toEqual([]);

  const day = await database.store.inTenant(tenant, (tx) => tx.loadDay(town.service, TODAY));
  const offered = (day.waiting ?? []).filter(({ quoteId }) => quoteId !== undefined);
  expect(offered.length).toBeGreaterThanOrEqual(1);
  expect(new Set(offered.map(({ quoteId }) => quoteId)).size).toBe(offered.length);
  // Everybody wishes the same, so those who were asked are those who came first.
  expect(offered.map(({ request }) => request.memberId)).toEqual(early.slice(0, offered.length));
  expect(offered.length).toBe(freed.length);

  const { server, world } = servers[0]!;
  const found = await server.towns.find(tenant);
  const problem = problemOf(decisionWorld({ world, town: found!, now: at("08:40") }), day);
  expect(verify({ problem, plan: day.plan })).toEqual([]);

  const said = await Promise.all(
    offered.map(({ quoteId }, n) => deskOf(n)("POST", `quotes/${quoteId}/confirm`)),
  );
  expect(said.map(({ status }) => status)).toEqual(offered.map(() => 200));
  const [log, stored] = await database.store.inTenant(tenant, async (tx) => [
    await tx.loadDecisions(town.service, TODAY),
    await tx.loadDay(town.service, TODAY),
  ]);
  expect(replayDay({ serviceDate: TODAY, log, stored }).mismatches).toEqual([]);
}, 120_000);

/** Everybody wants the same ride. */
const wishOf = (memberId: MemberId) =>
  trip({ memberId, to: "s05", time: { mode: "depart", at: text("10:00") } });

type Desk = (method: string, path: string, body?: object) => Promise<{ status: number; json: Answer }>;
// biome-ignore lint/suspicious/noExplicitAny: looked into by what is expected
type Answer = any;

async function enterDesk(port: number): Promise<Desk> {
  const origin = `http://127.0.0.1:${port}/api/t/${tenant}`;
  const entered = await fetch(`${origin}/demo-session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ role: "call_operator" }),
  });
  const cookie = entered.headers.get("set-cookie")!.split(";")[0]!;
  return async (method, path, body) => {
    const headers = { cookie, "idempotency-key": newKey(), "content-type": "application/json" };
    const answer = await fetch(`${origin}/${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, json: await answer.json() };
  };
}

async function book(desk: Desk, memberId: MemberId): Promise<string | undefined> {
  const asked = await desk("POST", "quotes", wishOf(memberId));
  if (asked.json.kind !== "quote") return undefined;
  return (await desk("POST", `quotes/${asked.json.quote.id}/confirm`)).json.id;
}
