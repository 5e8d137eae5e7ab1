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
  }: {
    readonly t: HandMessages["refused"];
    readonly rules: RejectionMessages;
    readonly states: BoardMessages["states"];
    readonly time: (at: string) => string;
    readonly seats: readonly number[];
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
