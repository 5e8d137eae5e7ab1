import type { Quote } from "@noriai/booking";
import type { EpochSeconds, ServiceDate, StopId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import { leaveSearch, listAskedQuotes, listLeftSearches } from "../repositories/unmet.ts";

/** An offer as it was asked for, and how it ended; `closed` is absent while it is open. */
export interface AskedQuote {
  readonly quote: Quote;
  readonly askedAt: EpochSeconds;
  readonly closed?: "confirmed" | "released" | "expired" | "stopped";
}

/** A search that was left before anything was asked for. Nothing in it tells who searched. */
export interface LeftSearch {
  readonly channel: "web" | "phone";
  readonly from: StopId;
  readonly to: StopId;
  readonly serviceDate: ServiceDate;
  readonly wishedAt?: EpochSeconds;
}

interface Range {
  readonly from: ServiceDate;
  readonly to: ServiceDate;
}

/** What became of wishes, for the report. */
export interface UnmetWords {
  /** Every offer made for these dates, in the order in which they were asked for. */
  listAskedQuotes(range: Range): Promise<readonly AskedQuote[]>;
  /** Keeps a search, or keeps it anew under the same id. `isAsked`: it was taken up again and asked for. */
  leaveSearch(
    id: string,
    search: LeftSearch & { readonly isAsked: boolean },
    now: EpochSeconds,
  ): Promise<void>;
  listLeftSearches(range: Range): Promise<readonly LeftSearch[]>;
}

export const unmetWords = (context: Context): UnmetWords => ({
  listAskedQuotes: (range) => listAskedQuotes(context, range),
  leaveSearch: (id, search, now) => leaveSearch(context, { ...search, id }, now),
  listLeftSearches: (range) => listLeftSearches(context, range),
});

/** The table behind these words. */
export interface UnmetTables {
  left_searches: {
    tenant_id: Context["tenant"];
    search_id: string;
    channel: LeftSearch["channel"];
    from_stop: StopId;
    to_stop: StopId;
    service_date: ServiceDate;
    wished_at: EpochSeconds | null;
    left_at: EpochSeconds;
    is_asked: boolean;
  };
}
