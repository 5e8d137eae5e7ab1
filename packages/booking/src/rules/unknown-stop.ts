/** Both stops are stops (乗降ポイント) of the service. */

import { endsOf } from "./ends.ts";
import type { Rule } from "./rule.ts";

/** @see 仕様書 3-(1)-④ */
export const unknownStop: Rule = ({ world, request }) =>
  endsOf(world, request)
    .filter(({ stop }) => stop === undefined)
    .map(({ field }) => ({ kind: "unknown-stop", field }));
