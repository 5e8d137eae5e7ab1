/** A ride is not between two stops that the service excludes as a pair (移動ルール), for instance where a bus runs. */

import type { Rule } from "./rule.ts";

/** @see 仕様書 5-(1)-④, D-06 */
export const stopPair: Rule = ({ world: { service }, request: { from, to } }) =>
  service.stopPairRules
    .filter((pair) => pair.from === from && pair.to === to)
    .map(({ reason }) => ({ kind: "stop-pair", reason }));
