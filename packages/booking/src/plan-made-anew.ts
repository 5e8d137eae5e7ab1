import {
  type Plan,
  type PromiseAtRisk,
  promisesAtRisk,
  schedule,
  type Violation,
  type Visit,
  verify,
} from "@noriai/dispatch";
import type { BookingId, EpochSeconds, QuoteId } from "@noriai/kernel";
import { applyChanges } from "./apply-changes.ts";
import type { Change, Day, Duty } from "./day.ts";
import { knownDay } from "./known-day.ts";
import { openVisits } from "./open-visits.ts";
import { problemOf } from "./problem.ts";
import type { World } from "./world.ts";

/**
 * Takes over a plan in which riders who had a place were given another: their vehicle or their turn. Nothing where the
 * drivers, who cannot be told to have been elsewhere, would break it.
 *
 * A vehicle serves whom it serves at the stop where it stands or to which it drives. It cannot have set out for its new
 * next stop before now (`Duty.turnedAt`), and sets out for nobody while an offer that its driver does not know of has to
 * come first. No promise is later for it than before.
 *
 * @param day   with every booking and quote that the plan carries; its plan is the one before
 * @param plan  made on the known day and completed (`withLeftOut`)
 */
export function planMadeAnew(world: World, day: Day, plan: Plan): PlanChanged | undefined {
  const change = planFollowing(world, day, plan);
  const after = applyChanges(day, [change]);
  const stands =
    staysUnderWay(world, day, after) && waitsForHolds(world, after) && keepsWhatWasKept(world, day, after);
  return stands ? change : undefined;
}

type PlanChanged = Extract<Change, { kind: "plan-changed" }>;

/** The change to a plan in which riders have another place, whether drivers like it or not: what happened, happened. */
export function planFollowing(world: World, day: Day, plan: Plan): PlanChanged {
  const after = { ...day, plan };
  const duties = day.duties.map((duty) => marked({ world, before: day, after, duty }));
  return { kind: "plan-changed", plan, duties };
}

/** The bookings that ride in another vehicle than before, or before one behind whom they rode, or the other way round. */
export function movedBetween(before: Day, after: Day): readonly BookingId[] {
  const [was, is] = [placesOf(before), placesOf(after)];
  const common = [...was.keys()].filter((key) => is.has(key));
  const hasMoved = (key: string) =>
    common.some((other) => {
      const [a, b, c, d] = [was.get(key)!, was.get(other)!, is.get(key)!, is.get(other)!];
      if (key === other) return a.dutyId !== c.dutyId;
      return a.dutyId === b.dutyId && c.dutyId === d.dutyId && a.index < b.index !== c.index < d.index;
    });
  const moved = new Set(common.filter(hasMoved).map((key) => is.get(key)!.tripId));
  return [...after.bookings.keys()].filter((id) => moved.has(id));
}

interface PlaceInPlan {
  readonly tripId: string;
  readonly dutyId: string;
  readonly index: number;
}

/** Where each visit still ahead stands. */
function placesOf(day: Day): ReadonlyMap<string, PlaceInPlan> {
  return new Map(
    day.duties.flatMap((duty) =>
      openVisits(day, duty).map(
        ({ tripId, kind }, index) => [`${kind} ${tripId}`, { tripId, dutyId: duty.id, index }] as const,
      ),
    ),
  );
}

function marked({
  world,
  before,
  after,
  duty,
}: {
  readonly world: World;
  readonly before: Day;
  readonly after: Day;
  readonly duty: Duty;
}): Duty {
  const [was, is] = [openVisits(before, duty), openVisits(after, duty)];
  const next = firstBooked(after, is);
  const turns = next !== undefined && !isSame(next, firstBooked(before, was));
  const stays = new Set(is.map(({ tripId }) => tripId));
  const left = was.filter(
    ({ tripId, kind }) => kind === "pickup" && !stays.has(tripId) && isBooked(after, tripId),
  );
  const gaveAway = [
    ...(duty.gaveAway ?? []).filter((id) => !stays.has(id)),
    ...left.map(({ tripId }) => tripId as BookingId),
  ];
  return {
    ...duty,
    ...(turns && { turnedAt: world.now }),
    ...((left.length > 0 || duty.gaveAway !== undefined) && { gaveAway: [...new Set(gaveAway)] }),
  };
}

/** Whoever is served at the stop where a vehicle stands or to which it drives is still served there next, in one go. */
export function staysUnderWay(world: World, before: Day, after: Day): boolean {
  const day = knownDay(world, before);
  const { progress, trips } = problemOf(world, day);
  const placeOf = (visit: Visit | undefined) => {
    const trip = trips.find(({ id }) => id === visit?.tripId);
    return visit?.kind === "pickup" ? trip?.pickupPlace : trip?.dropoffPlace;
  };
  return progress.every(({ dutyId, drivingTo, freeAt }) => {
    if (drivingTo === undefined || freeAt > world.now) return true;
    const duty = { id: dutyId as Duty["id"] };
    const ahead = openVisits(day, duty);
    const elsewhere = ahead.findIndex((visit) => placeOf(visit) !== placeOf(drivingTo));
    const here = elsewhere < 0 ? ahead : ahead.slice(0, elsewhere);
    const next = openVisits(knownDay(world, after), duty);
    return here.every((visit, k) => next[k] !== undefined && isSame(next[k], visit));
  });
}

