/** A ride is on an operating day (運行日). */

import { nextOperatingDay, whyNotOperating } from "../calendar.ts";
import type { Rule } from "./rule.ts";

/** @see 仕様書 2 運行期間, 3-(1)-① 運行日 */
export const operatingDay: Rule = ({ world: { service }, request: { serviceDate } }) => {
  const because = whyNotOperating(service, serviceDate);
  if (because === undefined) return [];
  const next = nextOperatingDay(service, serviceDate);
  return [{ kind: "not-operating", serviceDate, because, ...(next && { next }) }];
};
