import { foldKana, type MemberId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Access, MemberRecord } from "../door.ts";
import { normalisePhone } from "../phone-number.ts";
import type { KeptMember, MemberFilter } from "../words/member-care.ts";
import { logAccess } from "./access-log.ts";
import { keptMembers, openMember } from "./members.ts";

export interface MemberPage {
  readonly members: readonly MemberRecord[];
  /** How many fit, on all pages. */
  readonly total: number;
}

/**
 * One page of the members that fit, in the order of their numbers. What is sealed can be compared only when it is open:
 * all records are looked through here, and only those of the page are shown, which counts as reading.
 */
export async function listMembers(
  context: Context,
  { filter, skip, limit }: { readonly filter: MemberFilter; readonly skip: number; readonly limit: number },
  access: Access,
): Promise<MemberPage> {
  const rows = await keptMembers(context).execute();
  const cipher = await context.cipher();
  const fitting = rows
    .filter(({ member_id }) => filter.among?.has(member_id) ?? true)
    .map((row) => openMember(cipher, row))
    .filter((record) => fits(record, filter))
    .sort(byNumber);
  const members = fitting.slice(skip, skip + limit);
  await logAccess(
    context,
    members.map(({ id }) => id),
    access,
  );
  return { members, total: fitting.length };
}

export async function readMember(
  context: Context,
  id: MemberId,
  access: Access,
): Promise<KeptMember | undefined> {
  const row = await keptMembers(context).where("member_id", "=", id).executeTakeFirst();
  if (row === undefined) return undefined;
  await logAccess(context, [id], access);
  const record = openMember(await context.cipher(), row);
  return { record, registeredAt: row.registered_at, version: row.version };
}

function fits(record: MemberRecord, { words, contact, language, need }: MemberFilter): boolean {
  if (contact !== undefined && (record.contact ?? "phone") !== contact) return false;
  if (language !== undefined && (record.language ?? "ja") !== language) return false;
  if (need !== undefined && !record.needs?.includes(need)) return false;
  return (words ?? "")
    .normalize("NFKC")
    .split(/\s+/)
    .filter((word) => word !== "")
    .every((word) => isMeant(record, word));
}

function isMeant({ name, kana, town, phone, memberNo }: MemberRecord, word: string): boolean {
  const reading = foldKana(word);
  const digits = normalisePhone(word);
  return (
    memberNo === word ||
    plain(name).includes(plain(word)) ||
    plain(town).includes(plain(word)) ||
    (reading !== "" && foldKana(kana).includes(reading)) ||
    (digits.length >= SHORTEST_NUMBER && normalisePhone(phone).includes(digits))
  );
}

/** Fewer digits are in everybody's number. */
const SHORTEST_NUMBER = 4;

const plain = (text: string): string => text.normalize("NFKC").replace(/\s/g, "").toLowerCase();

/** 9,999 before 10,001; what is no number comes last. */
const byNumber = (a: MemberRecord, b: MemberRecord): number =>
  numberOf(a) - numberOf(b) || (a.memberNo < b.memberNo ? -1 : 1);

const numberOf = ({ memberNo }: MemberRecord): number =>
  /^\d{1,12}$/.test(memberNo) ? Number(memberNo) : Number.MAX_SAFE_INTEGER;
