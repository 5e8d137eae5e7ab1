import type { BoardMessages } from "../../messages/board/ja.ts";
import type { HandMessages } from "../../messages/hand/ja.ts";
import type { RejectionMessages } from "../../messages/rejections/ja.ts";
import type { VehicleRejection } from "../../messages/rejections/rejection.ts";
import { wordVehicle } from "../../messages/rejections/word-rejections.ts";

interface Refused {
  readonly kind: string;
  readonly [field: string]: unknown;
}

interface Words {
  readonly t: HandMessages["refused"];
  readonly rules: RejectionMessages;
  readonly states: BoardMessages["states"];
  readonly time: (at: string) => string;
  readonly seats: readonly number[];
  /** By which a dispatcher knows a rider. */
  readonly nameOf: (bookingId: string) => string;
}

/** The rule that stands against an instruction, as a sentence. A kind that we do not know gets a general one. */
export function wordRefusal(rejection: Refused, words: Words): string {
  const { t } = words;
  const { kind } = rejection;
  const sentence: unknown = t[kind as keyof typeof t];
  if (typeof sentence === "string" && kind !== "title") return sentence;
  return wordAmount(rejection, words) ?? t.other;
}

/** Of rules that say by how much, or since when. */
function wordAmount(
  rejection: Refused,
  { t, rules, states, time, seats, nameOf }: Words,
): string | undefined {
  const at = (field: string) => time(rejection[field] as string);
  switch (rejection.kind) {
    case "duty-over":
      return t["duty-over"](at("endedAt"));
    case "already-out":
    case "out-of-service":
      return t[rejection.kind](at("from"));
    case "duty-begun":
      return t["duty-begun"](at("at"));
    case "not-movable":
      return t["not-movable"](states[rejection.state as keyof typeof states]);
    case "no-place":
      return t["no-place"](wordVehicle(rejection.reason as VehicleRejection, rules, { seats }));
    case "vehicle-busy":
      return t["vehicle-busy"](minutesOf(rejection.overlap));
    case "wait-too-long":
      return t["wait-too-long"](minutesOf(rejection.over), at("latest"));
    case "waits-anyway":
      return t["waits-anyway"](at("until"));
    case "breaks-promise":
      return t["breaks-promise"](nameOf(rejection.bookingId as string), minutesOf(rejection.over));
    case "breaks-rule":
      return wordRule(rejection.rule as BrokenRule, t.rules);
    default:
      return undefined;
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
