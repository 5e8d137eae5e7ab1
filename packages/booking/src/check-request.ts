import type { Rejection } from "./rejection.ts";
import { bookingWindow } from "./rules/booking-window.ts";
import { changeable } from "./rules/changeable.ts";
import { intakeStopped } from "./rules/intake-stopped.ts";
import { membersOnly } from "./rules/members-only.ts";
import { offRoad } from "./rules/off-road.ts";
import { operatingDay } from "./rules/operating-day.ts";
import { operatingHoursRule } from "./rules/operating-hours.ts";
import { ownOverlap } from "./rules/own-overlap.ts";
import { party } from "./rules/party.ts";
import { phoneReception } from "./rules/phone-reception.ts";
import { receptionPeriod } from "./rules/reception-period.ts";
import type { Ask, Rule } from "./rules/rule.ts";
import { sameStop } from "./rules/same-stop.ts";
import { serviceArea } from "./rules/service-area.ts";
import { stopActive } from "./rules/stop-active.ts";
import { stopPair } from "./rules/stop-pair.ts";
import { unknownStop } from "./rules/unknown-stop.ts";

/** The booking rules in order of weight: what nobody could mend first, what another time would mend last. */
export const RULES: readonly { readonly name: string; readonly rule: Rule }[] = [
  { name: "members-only", rule: membersOnly },
  { name: "unknown-stop", rule: unknownStop },
  { name: "stop-active", rule: stopActive },
  { name: "service-area", rule: serviceArea },
  { name: "off-road", rule: offRoad },
  { name: "same-stop", rule: sameStop },
  { name: "stop-pair", rule: stopPair },
  { name: "party", rule: party },
  { name: "changeable", rule: changeable },
  { name: "intake-stopped", rule: intakeStopped },
  { name: "reception-period", rule: receptionPeriod },
  { name: "phone-reception", rule: phoneReception },
  { name: "operating-day", rule: operatingDay },
  { name: "booking-window", rule: bookingWindow },
  { name: "operating-hours", rule: operatingHoursRule },
  { name: "own-overlap", rule: ownOverlap },
];

/** Everything that stands against a request before any vehicle is asked, weightiest first. */
export function checkRequest(ask: Ask): readonly Rejection[] {
  return RULES.flatMap(({ rule }) => rule(ask));
}

/** The rules that another time on the same day may mend. */
const TIME_RULES: readonly Rule[] = [intakeStopped, bookingWindow, operatingHoursRule, ownOverlap];

/** Everything about its time that stands against a request. */
export function checkTime(ask: Ask): readonly Rejection[] {
  return TIME_RULES.flatMap((rule) => rule(ask));
}
