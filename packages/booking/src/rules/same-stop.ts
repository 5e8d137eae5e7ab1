/** A ride goes from one stop to another. */

import type { Rule } from "./rule.ts";

/** @see 仕様書 5-(2)-② */
export const sameStop: Rule = ({ request: { from, to } }) => (from === to ? [{ kind: "same-stop" }] : []);
