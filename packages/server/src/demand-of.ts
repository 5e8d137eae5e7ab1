import {
  type Attempt,
  type AttemptEnd,
  type Fairness,
  fairness,
  type Refusal,
  type Service,
  serviceReport,
  type UnmetDemand,
  unmetDemand,
  wishesOf,
} from "@noriai/booking";
import { type EpochSeconds, never, type ServiceDate } from "@noriai/kernel";
import type { AskedQuote, TenantTransaction } from "@noriai/store";

/** What became of the wishes for some days. */
export interface Demand {
  readonly unmet: UnmetDemand;
  readonly fairness: Fairness;
}

/** Reads what was asked for, offered, refused and ridden, and counts it. */
export async function demandOf(
  tx: TenantTransaction,
  {
    service,
    range,
    now,
  }: {
    readonly service: Service;
    readonly range: { readonly from: ServiceDate; readonly to: ServiceDate };
    readonly now: EpochSeconds;
  },
): Promise<Demand> {
  const quotes = await tx.listAskedQuotes(range);
  const refusals = await tx.listRefusals(range);
  const left = await tx.listLeftSearches(range);
  const { records } = serviceReport({ service, days: await tx.loadDays(service, range) });
  const wishes = wishesOf([...quotes.map((quote) => toAttempt(quote, now)), ...refusals.map(ofRefusal)]);
  return {
    unmet: unmetDemand({ service, wishes, left }),
    fairness: fairness({ service, wishes, records }),
  };
}

const toAttempt = (asked: AskedQuote, now: EpochSeconds): Attempt => ({
  at: asked.askedAt,
  request: asked.quote.request,
  ended: endOf(asked, now),
});

function endOf({ quote, closed }: AskedQuote, now: EpochSeconds): AttemptEnd {
  switch (closed) {
    case "confirmed":
      return { kind: "confirmed", promise: quote.offer.promise };
    case "released":
    case "stopped": // the refusal that was written with it tells why
      return { kind: "let-go" };
    case "expired":
      return { kind: "expired" };
    case undefined: // offers whose hold has ended are closed with the next decision on their day
      return { kind: quote.expiresAt < now ? "expired" : "open" };
    default:
      return never(closed);
  }
}

const ofRefusal = ({ at, request, rejections }: Refusal): Attempt => ({
  at,
  request,
  ended: { kind: "refused", rejections },
});
