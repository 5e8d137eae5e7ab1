/** Who books is a member (会員), where the service says so; companions are only counted. */

import type { Rule } from "./rule.ts";

/** @see 仕様書 3-(1)-⑦ 事前会員登録者, D-15 */
export const membersOnly: Rule = ({ world, request }) =>
  world.service.membersOnly && world.findMember(request.memberId) === undefined
    ? [{ kind: "not-a-member" }]
    : [];
