import { type Answer, type Plan, type Problem, type Trip, verify } from "../../src/index.ts";
import { judge } from "../judge/judge.ts";
import { routesOf } from "../static/run-static.ts";
import { dayFaults } from "./day-faults.ts";
import { drive } from "./drive.ts";
import type { Stream } from "./stream.ts";

/** How a dispatcher answers, and what it does with the plan while nobody asks. */
export interface Policy {
  answer(question: { problem: Problem; plan: Plan; trip: Trip }): Answer;
  between(day: { problem: Problem; plan: Plan }): Plan;
}

/** What came of a day. */
export interface Day {
  readonly accepted: number;
  /** Ids of the requests that were refused, in the order in which they came; a refused rider does not come back. */
  readonly refused: readonly string[];
  /** Driving of all vehicles until they are home, in seconds. */
  readonly drivenSeconds: number;
  readonly faults: readonly string[];
  /** Every accepted trip with its promise, and who carried it when, as a plan from the morning on. */
  readonly plan: Plan;
}

/** Lives through a stream with so many vehicles; afterwards everybody is brought home and the whole day is checked. */
export function live({
  stream,
  vehicles,
  policy,
}: {
  stream: Stream;
  vehicles: number;
  policy: Policy;
}): Day {
  const { travelTimes, requests } = stream;
  const duties = stream.duties.slice(0, vehicles);
  let problem: Problem = { travelTimes, duties, trips: [], progress: [], now: 0 };
  let plan: Plan = { routes: [] };
  const refused: string[] = [];
  const faults: string[] = [];
  for (const { trip, at } of requests) {
    problem = drive({ problem, plan, until: at });
    const answer = policy.answer({ problem, plan, trip });
    if (answer.kind === "invalid") throw new Error(`${stream.name}: ${JSON.stringify(answer.findings)}`);
    if (answer.kind === "refusal") {
      refused.push(trip.id);
      continue;
    }
    problem = { ...problem, trips: [...problem.trips, stream.promised(answer.offer)] };
    plan = policy.between({ problem, plan: answer.offer.plan });
    faults.push(...verify({ problem, plan }).map((violation) => JSON.stringify(violation)));
  }
  const home = drive({ problem, plan, until: Math.max(...duties.map(({ endsAt }) => endsAt)) });
  const driven = drivenPlan(home);
  faults.push(...dayFaults({ problem: home, requests }));
  faults.push(...judgedFaults(stream, driven));
  return {
    accepted: home.trips.length,
    refused,
    drivenSeconds: drivenUnits(home) / stream.unitsPerSecond,
    faults,
    plan: driven,
  };
}

/** What the vehicles did, in their order. */
function drivenPlan({ progress }: Problem): Plan {
  return {
    routes: progress.map(({ dutyId, done }) => ({
      dutyId,
      visits: done.map(({ tripId, kind }) => ({ tripId, kind })),
    })),
  };
}

function drivenUnits({ duties, progress, trips, travelTimes: { placeCount, seconds } }: Problem): number {
  const byId = new Map(trips.map((trip) => [trip.id, trip]));
  let sum = 0;
  for (const { id, startPlace, endPlace } of duties) {
    const done = progress.find(({ dutyId }) => dutyId === id)?.done ?? [];
    const places = done.map(({ tripId, kind }) =>
      kind === "pickup" ? byId.get(tripId)!.pickupPlace : byId.get(tripId)!.dropoffPlace,
    );
    const way = done.length === 0 ? [] : [startPlace, ...places, endPlace];
    for (let k = 1; k < way.length; k++) sum += seconds[way[k - 1]! * placeCount + way[k]!]!;
  }
  return sum;
}

function judgedFaults({ instance }: Stream, plan: Plan): string[] {
  if (instance === undefined) return [];
  const { faults } = judge({ instance, routes: routesOf(plan, instance), partial: true });
  return faults.map((fault) => JSON.stringify(fault));
}
