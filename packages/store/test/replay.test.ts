import { type Day, decide } from "@noriai/booking";
import { defaultWeights } from "@noriai/dispatch";
import type { TenantId } from "@noriai/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chainSha256 } from "../src/decision-log/logged-decision.ts";
import { replayDay } from "../src/decision-log/replay-day.ts";
import type { DecisionLog } from "../src/repositories/decisions.ts";
import { openTestStore, type TestStore } from "../src/testing.ts";
import { BUSY_SERVICE, liveBusyDay, type Tally } from "./support/busy-day.ts";
import { HANAKO } from "./support/fill.ts";
import { asOwner } from "./support/owner.ts";
import { bookingOf, change, DESK, MONDAY, T0 } from "./support/town.ts";

const SEED = 20_261_130;
const TOWN = "busy-town" as TenantId;
let it: TestStore;
let tally: Tally;
let log: DecisionLog;
let stored: Day;

const load = (tenant: TenantId): Promise<[DecisionLog, Day]> =>
  it.store.inTenant(tenant, async (tx) => [
    await tx.loadDecisions(BUSY_SERVICE, MONDAY),
    await tx.loadDay(BUSY_SERVICE, MONDAY),
  ]);

beforeAll(async () => {
  it = await openTestStore({ engine: "engine-1" });
  await it.store.createTenant({ id: TOWN, name: TOWN });
  tally = await liveBusyDay(it.store, { tenant: TOWN, seed: SEED, wishes: 60 });
  [log, stored] = await load(TOWN);
});
afterAll(() => it.close());

const replay = (changes: Partial<Parameters<typeof replayDay>[0]> = {}) =>
  replayDay({ serviceDate: MONDAY, log, stored, ...changes });

/** The log with one line changed. */
const withLine = (no: number, change: (line: DecisionLog["lines"][number]) => object): DecisionLog => ({
  ...log,
  lines: log.lines.map((line) => (line.no === no ? { ...line, ...change(line) } : line)),
});

describe(`a busy day (seed ${SEED})`, () => {
  test("holds everything that can be decided on a day", () => {
    for (const what of [
      "quote quote",
      "quote refusal",
      "confirm booking",
      "confirm intake-stopped",
      "release released",
      "cancel cancelled",
      "task recorded",
      "improve improved",
      "replan replanned",
    ])
      expect(tally[what] ?? 0, `${what} in ${JSON.stringify(tally)}`).toBeGreaterThan(0);
    expect(log.lines.length).toBeGreaterThan(100);
  });

  test("decided again from its log gives the same plans, byte for byte", () => {
    expect(replay()).toEqual({ decisions: log.lines.length, engines: ["engine-1"], mismatches: [] });
  });

  test("is logged in the order in which its versions came, without a gap", () => {
    expect(log.lines.map(({ no }) => no)).toEqual(log.lines.map((_, k) => k + 1));
    expect(log.lines.map(({ version }) => version)).toEqual(
      log.lines.map(({ version }) => version).toSorted((a, b) => a - b),
    );
    expect(log.lines.at(-1)!.version).toBe(stored.version);
  });

  test("keeps its grounds once, and no reason that somebody typed", () => {
    expect(log.grounds.size).toBe(1);
    expect(log.lines.filter(({ kind }) => kind === "cancel").length).toBeGreaterThan(0);
    expect(JSON.stringify(log.lines)).not.toContain("花子");
  });
});

/** The wish of a request, one second or a few later. */
const otherTime = ({ given }: DecisionLog["lines"][number]) => ({
  given: given.replace(/"at":(\d+)(\d)/, (_, head, last) => `"at":${head}${last === "0" ? 1 : 0}`),
});

/** What somebody would write who can write the whole log. */
function chainedAnew(altered: DecisionLog): DecisionLog {
  let chain = "";
  const lines = altered.lines.map((line) => {
    chain = chainSha256(chain, line);
    return { ...line, chainSha256: chain };
  });
  return { ...altered, lines };
}

