import { type Plan, type Problem, react, type Visit } from "@noriai/dispatch";
import { assert, fail, ok, type Result } from "@noriai/kernel";
import { applyChanges } from "../apply-changes.ts";
import type { Day } from "../day.ts";
import { untilDriversKnow } from "../decide-improve.ts";
import type { Effort } from "../effort.ts";
import { searchSpace } from "../find-offer.ts";
import type { Instruction, InstructionRejection } from "../instruction.ts";
import { withLeftOut } from "../known-day.ts";
import { leavingNow } from "../leaving-now.ts";
import { openVisits } from "../open-visits.ts";
import { canFollow, planFollowing } from "../plan-made-anew.ts";
import { rescueStranded } from "../rescue-stranded.ts";
import { type Brought, openAgain } from "../stop-closure.ts";
import type { World } from "../world.ts";

/**
 * Closes a stop from now until an instant (停留所の一時休止): no new ride begins or ends there. Rides that were planned there
 * go once it is open again, in another turn or vehicle, where their promise or a little lateness allows it; whoever finds
 * no place has none, and people have to care for them. Who is aboard or next is brought there all the same.
 */
export function closeStop({
  world,
  open,
  instruction: { stopId, until, reason },
  effort,
}: {
  readonly world: World;
  readonly open: Day;
  readonly instruction: Extract<Instruction, { kind: "close-stop" }>;
  readonly effort: Effort;
}): Result<Day, InstructionRejection> {
  const place = world.travel.stops.get(stopId);
  if (place === undefined) return fail({ kind: "unknown-stop" });
  if (until <= world.now) return fail({ kind: "hours-wrong" });
  const { day: known, problem } = searchSpace(world, open, untilDriversKnow(world, open));
  const brought = broughtTo(place, known, problem);
  const closure = { stopId, from: world.now, until, reason, ...(brought.length > 0 && { brought }) };
  const closures = [...openAgain(open.closures ?? [], stopId), closure];
  const closed = leavingNow(world, open, { ...open, closures });
  const happening = { kind: "stop-closed", closure: { place, from: closure.from, until } } as const;
  const reaction = react({ ...effort, problem, plan: known.plan, happenings: [happening] });
  assert(reaction.kind === "reaction", `the engine can read the day: ${JSON.stringify(reaction)}`);
  const plans = [reaction.after.plan, reaction.before.plan].map((plan) =>
    withLeftOut({ plan, known, day: open }),
  );
  const followed = plans.map((plan) => dayWith(world, closed, plan));
  const after = followed.find((day) => canFollow(world, closed, day)) ?? followed.at(-1)!;
  return ok(rescueStranded(world, after));
}

/** Whose ride to or from the place has begun, or is the one that a vehicle drives to. */
function broughtTo(place: number, day: Day, { progress, trips }: Problem): readonly Brought[] {
  const there = new Set(
    trips.flatMap(({ id, pickupPlace, dropoffPlace }) =>
      pickupPlace === place || dropoffPlace === place ? [id] : [],
    ),
  );
  return day.duties.flatMap(({ id: dutyId }) => {
    const { done = [], drivingTo } = progress.find((one) => one.dutyId === dutyId) ?? {};
    const begun = new Set([...done, ...(drivingTo === undefined ? [] : [drivingTo])].map(tripIdOf));
    const ahead = new Set(openVisits(day, { id: dutyId }).map(tripIdOf));
    return [...ahead]
      .filter((tripId) => begun.has(tripId) && there.has(tripId))
      .map((tripId) => ({ tripId, dutyId }));
  });
}

const tripIdOf = ({ tripId }: Visit): string => tripId;

const dayWith = (world: World, day: Day, plan: Plan): Day =>
  applyChanges(day, [planFollowing(world, day, plan)]);

/** The stop is used again, and riders who had lost their place for it find one where there is one. */
export function openStop(
  world: World,
  open: Day,
  { stopId }: Extract<Instruction, { kind: "open-stop" }>,
): Result<Day, InstructionRejection> {
  const closures = open.closures ?? [];
  const left = openAgain(closures, stopId);
  if (left.length === closures.length) return fail({ kind: "not-closed" });
  return ok(rescueStranded(world, leavingNow(world, open, { ...open, closures: left })));
}
