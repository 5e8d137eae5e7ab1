import type { NoShowDeed } from "@noriai/booking";
import { assert, type BookingId, type EpochSeconds, type MemberId, type ServiceDate } from "@noriai/kernel";
import type { Selectable } from "kysely";
import type { Context } from "../context.ts";
import type { Actor } from "../door.ts";
import type { Tables } from "../schema.ts";
import type { NewNoShowNote, StoredNoShowNote } from "../words/member-care.ts";
import { appendAudit } from "./audit.ts";

/** Notes something about a ride that nobody came for; the audit log names the ride, not the rider. */
export async function addNoShowNote(
  context: Context,
  { bookingId, deed, words }: NewNoShowNote,
  { by, now }: { readonly by: Actor; readonly now: EpochSeconds },
): Promise<void> {
  const id = context.newId();
  await context.db
    .insertInto("no_show_notes")
    .values({
      tenant_id: context.tenant,
      note_id: id,
      booking_id: bookingId,
      kind: deed.kind,
      excuse: deed.kind === "excused" ? deed.excuse : null,
      words: words === "" ? null : (await context.cipher()).seal(wordsOf(id), words),
      at: now,
      actor_account: by.account ?? null,
      role: by.role,
    })
    .execute();
  const note = { event: "no-show-noted", subject: bookingId, detail: { kind: deed.kind } } as const;
  await appendAudit(context, [note], { by, now });
}

/** In the order in which they were made. */
export async function listNoShowNotes(
  context: Context,
  bookings: readonly BookingId[],
): Promise<readonly StoredNoShowNote[]> {
  if (bookings.length === 0) return [];
  const rows = await context.db
    .selectFrom("no_show_notes")
    .selectAll()
    .where("tenant_id", "=", context.tenant)
    .where("booking_id", "in", [...bookings])
    .orderBy("recorded")
    .execute();
  if (rows.length === 0) return [];
  const cipher = await context.cipher();
  return rows.map(
    (row): StoredNoShowNote => ({
      bookingId: row.booking_id,
      at: row.at,
      by: row.actor_account,
      words: row.words === null ? "" : cipher.open(wordsOf(row.note_id), row.words),
      ...deedOf(row),
    }),
  );
}

/** Members with a ride missed on or after a date, and how many. */
export async function membersWithNoShows(
  { tenant, db }: Context,
  since: ServiceDate,
): Promise<ReadonlyMap<MemberId, number>> {
  const rows = await db
    .selectFrom("bookings")
    .select(({ fn }) => ["member_id", fn.countAll<number>().as("missed")])
    .where("tenant_id", "=", tenant)
    .where("state", "=", "no_show")
    .where("service_date", ">=", since)
    .groupBy("member_id")
    .execute();
  return new Map(rows.map(({ member_id, missed }) => [member_id, Number(missed)]));
}

/** Writes what was typed anew, with the newest key. */
export async function resealNoShowNotes(context: Context): Promise<void> {
  const { db, tenant } = context;
  const rows = await db
    .selectFrom("no_show_notes")
    .select(["note_id", "words"])
    .where("tenant_id", "=", tenant)
    .where("words", "is not", null)
    .execute();
  if (rows.length === 0) return;
  const cipher = await context.cipher();
  for (const { note_id: id, words } of rows) {
    if (words === null) continue;
    await db
      .updateTable("no_show_notes")
      .set({ words: cipher.seal(wordsOf(id), cipher.open(wordsOf(id), words)) })
      .where("tenant_id", "=", tenant)
      .where("note_id", "=", id)
      .execute();
  }
}

function deedOf({ kind, excuse }: Pick<Selectable<Tables["no_show_notes"]>, "kind" | "excuse">): NoShowDeed {
  if (kind !== "excused") return { kind };
  assert(excuse !== null, "an excuse says which");
  return { kind, excuse };
}

const wordsOf = (row: string) => ({ table: "no_show_notes", column: "words", row });
