import type { Booking } from "@noriai/booking";
import type { BookingId, MemberId } from "@noriai/kernel";
import { assert } from "@noriai/kernel";
import { type Selectable, sql } from "kysely";
import type { Context } from "../context.ts";
import type { BookingRow, DayKey } from "../schema.ts";

export async function addBooking({ db }: Context, day: DayKey, booking: Booking): Promise<void> {
  await db
    .insertInto("bookings")
    .values({ ...day, booking_id: booking.id, booked_at: booking.bookedAt, ...changeable(booking) })
    .execute();
}

/** Writes a booking anew that stands on this day. */
export async function replaceBooking({ db }: Context, day: DayKey, booking: Booking): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable("bookings")
    .set(changeable(booking))
    .where("tenant_id", "=", day.tenant_id)
    .where("booking_id", "=", booking.id)
    .where("service_id", "=", day.service_id)
    .where("service_date", "=", day.service_date)
    .executeTakeFirstOrThrow();
  assert(numUpdatedRows === 1n, `booking ${booking.id} stands on ${day.service_date}`);
}

export async function findBooking({ tenant, db }: Context, id: BookingId): Promise<Booking | undefined> {
  const row = await db
    .selectFrom("bookings")
    .selectAll()
    .where("tenant_id", "=", tenant)
    .where("booking_id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : toBooking(row);
}

/** Latest ride first. */
export async function listBookingsOf({ tenant, db }: Context, member: MemberId): Promise<readonly Booking[]> {
  const rows = await db
    .selectFrom("bookings")
    .selectAll()
    .where("tenant_id", "=", tenant)
    .where("member_id", "=", member)
    .orderBy(sql`(promise ->> 'pickupFrom')::bigint`, "desc")
    .orderBy("recorded", "desc")
    .execute();
  return rows.map(toBooking);
}

/** What a booking's row says; `booked_at` and the rest as they were written. */
export function toBooking(row: Selectable<BookingRow>): Booking {
  return {
    id: row.booking_id,
    memberId: row.member_id,
    request: row.request,
    promise: row.promise,
    fare: row.fare,
    state: row.state,
    boardingCode: row.boarding_code,
    bookedAt: row.booked_at,
    ...(row.cancellation === null ? {} : { cancellation: row.cancellation }),
  };
}

const changeable = (booking: Booking) => ({
  member_id: booking.memberId,
  state: booking.state,
  request: JSON.stringify(booking.request),
  promise: JSON.stringify(booking.promise),
  fare: JSON.stringify(booking.fare),
  boarding_code: booking.boardingCode,
  cancellation: booking.cancellation === undefined ? null : JSON.stringify(booking.cancellation),
});
