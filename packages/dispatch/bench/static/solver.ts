import { offer, type Plan, type Problem } from "../../src/index.ts";

export interface Solved {
  readonly plan: Plan;
  readonly unserved: readonly string[];
  readonly iterations: number;
}

/** Plans a whole day that is known beforehand. The instance's reference value is nobody's business here. */
export async function solveStatic({
  problem,
}: {
  problem: Problem;
  objective: "fleet" | "cost";
  seed: number;
  seconds: number;
  threads: number;
}): Promise<Solved> {
  let plan: Plan = { routes: [] };
  const unserved: string[] = [];
  let now = { ...problem, trips: [] as Problem["trips"] };
  for (const trip of problem.trips.toSorted((a, b) => a.pickup.latest - b.pickup.latest)) {
    const answer = offer({ problem: now, plan, trip });
    if (answer.kind !== "offer") {
      unserved.push(trip.id);
      continue;
    }
    plan = answer.offer.plan;
    now = { ...now, trips: [...now.trips, trip] };
  }
  return { plan, unserved, iterations: 0 };
}
