import type { OsmRelation, Tags } from "./osm-data.ts";

/**
 * A turn at one node: from any of `fromWays` over `viaNode` into any of `toWays` is forbidden (`no`), or is the only
 * turn allowed (`only`). `isUTurn` marks no_u_turn, which may name the same way twice.
 */
export interface TurnRestriction {
  readonly kind: "no" | "only";
  readonly isUTurn: boolean;
  readonly fromWays: ReadonlySet<number>;
  readonly viaNode: number;
  readonly toWays: ReadonlySet<number>;
}

/**
 * Why a restriction of the source has no effect on this map.
 *
 * - `not-for-cars`: for lorries, bicycles …, or cars are excepted
 * - `conditional`: only at some hours or days; ignored, so a drive may be planned through it
 * - `via-way`: a ban over a stretch of road instead of a point; ignored likewise
 * - `incomplete`: a member or the value is missing or unknown
 * - `off-map`: its roads are not driveable, outside the area, or do not meet at its point
 */
export type IgnoredReason = "not-for-cars" | "conditional" | "via-way" | "incomplete" | "off-map";

const CAR_EXCEPTIONS = new Set(["motorcar", "motor_vehicle", "vehicle"]);
const CAR_KEYS = ["restriction:motorcar", "restriction:motor_vehicle", "restriction"];

/** Reads one relation of type restriction, or says why it does not matter to a car. */
export function readTurnRestriction(relation: OsmRelation): TurnRestriction | IgnoredReason {
  const { tags } = relation;
  const value = CAR_KEYS.map((key) => tags[key]).find((found) => found !== undefined);
  if (value === undefined) return isConditional(tags) ? "conditional" : "not-for-cars";
  if ((tags.except ?? "").split(";").some((name) => CAR_EXCEPTIONS.has(name.trim()))) return "not-for-cars";
  if (tags.day_on !== undefined || tags.hour_on !== undefined) return "conditional";

  const kind = /^(no|only)_/.exec(value)?.[1] as "no" | "only" | undefined;
  const fromWays = membersOf(relation, "from", "way");
  const toWays = membersOf(relation, "to", "way");
  const [viaNode, ...otherVias] = membersOf(relation, "via", "node");
  if (membersOf(relation, "via", "way").size > 0) return "via-way";
  if (kind === undefined || viaNode === undefined || otherVias.length > 0) return "incomplete";
  if (fromWays.size === 0 || toWays.size === 0) return "incomplete";
  return { kind, isUTurn: value === "no_u_turn", fromWays, viaNode, toWays };
}

const isConditional = (tags: Tags): boolean =>
  CAR_KEYS.some((key) => tags[`${key}:conditional`] !== undefined);

const membersOf = (relation: OsmRelation, role: string, type: "node" | "way"): Set<number> =>
  new Set(
    relation.members
      .filter((member) => member.role === role && member.type === type)
      .map((member) => member.ref),
  );
