import type { EpochSeconds } from "@noriai/kernel";
import { applyChanges } from "./apply-changes.ts";
import type { Quote } from "./booking.ts";
import { checkRequest } from "./check-request.ts";
import { isOver } from "./close-quotes.ts";
import type { Change, Day } from "./day.ts";
import { searchEffort } from "./effort.ts";
import { findOffer, type PlannedOffer, type SearchSpace, searchSpace } from "./find-offer.ts";
import { planMadeAnew } from "./plan-made-anew.ts";
import { doOverlap } from "./rules/own-overlap.ts";
import type { TripRequest } from "./trip-request.ts";
import { inFairOrder, offerIdOf, type Waiting } from "./waiting.ts";
import { answerBy } from "./waiting-answer-by.ts";
import type { World } from "./world.ts";

/**
 * Asks the waiting list once, in fair order: whoever there is room for now gets a held offer, and the next are asked of
 * what is left. Nobody is passed over who could be carried.
 *
 * @param isDeep  try as hard as before a refusal; else only what is seen at once
 */
export function offerToWaiting(world: World, day: Day, isDeep: boolean): readonly Change[] {
  const known = asWaited(world);
  const round = new Round(known, day, isDeep);
  for (const waiting of inFairOrder(day.waiting ?? [])) round.offerTo(waiting);
  return round.changes;
}

/** Who waits was found to be a member when the wish was made; it is not looked up again. */
function asWaited(world: World): World {
  return { ...world, findMember: (id) => ({ id, birthDate: undefined, disability: undefined }) };
}

/** One pass over the list, on a day that fills up on the way. */
class Round {
  readonly changes: Change[] = [];
  readonly #world: World;
  readonly #isDeep: boolean;
  /** What the day can still take, by the end of the hold; made anew whenever the day has changed. */
  readonly #spaces = new Map<EpochSeconds, SearchSpace>();
  #day: Day;

  constructor(world: World, day: Day, isDeep: boolean) {
    this.#world = world;
    this.#day = day;
    this.#isDeep = isDeep;
  }

  offerTo(waiting: Waiting): void {
    const expiresAt = this.#mayAsk(waiting);
    if (expiresAt === undefined) return;
    const { request } = waiting;
    const tripId = offerIdOf(waiting, waiting.asked + 1);
    const found = findOffer({
      world: this.#world,
      space: this.#spaceUntil(expiresAt),
      request,
      tripId,
      effort: this.#isDeep ? searchEffort(this.#world, request) : undefined,
    });
    if (!found.ok) return;
    const quote: Quote = { id: tripId, request, offer: found.value.offer, held: true, expiresAt };
    const planned = hasOtherOffer(this.#world, this.#day, quote)
      ? undefined
      : this.#planFor(quote, found.value);
    if (planned === undefined) return;
    this.#take([
      { kind: "quote-held", quote },
      planned,
      {
        kind: "waiting-changed",
        waiting: { ...waiting, asked: waiting.asked + 1, quoteId: quote.id },
        because: "offered",
      },
    ]);
  }

  /** Until when an offer would be held; nothing when this rider cannot be asked now. */
  #mayAsk({ request, rests, quoteId, until }: Waiting): EpochSeconds | undefined {
    const { now, service } = this.#world;
    if (rests || quoteId !== undefined || until <= now) return undefined;
    const expiresAt = answerBy(service, { channel: request.channel, now, until });
    if (expiresAt === undefined || !mayRide(this.#world, this.#day, request)) return undefined;
    return expiresAt;
  }

  #spaceUntil(expiresAt: EpochSeconds): SearchSpace {
    const known = this.#spaces.get(expiresAt) ?? searchSpace(this.#world, this.#day, expiresAt);
    this.#spaces.set(expiresAt, known);
    return known;
  }

  #planFor(quote: Quote, { plan, isMadeAnew }: PlannedOffer): Change | undefined {
    if (!isMadeAnew) return { kind: "plan-changed", plan };
    return planMadeAnew(this.#world, applyChanges(this.#day, [{ kind: "quote-held", quote }]), plan);
  }

  #take(changes: readonly Change[]): void {
    this.changes.push(...changes);
    this.#day = applyChanges(this.#day, changes);
    this.#spaces.clear();
  }
}

/**
 * Does nothing stand against the ride but the room? Phone reception was open when the wish was made; the seat is held
 * until the desk can call.
 */
function mayRide(world: World, day: Day, request: TripRequest): boolean {
  return checkRequest({ world, day, request }).every(({ kind }) => kind === "phone-closed");
}

/** Does the rider hold another offer for that time? Then one of the two is enough. */
function hasOtherOffer(world: World, day: Day, { id, request: { memberId }, offer }: Quote): boolean {
  return [...day.quotes.values()].some(
    (own) =>
      own.id !== id &&
      own.request.memberId === memberId &&
      !isOver(world, own) &&
      doOverlap(own.offer.promise, offer.promise),
  );
}
