import { Random } from "../search/random.ts";
import { withoutTrip } from "../sequence.ts";
import { type Homeless, isMovable } from "./aftermath.ts";
import { addHarm, compareHarm, type Harm, type Judged, judge, noHarm, type Scene, STRANDED } from "./harm.ts";
import { leastHarmfulPlace, type Placed } from "./places.ts";

/** Who is driven by whom, and who by nobody. */
export interface Rescue {
  readonly duties: readonly Judged[];
  readonly stranded: readonly Homeless[];
}

/**
 * Finds places for riders without one and better places for riders who will be late, moving others who are not yet
 * aboard where that does less harm.
 *
 * First each homeless rider is put where she does the least harm, then each late one is taken out and put back; after
 * that a few riders at a time are taken out of a duty that is in trouble, or of one that could help, and put back in a
 * random order. What does less harm stays; the rest is forgotten. One step is one such attempt.
 */
export function rescue({
  from,
  scene,
  iterations,
  seed,
}: {
  from: Rescue;
  scene: Scene;
  iterations: number;
  seed: number;
}): Rescue {
  let best = settle({ duties: from.duties, stranded: [] }, inOrderOfNeed(from.stranded), scene);
  if (compareHarm(harmOf(best), harmOf(from)) > 0) best = from;
  let steps = 0;
  for (let better = true; better && steps < iterations; ) {
    better = false;
    for (const { tripId, duty } of troubled(best)) {
      if (steps++ >= iterations) break;
      const next = attempt(best, duty, [tripId], scene);
      if (next === undefined || compareHarm(harmOf(next), harmOf(best)) >= 0) continue;
      best = next;
      better = true;
      break; // the duties have changed: who is in trouble is asked anew
    }
  }
  const random = new Random(seed);
  for (; steps < iterations && harmOf(best).broken > 0; steps++) {
    const next = shuffled(best, scene, random);
    if (next !== undefined && compareHarm(harmOf(next), harmOf(best)) < 0) best = next;
  }
  return best;
}

export function harmOf({ duties, stranded }: Rescue): Harm {
  const driven = duties.reduce((sum, { harm }) => addHarm(sum, harm), noHarm);
  return { ...driven, broken: driven.broken + STRANDED * stranded.length };
}

/** Late riders who may still be moved, duty by duty. */
function troubled({ duties }: Rescue): { readonly tripId: string; readonly duty: number }[] {
  return duties.flatMap((judged, duty) =>
    judged.late
      .map(({ tripId }) => tripId)
      .filter((tripId) => movableIn(judged).includes(tripId))
      .map((tripId) => ({ tripId, duty })),
  );
}

function movableIn({ sequence }: Judged): string[] {
  return sequence.visits
    .filter(({ kind }, k) => kind === "pickup" && isMovable(sequence, k))
    .map(({ tripId }) => tripId);
}

/** Takes a few riders out of one duty and puts them, and whoever is stranded, back where they do the least harm. */
function attempt(
  rescue: Rescue,
  duty: number,
  tripIds: readonly string[],
  scene: Scene,
  order: (waiting: Homeless[]) => Homeless[] = inOrderOfNeed,
): Rescue | undefined {
  const taken = takeOut(rescue.duties[duty]!, tripIds, scene);
  if (taken === undefined) return undefined;
  const duties = rescue.duties.with(duty, taken.judged);
  return settle({ duties, stranded: [] }, order([...rescue.stranded, ...taken.out]), scene);
}

function takeOut(
  judged: Judged,
  tripIds: readonly string[],
  scene: Scene,
): { judged: Judged; out: Homeless[] } | undefined {
  let { sequence } = judged;
  const out: Homeless[] = [];
  for (const tripId of tripIds) {
    const trip = sequence.trips.find(({ id }) => id === tripId)!;
    out.push({ trip, choices: [trip], fromDutyId: sequence.duty.id, because: "displaced" });
    sequence = withoutTrip(sequence, tripId);
  }
  const left = judge(sequence, judged.limits, scene);
  return left && { judged: left, out };
}

/** Puts riders one after the other where they do the least harm; who would do more harm than being left stays. */
function settle({ duties, stranded }: Rescue, waiting: readonly Homeless[], scene: Scene): Rescue {
  const now = [...duties];
  const left = [...stranded];
  for (const rider of waiting) {
    const best = bestOver(now, rider, scene);
    if (best === undefined || best.placed.added.broken > STRANDED) left.push(rider);
    else now[best.duty] = best.placed.judged;
  }
  return { duties: now, stranded: left };
}

function bestOver(
  duties: readonly Judged[],
  { choices }: Homeless,
  scene: Scene,
): { readonly duty: number; readonly placed: Placed } | undefined {
  let best: { duty: number; placed: Placed } | undefined;
  for (const [duty, judged] of duties.entries())
    for (const trip of choices) {
      const placed = leastHarmfulPlace(judged, trip, scene);
      if (placed === undefined) continue;
      if (best === undefined || compareHarm(placed.added, best.placed.added) < 0) best = { duty, placed };
    }
  return best;
}

/** Whoever has to be fetched first is placed first. */
function inOrderOfNeed(waiting: readonly Homeless[]): Homeless[] {
  return waiting.toSorted((a, b) => a.trip.pickup.latest - b.trip.pickup.latest);
}

function shuffled(rescue: Rescue, scene: Scene, random: Random): Rescue | undefined {
  const duty = someDuty(rescue, random);
  const movable = movableIn(rescue.duties[duty]!);
  const count = Math.min(movable.length, 1 + random.below(3));
  const from = random.below(movable.length - count + 1);
  const neighbours = random.below(2) === 0;
  const tripIds = neighbours
    ? movable.slice(from, from + count)
    : inRandomOrder(movable, random).slice(0, count);
  return attempt(rescue, duty, tripIds, scene, (waiting) => inRandomOrder(waiting, random));
}

/** Half of the time a duty with late riders, else any: one that could help. */
function someDuty({ duties }: Rescue, random: Random): number {
  const late = [...duties.keys()].filter((k) => duties[k]!.late.length > 0);
  if (late.length > 0 && random.below(2) === 0) return late[random.below(late.length)]!;
  return random.below(duties.length);
}

function inRandomOrder<T>(list: readonly T[], random: Random): T[] {
  const order = [...list];
  for (let k = order.length - 1; k > 0; k--) {
    const other = random.below(k + 1);
    [order[k], order[other]] = [order[other]!, order[k]!];
  }
  return order;
}
