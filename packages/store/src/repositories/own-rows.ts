import type { MemberId } from "@noriai/kernel";
import { type RawBuilder, sql } from "kysely";
import type { Context } from "../context.ts";
import type { FieldCipher } from "../field-cipher.ts";
import type { STORED } from "../personal-data.ts";

/** Tables whose rows a member takes along by other words: of bookings, changes, channels, recurring wishes, readings. */
type TakenByWords = "bookings" | "member_changes" | "member_channels" | "recurring_wishes" | "access_log";
/** The decision log tells of whole days and everybody on them; what it says of a member stands in the member's own rows. */
type OfTheDay = "decisions";

/** Every other table of the list of what is stored; one that joins the list fails to compile until it is taken along. */
export type OwnTable = Exclude<
  (typeof STORED)[number]["where"][number],
  `members.${string}` | TakenByWords | OfTheDay
>;

/** What a row says, by the names of its columns; instants in epoch seconds. Staff by their role, nobody else's data. */
export type OwnRow = Readonly<Record<string, unknown>>;

/** The rows of a member in each of these tables, as they are taken along (持ち出し). Keys, hashes and indexes stay. */
export async function takeOwnRows(
  context: Context,
  id: MemberId,
): Promise<Readonly<Record<OwnTable, readonly OwnRow[]>>> {
  const cipher = await context.cipher();
  const taken: Partial<Record<OwnTable, readonly OwnRow[]>> = {};
  for (const table of Object.keys(OWN_ROWS) as OwnTable[])
    taken[table] = await rowsOf(context, { table, id, cipher });
  return taken as Record<OwnTable, readonly OwnRow[]>;
}

async function rowsOf(
  { tenant, db }: Context,
  { table, id, cipher }: { readonly table: OwnTable; readonly id: MemberId; readonly cipher: FieldCipher },
): Promise<readonly OwnRow[]> {
  const { whose, columns, sealed } = OWN_ROWS[table];
  const key = sealed === undefined ? [] : [sql`${sql.raw(sealed.key)} AS key`];
  const shut = Object.keys(sealed?.open ?? {}).map((column) => sql.ref(column));
  const { rows } = await sql<Record<string, unknown>>`
    SELECT ${sql.join([...columns.map((column) => sql.raw(column)), ...key, ...shut])}
    FROM ${sql.table(`noriai.${table}`)} WHERE tenant_id = ${tenant} AND ${whose(tenant, id)}
    ORDER BY 1`.execute(db);
  return rows.map(({ key: row, ...values }) => {
    const open = (column: string): object => {
      const value = values[column] as Uint8Array | null;
      const plain = value && cipher.open({ table, column, row: String(row) }, value);
      return plain === null ? { [column]: null } : sealed!.open[column]!(plain);
    };
    return inOurSpelling(Object.assign(values, ...Object.keys(sealed?.open ?? {}).map(open)));
  });
}

const inOurSpelling = (row: Readonly<Record<string, unknown>>): OwnRow =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );

type Whose = (tenant: string, id: MemberId) => RawBuilder<unknown>;

const THE_MEMBERS: Whose = (_, id) => sql`member_id = ${id}`;
const SUBJECT: Whose = (_, id) => sql`subject = ${id}`;
const ASKED: Whose = (_, id) => sql`request->>'memberId' = ${id}`;
const MINE = (column: string, of: string): Whose => {
  const key = sql.ref(column);
  return (tenant, id) => sql`${key} IN
    (SELECT ${key} FROM ${sql.table(`noriai.${of}`)} WHERE tenant_id = ${tenant} AND member_id = ${id})`;
};
const OF_ACCOUNT = MINE("account_id", "accounts");
const OF_RIDE = MINE("booking_id", "bookings");
/** Rides, and offers that came to none. */
const OF_RIDE_OR_OFFER: Whose = (tenant, id) => sql`(${OF_RIDE(tenant, id)} OR booking_id IN
  (SELECT quote_id FROM noriai.quotes WHERE tenant_id = ${tenant} AND ${ASKED(tenant, id)}))`;

interface Rows {
  readonly whose: Whose;
  /** The first gives the order. */
  readonly columns: readonly string[];
  /** Columns to open, what each says, and to which row they are bound. */
  readonly sealed?: {
    readonly key: string;
    readonly open: Readonly<Record<string, (plain: string) => object>>;
  };
}

/** Who of the staff has seen a paper is not told by name. */
function seen(plain: string): object {
  const { seenBy: _, ...evidence } = JSON.parse(plain);
  return { seen: evidence };
}

