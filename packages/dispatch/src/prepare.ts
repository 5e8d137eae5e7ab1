import type { Offer } from "./cheapest-offer.ts";
import { checkPlan, type Finding } from "./check-problem.ts";
import { questionFindings } from "./check-question.ts";
import { tripFindings, tripIsPossible } from "./check-trip.ts";
import { type Fleet, fleetOf, withTrip } from "./fleet.ts";
import { type Answer, answer, type Question } from "./offer.ts";
import type { Plan, Problem, Trip } from "./problem.ts";

/** A plan made ready for many questions. It never changes; what is taken into it gives another one. */
export interface PreparedFleet {
  readonly problem: Problem;
  readonly plan: Plan;
  /** The same answer as `offer`, without reading the whole plan anew. */
  offer(question: Question): Answer;
  /** The fleet with an offer of its own in the plan; only the duty that takes it is made ready anew. */
  take(offer: Pick<Offer, "trip" | "dutyId" | "plan" | "moved">): PreparedFleet;
}

/** Reads and checks a plan once. A senseless one answers every question with its findings. */
export function prepare({ problem, plan }: { problem: Problem; plan: Plan }): PreparedFleet {
  const findings = checkPlan({ problem, plan });
  if (findings.length > 0) return senseless({ problem, plan, findings });
  const planned = new Set(
    [...plan.routes.map(({ visits }) => visits), ...problem.progress.map(({ done }) => done)].flatMap(
      (visits) => visits.map(({ tripId }) => tripId),
    ),
  );
  const dutyIds = new Set(problem.duties.map(({ id }) => id));
  return ready(fleetOf({ problem, plan }), { planned, dutyIds, taken: [] });
}

/** What a question is checked against. */
interface Known {
  /** Trips in the plan, or in what was driven of it. */
  readonly planned: ReadonlySet<string>;
  readonly dutyIds: ReadonlySet<string>;
  /** Trips taken since `planned` was gathered. */
  readonly taken: readonly Trip[];
}

/** So many trips are looked through one by one; then they are gathered. */
const TAKEN_MAX = 100;

function withTaken({ planned, taken, ...known }: Known, trip: Trip): Known {
  if (taken.length < TAKEN_MAX) return { ...known, planned, taken: [...taken, trip] };
  return { ...known, planned: new Set([...planned, ...taken.map(({ id }) => id), trip.id]), taken: [] };
}

function ready(fleet: Fleet, known: Known): PreparedFleet {
  const { problem, plan } = fleet;
  return {
    problem,
    plan,
    offer(question) {
      const findings = [
        ...findingsOf(question.trip, problem, known),
        ...questionFindings(question, problem.travelTimes),
      ];
      return findings.length > 0 ? { kind: "invalid", findings } : answer(fleet, question);
    },
    take(offer) {
      if (offer.moved.length > 0) {
        const others = problem.trips.filter(({ id }) => id !== offer.trip.id);
        return prepare({ problem: { ...problem, trips: [...others, offer.trip] }, plan: offer.plan });
      }
      return ready(withTrip(fleet, offer), withTaken(known, offer.trip));
    },
  };
}

function findingsOf(trip: Trip, problem: Problem, { planned, dutyIds, taken }: Known): Finding[] {
  const { travelTimes } = problem;
  const findings = [...tripFindings(trip, { dutyIds, travelTimes }), ...tripIsPossible(trip, problem)];
  if (planned.has(trip.id) || taken.some(({ id }) => id === trip.id))
    findings.push({ kind: "trip-already-planned", id: trip.id, field: "plan.routes" });
  return findings;
}

function senseless({
  problem,
  plan,
  findings,
}: {
  problem: Problem;
  plan: Plan;
  findings: readonly Finding[];
}): PreparedFleet {
  const self: PreparedFleet = {
    problem,
    plan,
    offer: () => ({ kind: "invalid", findings }),
    take: () => self,
  };
  return self;
}
