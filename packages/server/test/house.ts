import { randomBytes } from "node:crypto";
import { problem } from "@noriai/api";
import { buildDemoTowns, type DemoTown } from "@noriai/demo";
import type { Role } from "@noriai/identity";
import {
  type EpochSeconds,
  instantOf,
  seededRandom,
  serviceDate,
  type TenantId,
  timeOfDay,
} from "@noriai/kernel";
import { openTestStore } from "@noriai/store/testing";
import { expect } from "vitest";
import {
  createServer,
  fillDemoTown,
  jsonLog,
  type Log,
  realSources,
  type Server,
  type ServerWorld,
} from "../src/index.ts";

/** A Tuesday after a holiday: 24 November 2026, twenty minutes before service begins. */
export const TODAY = serviceDate("2026-11-24");
export const at = (time: string, date = TODAY): EpochSeconds =>
  instantOf(date, timeOfDay(time), "Asia/Tokyo");
export const text = (time: string, date: string = TODAY): string => `${date}T${time}:00+09:00`;

export interface TestHouse {
  readonly server: Server;
  readonly world: ServerWorld;
  readonly towns: readonly DemoTown[];
  /** Connection string of the owner of this house's database. */
  readonly ownerUrl: string;
  /** The service time; tests move it. */
  readonly clock: { now: EpochSeconds; wall: EpochSeconds };
  readonly logLines: string[];
  /** Somebody who is not signed in. */
  readonly nobody: (tenant?: string) => Client;
  /** Signs in by the demo door. */
  readonly enter: (role: Role, tenant?: string) => Promise<Client>;
  readonly close: () => Promise<void>;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers by what they expect
  readonly json: any;
}

interface Sending {
  readonly body?: unknown;
  /** Sent as it is. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Client {
  readonly tenant: string;
  readonly cookie: string | undefined;
  /** Path below the tenant, or from the root when it begins with `/`. */
  send(method: string, path: string, sending?: Sending): Promise<Answered>;
}

const BUILT_ON = serviceDate("2026-11-20");

/** となり町, small and without a map, and a twin of it under another name. */
export const SMALL_TOWN: string = buildDemoTowns({ today: BUILT_ON })[1]!.tenant.id;
export const OTHER_TOWN = "kita-demo";

/** A server without a port on a fresh database with two towns; its clock stands at 08:40 until a test moves it. */
export async function openHouse({
  towns = smallTowns(),
  mode = "demo",
  ...changes
}: Partial<ServerWorld> & {
  readonly towns?: readonly DemoTown[];
  readonly guard?: Parameters<typeof createServer>[1];
} = {}): Promise<TestHouse> {
  const test = await openTestStore();
  const clock = { now: at("08:40"), wall: 1_790_000_000 as EpochSeconds };
  const logLines: string[] = [];

  const world: ServerWorld = {
    ...realSources(),
    mode,
    store: test.store,
    now: () => clock.now,
    wallNow: () => clock.wall,

    random: seededRandom(1),
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    log: jsonLogTo(logLines),
    version: "0.0.0-test",
    strictAnswers: true,
    ...changes,
  };
  const sources = realSources();
  for (const town of towns) {
    await test.store.createTenant(town.tenant);
    await fillDemoTown({ store: test.store, sources, town, now: clock.wall });
  }
  const server = await createServer(world, changes.guard ?? {});
  const first = towns[0]!.tenant.id;
  const nobody = (tenant: string = first) => clientOf(server, tenant, undefined);
  return {
    server,
    world,
    towns,
    ownerUrl: test.ownerUrl,
    clock,
    logLines,
    nobody,
    async enter(role, tenant = first) {
      const entered = await nobody(tenant).send("POST", "demo-session", { body: { role } });
      expect(entered.status, entered.text).toBe(200);
      return clientOf(server, tenant, entered.headers.get("set-cookie")!.split(";")[0]!);
    },
    async close() {
      await server.close();
      await test.close();
    },
  };
}

export function smallTowns(): readonly DemoTown[] {
  const [, tonari] = buildDemoTowns({ today: BUILT_ON });
  return [tonari!, { ...tonari!, tenant: { id: OTHER_TOWN as TenantId, name: "きた町（デモ）" } }];
}

export function clientOf(server: Pick<Server, "fetch">, tenant: string, cookie: string | undefined): Client {
  return {
    tenant,
    cookie,
    async send(method, path, { body, raw, key, headers = {} } = {}) {
      const address = path.startsWith("/") ? path : `/api/t/${tenant}/${path}`;
      const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
      const request = new Request(`http://127.0.0.1:8080${address}`, {
        method,
        headers: {
          ...(content !== undefined && { "content-type": "application/json" }),
          ...(cookie && { cookie }),
          ...(key && { "idempotency-key": key }),
          ...headers,
        },
        ...(content !== undefined && { body: content }),
      });
      return checked(await server.fetch(request));
    },
  };
}

/** What holds for every answer of the server, whatever was asked. */
async function checked(response: Response): Promise<Answered> {
  const { status, headers } = response;
  expect(headers.get("content-security-policy")).toMatch(/default-src 'self'.*frame-ancestors 'none'/);
  expect(headers.get("content-security-policy")).not.toContain("unsafe-inline");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("x-request-id")).toBeTruthy();
  const type = headers.get("content-type") ?? "";
  const answer = type.startsWith("text/event-stream") ? "" : await response.text();
  if (type.startsWith("text/event-stream")) await response.body?.cancel();
  if (status >= 400) {
    expect(type, answer).toBe("application/problem+json");
    const trouble = problem.parse(JSON.parse(answer));
    expect(trouble.status).toBe(status);
    expect(answer).not.toMatch(/\bat .*\.(ts|js|mjs):\d+|node_modules|Error:|SELECT |noriai\./);
  }
  expect(status, answer).not.toBe(500);
  return {
    status,
    headers,
    text: answer,
    json: /json/.test(type) && answer !== "" ? JSON.parse(answer) : undefined,
  };
}

export const NOBODY_ELSE = { general: 0, senior: 0, disabled: 0, child: 0, infant: 0 };

/** A trip request of the small town: stop 1 to stop 2, to be there at 10:30. */
export const trip = (changes: Record<string, unknown> = {}) => ({
  from: "s01",
  to: "s02",
  time: { mode: "arrive", at: text("10:30") },
  companions: NOBODY_ELSE,
  wheelchairs: 0,
  ...changes,
});

export const jsonLogTo = (lines: string[]): Log => jsonLog({ write: (line) => lines.push(line) });

let keys = 0;
export const newKey = (): string => `key-${++keys}`;

/** Asks for the trip and confirms the offer. */
export async function book(client: Client, request: object = trip()): Promise<Answered> {
  const asked = await client.send("POST", "quotes", { body: request, key: newKey() });
  expect(asked.json?.kind, asked.text).toBe("quote");
  const confirmed = await client.send("POST", `quotes/${asked.json.quote.id}/confirm`, { key: newKey() });
  expect(confirmed.status, confirmed.text).toBe(200);
  return confirmed;
}
