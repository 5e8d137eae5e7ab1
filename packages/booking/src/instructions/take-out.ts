import { type Plan, type Reaction, react, type Visit } from "@noriai/dispatch";
import { assert, fail, ok, type Result } from "@noriai/kernel";
import { applyChanges } from "../apply-changes.ts";
import type { Day, Duty } from "../day.ts";
import { untilDriversKnow } from "../decide-improve.ts";
import { eventsOfDuty } from "../effective-events.ts";
import type { Effort } from "../effort.ts";
import { searchSpace } from "../find-offer.ts";
import type { Instruction, InstructionRejection, OutOfService } from "../instruction.ts";
import { withLeftOut } from "../known-day.ts";
import { doneVisits } from "../open-visits.ts";
import { canFollow, planFollowing } from "../plan-made-anew.ts";
import { rescueStranded } from "../rescue-stranded.ts";
import type { World } from "../world.ts";

/**
 * Takes the vehicle of a duty out of service (運行中止). Its riders go where the engine's least-harm plan puts them,
 * late if need be; whoever is aboard stays with it, and whoever finds no place has none: people have to care for both.
 */
export function takeOut({
  world,
  open,
  instruction: { dutyId, from, reason, restOfDay },
  effort,
}: {
  readonly world: World;
  readonly open: Day;
  readonly instruction: Extract<Instruction, { kind: "take-out" }>;
  readonly effort: Effort;
}): Result<Day, InstructionRejection> {
  const duty = open.duties.find(({ id }) => id === dutyId);
  if (duty === undefined) return fail({ kind: "unknown-duty" });
  if (duty.outOfService !== undefined) return fail({ kind: "already-out", from: duty.outOfService.from });
  const since = from > world.now ? from : world.now;
  if (since >= duty.endsAt) return fail({ kind: "duty-over", endedAt: duty.endsAt });
  const out: OutOfService = { from: since, reason };
  const lost = [duty, ...(restOfDay ? laterOf(open, duty) : [])];
  // Nobody has to ride in a vehicle that does not drive, and it waits for nobody.
  const freed = ({ byHand: _, waits: _w, ...own }: Duty): Duty => own;
  const dayOf = (changed: (one: Duty) => Duty): Day => ({
    ...open,
    duties: open.duties.map((one) => (lost.includes(one) ? changed(one) : one)),
  });
  const [free, marked] = [dayOf(freed), dayOf((one) => ({ ...freed(one), outOfService: out }))];
  const plans = plansWithout({ world, day: free, lost, out, effort });
  const followed = plans.map((plan) => dayWith(world, marked, plan));
  const after = followed.find((day) => canFollow(world, marked, day)) ?? followed.at(-1)!;
  return ok(rescueStranded(world, after));
}

const dayWith = (world: World, marked: Day, plan: Plan): Day =>
  applyChanges(marked, [planFollowing(world, marked, plan)]);

/** What the vehicle would have driven later on. */
const laterOf = ({ duties }: Day, { vehicleId, endsAt }: Duty): readonly Duty[] =>
  duties.filter(
    (one) => one.vehicleId === vehicleId && one.startsAt >= endsAt && one.outOfService === undefined,
  );

/** The least-harm plan first; then the one in which its riders have merely lost their places. */
function plansWithout({
  world,
  day,
  lost,
  out,
  effort,
}: {
  readonly world: World;
  readonly day: Day;
  readonly lost: readonly Duty[];
  readonly out: OutOfService;
  readonly effort: Effort;
}): readonly Plan[] {
  const { day: known, problem } = searchSpace(world, day, untilDriversKnow(world, day));
  const driven = lost.filter((one) => known.duties.some(({ id }) => id === one.id));
  if (driven.length === 0) return [day.plan];
  const happenings = driven.map(
    ({ id }) => ({ kind: "out-of-service", dutyId: id, from: out.from }) as const,
  );
  const reaction = react({ ...effort, problem, plan: known.plan, happenings });
  assert(reaction.kind === "reaction", `the engine can read the day: ${JSON.stringify(reaction)}`);
  const keptIn = (plan: Plan, duty: Duty): Plan =>
    out.from > Math.max(world.now, duty.startsAt)
      ? plan // it brings home whom it carries by then
      : withAboard({ plan, duty, before: known.plan, aboard: aboardOf(day, duty, reaction) });
  return [reaction.after.plan, reaction.before.plan].map((plan) =>
    withLeftOut({ plan: driven.reduce(keptIn, plan), known, day }),
  );
}

/** Whoever is aboard stays in the duty's turn, as it was before. */
function withAboard({
  plan,
  duty,
  before,
  aboard,
}: {
  readonly plan: Plan;
  readonly duty: Duty;
  readonly before: Plan;
  readonly aboard: ReadonlySet<string>;
}): Plan {
  const visitsIn = ({ routes }: Plan) => routes.find(({ dutyId }) => dutyId === duty.id)?.visits ?? [];
  const left = new Set(visitsIn(plan).map(({ tripId }) => tripId));
  const stays = ({ tripId }: Visit) => left.has(tripId) || aboard.has(tripId);
  return {
    routes: plan.routes.map((route) =>
      route.dutyId === duty.id
        ? { ...route, visits: visitsIn(before).filter(stays) }
        : { ...route, visits: route.visits.filter(({ tripId }) => !aboard.has(tripId)) },
    ),
  };
}

/** Who sits in the vehicle: no plan takes them out of it, only people can. */
function aboardOf(day: Day, duty: Duty, { transfers }: Reaction): ReadonlySet<string> {
  const done = doneVisits(eventsOfDuty(day, duty.id));
  const alighted = new Set(done.filter(({ kind }) => kind === "dropoff").map(({ tripId }) => tripId));
  const boarded = done.filter(({ kind, tripId }) => kind === "pickup" && !alighted.has(tripId));
  return new Set([...boarded, ...transfers].map(({ tripId }) => tripId));
}
