export type {
  Alternative,
  AlternativesWanted,
  LaterArrival,
  LongerRide,
  NearbyStop,
  OtherHour,
  OtherStop,
  SplitParty,
} from "./alternatives.ts";
export { breakTrip, type Rest } from "./break-trip.ts";
export type { Offer } from "./cheapest-offer.ts";
export { checkPlan, checkProblem, type Finding } from "./check-problem.ts";
export { type Cost, type CostWeights, defaultWeights } from "./cost.ts";
export { type Certainty, defaultEffort, type Effort } from "./effort.ts";
export { proveOrPlan, type Verdict } from "./exact/prove-or-plan.ts";
export type { Reason } from "./explain.ts";
export { type Answer, offer, type Question, type Refusal } from "./offer.ts";
export { type PreparedFleet, prepare } from "./prepare.ts";
export type * from "./problem.ts";
export { type PromiseAtRisk, promisesAtRisk } from "./promises-at-risk.ts";
export type { AtClosedStop, LostBecause, Transfer } from "./react/aftermath.ts";
export type { Happening } from "./react/happening.ts";
export {
  type Consequences,
  type Reaction,
  type RiderChange,
  react,
  type Stranded,
} from "./react.ts";
export type { DutyReason } from "./reasons.ts";
export { remove } from "./remove.ts";
export type { Load } from "./rules/load.ts";
export type { Rejection } from "./rules/rejection.ts";
export { type DutySchedule, type Schedule, schedule, type VisitTimes } from "./schedule.ts";
export { type Improved, improve } from "./search/improve.ts";
export { replan } from "./search/replan.ts";
export { type Objective, type Solved, solve } from "./search/solve.ts";
export { type Pace, type TravelTimes, UNREACHABLE } from "./travel-times.ts";
export { verify } from "./verify/verify.ts";
export type { Violation } from "./verify/violation.ts";
export type { Delay, Why } from "./why.ts";