describe("a fault is noticed:", () => {
  test("one changed byte of a line, at that line", () => {
    const { no } = log.lines.find(({ kind }) => kind === "quote")!;
    expect(replay({ log: withLine(no, otherTime) }).mismatches[0]).toEqual({ kind: "line-altered", no });
  });

  test("one changed byte whose hashes were made to fit, by the plan that comes of it", () => {
    const { no } = log.lines.find(({ kind, version }) => kind === "quote" && version > 3)!;
    const { mismatches } = replay({ log: chainedAnew(withLine(no, otherTime)) });
    expect(mismatches[0]).toMatchObject({ no });
    expect(["plan-differs", "changes-differ"]).toContain(mismatches[0]!.kind);
  });

  test("a line that was made to fit its own hash, at the next one", () => {
    const altered = withLine(7, () => ({ chainSha256: "0".repeat(64) }));
    expect(replay({ log: altered }).mismatches).toEqual([
      { kind: "line-altered", no: 7 },
      { kind: "line-altered", no: 8 },
    ]);
  });

  test("a line that is gone, in the middle, at the beginning or at the end", () => {
    const without = (no: number): DecisionLog => ({
      ...log,
      lines: log.lines.filter((line) => line.no !== no),
    });
    expect(replay({ log: without(5) }).mismatches).toContainEqual({ kind: "line-missing", no: 5 });
    expect(replay({ log: without(log.lines.length) }).mismatches).toEqual([
      { kind: "stored-plan-differs", version: stored.version },
    ]);
    const late = { ...log, lines: log.lines.filter(({ version }) => version > 4) };
    expect(replay({ log: late }).mismatches).toEqual([{ kind: "log-begins-late", version: 5 }]);
    expect(replay({ log: { ...log, lines: [] } }).mismatches).toEqual([
      { kind: "log-begins-late", version: stored.version + 1 },
    ]);
  });

  test("a service or a travel time that is not the one of then", () => {
    const [hash, grounds] = [...log.grounds][0]!;
    const service = grounds.service.replace('"seats":4', '"seats":5');
    const altered = { ...log, grounds: new Map([[hash, { ...grounds, service }]]) };
    expect(replay({ log: altered }).mismatches[0]).toEqual({ kind: "grounds-altered", no: 1 });
  });

  test("a weight of the engine that has changed since, in the first plan that it makes differ", () => {
    const weights = defaultWeights as { -readonly [K in keyof typeof defaultWeights]: number };
    const before = { ...weights };
    try {
      for (const weight of Object.keys(weights) as (keyof typeof weights)[]) weights[weight] = 0;
      const { mismatches } = replay();
      expect(mismatches.map(({ kind }) => kind)).toContain("plan-differs");
    } finally {
      Object.assign(weights, before);
    }
    expect(replay().mismatches).toEqual([]);
  });

  test("a rule that has changed since", () => {
    const stricter: typeof decide = (world, day, matter) =>
      decide(
        {
          ...world,
          service: {
            ...world.service,
            standards: { ...world.service.standards, rideOffset: 0 as never, rideFactorPermille: 1000 },
          },
        },
        day,
        matter,
      );
    expect(replay({ decide: stricter }).mismatches.length).toBeGreaterThan(0);
  });

  test("a decision that needs more from the world than then", () => {
    const curious: typeof decide = (world, day, matter) => {
      for (let k = 0; k < 5; k++) world.newId();
      return decide(world, day, matter);
    };
    expect(replay({ decide: curious }).mismatches[0]).toMatchObject({ kind: "not-decidable", no: 1 });
  });

  test("a plan that was altered behind the log", () => {
    const routes = stored.plan.routes.map((route) => ({ ...route, visits: route.visits.slice(1) }));
    expect(replay({ stored: { ...stored, plan: { routes } } }).mismatches).toEqual([
      { kind: "stored-plan-differs", version: stored.version },
    ]);
  });

  test("a change of the day that no decision made", async () => {
    const town = "tampered-town" as TenantId;
    await it.store.createTenant({ id: town, name: town });
    const member = await it.store.inTenant(town, async (tx) => {
      await tx.saveService(BUSY_SERVICE, DESK, T0);
      return (await tx.addMember(HANAKO, DESK, T0)).id;
    });
    await it.store.decideOnDay({
      ...change(town, () => [{ kind: "booking-confirmed", booking: bookingOf("B1", member) }]),
      service: BUSY_SERVICE,
    });
    const [lines, day] = await load(town);
    expect(replayDay({ serviceDate: MONDAY, log: lines, stored: day }).mismatches.length).toBeGreaterThan(0);
  });
});

test("the application can add to the log, and nobody can change or remove a line", async () => {
  await asOwner(it.ownerUrl, async (client) => {
    await client.query("SELECT set_config('noriai.tenant_id', $1, false)", [TOWN]);
    for (const statement of [
      "UPDATE noriai.decisions SET given = '{}'",
      "DELETE FROM noriai.decisions",
      "UPDATE noriai.decision_grounds SET service = '{}'",
      "TRUNCATE noriai.decisions",
    ])
      await expect(client.query(statement), statement).rejects.toMatchObject({ code: "42501" });
  });
});
