import type { Quote } from "@noriai/booking";
import { assert, type QuoteId, type ServiceDate } from "@noriai/kernel";
import type { Selectable } from "kysely";
import type { Context } from "../context.ts";
import type { DayKey, Tables } from "../schema.ts";

/** Adds a quote, or writes it anew while it is open (held longer). */
export async function saveQuote({ db }: Context, day: DayKey, quote: Quote): Promise<void> {
  const values = {
    request: JSON.stringify(quote.request),
    offer: JSON.stringify(quote.offer),
    held: quote.held,
    expires_at: quote.expiresAt,
  };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("quotes")
    .values({ ...day, quote_id: quote.id, closed_because: null, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "quote_id"])
        .doUpdateSet(values)
        .where("quotes.closed_because", "is", null),
    )
    .executeTakeFirstOrThrow();
  assert(numInsertedOrUpdatedRows === 1n, `quote ${quote.id} is new or open`);
}

export async function closeQuote(
  { tenant, db }: Context,
  id: QuoteId,
  because: "confirmed" | "released" | "expired" | "stopped",
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable("quotes")
    .set({ closed_because: because })
    .where("tenant_id", "=", tenant)
    .where("quote_id", "=", id)
    .where("closed_because", "is", null)
    .executeTakeFirstOrThrow();
  assert(numUpdatedRows === 1n, `quote ${id} is open`);
}

/** The service date that holds a quote still open. */
export async function findQuoteDate({ tenant, db }: Context, id: string): Promise<ServiceDate | undefined> {
  const row = await db
    .selectFrom("quotes")
    .select("service_date")
    .where("tenant_id", "=", tenant)
    .where("quote_id", "=", id as QuoteId)
    .where("closed_because", "is", null)
    .executeTakeFirst();
  return row?.service_date;
}

export const toQuote = (
  row: Pick<Selectable<Tables["quotes"]>, "quote_id" | "request" | "offer" | "held" | "expires_at">,
): Quote => ({
  id: row.quote_id,
  request: row.request,
  offer: row.offer,
  held: row.held,
  expiresAt: row.expires_at,
});
