import { remove } from "@noriai/dispatch";
import { fail, later, ok, type QuoteId, type RefusalId, type Result } from "@noriai/kernel";
import { alternativesOf, isMendedByTime } from "./alternatives.ts";
import { applyChanges, decision } from "./apply-changes.ts";
import type { Alternative, Quote, Refusal } from "./booking.ts";
import { checkRequest } from "./check-request.ts";
import { closeQuotes, expireQuotes } from "./close-quotes.ts";
import type { Change, Day, Decision } from "./day.ts";
import { searchEffort } from "./effort.ts";
import { findOffer, type PlannedOffer, type SearchSpace, searchSpace } from "./find-offer.ts";
import { isMendedByStop, otherStopsOf } from "./other-stops.ts";
import { planMadeAnew } from "./plan-made-anew.ts";
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
  const found = rejections.length > 0 ? fail(rejections) : firstOffer(world, open, request);
  if (found.ok) {
    const { quote, planned } = found.value;
    const released = releaseOverlapping(open, quote);
    // A plan made with their trips in it may not hold without them, where a vehicle was on its way for one.
    if (released.length > 0) return answerAfter({ world, day, request, changes: [...changes, ...released] });
    const kept: Change[] = [{ kind: "quote-held", quote }];
    return decision({ day, changes: [...changes, ...kept, ...planned], answer: { kind: "quote", quote } });
  }
  const refusal: Refusal = {
    id: world.newId() as RefusalId,
    request,
    at: world.now,
    rejections: found.error,
    alternatives:
      world.effort?.isFirstLook && mayBeFound(found.error)
        ? []
        : insteadOf({ world, open, request, rejections: found.error }),
  };
  const refused: Change = { kind: "request-refused", refusal };
  return decision({ day, changes: [...changes, refused], answer: { kind: "refusal", refusal } });
}

/** Might a longer search change the answer? Only where no more than a vehicle was missing to the trip. */
export function mayBeFound(rejections: readonly Rejection[]): boolean {
  return rejections.some(({ kind }) => kind === "no-vehicle");
}

/** What can be had instead: other times, then other stops; only where they may help. */
function insteadOf({
  world,
  open,
  request,
  rejections,
}: {
  readonly world: World;
  readonly open: Day;
  readonly request: TripRequest;
  readonly rejections: readonly Rejection[];
}): readonly Alternative[] {
  const byTime = isMendedByTime(rejections);
  const byStop = isMendedByStop(rejections);
  const space = byTime || byStop ? spacesFor(world, open, request).at(-1)!.space : undefined;
  if (space === undefined) return [];
  return [
    ...(byTime ? alternativesOf({ world, request, space }) : []),
    ...(byStop ? otherStopsOf({ world, open, request, space }) : []),
  ];
}

interface Space {
  readonly space: SearchSpace;
  readonly held: boolean;
}

/** An offer as it is held, and the change of the plan that holds it; none for an offer that is not. */
interface HeldOffer {
  readonly quote: Quote;
  readonly planned: readonly Change[];
}

/**
 * The first offer: in every space with all others where they are, then with others moved within their promises. Where
 * there is none, the rejection of the last search, which looked the hardest.
 */
function firstOffer(world: World, open: Day, request: TripRequest): Result<HeldOffer, readonly Rejection[]> {
  const spaces = spacesFor(world, open, request);
  const id = world.newId() as QuoteId;
  const expiresAt = later(world.now, world.service.standards.hold[request.channel]);
  let rejection: Rejection | undefined;
  for (const effort of [undefined, searchEffort(world, request)])
    for (const { space, held } of spaces) {
      const found = findOffer({ world, space, request, tripId: id, effort });
      if (!found.ok) {
        rejection = found.error;
        continue;
      }
      const quote: Quote = { id, request, offer: found.value.offer, held, expiresAt };
      const planned = held ? planFor(world, open, { quote, found: found.value }) : [];
      if (planned !== undefined) return ok({ quote, planned });
    }
  return fail([rejection!]);
}

/** The plan that holds the offer; nothing where it asks of a driver what can no longer be asked. */
function planFor(
  world: World,
  open: Day,
  { quote, found }: { readonly quote: Quote; readonly found: PlannedOffer },
): readonly Change[] | undefined {
  const { plan, isMadeAnew } = found;
  if (!isMadeAnew) return [{ kind: "plan-changed", plan }];
  const made = planMadeAnew(world, applyChanges(open, [{ kind: "quote-held", quote }]), plan);
  return made && [made];
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
