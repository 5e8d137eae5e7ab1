import type { AccountId, EpochSeconds, MemberId, ServiceDate } from "@noriai/kernel";
import { sql } from "kysely";
import type { Context } from "../context.ts";
import type { Actor, MemberRecord } from "../door.ts";
import { normalisePhone } from "../phone-number.ts";
import type { CodeAddress } from "../words/one-time-codes.ts";
import { appendAudit } from "./audit.ts";
import { advanceCounter } from "./counters.ts";
import { listChannels } from "./member-channels.ts";
import { keptMembers, openMember } from "./members.ts";
import { forgetAddresses } from "./one-time-codes.ts";
import { forgetAnswersAbout } from "./remembered-answers.ts";

/** `bookings-ahead`: somebody still waits to be driven, or is driven today; nothing was erased. */
export type Erasure = "erased" | "not-found" | "bookings-ahead";

/** Who erases, and the service date of the moment: what nobody closed on an earlier one is not ahead. */
export interface Erasing {
  readonly by: Actor;
  readonly now: EpochSeconds;
  readonly today: ServiceDate;
}

/**
 * Erases a person: every value that names, finds or describes them, plain or sealed, wherever it stands. The row of the
 * member keeps its id, which from then on belongs to nobody, so that rides, refusals and the log of who read the record
 * stay whole and a day can be decided again. Nothing new can be booked for it: `addBooking` looks.
 */
export async function eraseMember(context: Context, id: MemberId, acting: Erasing): Promise<Erasure> {
  const { tenant } = context;
  // Whoever books for the member at this moment waits here, or has written the booking that is found below.
  const row = await keptMembers(context).where("member_id", "=", id).forUpdate().executeTakeFirst();
  if (row === undefined) return "not-found";
  if (await hasBookingsAhead(context, id, acting.today)) return "bookings-ahead";
  const record = openMember(await context.cipher(), row);
  await keepNumberTaken(context, record);
  await forgetAnswersAbout(context, { id, texts: textsOf(record) });
  await forgetRinging(context, record);
  await forgetAddresses(context, await ownAddresses(context, record, acting));
  await eraseAccounts(context, id);
  for (const statement of STATEMENTS) await statement(tenant, id, acting.now).execute(context.db);
  await sql`
    UPDATE noriai.members
    SET erased_at = ${acting.now}, member_no = NULL, name = NULL, kana = NULL, phone = NULL, town = NULL,
      birth_date = NULL, phone_index = NULL, phone_claimed_at = NULL, kana_index = '{}', town_index = '{}',
      disability = NULL, contact = NULL, needs = NULL, language = NULL
    WHERE tenant_id = ${tenant} AND member_id = ${id}`.execute(context.db);
  await appendAudit(context, [{ event: "member-erased", subject: id }], acting);
  return "erased";
}

