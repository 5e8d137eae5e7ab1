import type { Booking } from "@noriai/booking";
import type { BookingId, MemberId } from "@noriai/kernel";
import { assert } from "@noriai/kernel";
import { type Selectable, sql } from "kysely";
import type { Context } from "../context.ts";
import type { FieldCipher } from "../field-cipher.ts";
import type { BookingRow, DayKey } from "../schema.ts";

export async function addBooking(context: Context, day: DayKey, booking: Booking): Promise<void> {
  await context.db
    .insertInto("bookings")
    .values({
      ...day,
      booking_id: booking.id,
      booked_at: booking.bookedAt,
      ...(await changeable(context, booking)),
    })
    .execute();
  await assertIsMember(context, booking);
}

/** Asked after the row is written, which waits for whoever erases the member at this moment. */
async function assertIsMember({ tenant, db }: Context, { id, memberId }: Booking): Promise<void> {
  const { erased_at: erasedAt } = await db
    .selectFrom("members")
    .select("erased_at")
    .where("tenant_id", "=", tenant)
    .where("member_id", "=", memberId)
    .executeTakeFirstOrThrow();
  assert(erasedAt === null, `booking ${id} is for a member who was not erased`);
}

/** Writes a booking anew that stands on this day. */
export async function replaceBooking(context: Context, day: DayKey, booking: Booking): Promise<void> {
  const { numUpdatedRows } = await context.db
    .updateTable("bookings")
    .set(await changeable(context, booking))
    .where("tenant_id", "=", day.tenant_id)
    .where("booking_id", "=", booking.id)
    .where("service_id", "=", day.service_id)
    .where("service_date", "=", day.service_date)
    .executeTakeFirstOrThrow();
  assert(numUpdatedRows === 1n, `booking ${booking.id} stands on ${day.service_date}`);
}

export async function findBooking(context: Context, id: BookingId): Promise<Booking | undefined> {
  const rows = await context.db
    .selectFrom("bookings")
    .selectAll()
    .where("tenant_id", "=", context.tenant)
    .where("booking_id", "=", id)
    .execute();
  return (await toBookings(context, rows))[0];
}

/** Latest ride first. */
export async function listBookingsOf(context: Context, member: MemberId): Promise<readonly Booking[]> {
  const rows = await context.db
    .selectFrom("bookings")
    .selectAll()
    .where("tenant_id", "=", context.tenant)
    .where("member_id", "=", member)
    .orderBy(sql`(promise ->> 'pickupFrom')::bigint`, "desc")
    .orderBy("recorded", "desc")
    .execute();
  return await toBookings(context, rows);
}

/** Writes every reason of cancellation anew, with the newest key. */
export async function resealBookings(context: Context): Promise<void> {
  const cipher = await context.cipher();
  const { db, tenant } = context;
  const rows = await db
    .selectFrom("bookings")
    .select(["booking_id", "cancellation_reason"])
    .where("tenant_id", "=", tenant)
    .where("cancellation_reason", "is not", null)
    .execute();
  for (const { booking_id: id, cancellation_reason: sealed } of rows) {
    if (sealed === null) continue;
    await db
      .updateTable("bookings")
      .set({ cancellation_reason: cipher.seal(reasonOf(id), cipher.open(reasonOf(id), sealed)) })
      .where("tenant_id", "=", tenant)
      .where("booking_id", "=", id)
      .execute();
  }
}

/** What the rows say. The tenant's keys are read only when a reason must be opened. */
export async function toBookings(
  context: Context,
  rows: readonly Selectable<BookingRow>[],
): Promise<readonly Booking[]> {
  const needsKey = rows.some(({ cancellation_reason: sealed }) => sealed !== null);
  const cipher = needsKey ? await context.cipher() : undefined;
  return rows.map((row) => toBooking(cipher, row));
}

const toBooking = (cipher: FieldCipher | undefined, row: Selectable<BookingRow>): Booking => ({
  id: row.booking_id,
  memberId: row.member_id,
  request: row.request,
  promise: row.promise,
  fare: row.fare,
  state: row.state,
  boardingCode: row.boarding_code,
  bookedAt: row.booked_at,
  ...(row.changed_at === null ? {} : { changedAt: row.changed_at }),
  ...(row.cancelled_at === null
    ? {}
    : { cancellation: { at: row.cancelled_at, reason: openReason(cipher, row) } }),
  ...(row.freed === null ? {} : { freed: row.freed }),
});

function openReason(cipher: FieldCipher | undefined, row: Selectable<BookingRow>): string {
  if (cipher === undefined || row.cancellation_reason === null) return "";
  return cipher.open(reasonOf(row.booking_id), row.cancellation_reason);
}

const changeable = async (context: Context, { cancellation, freed, ...booking }: Booking) => ({
  member_id: booking.memberId,
  state: booking.state,
  request: JSON.stringify(booking.request),
  promise: JSON.stringify(booking.promise),
  fare: JSON.stringify(booking.fare),
  boarding_code: booking.boardingCode,
  changed_at: booking.changedAt ?? null,
  cancelled_at: cancellation?.at ?? null,
  // Free text: whoever calls off may name a person or a phone number.
  cancellation_reason:
    cancellation === undefined
      ? null
      : (await context.cipher()).seal(reasonOf(booking.id), cancellation.reason),
  freed: freed === undefined ? null : JSON.stringify(freed),
});

const reasonOf = (id: BookingId) => ({ table: "bookings", column: "cancellation_reason", row: id });
