import type { Day } from "./day.ts";
import { knownDay } from "./known-day.ts";
import { problemOf } from "./problem.ts";
import type { World } from "./world.ts";

/**
 * What a dispatcher says may free a vehicle that stood still: a stop is open again, nobody has to be waited for any
 * more. It leaves now (`Duty.turnedAt`); without that it would seem to have left when it would have, had nothing held it.
 */
export function leavingNow(world: World, before: Day, after: Day): Day {
  const [was, is] = [underWay(world, before), underWay(world, after)];
  const leaves = (id: string) => is.has(id) && !was.has(id);
  if (!after.duties.some(({ id }) => leaves(id))) return after;
  const duties = after.duties.map((duty) => (leaves(duty.id) ? { ...duty, turnedAt: world.now } : duty));
  return { ...after, duties };
}

/** The duties whose vehicles have set out for their next stop, or stand there. */
function underWay(world: World, whole: Day): ReadonlySet<string> {
  const { progress } = problemOf(world, knownDay(world, whole));
  const hasLeft = progress.filter(({ drivingTo, freeAt }) => drivingTo !== undefined && freeAt <= world.now);
  return new Set(hasLeft.map(({ dutyId }) => dutyId));
}
