import type { EpochSeconds, ServiceDate } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { AskedQuote, LeftSearch } from "../words/unmet.ts";
import { toQuote } from "./quotes.ts";

interface Range {
  readonly from: ServiceDate;
  readonly to: ServiceDate;
}

/** Every offer made for these dates. When it was asked for stands in the promise ledger. */
export async function listAskedQuotes({ tenant, db }: Context, range: Range): Promise<readonly AskedQuote[]> {
  const rows = await db
    .selectFrom("quotes as q")
    .innerJoin("promises as p", (join) =>
      join
        .onRef("p.tenant_id", "=", "q.tenant_id")
        .onRef("p.booking_id", "=", "q.quote_id")
        .on("p.occasion", "=", "quoted"),
    )
    .select(["q.quote_id", "q.request", "q.offer", "q.held", "q.expires_at", "q.closed_because"])
    .select(({ fn }) => fn.min<EpochSeconds>("p.told_at").as("asked_at"))
    .where("q.tenant_id", "=", tenant)
    .where("q.service_date", ">=", range.from)
    .where("q.service_date", "<=", range.to)
    .groupBy(["q.tenant_id", "q.quote_id"])
    .orderBy("asked_at")
    .orderBy("q.recorded")
    .execute();
  return rows.map((row) => ({
    quote: toQuote(row),
    askedAt: row.asked_at,
    ...(row.closed_because !== null && { closed: row.closed_because }),
  }));
}

export async function leaveSearch(
  { tenant, db }: Context,
  search: LeftSearch & { readonly id: string; readonly isAsked: boolean },
  now: EpochSeconds,
): Promise<void> {
  const values = {
    channel: search.channel,
    from_stop: search.from,
    to_stop: search.to,
    service_date: search.serviceDate,
    wished_at: search.wishedAt ?? null,
    left_at: now,
    is_asked: search.isAsked,
  };
  await db
    .insertInto("left_searches")
    .values({ tenant_id: tenant, search_id: search.id, ...values })
    .onConflict((conflict) => conflict.columns(["tenant_id", "search_id"]).doUpdateSet(values))
    .execute();
}

/** Those that nobody took up again. */
export async function listLeftSearches(
  { tenant, db }: Context,
  range: Range,
): Promise<readonly LeftSearch[]> {
  const rows = await db
    .selectFrom("left_searches")
    .select(["channel", "from_stop as from", "to_stop as to", "service_date", "wished_at"])
    .where("tenant_id", "=", tenant)
    .where("service_date", ">=", range.from)
    .where("service_date", "<=", range.to)
    .where("is_asked", "=", false)
    .orderBy("left_at")
    .execute();
  return rows.map(({ service_date, wished_at, ...search }) => ({
    ...search,
    serviceDate: service_date,
    ...(wished_at !== null && { wishedAt: wished_at }),
  }));
}
