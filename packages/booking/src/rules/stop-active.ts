/** Both stops are in use on the day of the ride. */

import type { ServiceDate } from "@noriai/kernel";
import type { Stop } from "../service.ts";
import { endsOf } from "./ends.ts";
import type { Rule } from "./rule.ts";

/** @see 仕様書 3-(1)-④ */
export const stopActive: Rule = ({ world, request }) =>
  endsOf(world, request).flatMap(({ field, stop }) =>
    stop === undefined || isActive(stop, request.serviceDate)
      ? []
      : [{ kind: "stop-closed", field, stop: stop.id }],
  );

/** Is the stop in use on this day? First and last day included. */
export function isActive({ active: { from, to } }: Stop, date: ServiceDate): boolean {
  return (from === undefined || from <= date) && (to === undefined || date <= to);
}
