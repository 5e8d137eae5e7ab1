import { timingSafeEqual } from "node:crypto";
import {
  CODES_COUNTED_SECONDS,
  CODES_PER_ASKER,
  CODES_PER_TARGET,
  type CodeWindow,
  codeWait,
  ONE_TIME_CODE_SECONDS,
  ONE_TIME_CODE_TRIES_MAX,
} from "@noriai/identity";
import { type CodeId, type EpochSeconds, earlier, later, seconds } from "@noriai/kernel";
import { type Selectable, sql } from "kysely";
import { targetOfAddress } from "../code-target.ts";
import type { Context } from "../context.ts";
import type { Actor, AuditEvent } from "../door.ts";
import type { FieldCipher } from "../field-cipher.ts";
import type { Tables } from "../schema.ts";
import type {
  CodeAddress,
  CodeReceiver,
  GivenCode,
  KeptCode,
  NewCode,
  OpenedCode,
  TriedCode,
} from "../words/one-time-codes.ts";
import { appendAudit } from "./audit.ts";

const SYSTEM: Actor = { role: "system" };

export async function openCode(context: Context, code: NewCode, now: EpochSeconds): Promise<OpenedCode> {
  const { db, tenant } = context;
  const cipher = await context.cipher();
  const target = cipher.index("one-time code target", code.target);
  const asker = cipher.index("one-time code asker", code.asker);
  // Always in this order, so that nobody who holds the second lock waits for a first.
  const waits = [
    await waitFor(context, { by: "target_index", index: target, windows: CODES_PER_TARGET }, now),
    await waitFor(context, { by: "asker_index", index: asker, windows: CODES_PER_ASKER }, now),
  ];
  const wait = Math.max(...waits);
  if (wait > 0) return { kind: "wait", seconds: seconds(wait) };
  const codeId = context.newId() as CodeId;
  const endsAt = later(now, ONE_TIME_CODE_SECONDS);
  await db
    .insertInto("one_time_codes")
    .values({
      ...{ tenant_id: tenant, code_id: codeId, purpose: code.purpose },
      ...{ target_index: target, asker_index: asker, subject: null, address: null },
      code_hash: hashOf(cipher, { ...code, codeId }),
      ...{ issued_at: now, ends_at: endsAt },
    })
    .execute();
  await note(context, "code-issued", { subject: codeId, purpose: code.purpose, now });
  return { kind: "opened", codeId, endsAt };
}

interface Counted {
  readonly by: "target_index" | "asker_index";
  readonly index: Buffer;
  readonly windows: readonly CodeWindow[];
}

/** How long until another may be had; nobody else counts the same until the end of the transaction. */
async function waitFor(
  context: Context,
  { by, index, windows }: Counted,
  now: EpochSeconds,
): Promise<number> {
  await waitForTurn(context, `${by} ${index.toString("hex")}`);
  return codeWait(await issuedTo(context, { by, value: index }, now), windows, now) ?? 0;
}

