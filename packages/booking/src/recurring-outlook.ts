import { type BookingId, type EpochSeconds, epochSeconds, type ServiceDate } from "@noriai/kernel";
import type { Alternative, Offer } from "./booking.ts";
import { phoneOpen, phoneOpensNext } from "./calendar.ts";
import type { Day } from "./day.ts";
import { decideQuote } from "./decide-quote.ts";
import type { Member } from "./member.ts";
import { type RecurringLeg, type RecurringWish, recurringLegs, recurringRequest } from "./recurring-wish.ts";
import type { Rejection } from "./rejection.ts";
import { windowOpensAt } from "./rules/booking-window.ts";
import type { World } from "./world.ts";

/** What would come of one date's rides if they were asked for. */
export interface RecurringOutlook {
  readonly serviceDate: ServiceDate;
  /** When the rides can be asked for; in the past where that is now. */
  readonly asksAt: EpochSeconds;
  readonly legs: readonly LegOutlook[];
}

export type LegOutlook = { readonly leg: RecurringLeg } & (
  | { readonly kind: "offer"; readonly offer: Offer }
  | {
      readonly kind: "refusal";
      readonly rejections: readonly Rejection[];
      readonly alternatives: readonly Alternative[];
    }
);

/**
 * Tries one date of a recurring wish without holding anything: the ordinary decision, the ride back after the ride
 * there. A date whose booking window is not open yet is tried as of its opening, on the plan as it stands now; others
 * may be faster then, so an offer for it is an expectation and no promise.
 */
export function recurringOutlook({
  world,
  day,
  wish,
  member,
  booked,
}: {
  readonly world: World;
  readonly day: Day;
  readonly wish: Pick<RecurringWish, "memberId" | "channel" | "terms">;
  readonly member: Member;
  /** The rides of this date that the wish has booked by other terms; they would be replaced. */
  readonly booked?: ReadonlyMap<RecurringLeg, BookingId>;
}): RecurringOutlook {
  const { serviceDate } = day;
  const asksAt = recurringAsksAt(world, wish, serviceDate);
  // A stop of intake speaks of now; it is not expected to stand for weeks.
  const then = asksAt <= world.now ? world : { ...world, now: asksAt, intakeStops: [] };
  let current = day;
  const legs = recurringLegs(wish.terms).map((leg): LegOutlook => {
    const replaces = booked?.get(leg);
    const request = recurringRequest({ service: world.service, wish, member, serviceDate, leg, replaces });
    const { answer, day: after } = decideQuote({ ...then, findMember: () => member }, current, request);
    current = after;
    if (answer.kind === "quote") return { leg, kind: "offer", offer: answer.quote.offer };
    const { rejections, alternatives } = answer.refusal;
    return { leg, kind: "refusal", rejections, alternatives };
  });
  return { serviceDate, asksAt, legs };
}

/** The first moment from now on at which the date's window and the wish's channel are open. */
export function recurringAsksAt(
  { service, now }: Pick<World, "service" | "now">,
  { channel }: Pick<RecurringWish, "channel">,
  serviceDate: ServiceDate,
): EpochSeconds {
  const opensAt = epochSeconds(Math.max(windowOpensAt(service, serviceDate), now));
  if (channel !== "phone" || phoneOpen(service, opensAt)) return opensAt;
  return phoneOpensNext(service, opensAt) ?? opensAt;
}

/** Does only the hour stand against it? Then it is asked for later, and nothing is noted against it now. */
export function isPassing(rejections: readonly Rejection[]): boolean {
  const isOver = rejections.some(({ kind }) => kind === "past-cutoff");
  return !isOver && rejections.some(({ kind }) => PASSING.has(kind));
}

const PASSING: ReadonlySet<Rejection["kind"]> = new Set([
  "phone-closed",
  "too-early-to-book",
  "intake-stopped",
]);
