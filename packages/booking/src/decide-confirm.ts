import { type Plan, promisesAtRisk, remove } from "@noriai/dispatch";
import { assert, type BookingId, type MemberId, type QuoteId, type RefusalId } from "@noriai/kernel";
import { applyChanges, decision } from "./apply-changes.ts";
import { newBoardingCode } from "./boarding-code.ts";
import type { Booking, Quote, Refusal } from "./booking.ts";
import { type BookingVersion, isOvertaken } from "./booking-version.ts";
import { checkTime } from "./check-request.ts";
import { closeQuotes, expireQuotes, isOver } from "./close-quotes.ts";
import type { Change, Day, Decision } from "./day.ts";
import { findPlaceForPromise } from "./find-offer.ts";
import { freedBy } from "./freed.ts";
import { hasPlaces, knownDay } from "./known-day.ts";
import { planMadeAnew } from "./plan-made-anew.ts";
import { problemOf } from "./problem.ts";
import type { Rejection } from "./rejection.ts";
import { changeable } from "./rules/changeable.ts";
import { intakeStopped } from "./rules/intake-stopped.ts";
import { doOverlap, otherBookingsOf } from "./rules/own-overlap.ts";
import type { TripRequest } from "./trip-request.ts";
import type { World } from "./world.ts";

/**
 * The booking; or why there is none: the hold ended and the place is gone, nothing is held, the old booking is fixed,
 * the member has meanwhile booked another ride for that time, intake was stopped.
 */
export type ConfirmAnswer =
  | { readonly kind: "booking"; readonly booking: Booking }
  | { readonly kind: "expired" }
  | { readonly kind: "not-found" }
  /** Somebody was faster: the booking to be changed is no longer what was seen. */
  | { readonly kind: "overtaken" }
  | { readonly kind: "not-changeable"; readonly bookingId: BookingId }
  | { readonly kind: "overlaps-own-booking"; readonly bookingId: BookingId }
  | Extract<Rejection, { readonly kind: "intake-stopped" }>;

/** Whose offer is taken, and what was seen of the booking that it replaces. */
export interface Confirmation {
  readonly quoteId: QuoteId;
  readonly memberId: MemberId;
  readonly seen?: BookingVersion;
}

/**
 * Turns a held offer into a booking (予約確定). The same quote confirmed twice gives the same booking.
 *
 * An offer whose hold has ended, or that could not be held, is asked for once more under the same promise; the rider
 * gets exactly what was told or nothing. A change keeps id and boarding code of the booking that it replaces. A
 * replaced booking of another service date is left alone: it is for the caller to cancel it there. An offer that a stop
 * of intake covers by now is closed, and kept as unmet demand, however late or early the yes comes.
 */
export function decideConfirm(
  world: World,
  day: Day,
  { quoteId, memberId, seen }: Confirmation,
): Decision<ConfirmAnswer> {
  const expired = expireQuotes(world, day);
  const open = applyChanges(day, expired);
  const quote = open.quotes.get(quoteId);
  const known = day.bookings.get(quoteId as string as BookingId);
  if (known?.memberId === memberId)
    return decision({ day, changes: expired, answer: { kind: "booking", booking: known } });
  if (quote === undefined || quote.request.memberId !== memberId)
    return decision({ day, changes: expired, answer: { kind: "not-found" } });

  const stopped = intakeStopped({ world, day: open, request: quote.request });
  if (stopped.length > 0) return refuse({ world, day, open, expired, quote, stopped });
  const old = replacedBy(quote, open);
  if (old !== undefined && isOvertaken(old, seen))
    return decision({ day, changes: expired, answer: { kind: "overtaken" } });
  if (old !== undefined && changeable({ world, day: open, request: quote.request }).length > 0)
    return decision({ day, changes: expired, answer: { kind: "not-changeable", bookingId: old.id } });
  const other = overlapping({ world, open, quote });
  if (other !== undefined)
    return decision({ day, changes: expired, answer: { kind: "overlaps-own-booking", bookingId: other.id } });
  const plan = planWith({ world, open, quote, old });
  if (plan === undefined)
    return decision({ day, changes: closing(open, quote, expired), answer: { kind: "expired" } });
  return confirm({ world, day, open, expired, quote, old, plan });
}

/** The quote is over, its seat is free, and the wish is kept as one that came to nothing. */
function refuse({
  world,
  day,
  open,
  expired,
  quote: { id, request },
  stopped,
}: {
  readonly world: World;
  readonly day: Day;
  readonly open: Day;
  readonly expired: readonly Change[];
  readonly quote: Quote;
  readonly stopped: readonly Rejection[];
}): Decision<ConfirmAnswer> {
  const [first] = stopped;
  assert(first?.kind === "intake-stopped", "the rule names no other rejection");
  const refusal: Refusal = {
    id: world.newId() as RefusalId,
    request,
    at: world.now,
    rejections: stopped,
    alternatives: [],
  };
  const changes: Change[] = [
    ...expired,
    ...closeQuotes(open, "stopped", (quote) => quote.id === id),
    { kind: "request-refused", refusal },
  ];
  return decision({ day, changes, answer: first });
}

