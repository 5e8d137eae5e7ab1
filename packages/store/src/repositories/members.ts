import type { Member } from "@noriai/booking";
import type { EpochSeconds, MemberId, ServiceDate } from "@noriai/kernel";
import { type Selectable, sql } from "kysely";
import type { Context } from "../context.ts";
import type { Access, Actor, Contact, MemberRecord, NewMember } from "../door.ts";
import type { FieldCipher } from "../field-cipher.ts";
import { kanaIndexTerms, kanaQueryTerm } from "../kana-index.ts";
import { normalisePhone } from "../phone-number.ts";
import type { MemberRow } from "../schema.ts";
import { townIndexTerms, townQueryTerm } from "../town-index.ts";
import type { MemberLanguage } from "../words/member-care.ts";
import { logAccess } from "./access-log.ts";
import { appendAudit } from "./audit.ts";
import { advanceCounter } from "./counters.ts";
import { addMemberChanges } from "./member-changes.ts";

/** The first member number that is given by itself. */
const FIRST_MEMBER_NO = 10_001;

/** The tenant's members. Whoever was erased is none: what is left of them names nobody. */
export const keptMembers = ({ db, tenant }: Context) =>
  db.selectFrom("members").selectAll().where("tenant_id", "=", tenant).where("erased_at", "is", null);

/** What decisions may know; nothing of it identifies the person, so no access is logged. */
export async function findMember(context: Context, id: MemberId): Promise<Member | undefined> {
  const row = await keptMembers(context).where("member_id", "=", id).executeTakeFirst();
  if (row === undefined) return undefined;
  const { birthDate, disability } = openMember(await context.cipher(), row);
  return { id, birthDate, disability, ...(row.age_unseen && { ageUnseen: true }) };
}

export async function addMember(
  context: Context,
  member: NewMember,
  adding: { readonly by: Actor; readonly now: EpochSeconds },
): Promise<MemberRecord> {
  const memberNo = member.memberNo ?? (await nextMemberNo(context));
  const record: MemberRecord = { ...member, memberNo, id: context.newId() as MemberId };
  await context.db
    .insertInto("members")
    .values({
      tenant_id: context.tenant,
      member_id: record.id,
      member_no: memberNo,
      registered_at: adding.now,
      age_unseen: member.ageUnseen === true,
      phone_claimed_at: member.phoneClaimedAt ?? null,
      ...sealMember(await context.cipher(), record),
    })
    .execute();
  await appendAudit(context, [{ event: "member-registered", subject: record.id }], adding);
  return record;
}

/** In the order of `ids`; unknown ones are left out. */
export async function readMembers(
  context: Context,
  ids: readonly MemberId[],
  access: Access,
): Promise<readonly MemberRecord[]> {
  if (ids.length === 0) return [];
  const rows = await keptMembers(context)
    .where("member_id", "in", [...ids])
    .execute();
  const records = new Map((await openLogged(context, rows, access)).map((record) => [record.id, record]));
  return ids.flatMap((id) => records.get(id) ?? []);
}

/** Notes how a member is to be told of changes; nobody is shown for it. @returns whether there is such a member */
export async function setContact(
  context: Context,
  { id, contact }: { readonly id: MemberId; readonly contact: Contact },
  setting: { readonly by: Actor; readonly now: EpochSeconds },
): Promise<boolean> {
  const row = await keptMembers(context).where("member_id", "=", id).forUpdate().executeTakeFirst();
  if (row === undefined) return false;
  const before = openMember(await context.cipher(), row);
  if ((before.contact ?? "phone") === contact) return true;
  const { contact: _, ...rest } = before;
  const after = contact === "phone" ? rest : { ...rest, contact };
  const { contact: sealed } = sealMember(await context.cipher(), after);
  await context.db
    .updateTable("members")
    .set({ contact: sealed, version: row.version + 1 })
    .where("tenant_id", "=", context.tenant)
    .where("member_id", "=", id)
    .execute();
  await addMemberChanges(context, { id, fields: ["contact"], before, after }, setting);
  await appendAudit(context, [{ event: "member-contact-set", subject: id }], setting);
  return true;
}

/** In the order of member numbers. Whoever is shown counts as read. */
export async function searchMembers(
  context: Context,
  search: { readonly query: string; readonly limit: number },
  access: Access,
): Promise<readonly MemberRecord[]> {
  const cipher = await context.cipher();
  if (townQueryTerm(search.query) !== "") await indexTowns(context);
  const words = search.query.normalize("NFKC").trim().split(/\s+/u);
  const rows = await context.db
    .selectFrom("members")
    .selectAll()
    .where("tenant_id", "=", context.tenant)
    .where((is) =>
      is.or([
        meant(cipher, search.query),
        ...(words.length < 2 ? [] : [is.and(words.map((word) => meant(cipher, word)))]),
      ]),
    )
    .orderBy("member_no")
    .limit(search.limit)
    .execute();
  return await openLogged(context, rows, access);
}