const OWN_ROWS: Readonly<Record<OwnTable, Rows>> = {
  member_evidence: {
    whose: THE_MEMBERS,
    columns: ["at", "role"],
    sealed: { key: "evidence_id", open: { seen } },
  },
  registrations: {
    whose: THE_MEMBERS,
    columns: ["at", "way", "source", "role", "settled_at"],
    sealed: { key: "member_id", open: { guardian: (plain) => ({ guardian: JSON.parse(plain) }) } },
  },
  delegates: {
    whose: THE_MEMBERS,
    columns: [
      ...["recorded_at", "recorded_role", "relation", "consented_on", "consented_how"],
      ...["invited_until", "accepted_at", "told", "revoked_at", "revoked_role"],
    ],
    sealed: { key: "delegate_id", open: { name: (name) => ({ name }) } },
  },
  accounts: {
    whose: THE_MEMBERS,
    columns: ["added_at", "role"],
    sealed: {
      key: "account_id",
      open: { login: (login) => ({ login }), display_name: (name) => ({ display_name: name }) },
    },
  },
  sessions: {
    whose: OF_ACCOUNT,
    columns: ["opened_at", "last_seen_at", "expires_at", "means", "system", "browser"],
  },
  passkeys: { whose: OF_ACCOUNT, columns: ["added_at", "last_used_at", "system", "synced"] },
  one_time_codes: {
    whose: SUBJECT,
    columns: ["issued_at", "ends_at", "used_at", "purpose", "tries"],
    sealed: { key: "code_id", open: { address: (plain) => ({ address: JSON.parse(plain) }) } },
  },
  promises: {
    whose: OF_RIDE_OR_OFFER,
    columns: [
      ...["told_at", "occasion", "booking_id", "service_date"],
      ...["pickup_from", "pickup_to", "arrive_by", "ride_max"],
    ],
  },
  task_events: { whose: OF_RIDE, columns: ["happened_at", "kind", "booking_id", "event"] },
  quotes: {
    whose: ASKED,
    columns: [
      ...["expires_at", "quote_id", "service_date", "request", "held", "closed_because"],
      ...["offer->'promise' AS promise", "offer->'fare' AS fare"],
    ],
  },
  refusals: {
    whose: ASKED,
    columns: [
      ...["refused_at", "service_date", "request", "alternatives"],
      "jsonb_path_query_array(rejections, '$[*].kind') AS rejections",
    ],
  },
  waitings: {
    whose: THE_MEMBERS,
    columns: [
      ...["waits_since", "waits_until", "service_date", "request", "asked", "let_pass"],
      ...["ended_because", "ended_at"],
    ],
  },
  waiting_calls: { whose: MINE("waiting_id", "waitings"), columns: ["called_at", "outcome", "role"] },
  recurring_rides: {
    whose: MINE("recurring_id", "recurring_wishes"),
    columns: ["service_date", "leg", "asked_at", "booking_id", "is_refused", "told_at"],
  },
  no_show_notes: {
    whose: OF_RIDE,
    columns: ["at", "role", "booking_id", "kind", "excuse"],
    sealed: { key: "note_id", open: { words: (words) => ({ words }) } },
  },
  delay_calls: { whose: OF_RIDE, columns: ["called_at", "role", "booking_id", "outcome", "told"] },
  open_returns: { whose: OF_RIDE, columns: ["wished_at", "dropped_at", "booking_id"] },
  notices: {
    whose: THE_MEMBERS,
    columns: ["written_at", "kind", "service_date", "booking_id", "content", "good_until"],
  },
  notice_deliveries: {
    whose: MINE("notice_id", "notices"),
    columns: [
      ...["settled_at", "delegate_id IS NOT NULL AS to_helper", "state", "attempts"],
      ...["means", "fault"].map((column) => `CASE WHEN delegate_id IS NULL THEN ${column} END AS ${column}`),
    ],
    sealed: { key: "notice_id || ' ' || channel_id", open: { words: (words) => ({ words }) } },
  },
  calls: {
    whose: THE_MEMBERS,
    columns: [
      ...["began_at", "taken_at", "ended_at", "taken_role", "outcome", "booking_ids", "doubts"],
      "delegate_id IS NOT NULL AS on_behalf",
    ],
  },
  remembered_answers: { whose: OF_ACCOUNT, columns: ["remembered_at", "status"] },
  audit_events: { whose: SUBJECT, columns: ["at", "role", "event", "purpose", "detail"] },
};
