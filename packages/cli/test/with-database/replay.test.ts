import { decide, type Matter, nextOperatingDay } from "@noriai/booking";
import {
  type EpochSeconds,
  instantOf,
  ok,
  type QuoteId,
  type ServiceDate,
  serviceDate,
  serviceDateOf,
  type TenantId,
  timeOfDay,
} from "@noriai/kernel";
import { buildTown, createDemoTowns, engineVersion, realSources } from "@noriai/server";
import { openTestStore, type TestStore } from "@noriai/store/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asOwner } from "../../../store/test/support/owner.ts";
import { JAPANESE } from "../../src/index.ts";
import { noriai } from "../terminal.ts";

const TOWN = "ube-tonari" as TenantId;
const sources = realSources();
let it: TestStore;
let date: ServiceDate;

/** One rider asks and confirms on the next operating day of the demo's small town. */
beforeAll(async () => {
  it = await openTestStore({ engine: engineVersion() });
  await createDemoTowns({ store: it.store, sources });
  const by = { role: "system" } as const;
  const { service, memberId } = await it.store.inTenant(TOWN, async (tx) => {
    const found = (await tx.findService())!;
    const hanako = { name: "宇部 花子", kana: "うべ はなこ", phone: "0836-55-1234", town: "常盤町" };
    const rest = { birthDate: serviceDate("1948-02-29"), disability: undefined };
    return {
      service: found,
      memberId: (await tx.addMember({ ...hanako, ...rest }, by, sources.wallNow())).id,
    };
  });
  date = nextOperatingDay(
    service,
    serviceDateOf((sources.wallNow() + 86_400) as EpochSeconds, "Asia/Tokyo"),
  )!;
  const now = instantOf(date, timeOfDay("08:00"), service.timeZone);
  const town = buildTown({ tenant: { id: TOWN, name: "" }, service, stored: undefined });
  const world = {
    ...sources,
    ...{ service, now, travel: town.travel },
    findMember: () => ({ id: memberId, birthDate: undefined, disability: undefined }),
  };
  const take = <M extends Matter>(matter: M) =>
    it.store.decideOnDay({
      ...{ tenant: TOWN, service, serviceDate: date, actor: by, now },
      decide: (day) => decide(world, day, matter),
    });
  const answer = await take({
    kind: "quote",
    request: {
      ...{ memberId, channel: "phone", serviceDate: date, wheelchairs: 0 },
      ...{ from: service.stops[0]!.id, to: service.stops[1]!.id },
      time: { mode: "arrive", at: instantOf(date, timeOfDay("10:30"), service.timeZone) },
      party: { general: 1, senior: 0, disabled: 0, child: 0, infant: 0 },
    },
  });
  const quoteId = (answer.kind === "quote" ? answer.quote.id : "none") as QuoteId;
  await take({ kind: "confirm", quoteId, memberId });
});
afterAll(() => it.close());

const openDesk = async () => ok({ store: it.store, sources, close: async () => {} });
const replay = (...more: string[]) =>
  noriai(["replay", "--tenant", TOWN, "--date", date, ...more], { openDesk });

test("noriai replay says that every plan is the same, and ends with 0", async () => {
  expect(await replay()).toEqual({
    code: 0,
    out: `ube-tonari ${date}: 2 decisions, every plan the same.`,
    err: "",
  });
});

test("noriai replay --json says the same for programs", async () => {
  const { code, out } = await replay("--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    ...{ tenant: TOWN, date, same: true, decisions: 2, mismatches: [] },
    ...{ engine: engineVersion(), engines: [engineVersion()] },
  });
});

test("a date on which nothing was decided is the same as ever", async () => {
  const words = ["replay", "--tenant", TOWN, "--date", "2020-01-06"];
  expect(await noriai(words, { openDesk })).toMatchObject({
    code: 0,
    out: expect.stringContaining("0 decisions"),
  });
});

test("one byte changed in the database behind our back is told line by line, and ends with 1", async () => {
  await asOwner(it.ownerUrl, async (client) => {
    await client.query("ALTER TABLE noriai.decisions DISABLE TRIGGER append_only");
    await client.query("SELECT set_config('noriai.tenant_id', $1, false)", [TOWN]);
    await client.query(
      "UPDATE noriai.decisions SET given = replace(given, '\"arrive\"', '\"depart\"') WHERE decision_no = 1",
    );
  });
  const { code, out } = await replay();
  expect(code).toBe(1);
  expect(out).toContain("Decision 1: the line is not what was written.");
  expect(out).toMatch(/Decision 1: (another plan|the same plan, but another)/);
  expect(out).toMatch(/: 2 decisions, \d mismatches\.$/);
  const japanese = await noriai(["replay", "--tenant", TOWN, "--date", date], { openDesk, texts: JAPANESE });
  expect(japanese.out).toContain("決定1：記録が書かれたときのままではありません。");
});

test("what is no date and who is no tenant is asked for again", async () => {
  const no = await noriai(["replay", "--tenant", TOWN, "--date", "tomorrow"], { openDesk });
  expect(no).toMatchObject({ code: 2, err: expect.stringContaining("“tomorrow” is not a date") });
  const nobody = await noriai(["replay", "--tenant", "atlantis", "--date", date], { openDesk });
  expect(nobody).toMatchObject({ code: 1, err: expect.stringContaining("There is no tenant atlantis") });
});