/** Whom a word may mean: a member number, a phone number, the start of a reading or of a town. */
function meant(cipher: FieldCipher, word: string) {
  const phone = normalisePhone(word);
  const kana = kanaQueryTerm(word);
  const town = townQueryTerm(word);
  const has = (column: "kana" | "town", term: string) =>
    sql<boolean>`${sql.ref(`${column}_index`)} @> ARRAY[${cipher.index(column, term)}]::bytea[]`;
  return sql<boolean>`(${sql.join(
    [
      sql`member_no = ${word.normalize("NFKC").trim()}`,
      ...(phone === "" ? [] : [sql`phone_index = ${cipher.index("phone", phone)}`]),
      ...(kana === "" ? [] : [has("kana", kana)]),
      ...(town === "" ? [] : [has("town", town)]),
    ],
    sql` OR `,
  )})`;
}

/** As many at a time as a search can wait for; the next search goes on. */
const INDEXED_AT_ONCE = 1000;

/** Members from before towns were searched get their index; nobody is shown, so no access is logged. */
async function indexTowns(context: Context): Promise<void> {
  const { db, tenant } = context;
  const rows = await db
    .selectFrom("members")
    .selectAll()
    .where("tenant_id", "=", tenant)
    .where("town_index", "is", null)
    .limit(INDEXED_AT_ONCE)
    .execute();
  if (rows.length === 0) return;
  const cipher = await context.cipher();
  for (const row of rows)
    await db
      .updateTable("members")
      .set({ town_index: townTerms(cipher, openMember(cipher, row).town) })
      .where("tenant_id", "=", tenant)
      .where("member_id", "=", row.member_id)
      .execute();
}

const townTerms = (cipher: FieldCipher, town: string) =>
  townIndexTerms(town).map((term) => cipher.index("town", term));

/** Writes every member's sealed fields anew, with the newest key. */
export async function resealMembers(context: Context): Promise<void> {
  const cipher = await context.cipher();
  const { db, tenant } = context;
  for (const row of await keptMembers(context).execute()) {
    await db
      .updateTable("members")
      .set(sealMember(cipher, openMember(cipher, row)))
      .where("tenant_id", "=", tenant)
      .where("member_id", "=", row.member_id)
      .execute();
  }
}

async function openLogged(context: Context, rows: readonly Selectable<MemberRow>[], access: Access) {
  const cipher = await context.cipher();
  await logAccess(
    context,
    rows.map((row) => row.member_id),
    access,
  );
  return rows.map((row) => openMember(cipher, row));
}

export function sealMember(cipher: FieldCipher, member: MemberRecord) {
  const seal = (column: string, plain: string) =>
    cipher.seal({ table: "members", column, row: member.id }, plain);
  return {
    name: seal("name", member.name),
    kana: seal("kana", member.kana),
    phone: seal("phone", member.phone),
    town: seal("town", member.town),
    birth_date: seal("birth_date", member.birthDate),
    disability:
      member.disability === undefined ? null : seal("disability", JSON.stringify(member.disability)),
    contact: member.contact === undefined ? null : seal("contact", member.contact),
    needs: member.needs === undefined ? null : seal("needs", JSON.stringify(member.needs)),
    language: member.language === undefined ? null : seal("language", member.language),
    phone_index: cipher.index("phone", normalisePhone(member.phone)),
    kana_index: kanaIndexTerms(member.kana).map((term) => cipher.index("kana", term)),
    town_index: townTerms(cipher, member.town),
  };
}

export function openMember(cipher: FieldCipher, row: Selectable<MemberRow>): MemberRecord {
  const open = (column: string, sealed: Uint8Array) =>
    cipher.open({ table: "members", column, row: row.member_id }, sealed);
  return {
    id: row.member_id,
    memberNo: row.member_no,
    name: open("name", row.name),
    kana: open("kana", row.kana),
    phone: open("phone", row.phone),
    town: open("town", row.town),
    birthDate: open("birth_date", row.birth_date) as ServiceDate,
    disability: row.disability === null ? undefined : JSON.parse(open("disability", row.disability)),
    ...(row.age_unseen && { ageUnseen: true as const }),
    ...(row.phone_claimed_at !== null && { phoneClaimedAt: row.phone_claimed_at }),
    ...(row.contact !== null && { contact: open("contact", row.contact) as Contact }),
    ...(row.needs !== null && { needs: JSON.parse(open("needs", row.needs)) }),
    ...(row.language !== null && { language: open("language", row.language) as MemberLanguage }),
  };
}

async function nextMemberNo(context: Context): Promise<string> {
  const { highest } = await context.db
    .selectFrom("members")
    .select(sql<number | null>`max(member_no::bigint)`.as("highest"))
    .where("tenant_id", "=", context.tenant)
    .where(sql<boolean>`member_no ~ '^[0-9]{1,12}$'`)
    .executeTakeFirstOrThrow();
  const atLeast = Math.max(FIRST_MEMBER_NO, (highest ?? 0) + 1);
  return String(await advanceCounter(context, { counter: "member-no", by: 1, atLeast }));
}
