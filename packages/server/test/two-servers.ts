import { problemOf } from "@noriai/booking";
import type { DemoTown } from "@noriai/demo";
import { verify } from "@noriai/dispatch";
import type { MemberId } from "@noriai/kernel";
import { openTestStore, type TestStore } from "@noriai/store/testing";
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
import { type Answered, at, jsonLogTo, newKey, TODAY } from "./house.ts";

/** A town on one database with two servers, each with a port and connections of its own. */
export interface TwoServers {
  readonly database: TestStore;
  readonly memberIds: readonly MemberId[];
  /** Where one of the two can be reached. */
  originOf(server: number): string;
  /** Enters the demo in a role, over a real connection to one of the two. */
  enter(server: number, role: string): Promise<Caller>;
  /** What `verify` finds wrong with today's plan as it is stored. */
  faults(): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

export interface Told extends Pick<Answered, "status" | "json"> {
  /** When the answer was there, in milliseconds. */
  readonly heardAt: number;
}

export type Caller = (method: string, path: string, body?: object) => Promise<Told>;

const NOW = at("08:40");

/** @param members  so many are registered beside those of the town */
export async function openTwoServers({
  town,
  members,
  ...more
}: { readonly town: DemoTown; readonly members: number } & Partial<ServerWorld>): Promise<TwoServers> {
  const database = await openTestStore();
  const tenant = town.tenant.id;
  await database.store.createTenant(town.tenant);
  await fillDemoTown({ store: database.store, sources: realSources(), town, now: at("08:00") });
  const memberIds = await database.store.inTenant(tenant, async (tx) => {
    const ids: MemberId[] = [];
    for (let n = 0; n < members; n++)
      ids.push((await tx.addMember(invented(n), { role: "system" }, at("08:00"))).id);
    return ids;
  });
  const ports = [await openPort(database, more), await openPort(database, more)];
  const originOf = (server: number) => `http://127.0.0.1:${ports[server]!.listening.port}/api/t/${tenant}`;
  return {
    database,
    memberIds,
    originOf,
    enter: (server, role) => enter(originOf(server), role),
    async faults() {
      const { server, world } = ports[0]!;
      const found = await server.towns.find(tenant);
      const day = await database.store.inTenant(tenant, (tx) => tx.loadDay(town.service, TODAY));
      const problem = problemOf(decisionWorld({ world, town: found!, now: NOW }), day);
      return verify({ problem, plan: day.plan });
    },
    async close() {
      for (const { listening, server } of ports) {
        await listening.stop();
        await server.close();
      }
      await database.close();
    },
  };
}

interface Port {
  readonly server: Server;
  readonly listening: Listening;
  readonly world: ServerWorld;
}

async function openPort(database: TestStore, more: Partial<ServerWorld>): Promise<Port> {
  const world: ServerWorld = {
    ...realSources(),
    mode: "demo",
    store: await database.openAnother(),
    now: () => NOW,
    log: jsonLogTo([]),
    version: "0.0.0-test",
    strictAnswers: true,
    ...more,
  };
  const server = await createServer(world);
  const listening = await listen(server, { host: "127.0.0.1", port: 0 });
  if (!listening.ok) throw new Error(listening.error.kind);
  return { server, listening: listening.value, world };
}

async function enter(origin: string, role: string): Promise<Caller> {
  const send = (method: string, path: string, body?: object, cookie = "") => {
    const headers = { cookie, "idempotency-key": newKey(), "content-type": "application/json" };
    return fetch(`${origin}/${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  };
  const entered = await send("POST", "demo-session", { role });
  const cookie = entered.headers.get("set-cookie")!.split(";")[0]!;
  return async (method, path, body) => {
    const answer = await send(method, path, body, cookie);
    const json = await answer.json();
    return { status: answer.status, heardAt: performance.now(), json };
  };
}

const invented = (n: number) => ({
  name: `試験 ${n}`,
  kana: "しけん",
  phone: `0836-01-${String(n).padStart(4, "0")}`,
  town: "船木",
  birthDate: "1980-01-01" as never,
  disability: undefined,
});
