import type { Result } from "@noriai/kernel";
import { parseArea } from "../src/area.ts";
import { buildRoadMap } from "../src/build-road-map.ts";
import type { MapFault } from "../src/map-fault.ts";
import type { OsmData, OsmNode, OsmRelation, OsmWay } from "../src/osm-data.ts";
import { path } from "../src/path.ts";
import type { MapSource, RoadMap } from "../src/road-map.ts";
import { snap } from "../src/snap.ts";

export const TEST_SOURCE: MapSource = {
  sha256: "",
  bytes: 0,
  dataAt: undefined,
  attribution: "drawn by hand",
};

/** A town drawn with letters: a letter is a node, one column is 25 m, one line 50 m; (0, 0) lies in Ube. */
export interface Town {
  readonly osm: OsmData;
  readonly positionOf: (letter: string) => { lat: number; lng: number };
}

const SOUTH_PER_LINE_E7 = 4497; // 50 m
const EAST_PER_COLUMN_E7 = 2707; // 25 m at 33.95° N

/**
 * @param picture      where the letters lie; lines between them are for the eye only
 * @param ways         "A-B-C highway=residential oneway=yes"; numbered 1, 2, 3 … ; a tag value has no blanks
 * @param restrictions "no_left_turn 1 B 2": from way 1 over node B into way 2; more tags may follow
 * @param nodeTags     "B barrier=bollard"
 */
export function town({
  picture,
  ways,
  restrictions = [],
  nodeTags = [],
}: {
  readonly picture: string;
  readonly ways: readonly string[];
  readonly restrictions?: readonly string[];
  readonly nodeTags?: readonly string[];
}): Town {
  const nodes = new Map<number, OsmNode>();
  picture.split("\n").forEach((line, row) => {
    for (const { 0: letter, index } of line.matchAll(/[A-Z]/g))
      nodes.set(idOf(letter), {
        latE7: 339_500_000 - row * SOUTH_PER_LINE_E7,
        lngE7: 1_312_500_000 + index * EAST_PER_COLUMN_E7,
      });
  });
  for (const entry of nodeTags) {
    const [letter = "", ...tags] = entry.split(" ");
    nodes.set(idOf(letter), { ...nodes.get(idOf(letter))!, tags: tagsOf(tags) });
  }
  return {
    osm: { nodes, ways: ways.map(wayOf), relations: restrictions.map(restrictionOf) },
    positionOf: (letter) => {
      const { latE7, lngE7 } = nodes.get(idOf(letter))!;
      return { lat: latE7 / 1e7, lng: lngE7 / 1e7 };
    },
  };
}

export function buildTown({ osm }: Town, area?: unknown): Result<RoadMap, MapFault> {
  const inside = area === undefined ? undefined : parseArea(area);
  if (inside && !inside.ok) return inside;
  return buildRoadMap({ osm, area: inside?.value, source: TEST_SOURCE });
}

export function mapOf(drawn: Town, area?: unknown): RoadMap {
  const built = buildTown(drawn, area);
  if (!built.ok) throw new Error(JSON.stringify(built.error));
  return built.value;
}

/** Drives from letter to letter and tells the letters passed: "A B C 200 m 36 s". */
export function drive(drawn: Town, fromTo: string): string {
  const map = mapOf(drawn);
  const [from = "", to = ""] = fromTo.split("→");
  const ends = [from, to].map((letter) => {
    const point = snap({ map, position: drawn.positionOf(letter) });
    if (!point.ok) throw new Error(JSON.stringify(point.error));
    return point.value;
  });
  const driven = path({ map, from: ends[0]!, to: ends[1]! });
  const letters = new Map([...drawn.osm.nodes].map(([id, { latE7, lngE7 }]) => [`${lngE7} ${latE7}`, id]));
  const passed = driven.line.map(([lng, lat]) => {
    const id = letters.get(`${Math.round(lng * 1e7)} ${Math.round(lat * 1e7)}`);
    return id === undefined ? "·" : String.fromCharCode(id);
  });
  return `${passed.join(" ")} ${driven.meters} m ${driven.seconds} s`;
}

const idOf = (letter: string): number => letter.charCodeAt(0);

const tagsOf = (entries: readonly string[]): Record<string, string> =>
  Object.fromEntries(entries.map((entry) => entry.split("=") as [string, string]));

function wayOf(line: string, index: number): OsmWay {
  const [letters = "", ...tags] = line.split(" ");
  return {
    id: index + 1,
    refs: letters.split("-").map(idOf),
    tags: { highway: "residential", ...tagsOf(tags) },
  };
}

function restrictionOf(line: string, index: number): OsmRelation {
  const [restriction = "", from, via = "", to, ...tags] = line.split(" ");
  return {
    id: index + 1,
    members: [
      { type: "way", ref: Number(from), role: "from" },
      /\d/.test(via)
        ? { type: "way", ref: Number(via), role: "via" }
        : { type: "node", ref: idOf(via), role: "via" },
      { type: "way", ref: Number(to), role: "to" },
    ],
    tags: { type: "restriction", restriction, ...tagsOf(tags) },
  };
}
