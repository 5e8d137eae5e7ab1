import type { Member, World } from "@noriai/booking";
import { defaultEffort } from "@noriai/dispatch";
import type { EpochSeconds } from "@noriai/kernel";
import type { ServerWorld } from "./server-world.ts";
import type { Town } from "./town.ts";

/** Said here, not left to a default: the decision log keeps it. */
const { seed: _, ...effort } = defaultEffort;

/** What a decision may look at: the town, the time, chance, and the members that were fetched for it. */
export function decisionWorld({
  world,
  town,
  now,
  members = [],
}: {
  readonly world: Pick<ServerWorld, "newId" | "random">;
  readonly town: Town;
  readonly now: EpochSeconds;
  readonly members?: readonly Member[];
}): World {
  const { service, travel } = town;
  const known = new Map(members.map((member) => [member.id, member]));
  return {
    service,
    travel,
    now,
    newId: world.newId,
    random: world.random,
    findMember: (id) => known.get(id),
    effort,
  };
}
