import { type Plan, remove } from "@noriai/dispatch";
import { fail, later, ok, type QuoteId, type RefusalId, type Result } from "@noriai/kernel";
import { alternativesOf, isMendedByTime } from "./alternatives.ts";
import { applyChanges, decision } from "./apply-changes.ts";
import type { Quote, Refusal } from "./booking.ts";
import { checkRequest } from "./check-request.ts";
import { closeQuotes, expireQuotes } from "./close-quotes.ts";
import type { Change, Day, Decision } from "./day.ts";
import { findOffer, type SearchSpace, searchSpace } from "./find-offer.ts";
import type { Rejection } from "./rejection.ts";
import { doOverlap } from "./rules/own-overlap.ts";
import type { TripRequest } from "./trip-request.ts";
import { wishedRide } from "./wished-ride.ts";
import type { World } from "./world.ts";

/** An offer held for the rider, or everything that stood against the trip and what can be had instead. */
export type QuoteAnswer =
  | { readonly kind: "quote"; readonly quote: Quote }
  | { readonly kind: "refusal"; readonly refusal: Refusal };

/**
 * Answers a trip request (予約希望) at once: an offer, held until it expires, or a refusal with alternatives.
 *
 * A held offer of the same member for the same time is given back: nobody rides twice at once. What lies in the time of
 * the wish goes before the search; what the promise found would overlap goes then, and the search begins anew. A change
 * (`replaces`) keeps the old seat until it is confirmed; only where old and new cannot stand together the offer is not
 * held, and asked for again at confirmation.
 *
 * @see 仕様書 4, 5-(1)-① リアルタイム配車
 */
export function decideQuote(world: World, day: Day, request: TripRequest): Decision<QuoteAnswer> {
  const expired = expireQuotes(world, day);
  const current = applyChanges(day, expired);
  const released = releaseOwnQuotes(world, current, request);
  return answerAfter({ world, day, request, changes: [...expired, ...released] });
}

/** The answer on the day after these changes; more of the member's offers may have to go for it. */
function answerAfter({
  world,
  day,
  request,
  changes,
}: {
  readonly world: World;
  readonly day: Day;
  readonly request: TripRequest;
  readonly changes: readonly Change[];
}): Decision<QuoteAnswer> {
  const open = applyChanges(day, changes);
  const rejections = checkRequest({ world, day: open, request });
  const spaces = isMendedByTime(rejections) ? spacesFor(world, open, request) : [];
  const found = rejections.length > 0 ? fail(rejections) : firstOffer({ world, spaces, request });
  if (found.ok) {
    const { quote, plan } = found.value;
    const released = releaseOverlapping(open, quote);
    // A plan made with their trips in it may not hold without them, where a vehicle was on its way for one.
    if (released.length > 0) return answerAfter({ world, day, request, changes: [...changes, ...released] });
    const kept: Change[] = [{ kind: "quote-held", quote }];
    if (quote.held) kept.push({ kind: "plan-changed", plan });
    return decision({ day, changes: [...changes, ...kept], answer: { kind: "quote", quote } });
  }
  const refusal: Refusal = {
    id: world.newId() as RefusalId,
    request,
    at: world.now,
    rejections: found.error,
    alternatives: spaces.slice(-1).flatMap(({ space }) => alternativesOf({ world, request, space })),
  };
  const refused: Change = { kind: "request-refused", refusal };
  return decision({ day, changes: [...changes, refused], answer: { kind: "refusal", refusal } });
}

interface Space {
  readonly space: SearchSpace;
  readonly held: boolean;
}

function firstOffer({
  world,
  spaces,
  request,
}: {
  readonly world: World;
  readonly spaces: readonly Space[];
  readonly request: TripRequest;
}): Result<{ readonly quote: Quote; readonly plan: Plan }, readonly Rejection[]> {
  const id = world.newId() as QuoteId;
  const expiresAt = later(world.now, world.service.standards.hold[request.channel]);
  let rejection: Rejection | undefined;
  for (const { space, held } of spaces) {
    const found = findOffer({ world, space, request, tripId: id });
    if (found.ok) {
      const { offer, plan } = found.value;
      return ok({ plan, quote: { id, request, offer, held, expiresAt } });
    }
    rejection = found.error;
  }
  return fail([rejection!]);
}

/** Offers that the same member holds for the time of this wish: their seats are there for it. */
function releaseOwnQuotes(world: World, day: Day, request: TripRequest): readonly Change[] {
  const { leavesAt, arrivesAt } = wishedRide(world, request);
  return closeQuotes(day, "released", ({ request: own, offer: { promise } }) => {
    const atThatTime = leavesAt < promise.arriveBy && promise.pickupFrom < arrivesAt;
    return own.memberId === request.memberId && atThatTime;
  });
}

/** Offers that the same member holds and whose promise shares time with the new one. */
function releaseOverlapping(day: Day, { request: { memberId }, offer }: Quote): readonly Change[] {
  return closeQuotes(
    day,
    "released",
    (own) => own.request.memberId === memberId && doOverlap(own.offer.promise, offer.promise),
  );
}

/** Where to look: among everything that stands; for a change also without the booking that it replaces. */
function spacesFor(world: World, open: Day, request: TripRequest): readonly Space[] {
  const holdUntil = later(world.now, world.service.standards.hold[request.channel]);
  const whole = { space: searchSpace(world, open, holdUntil), held: true };
  const { replaces } = request;
  if (replaces === undefined || !open.bookings.has(replaces)) return [whole];
  const without = { ...open, plan: remove({ plan: open.plan, tripId: replaces }) };
  return [whole, { space: searchSpace(world, without, holdUntil), held: false }];
}
