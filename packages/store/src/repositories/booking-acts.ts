import type { BookingId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { BookingAct } from "../words/helping.ts";

const KINDS = {
  "booking-confirmed": "booked",
  "booking-changed": "changed",
  "booking-cancelled": "cancelled",
} as const;

/** Who made, changed or called off these bookings, from the audit log, in the order in which it was done. */
export async function listBookingActs(
  { tenant, db }: Context,
  bookings: readonly BookingId[],
): Promise<readonly BookingAct[]> {
  if (bookings.length === 0) return [];
  const rows = await db
    .selectFrom("audit_events as audit")
    .leftJoin("accounts as account", (join) =>
      join
        .onRef("account.tenant_id", "=", "audit.tenant_id")
        .onRef("account.account_id", "=", "audit.actor_account"),
    )
    .select(["audit.subject", "audit.event", "audit.at", "audit.actor_account", "audit.role"])
    .select("account.member_id as member")
    .where("audit.tenant_id", "=", tenant)
    .where("audit.subject", "in", [...bookings])
    .where("audit.event", "in", Object.keys(KINDS) as (keyof typeof KINDS)[])
    .orderBy("audit.audit_id")
    .execute();
  return rows.map(({ subject, event, at, actor_account, role, member }) => ({
    bookingId: subject as BookingId,
    kind: KINDS[event as keyof typeof KINDS],
    at,
    by: { ...(actor_account !== null && { account: actor_account }), role },
    member: member ?? undefined,
  }));
}