export async function wasErased({ tenant, db }: Context, id: MemberId): Promise<boolean> {
  const row = await db
    .selectFrom("members")
    .select("member_id")
    .where("tenant_id", "=", tenant)
    .where("member_id", "=", id)
    .where("erased_at", "is not", null)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * What other tables hold of a person, beside the record itself. A table that begins to hold something of a person gets
 * its line here; a test compares the list with the catalogue.
 */
const STATEMENTS = [
  (tenant: string, id: MemberId) =>
    sql`UPDATE noriai.member_changes SET before = NULL, after = NULL WHERE tenant_id = ${tenant} AND member_id = ${id}`,
  (tenant: string, id: MemberId) =>
    sql`UPDATE noriai.bookings SET cancellation_reason = NULL WHERE tenant_id = ${tenant} AND member_id = ${id}`,
  (tenant: string, id: MemberId) =>
    sql`UPDATE noriai.no_show_notes SET words = NULL WHERE tenant_id = ${tenant} AND booking_id IN
      (SELECT booking_id FROM noriai.bookings WHERE tenant_id = ${tenant} AND member_id = ${id})`,
  // Whom they helped is not to be named by them any more either.
  (tenant: string, id: MemberId) =>
    sql`UPDATE noriai.calls SET delegate_id = NULL WHERE tenant_id = ${tenant} AND delegate_id IN
      (SELECT delegate_id FROM noriai.delegates
       WHERE tenant_id = ${tenant} AND (member_id = ${id} OR helper_member_id = ${id}))`,
  (tenant: string, id: MemberId) =>
    sql`DELETE FROM noriai.delegates WHERE tenant_id = ${tenant} AND (member_id = ${id} OR helper_member_id = ${id})`,
  (tenant: string, id: MemberId) =>
    sql`UPDATE noriai.notice_deliveries SET words = NULL WHERE tenant_id = ${tenant} AND notice_id IN
      (SELECT notice_id FROM noriai.notices WHERE tenant_id = ${tenant} AND member_id = ${id})`,
  (tenant: string, id: MemberId) =>
    sql`DELETE FROM noriai.member_evidence WHERE tenant_id = ${tenant} AND member_id = ${id}`,
  (tenant: string, id: MemberId) =>
    sql`UPDATE noriai.registrations SET guardian = NULL, attempt = NULL, attempt_until = NULL
      WHERE tenant_id = ${tenant} AND member_id = ${id}`,
  (tenant: string, id: MemberId) =>
    sql`DELETE FROM noriai.member_channels WHERE tenant_id = ${tenant} AND member_id = ${id}`,
  (tenant: string, id: MemberId) =>
    sql`DELETE FROM noriai.one_time_codes WHERE tenant_id = ${tenant} AND subject = ${id}`,
  // Nobody rides by them any more.
  (tenant: string, id: MemberId, at: EpochSeconds) =>
    sql`UPDATE noriai.recurring_wishes SET ended_at = ${at}, keeps_booked = true
      WHERE tenant_id = ${tenant} AND member_id = ${id} AND ended_at IS NULL`,
];

async function hasBookingsAhead({ tenant, db }: Context, id: MemberId, today: ServiceDate): Promise<boolean> {
  const ahead = await db
    .selectFrom("bookings")
    .select("booking_id")
    .where("tenant_id", "=", tenant)
    .where("member_id", "=", id)
    .where("service_date", ">=", today)
    .where("state", "in", ["confirmed", "boarding", "riding"])
    .limit(1)
    .executeTakeFirst();
  return ahead !== undefined;
}

/** A number that stands on somebody's old card is never given to another. */
async function keepNumberTaken(context: Context, { memberNo }: MemberRecord): Promise<void> {
  if (/^\d{1,12}$/.test(memberNo))
    await advanceCounter(context, { counter: "member-no", by: 0, atLeast: Number(memberNo) });
}

/** The member's own ways in, with the sessions and answers that hang on them. */
async function eraseAccounts({ tenant, db }: Context, id: MemberId): Promise<void> {
  const rows = await db
    .selectFrom("accounts")
    .select("account_id")
    .where("tenant_id", "=", tenant)
    .where("member_id", "=", id)
    .execute();
  const accounts: AccountId[] = rows.map(({ account_id }) => account_id);
  if (accounts.length === 0) return;
  for (const table of ["sessions", "passkeys", "remembered_answers", "accounts"] as const)
    await db.deleteFrom(table).where("tenant_id", "=", tenant).where("account_id", "in", accounts).execute();
}

/** Calls that nobody has taken yet show their number; it is sealed, so each is opened. */
async function forgetRinging(context: Context, { phone }: MemberRecord): Promise<void> {
  const { db, tenant } = context;
  const rows = await db
    .selectFrom("calls")
    .select(["call_id", "number"])
    .where("tenant_id", "=", tenant)
    .where("number", "is not", null)
    .execute();
  const cipher = await context.cipher();
  for (const { call_id: row, number } of rows) {
    if (number === null) continue;
    const rings = cipher.open({ table: "calls", column: "number", row }, number);
    if (normalisePhone(rings) !== normalisePhone(phone)) continue;
    await db
      .updateTable("calls")
      .set({ number: null })
      .where("tenant_id", "=", tenant)
      .where("call_id", "=", row)
      .execute();
  }
}

/** What has been shown to be the member's own. A number that was only claimed is somebody else's, with codes of their own. */
async function ownAddresses(
  context: Context,
  { id, phone, phoneClaimedAt }: MemberRecord,
  acting: Erasing,
): Promise<readonly CodeAddress[]> {
  const channels = await listChannels(context, id, { ...acting, purpose: "registration" });
  const own = channels.flatMap(({ means, address: value }) =>
    means === "push" ? [] : [{ kind: means, value }],
  );
  return phoneClaimedAt === undefined ? [...own, { kind: "sms", value: phone }] : own;
}

/** By what an answer that was given about the member can be known. */
const textsOf = ({ name, kana, phone }: MemberRecord): readonly string[] => [
  name,
  kana,
  phone,
  normalisePhone(phone),
];
