import type { BookingId, EpochSeconds } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Actor } from "../door.ts";
import { appendAudit } from "./audit.ts";

interface Acting {
  readonly by: Actor;
  readonly now: EpochSeconds;
}

export async function wishReturn(context: Context, booking: BookingId, acting: Acting): Promise<void> {
  const { tenant, db } = context;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("open_returns")
    .values({ tenant_id: tenant, booking_id: booking, wished_at: acting.now })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "booking_id"])
        .doUpdateSet({ wished_at: acting.now, dropped_at: null })
        .where("open_returns.dropped_at", "is not", null),
    )
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 1n)
    await appendAudit(context, [{ event: "return-wished", subject: booking }], acting);
}

export async function dropReturn(context: Context, booking: BookingId, acting: Acting): Promise<boolean> {
  const { tenant, db } = context;
  const { numUpdatedRows } = await db
    .updateTable("open_returns")
    .set({ dropped_at: acting.now })
    .where("tenant_id", "=", tenant)
    .where("booking_id", "=", booking)
    .where("dropped_at", "is", null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) return false;
  await appendAudit(context, [{ event: "return-dropped", subject: booking }], acting);
  return true;
}

export async function listWishedReturns(
  { tenant, db }: Context,
  bookings: readonly BookingId[],
): Promise<ReadonlySet<BookingId>> {
  if (bookings.length === 0) return new Set();
  const rows = await db
    .selectFrom("open_returns")
    .select("booking_id")
    .where("tenant_id", "=", tenant)
    .where("booking_id", "in", bookings)
    .where("dropped_at", "is", null)
    .execute();
  return new Set(rows.map(({ booking_id }) => booking_id));
}
