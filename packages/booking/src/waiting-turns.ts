import { isOpen } from "./booking-state.ts";
import { closeQuotes, isOver } from "./close-quotes.ts";
import type { Change, Day } from "./day.ts";
import { isDriven } from "./known-day.ts";
import { ownOverlap } from "./rules/own-overlap.ts";
import { isOfferOf, type Waiting, type WaitingEnd, type WaitingList } from "./waiting.ts";
import { waitingStandardsOf } from "./waiting-standards.ts";
import type { World } from "./world.ts";

/** A day before and after something happened on it, and the changes between the two. */
export interface Happened {
  readonly before: Day;
  readonly after: Day;
  readonly changes: readonly Change[];
}

/**
 * What has become of those who wait: who has a booking now, whose time is over, who has let the offer pass. A rider who
 * let an offer pass is asked again when other room has come free, and no sooner: the same seat goes to the next.
 */
export function turnsOfWaiting(world: World, happened: Happened): readonly Change[] {
  const list = happened.after.waiting ?? [];
  const isFreed = hasFreedRoom(world, happened, list);
  return list.flatMap((waiting) => turnOf(world, happened, waiting, isFreed));
}

function turnOf(world: World, happened: Happened, waiting: Waiting, isFreed: boolean): readonly Change[] {
  const { after } = happened;
  const end = endOf(world, happened, waiting);
  if (end !== undefined) return [...closeOffer(after, waiting), ended(waiting, end)];
  if (waiting.quoteId === undefined)
    return waiting.rests && isFreed ? [changed({ ...waiting, rests: false }, "waits-on")] : [];
  const quote = after.quotes.get(waiting.quoteId);
  if (quote !== undefined && !isOver(world, quote)) return [];
  const { quoteId: _, ...rest } = waiting;
  if (isClosedAs(happened, waiting, "stopped")) return [changed(rest, "waits-on")];
  const letPass = waiting.letPass + 1;
  if (letPass >= waitingStandardsOf(world.service).letPassMax) return [ended(waiting, "let-pass")];
  return [changed({ ...rest, letPass, rests: true }, "let-pass")];
}

function endOf(world: World, happened: Happened, waiting: Waiting): WaitingEnd | undefined {
  const { after: day } = happened;
  const { request, until, quoteId } = waiting;
  if (isClosedAs(happened, waiting, "confirmed")) return "booked";
  if (ownOverlap({ world, day, request }).length > 0) return "booked";
  const replaced = request.replaces && day.bookings.get(request.replaces);
  if (replaced && !isOpen(replaced.state)) return "left"; // what was to be changed is gone
  const isAsked = quoteId !== undefined && day.quotes.has(quoteId);
  return world.now > until && !isAsked ? "over" : undefined;
}

/** Was any offer of this entry closed so? The yes may come late, when another was made meanwhile. */
function isClosedAs({ changes }: Happened, waiting: Waiting, because: "confirmed" | "stopped"): boolean {
  return changes.some(
    (change) =>
      change.kind === "quote-closed" && change.because === because && isOfferOf(waiting, change.quoteId),
  );
}

/** The offer goes with the entry. */
const closeOffer = (day: Day, { quoteId }: Waiting): readonly Change[] =>
  quoteId === undefined ? [] : closeQuotes(day, "released", ({ id }) => id === quoteId);

const changed = (
  waiting: Waiting,
  because: Extract<Change, { kind: "waiting-changed" }>["because"],
): Change => ({ kind: "waiting-changed", waiting, because });

const ended = ({ id }: Waiting, because: WaitingEnd): Change => ({
  kind: "waiting-ended",
  waitingId: id,
  because,
});

/** Did somebody give up a place who had one, or come vehicles into service? Offers to those who wait do not count. */
function hasFreedRoom(world: World, { before, after, changes }: Happened, list: WaitingList): boolean {
  if (changes.some(({ kind }) => kind === "booking-changed")) return true;
  const driven = ({ duties }: Day) => duties.filter((duty) => isDriven(world, duty)).length;
  if (driven(after) > driven(before)) return true;
  const still = tripsOf(after);
  return [...tripsOf(before)].some(
    (tripId) => !still.has(tripId) && !list.some((waiting) => isOfferOf(waiting, tripId)),
  );
}

const tripsOf = ({ plan }: Day): ReadonlySet<string> =>
  new Set(plan.routes.flatMap(({ visits }) => visits.map(({ tripId }) => tripId)));
