/** Requests are received within the reception period (予約受付期間), on the web at every hour. */

import { receptionOpen } from "../calendar.ts";
import type { Rule } from "./rule.ts";

/** @see 仕様書 2 予約受付期間, 3-(2)-② */
export const receptionPeriod: Rule = ({ world: { service, now } }) => {
  if (receptionOpen(service, now)) return [];
  const { from, to } = service.receptionPeriod;
  return [{ kind: "reception-closed", opens: from, closes: to }];
};