/** One after the other, so that many at one moment get no more codes than they would in a row. */
async function waitForTurn({ db, tenant }: Context, name: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`noriai code ${tenant} ${name}`}, 0))`.execute(
    db,
  );
}

async function issuedTo(
  { db, tenant }: Context,
  { by, value }: { readonly by: Counted["by"] | "subject"; readonly value: Buffer | string },
  now: EpochSeconds,
): Promise<readonly EpochSeconds[]> {
  const rows = await db
    .selectFrom("one_time_codes")
    .select("issued_at")
    .where("tenant_id", "=", tenant)
    .where(by, "=", value)
    .where("issued_at", ">", earlier(now, seconds(CODES_COUNTED_SECONDS)))
    .orderBy("issued_at")
    .execute();
  return rows.map(({ issued_at }) => issued_at);
}

export async function giveCode(
  context: Context,
  { id, to }: { readonly id: CodeId; readonly to: CodeReceiver },
  now: EpochSeconds,
): Promise<GivenCode> {
  const { db, tenant } = context;
  const wait = to.subject === undefined ? undefined : await waitOf(context, to.subject, now);
  if (wait !== undefined) return { kind: "wait", seconds: seconds(wait) };
  const sealed = (await context.cipher()).seal(addressOf(id), JSON.stringify(to.address));
  await db
    .updateTable("one_time_codes")
    .set({ address: sealed, subject: to.subject ?? null })
    .where("tenant_id", "=", tenant)
    .where("code_id", "=", id)
    .execute();
  return { kind: "given" };
}

/** One person may be named by number and by phone: both ways together give no more codes than one. */
async function waitOf(context: Context, subject: string, now: EpochSeconds): Promise<number | undefined> {
  await waitForTurn(context, `subject ${subject}`);
  const issued = await issuedTo(context, { by: "subject", value: subject }, now);
  return codeWait(issued, CODES_PER_TARGET.slice(1), now);
}

export async function redeemCode(
  context: Context,
  tried: TriedCode,
  now: EpochSeconds,
): Promise<CodeReceiver | undefined> {
  const { codeId, purpose } = tried;
  const row = await context.db
    .selectFrom("one_time_codes")
    .selectAll()
    .where("tenant_id", "=", context.tenant)
    .where("code_id", "=", codeId)
    .forUpdate()
    .executeTakeFirst();
  const receiver = row && (await receiverOf(context, row, { tried, now }));
  const event = receiver === undefined ? "code-refused" : "code-redeemed";
  await note(context, event, { subject: row === undefined ? "unknown" : codeId, purpose, now });
  return receiver;
}

/** Whom a code lets in. A try counts as one even for a code that is nobody's, so that nobody can tell. */
async function receiverOf(
  context: Context,
  row: Selectable<Tables["one_time_codes"]>,
  { tried, now }: { readonly tried: TriedCode; readonly now: EpochSeconds },
): Promise<CodeReceiver | undefined> {
  const { code_id: id, used_at, ends_at, tries, address, subject } = row;
  if (used_at !== null || ends_at <= now || tries >= ONE_TIME_CODE_TRIES_MAX) return undefined;
  const cipher = await context.cipher();
  const isRight = timingSafeEqual(row.code_hash, hashOf(cipher, tried)) && row.purpose === tried.purpose;
  const isUsed = isRight && address !== null;
  await context.db
    .updateTable("one_time_codes")
    .set(isUsed ? { used_at: now } : { tries: tries + 1 })
    .where("tenant_id", "=", context.tenant)
    .where("code_id", "=", id)
    .execute();
  if (!isUsed) return undefined;
  const opened: CodeAddress = JSON.parse(cipher.open(addressOf(id), address));
  return { address: opened, ...(subject !== null && { subject }) };
}

export async function keepCodeWords(context: Context, id: CodeId, words: string): Promise<void> {
  await context.db
    .updateTable("one_time_codes")
    .set({ words: (await context.cipher()).seal(wordsOf(id), words) })
    .where("tenant_id", "=", context.tenant)
    .where("code_id", "=", id)
    .execute();
}

export async function listKeptCodes(context: Context, limit: number): Promise<readonly KeptCode[]> {
  const rows = await context.db
    .selectFrom("one_time_codes")
    .select(["code_id", "purpose", "address", "words", "issued_at"])
    .where("tenant_id", "=", context.tenant)
    .where("words", "is not", null)
    .where("address", "is not", null)
    .orderBy("issued_at", "desc")
    .orderBy("code_id", "desc")
    .limit(limit)
    .execute();
  if (rows.length === 0) return [];
  const cipher = await context.cipher();
  return rows.map(({ code_id: codeId, purpose, address, words, issued_at }) => ({
    ...{ codeId, purpose, issuedAt: issued_at },
    means: (JSON.parse(cipher.open(addressOf(codeId), address!)) as CodeAddress).kind,
    words: cipher.open(wordsOf(codeId), words!),
  }));
}

/**
 * Leaves nothing of these addresses in codes that were sent to register, which name nobody else by whom they could be found.
 * The codes stay counted, so that nobody gets more of them by leaving.
 */
export async function forgetAddresses(context: Context, addresses: readonly CodeAddress[]): Promise<void> {
  if (addresses.length === 0) return;
  const cipher = await context.cipher();
  const targets = addresses.map((address) => cipher.index("one-time code target", targetOfAddress(address)));
  await context.db
    .updateTable("one_time_codes")
    .set({ address: null, words: null })
    .where("tenant_id", "=", context.tenant)
    .where("purpose", "=", "register")
    .where("target_index", "in", targets)
    .execute();
}

/** Codes that no limit counts any more. */
export async function forgetCodes({ tenant, db }: Context, now: EpochSeconds): Promise<void> {
  await db
    .deleteFrom("one_time_codes")
    .where("tenant_id", "=", tenant)
    .where("issued_at", "<=", earlier(now, seconds(CODES_COUNTED_SECONDS)))
    .execute();
}

/** Keyed with the tenant's own key and bound to the one code: whoever reads the database cannot try the million. */
const hashOf = (cipher: FieldCipher, { codeId, purpose, code }: TriedCode): Buffer =>
  cipher.index("one-time code", `${codeId} ${purpose} ${code}`);

const addressOf = (id: CodeId) => ({ table: "one_time_codes", column: "address", row: id });
const wordsOf = (id: CodeId) => ({ table: "one_time_codes", column: "words", row: id });

const note = (
  context: Context,
  event: AuditEvent,
  { now, ...of }: { readonly subject: string; readonly purpose: string; readonly now: EpochSeconds },
): Promise<void> => appendAudit(context, [{ event, ...of }], { by: SYSTEM, now });
