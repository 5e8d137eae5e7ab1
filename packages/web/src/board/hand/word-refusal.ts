import type { BoardMessages } from "../../messages/board/ja.ts";
import type { HandMessages } from "../../messages/hand/ja.ts";
import type { RejectionMessages } from "../../messages/rejections/ja.ts";
import type { VehicleRejection } from "../../messages/rejections/rejection.ts";
import { wordVehicle } from "../../messages/rejections/word-rejections.ts";

/** The rule that stands against an instruction, as a sentence. A kind that we do not know gets a general one. */
export function wordRefusal(
  rejection: { readonly kind: string; readonly [field: string]: unknown },
  {
    t,
    rules,
    states,
    time,
    seats,
    nameOf,
  }: {
    readonly t: HandMessages["refused"];
    readonly rules: RejectionMessages;
    readonly states: BoardMessages["states"];
    readonly time: (at: string) => string;
    readonly seats: readonly number[];
    /** By which a dispatcher knows a rider. */
    readonly nameOf: (bookingId: string) => string;
  },
): string {
  switch (rejection.kind) {
    case "duty-over":
      return t["duty-over"](time(rejection.endedAt as string));
    case "already-out":
      return t["already-out"](time(rejection.from as string));
    case "out-of-service":
      return t["out-of-service"](time(rejection.from as string));
    case "not-movable":
      return t["not-movable"](states[rejection.state as keyof typeof states]);
    case "no-place":
      return t["no-place"](wordVehicle(rejection.reason as VehicleRejection, rules, { seats }));
    case "duty-begun":
      return t["duty-begun"](time(rejection.at as string));
    case "vehicle-busy":
      return t["vehicle-busy"](minutesOf(rejection.overlap));
    case "wait-too-long":
      return t["wait-too-long"](minutesOf(rejection.over), time(rejection.latest as string));
    case "waits-anyway":
      return t["waits-anyway"](time(rejection.until as string));
    case "breaks-promise":
      return t["breaks-promise"](nameOf(rejection.bookingId as string), minutesOf(rejection.over));
    case "breaks-rule":
      return t["breaks-rule"](wordRule(rejection.rule as BrokenRule, t.rules));
    case "unknown-vehicle":
    case "unknown-stop":
    case "same-vehicle":
    case "hours-wrong":
    case "not-closed":
    case "already-pinned":
    case "not-pinned":
    case "not-planned":
    case "no-such-place":
    case "unknown-duty":
    case "unknown-booking":
    case "not-out":
    case "vehicle-gone":
    case "stop-gone":
    case "already-there":
    case "vehicle-on-the-way":
    case "breaks-plan":
    case "nothing-to-undo":
      return t[rejection.kind];
    default:
      return t.other;
  }
}

/** A rule of the plan as the verifier names it, with its amount. */
interface BrokenRule {
  readonly kind: string;
  readonly seconds?: number;
  readonly seatsShort?: number;
  readonly placesShort?: number;
}

function wordRule(
  { kind, seconds, seatsShort, placesShort }: BrokenRule,
  t: HandMessages["refused"]["rules"],
): string {
  switch (kind) {
    case "no-seat":
      return t["no-seat"](seatsShort ?? 1);
    case "no-wheelchair-place":
      return t["no-wheelchair-place"](placesShort ?? 1);
    case "duty-ends-before":
    case "work-too-long":
    case "duty-not-started":
    case "stop-closed":
      return t[kind](minutesOf(seconds));
    default:
      return t.other;
  }
}

const minutesOf = (seconds: unknown): number => Math.ceil(Number(seconds ?? 0) / 60);
