import type { PromiseAtRisk, Violation } from "@noriai/dispatch";
import { type BookingId, type Seconds, seconds } from "@noriai/kernel";
import type { Day } from "./day.ts";
import { isNoWorse, judge, staysUnderWay, waitsForHolds } from "./plan-made-anew.ts";
import type { World } from "./world.ts";

/** What stands against one state of a day after another: the first rule in this order, and the amount. */
export type WhyNotFollow =
  /** Whose promise, and by how much more it would be missed. */
  | { readonly kind: "breaks-promise"; readonly bookingId: BookingId; readonly over: Seconds }
  | { readonly kind: "breaks-rule"; readonly rule: Violation }
  /** A vehicle under way would have to turn, or set out behind an offer that its driver does not know of. */
  | { readonly kind: "breaks-plan" };

/** Why drivers and riders could not follow what a dispatcher wants; nothing when they can. The worst amount is named. */
export function whyNotFollow(world: World, before: Day, after: Day): WhyNotFollow | undefined {
  const [was, is] = [judge(world, before), judge(world, after)];
  const risks = new Map(was.risks.map((risk) => [risk.tripId, risk]));
  const [worst] = is.risks
    .map((risk) => ({ bookingId: risk.tripId as BookingId, over: laterBy(risk, risks.get(risk.tripId)) }))
    .filter(({ over }) => over > 0)
    .sort((a, b) => b.over - a.over);
  if (worst !== undefined)
    return { kind: "breaks-promise", bookingId: worst.bookingId, over: seconds(worst.over) };
  const rule = is.broken.find((one) => !was.broken.some((other) => isNoWorse(one, other)));
  if (rule !== undefined) return { kind: "breaks-rule", rule };
  return staysUnderWay(world, before, after) && waitsForHolds(world, after)
    ? undefined
    : { kind: "breaks-plan" };
}

function laterBy(risk: PromiseAtRisk, before: PromiseAtRisk | undefined): number {
  return Math.max(
    risk.pickupLateSeconds - (before?.pickupLateSeconds ?? 0),
    risk.dropoffLateSeconds - (before?.dropoffLateSeconds ?? 0),
    risk.rideTooLongSeconds - (before?.rideTooLongSeconds ?? 0),
  );
}
