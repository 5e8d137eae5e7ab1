import type { DutySchedule } from "../schedule.ts";
import { arrivalOf } from "./driving.ts";
import { loadsOf } from "./loads.ts";
import { limitsOf, limitViolations, reachesFirstAt } from "./possible-times.ts";
import type { Ahead } from "./verify.ts";
import type { Violation } from "./violation.ts";

/** Drives the given times visit by visit: is each instant possible after the one before, and within every limit? */
export function* scheduleViolations({
  ahead,
  before,
  given,
}: {
  ahead: Ahead;
  before: Ahead | undefined;
  given: DutySchedule | undefined;
}): Generator<Violation> {
  const { duty, visits, problem } = ahead;
  const dutyId = duty.id;
  if (given === undefined || !isOfPlan(given, ahead)) {
    yield { kind: "schedule-of-another-plan", dutyId };
    return;
  }
  const early = Math.max(ahead.freeAt, ahead.driving ? 0 : problem.now) - given.leavesAt;
  if (early > 0) yield { kind: "duty-not-started", dutyId, seconds: early };
  const { travelTimes } = problem;
  let at = ahead.place;
  let leaves = given.leavesAt;
  for (const [k, { kind, trip, service }] of visits.entries()) {
    const { arrival, start, departure } = given.visits[k]!;
    const to = kind === "pickup" ? trip.pickupPlace : trip.dropoffPlace;
    const arrives = Math.max(
      arrivalOf(travelTimes, { from: at, to, leaves }),
      k === 0 ? reachesFirstAt(ahead) : 0,
    );
    const short = Math.max(arrives - arrival, arrival - start, start + service - departure);
    if (short > 0) yield { kind: "impossible-time", dutyId, visit: k, seconds: short };
    [at, leaves] = [to, departure];
  }
  if (visits.length === 0) return;
  const back = arrivalOf(travelTimes, { from: at, to: duty.endPlace, leaves });
  if (given.endArrival < back)
    yield { kind: "impossible-time", dutyId, visit: visits.length, seconds: back - given.endArrival };
  const starts = given.visits.map(({ start }) => start);
  const left = ahead.beganAt ?? given.leavesAt;
  yield* limitViolations({ ahead, limits: limitsOf(ahead, before), starts, left, endsAt: given.endArrival });
  yield* loadMismatches(ahead, given);
}

function isOfPlan(given: DutySchedule, { visits }: Ahead): boolean {
  return (
    given.visits.length === visits.length &&
    given.visits.every(({ tripId, kind }, k) => tripId === visits[k]!.trip.id && kind === visits[k]!.kind)
  );
}

function* loadMismatches(ahead: Ahead, given: DutySchedule): Generator<Violation> {
  const loads = loadsOf(ahead).slice(1);
  for (const [visit, { seats, wheelchairs }] of loads.entries()) {
    const told = given.visits[visit]!.load;
    if (told.seats !== seats || told.wheelchairs !== wheelchairs)
      yield { kind: "wrong-load", dutyId: ahead.duty.id, visit };
  }
}