/** No driver sets out for a rider behind an offer as long as it is held: the driver does not know that it comes first. */
export function waitsForHolds(world: World, after: Day): boolean {
  const day = knownDay(world, after);
  const held = new Set<string>([...day.quotes.values()].filter((quote) => quote.held).map(({ id }) => id));
  return day.duties.every((duty) => {
    const ahead = openVisits(day, duty);
    const behind = ahead.findIndex(({ tripId }) => !held.has(tripId));
    const first = behind < 0 ? ahead : ahead.slice(0, behind);
    if (first.length === 0 || behind < 0) return true;
    const until = Math.max(...first.map(({ tripId }) => day.quotes.get(tripId as QuoteId)!.expiresAt));
    const asDriven = { ...day, plan: withoutTrips(day.plan, held) };
    const { progress } = problemOf(world, asDriven, until as EpochSeconds);
    return progress.find(({ dutyId }) => dutyId === duty.id)?.drivingTo === undefined;
  });
}

/**
 * Is every promise still kept, or missed by no more than before, and every other rule as well? Asked of the engine's
 * verifier besides, which shares no code with the searches that make plans.
 */
function keepsWhatWasKept(world: World, before: Day, after: Day): boolean {
  const [was, is] = [judge(world, before), judge(world, after)];
  const missed = new Map(was.risks.map((risk) => [risk.tripId, risk]));
  const noneLater = is.risks.every((risk) => {
    const other = missed.get(risk.tripId);
    return (
      other !== undefined &&
      risk.pickupLateSeconds <= other.pickupLateSeconds &&
      risk.dropoffLateSeconds <= other.dropoffLateSeconds &&
      risk.rideTooLongSeconds <= other.rideTooLongSeconds
    );
  });
  return noneLater && breaksNoMore(was, is) && !entersClosed(world, before, after);
}

/** Would somebody board or alight while a stop is closed who would not have before? */
function entersClosed(world: World, before: Day, after: Day): boolean {
  if (after.closures === undefined) return false;
  const were = atClosedStops(world, before);
  return [...atClosedStops(world, after)].some((visit) => !were.has(visit));
}

function atClosedStops(world: World, whole: Day): ReadonlySet<string> {
  const day = knownDay(world, whole);
  const problem = problemOf(world, day);
  const { duties } = schedule({ problem, plan: day.plan });
  const trips = new Map(problem.trips.map((trip) => [trip.id, trip]));
  const isClosed = (place: number | undefined, start: number) =>
    (problem.closures ?? []).some((one) => one.place === place && one.from <= start && start < one.until);
  const closed = duties
    .flatMap(({ visits }) => visits)
    .filter(({ tripId, kind, start }) => {
      const trip = trips.get(tripId);
      return isClosed(kind === "pickup" ? trip?.pickupPlace : trip?.dropoffPlace, start);
    });
  return new Set(closed.map(({ tripId, kind }) => `${kind} ${tripId}`));
}

const breaksNoMore = (was: Judged, is: Judged): boolean =>
  is.broken.every((rule) => was.broken.some((other) => isNoWorse(rule, other)));

/**
 * Can the drivers follow the new plan, whatever it does to promises? For a dispatcher who sees whom it makes late.
 */
export function canFollow(world: World, before: Day, after: Day): boolean {
  if (!staysUnderWay(world, before, after) || !waitsForHolds(world, after)) return false;
  return breaksNoMore(judge(world, before), judge(world, after));
}

/** What the engine and its verifier say of a day. */
export interface Judged {
  readonly risks: readonly PromiseAtRisk[];
  readonly broken: readonly Violation[];
}

export function judge(world: World, whole: Day): Judged {
  const day = knownDay(world, whole);
  const asked = { problem: problemOf(world, day), plan: day.plan };
  const broken = verify(asked).filter(({ kind }) => !PROMISES.has(kind));
  return { risks: promisesAtRisk(asked), broken };
}

/** What the risks say of each rider, wherever the rider rides. */
const PROMISES: ReadonlySet<Violation["kind"]> = new Set<Violation["kind"]>([
  "pickup-too-late",
  "dropoff-too-late",
  "ride-too-long",
]);

/** Broken in the same duty, by no more: a vehicle that reality has made late is late in any plan. */
export function isNoWorse(rule: Violation, before: Violation): boolean {
  const [one, other] = [rule, before].map((violation) => ({
    dutyId: "dutyId" in violation ? violation.dutyId : undefined,
    by: amountOf(violation),
  }));
  return rule.kind === before.kind && one!.dutyId === other!.dutyId && one!.by <= other!.by;
}

function amountOf(violation: Violation): number {
  if ("seconds" in violation) return violation.seconds;
  if ("seatsShort" in violation) return violation.seatsShort;
  return "placesShort" in violation ? violation.placesShort : 0;
}

const firstBooked = (day: Day, visits: readonly Visit[]): Visit | undefined =>
  visits.find(({ tripId }) => isBooked(day, tripId));

const isBooked = (day: Day, tripId: string): boolean => day.bookings.has(tripId as BookingId);

const isSame = (one: Visit, other: Visit | undefined): boolean =>
  one.tripId === other?.tripId && one.kind === other.kind;

const withoutTrips = (plan: Plan, trips: ReadonlySet<string>): Plan => ({
  routes: plan.routes.map((route) => ({
    ...route,
    visits: route.visits.filter(({ tripId }) => !trips.has(tripId)),
  })),
});
