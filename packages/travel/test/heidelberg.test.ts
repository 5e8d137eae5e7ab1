import { expect, test, vi } from "vitest";
import { path, type RoadMap, type RoadPoint, snap } from "../src/index.ts";
import type { OsmWay } from "../src/osm-data.ts";
import { LegalDrive } from "./legal-drive.ts";
import { buildSound, heidelbergPbf, pointsOn, readSound } from "./maps.ts";

vi.setConfig({ testTimeout: 30_000 }); // a busy machine takes its time

const osm = readSound(heidelbergPbf());
const map = buildSound(osm);

test("Heidelberg is read with its one-way streets, restrictions and closed roads", () => {
  const { report } = map;
  expect(report).toMatchObject({
    ways: 7400,
    waysClosedToCars: 1195,
    oneWayWays: 1984,
    kilometers: 880,
    nodesMissing: 0,
    turnRestrictions: { used: 437, ignored: { "off-map": 28, "via-way": 0, conditional: 0 } },
  });
  expect(report.coreLengthPermille).toBeGreaterThan(870);
});

/** The point in the middle of the stretch of a way between two of its nodes. */
function between(road: RoadMap, a: number, b: number): RoadPoint | undefined {
  const [from, to] = [osm.nodes.get(a)!, osm.nodes.get(b)!];
  const point = snap({
    map: road,
    position: { lat: (from.latE7 + to.latE7) / 2e7, lng: (from.lngE7 + to.lngE7) / 2e7 },
  });
  return point.ok ? point.value : undefined;
}

const wayOf = (id: number) => osm.ways.find((way) => way.id === id)!;

/** The node next to `via` on a way that begins or ends there. */
function neighbourOf(wayId: number, via: number): number {
  const { refs } = wayOf(wayId);
  return refs[0] === via ? refs[1]! : refs.at(-2)!;
}

test.each([
  { name: "Brückenstraße into Ladenburger Straße", id: 57126 },
  { name: "Römerstraße into Heinrich-Fuchs-Straße", id: 2145074 },
  { name: "Vangerowstraße into Yorckstraße", id: 1103116 },
])("no_left_turn from $name costs a detour, and none when the restriction is dropped", ({ id }) => {
  const restriction = osm.relations.find((relation) => relation.id === id)!;
  expect(restriction.tags.restriction).toBe("no_left_turn");
  const memberOf = (role: string) => restriction.members.find((member) => member.role === role)!.ref;
  const via = memberOf("via");
  const without = buildSound({ ...osm, relations: osm.relations.filter((relation) => relation.id !== id) });
  const [kept, dropped] = [map, without].map((road) => {
    const from = between(road, neighbourOf(memberOf("from"), via), via)!;
    const to = between(road, via, neighbourOf(memberOf("to"), via))!;
    const legal = new LegalDrive(osm);
    const driven = path({ map: road, from, to });
    const ways = { first: road.wayIds[from.segment]!, last: road.wayIds[to.segment]! };
    return { ...driven, breaches: legal.breaches(driven, ways) };
  });
  expect(kept!.breaches).toEqual([]);
  expect(dropped!.breaches).toEqual([`no_left_turn ${id} at ${via}`]);
  expect(kept!.meters).toBeGreaterThan(dropped!.meters + 50);
});

test("a one-way street is driven from its beginning to its end, and never back", () => {
  const streets = osm.ways.filter(
    (way) => way.tags.oneway === "yes" && way.tags.highway === "residential" && way.refs.length >= 8,
  );
  const isOn = (street: OsmWay, point: RoadPoint | undefined): point is RoadPoint =>
    point !== undefined && map.wayIds[point.segment] === street.id;
  let drivenBack = 0;
  let detours = 0;
  const checked = streets.filter((street) => {
    const first = between(map, street.refs[0]!, street.refs[1]!);
    const last = between(map, street.refs.at(-2)!, street.refs.at(-1)!);
    if (!isOn(street, first) || !isOn(street, last)) return false;
    const along = path({ map, from: first, to: last });
    const back = path({ map, from: last, to: first });
    const { latE7, lngE7 } = osm.nodes.get(street.refs.at(-2)!)!;
    const [lng, lat] = back.line[1]!; // the node that comes first when one turns back against the arrow
    if (Math.round(lng * 1e7) === lngE7 && Math.round(lat * 1e7) === latE7) drivenBack++;
    if (back.meters > along.meters) detours++;
    return true;
  });
  expect(checked.length).toBeGreaterThan(30);
  expect(drivenBack).toBe(0);
  expect(detours / checked.length).toBeGreaterThan(0.9); // the others are crescents whose ends nearly meet
});

test("200 random drives break no one-way street, no turn restriction, no barrier and no closed road", () => {
  const seed = 20261121;
  const legal = new LegalDrive(osm);
  const points = pointsOn(map, 201, seed);
  const breaches = points.slice(1).flatMap((to, i) => {
    const from = points[i]!;
    const ways = { first: map.wayIds[from.segment]!, last: map.wayIds[to.segment]! };
    return legal
      .breaches(path({ map, from, to }), ways)
      .map((breach) => `seed ${seed}, drive ${i}: ${breach}`);
  });
  expect(breaches).toEqual([]);
});

test("drives break rules when the importer forgets them, so the check above can fail", () => {
  const legal = new LegalDrive(osm);
  const brokenBy = (forgetful: RoadMap): number => {
    const points = pointsOn(forgetful, 61, 20261121);
    return points.slice(1).filter((to, i) => {
      const from = points[i]!;
      const ways = { first: forgetful.wayIds[from.segment]!, last: forgetful.wayIds[to.segment]! };
      return legal.breaches(path({ map: forgetful, from, to }), ways).length > 0;
    }).length;
  };
  const twoWay = osm.ways.map((way) => ({ ...way, tags: { ...way.tags, oneway: "no" } }));
  expect(brokenBy(buildSound({ ...osm, relations: [] }))).toBeGreaterThan(6);
  expect(brokenBy(buildSound({ ...osm, ways: twoWay }))).toBeGreaterThan(6);
});