function replacedBy({ request: { replaces } }: Quote, open: Day): Booking | undefined {
  return replaces === undefined ? undefined : open.bookings.get(replaces);
}

/** Another booking of the member whose promise shares time with the one to be made. */
function overlapping({
  world,
  open,
  quote: { request, offer },
}: {
  readonly world: World;
  readonly open: Day;
  readonly quote: Quote;
}): Booking | undefined {
  return otherBookingsOf({ world, day: open, request }).find(({ promise }) =>
    doOverlap(promise, offer.promise),
  );
}

type PlanChanged = Extract<Change, { kind: "plan-changed" }>;

/** The plan that carries the quote and no longer what it replaces; nothing when its promise has no place any more. */
function planWith({
  world,
  open,
  quote,
  old,
}: {
  readonly world: World;
  readonly open: Day;
  readonly quote: Quote;
  readonly old: Booking | undefined;
}): PlanChanged | undefined {
  const { id: tripId, request } = quote;
  if (!hasPlaces(world, request)) return undefined;
  const without = old === undefined ? open.plan : remove({ plan: open.plan, tripId: old.id });
  const isLate = isOver(world, quote);
  if (quote.held && !isLate && isKept(world, { ...open, plan: without }, tripId))
    return { kind: "plan-changed", plan: without };
  if (isLate && checkTime({ world, day: open, request }).length > 0) return undefined;
  const day = { ...open, plan: remove({ plan: without, tripId }) };
  const found = findPlaceForPromise({ world, day, tripId, request, promise: quote.offer.promise });
  if (found === undefined) return undefined;
  if (!found.isMadeAnew) return { kind: "plan-changed", plan: found.plan };
  const sure: Quote = { ...quote, held: false, expiresAt: world.now }; // its driver hears of it at once
  return planMadeAnew(world, { ...day, quotes: new Map(day.quotes).set(quote.id, sure) }, found.plan);
}

/** A delay may have been reported since the offer was made, or its vehicle be gone; what cannot be kept any more is not promised. */
function isKept(world: World, day: Day, tripId: string): boolean {
  const known = knownDay(world, day);
  const risks = promisesAtRisk({ problem: problemOf(world, known), plan: known.plan });
  const isPlanned = known.plan.routes.some(({ visits }) => visits.some((visit) => visit.tripId === tripId));
  return isPlanned && risks.every((risk) => risk.tripId !== tripId);
}

/** The quote is over; a held one leaves the plan. */
function closing(open: Day, { id }: Quote, expired: readonly Change[]): readonly Change[] {
  return [...expired, ...closeQuotes(open, "expired", (quote) => quote.id === id)];
}

function confirm({
  world,
  day,
  open,
  expired,
  quote,
  old,
  plan,
}: {
  readonly world: World;
  readonly day: Day;
  readonly open: Day;
  readonly expired: readonly Change[];
  readonly quote: Quote;
  readonly old: Booking | undefined;
  readonly plan: PlanChanged;
}): Decision<ConfirmAnswer> {
  const booking =
    old === undefined ? newBooking(world, open, quote) : changedBooking({ world, open, old, quote });
  const changes: Change[] = [
    ...expired,
    { kind: "quote-closed", quoteId: quote.id, because: "confirmed" },
    old === undefined
      ? { kind: "booking-confirmed", booking }
      : { kind: "booking-changed", before: old, booking },
  ];
  const named = old === undefined ? plan.plan : renamed(plan.plan, quote.id, old.id);
  if (named !== day.plan) changes.push({ ...plan, plan: named });
  return decision({ day, changes, answer: { kind: "booking", booking } });
}

function newBooking(world: World, day: Day, { id, request, offer }: Quote): Booking {
  return {
    id: id as string as BookingId,
    memberId: request.memberId,
    request: withoutReplaces(request),
    promise: offer.promise,
    fare: offer.fare,
    state: "confirmed",
    boardingCode: newBoardingCode(day, world.random),
    bookedAt: world.now,
  };
}

function changedBooking({
  world,
  open,
  old,
  quote: { request, offer },
}: {
  readonly world: World;
  readonly open: Day;
  readonly old: Booking;
  readonly quote: Quote;
}): Booking {
  return {
    ...old,
    ...freedBy(world, open, old),
    request: withoutReplaces(request),
    promise: offer.promise,
    fare: offer.fare,
    changedAt: world.now,
  };
}

function withoutReplaces({ replaces: _, ...request }: TripRequest): TripRequest {
  return request;
}

/** The same plan with one trip under another id. */
function renamed(plan: Plan, from: string, to: string): Plan {
  return {
    routes: plan.routes.map((route) => ({
      ...route,
      visits: route.visits.map((visit) => (visit.tripId === from ? { ...visit, tripId: to } : visit)),
    })),
  };
}
