import type { Day, Service, Taken } from "@noriai/booking";
import type { EpochSeconds, ServiceDate } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { KeptDay } from "../decision-log/day-steps.ts";
import { changesSha256, planSha256 } from "../decision-log/fingerprint.ts";
import { type Grounds, groundsOf } from "../decision-log/grounds.ts";
import { keptChanges } from "../decision-log/kept-changes.ts";
import { chainSha256, givenJson, type LoggedDecision } from "../decision-log/logged-decision.ts";
import type { Actor } from "../door.ts";
import type { DayKey } from "../schema.ts";
import { dayKey } from "./days.ts";

/** The log of one service date, in order, with the grounds that its lines name. */
export interface DecisionLog {
  readonly lines: readonly LoggedDecision[];
  readonly grounds: ReadonlyMap<string, Grounds>;
}

/** Adds a decision to the log of a locked day, in the transaction of what it changed. */
export async function appendDecision(
  context: Context,
  day: DayKey,
  { taken, before, by }: Deciding,
): Promise<void> {
  const { given, changes } = taken;
  const grounds = groundsOf(given.world);
  await keepGrounds(context, grounds);
  const last = await lastLine(context, day);
  const line = {
    no: (last?.decision_no ?? 0) + 1,
    kind: given.matter.kind,
    decidedAt: given.world.now,
    given: givenJson(given),
    groundsSha256: grounds.sha256,
    engine: context.engine,
    version: taken.day.version,
    planSha256: planSha256(taken.day.plan),
    changesSha256: changesSha256(changes),
  };
  const chained = { ...line, chainSha256: chainSha256(last?.chain_sha256 ?? "", line) };
  await context.db
    .insertInto("decisions")
    .values({
      ...day,
      ...columnsOf(chained),
      changes: JSON.stringify(keptChanges(before, changes)),
      actor_account: by.account ?? null,
      role: by.role,
    })
    .execute();
}

interface Deciding {
  /** Its day as stored. */
  readonly taken: Taken<unknown>;
  readonly before: Day;
  readonly by: Actor;
}

const columnsOf = (line: LoggedDecision) => ({
  decision_no: line.no,
  kind: line.kind,
  decided_at: line.decidedAt as EpochSeconds,
  given: line.given,
  grounds_sha256: line.groundsSha256,
  engine: line.engine,
  version: line.version,
  plan_sha256: line.planSha256,
  changes_sha256: line.changesSha256,
  chain_sha256: line.chainSha256,
});

/** Everything that was decided on a date, in order. */
export async function loadDecisions(
  context: Context,
  service: Service,
  serviceDate: ServiceDate,
): Promise<DecisionLog> {
  const rows = await linesOf(context, dayKey(context.tenant, service, serviceDate))
    .select(LOGGED)
    .execute();
  const lines = rows.map((row) => ({
    no: row.decision_no,
    kind: row.kind,
    decidedAt: row.decided_at,
    given: row.given,
    groundsSha256: row.grounds_sha256,
    engine: row.engine,
    version: row.version,
    planSha256: row.plan_sha256,
    changesSha256: row.changes_sha256,
    chainSha256: row.chain_sha256,
  }));
  return { lines, grounds: await findGrounds(context, hashesIn(lines)) };
}

/** Everything but what a line changed, which is large and decides nothing. */
const LOGGED = [
  "decision_no",
  "kind",
  "decided_at",
  "given",
  "grounds_sha256",
  "engine",
  "version",
  "plan_sha256",
  "changes_sha256",
  "chain_sha256",
] as const;

/** Everything that was decided on a date, in order, with what it changed. */
export async function loadKeptDay(
  context: Context,
  service: Service,
  serviceDate: ServiceDate,
): Promise<KeptDay> {
  const rows = await linesOf(context, dayKey(context.tenant, service, serviceDate))
    .select([...LOGGED, "actor_account", "role", "changes"])
    .execute();
  const lines = rows.map((row) => ({
    no: row.decision_no,
    at: row.decided_at as EpochSeconds,
    by: { ...(row.actor_account && { account: row.actor_account }), ...(row.role && { role: row.role }) },
    given: row.given,
    groundsSha256: row.grounds_sha256,
    version: row.version,
    planSha256: row.plan_sha256,
    changesSha256: row.changes_sha256,
    changes: row.changes,
  }));
  return { lines, grounds: await findGrounds(context, hashesIn(lines)) };
}

const linesOf = ({ db }: Context, day: DayKey) =>
  db
    .selectFrom("decisions")
    .where("tenant_id", "=", day.tenant_id)
    .where("service_id", "=", day.service_id)
    .where("service_date", "=", day.service_date)
    .orderBy("decision_no");

const hashesIn = (lines: readonly { readonly groundsSha256: string }[]): readonly string[] => [
  ...new Set(lines.map(({ groundsSha256 }) => groundsSha256)),
];

async function findGrounds(
  { tenant, db }: Context,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Grounds>> {
  if (hashes.length === 0) return new Map();
  const rows = await db
    .selectFrom("decision_grounds")
    .select(["grounds_sha256 as sha256", "service", "travel"])
    .where("tenant_id", "=", tenant)
    .where("grounds_sha256", "in", [...hashes])
    .execute();
  return new Map(rows.map((grounds) => [grounds.sha256, grounds]));
}

/** They are large and rarely new: looked for first. */
async function keepGrounds({ tenant, db }: Context, { sha256, service, travel }: Grounds): Promise<void> {
  const known = await db
    .selectFrom("decision_grounds")
    .select("grounds_sha256")
    .where("tenant_id", "=", tenant)
    .where("grounds_sha256", "=", sha256)
    .executeTakeFirst();
  if (known !== undefined) return;
  await db
    .insertInto("decision_grounds")
    .values({ tenant_id: tenant, grounds_sha256: sha256, service, travel: Buffer.from(travel) })
    .onConflict((conflict) => conflict.columns(["tenant_id", "grounds_sha256"]).doNothing())
    .execute();
}

/** How many decisions a date has by now. */
export async function lastDecisionNo(
  context: Context,
  service: Service,
  serviceDate: ServiceDate,
): Promise<number> {
  const last = await lastLine(context, dayKey(context.tenant, service, serviceDate));
  return last?.decision_no ?? 0;
}

const lastLine = ({ db }: Context, day: DayKey) =>
  db
    .selectFrom("decisions")
    .select(["decision_no", "chain_sha256"])
    .where("tenant_id", "=", day.tenant_id)
    .where("service_id", "=", day.service_id)
    .where("service_date", "=", day.service_date)
    .orderBy("decision_no", "desc")
    .limit(1)
    .executeTakeFirst();
