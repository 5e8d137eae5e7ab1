import { problemOf } from "@noriai/booking";
import { verify } from "@noriai/dispatch";
import type { MemberId } from "@noriai/kernel";
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

const REQUESTS = 200;
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
    for (let n = 0; n < REQUESTS; n++)
      ids.push((await tx.addMember(invented(n), { role: "system" }, at("08:00"))).id);
    return ids;
  });
  servers = [await openPort(), await openPort()];
}, 60_000);

afterAll(async () => {
  for (const { listening } of servers) await listening.stop();
  await database.close();
}, 30_000);

/** Two servers, each with a port and connections of its own, on one database. */
async function openPort() {
  const world: ServerWorld = {
    ...realSources(),
    mode: "demo",
    store: await database.openAnother(),
    now: () => at("08:40"),
    log: jsonLogTo([]),
    version: "0.0.0-test",
    strictAnswers: true,
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

test("[SAP-5.1-5] 200 requests at once for the last seats sell no seat twice", async () => {
  const desks = await Promise.all(servers.map(({ listening }) => enterDesk(listening.port)));
  const outcomes = await Promise.all(memberIds.map((memberId, n) => bookOverHttp(desks[n % 2]!, memberId)));

  // Everybody gets one definite answer.
  expect(outcomes.filter((outcome) => outcome !== "booked" && outcome !== "refused")).toEqual([]);
  const booked = outcomes.filter((outcome) => outcome === "booked").length;
  expect(booked).toBeGreaterThanOrEqual(SEATS);
  expect(booked).toBeLessThan(REQUESTS);

  const day = await database.store.inTenant(tenant, (tx) => tx.loadDay(town.service, TODAY));
  expect(day.bookings.size).toBe(booked);
  const { server, world } = servers[0]!;
  const found = await server.towns.find(tenant);
  const problem = problemOf(decisionWorld({ world, town: found!, now: at("08:40") }), day);
  expect(verify({ problem, plan: day.plan })).toEqual([]);
  expect(await overfullLegs()).toEqual([]);
}, 90_000);

test("the recount sees a seat that was sold twice", () => {
  const visits = ["a", "b", "c", "d", "e"].flatMap((tripId) => [{ tripId, kind: "pickup" as const }]);
  const persons = new Map(visits.map(({ tripId }) => [tripId, 1]));
  expect(legsOver(SEATS, visits, persons)).toEqual(["4: 5 aboard"]);
  expect(legsOver(SEATS + 1, visits, persons)).toEqual([]);
});

async function enterDesk(port: number): Promise<{ readonly origin: string; readonly cookie: string }> {
  const origin = `http://127.0.0.1:${port}/api/t/${tenant}`;
  const answer = await fetch(`${origin}/demo-session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ role: "call_operator" }),
  });
  return { origin, cookie: answer.headers.get("set-cookie")!.split(";")[0]! };
}

/** Asks and confirms over a real connection; says what came of it. */
async function bookOverHttp(
  { origin, cookie }: { readonly origin: string; readonly cookie: string },
  memberId: MemberId,
): Promise<string> {
  const post = async (path: string, body?: object) => {
    const headers = { cookie, "idempotency-key": newKey(), "content-type": "application/json" };
    const answer = await fetch(`${origin}/${path}`, {
      method: "POST",
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, json: await answer.json() };
  };
  const request = trip({ memberId, to: "s05", time: { mode: "depart", at: text("10:00") } });
  const asked = await post("quotes", request);
  if (asked.status !== 200) return `quote ${asked.status} ${JSON.stringify(asked.json)}`;
  if (asked.json.kind === "refusal") return "refused";
  const confirmed = await post(`quotes/${asked.json.quote.id}/confirm`);
  return confirmed.status === 200
    ? "booked"
    : `confirm ${confirmed.status} ${JSON.stringify(confirmed.json)}`;
}

/** Counts who is aboard on each leg, from what another connection reads, by code that shares nothing with the engine. */
async function overfullLegs(): Promise<string[]> {
  const reader = await database.openAnother();
  const { bookings, plan } = await reader.inTenant(tenant, (tx) => tx.loadDay(town.service, TODAY));
  const persons = new Map<string, number>(
    [...bookings.values()].map(({ id, request }) => [
      id,
      Object.values(request.party).reduce((a, b) => a + b, 0),
    ]),
  );
  const visits = plan.routes.flatMap((route) => route.visits);
  expect(new Set(visits.map(({ tripId }) => tripId))).toEqual(new Set(persons.keys()));
  expect(visits).toHaveLength(2 * persons.size);
  return plan.routes.flatMap((route) => legsOver(SEATS, route.visits, persons));
}

function legsOver(
  seats: number,
  visits: readonly { readonly tripId: string; readonly kind: string }[],
  persons: ReadonlyMap<string, number>,
): string[] {
  let aboard = 0;
  return visits.flatMap(({ tripId, kind }, leg) => {
    aboard += kind === "pickup" ? persons.get(tripId)! : -persons.get(tripId)!;
    return aboard > seats ? [`${leg}: ${aboard} aboard`] : [];
  });
}
