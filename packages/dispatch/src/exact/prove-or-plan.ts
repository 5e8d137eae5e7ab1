import { openTrips } from "../open-trips.ts";
import type { Plan, Problem, Trip } from "../problem.ts";
import { assignTasks } from "./assign-tasks.ts";
import { keepsAllLimits, planOf } from "./plan-of.ts";
import { workOf } from "./work.ts";

export type Verdict =
  | { readonly kind: "plan"; readonly plan: Plan }
  /** No plan whatever serves every open trip and this one. */
  | { readonly kind: "impossible" }
  | { readonly kind: "out-of-budget" };

/**
 * Decides whether any plan, with any trip in any duty and any order, serves every open trip of `plan` and one more.
 *
 * "impossible" is a proof about these rules: every rider is served once, by one duty; windows, ride limits, duty
 * hours, the driver's work, seats, wheelchair places and pinned duties are kept; riders aboard stay in their vehicle,
 * and the visit being driven to stays the next. Where the plan is already late, a limit is what `offer` keeps too:
 * the later of the promise and what is projected if the vehicles drive on as planned. It belongs to the rider and
 * goes with her into any duty; a duty's own end and work are loosened in the same way.
 *
 * Two searches take turns. One spreads the trips over the duties and learns from every failure which few of them do
 * not go together; the other decides for one duty whether any order of its stops can be driven. The second asks
 * with times that no detour can beat, so that what does not go together never does in larger company; only whole
 * duties are driven in real times. Nothing is assumed of the travel times but that leaving later is not arriving
 * earlier.
 *
 * Throws when the plan does not belong to the problem. Trips of the plan that cannot be promised (empty windows) make
 * the answer "impossible".
 *
 * @param trip  not in the plan; a problem's trip of the same id is replaced by it
 * @param nodes  how many partial drives and decisions may be looked at; the same number gives the same answer
 */
export function proveOrPlan({
  problem,
  plan,
  trip,
  nodes,
}: {
  problem: Problem;
  plan: Plan;
  trip: Trip;
  nodes: number;
}): Verdict {
  const asked = { ...problem, trips: [...problem.trips.filter(({ id }) => id !== trip.id), trip] };
  const budget = { left: nodes };
  let isOpen = false;
  for (const open of openTrips(trip, problem.closures ?? [])) {
    const work = workOf({ problem: asked, plan, trip: open });
    const answer = assignTasks({
      work,
      budget,
      accept(routes) {
        const made = planOf({ problem, plan, work, routes });
        return keepsAllLimits({ problem: asked, plan: made, work }) ? made : undefined;
      },
    });
    if (answer.kind === "plan") return answer;
    if (answer.kind === "out-of-budget") isOpen = true;
  }
  return { kind: isOpen ? "out-of-budget" : "impossible" };
}
