import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { buildRoadMap } from "../src/build-road-map.ts";
import { type RoadMap, travelTimes } from "../src/index.ts";
import type { OsmData, OsmNode, OsmRelation, OsmWay } from "../src/osm-data.ts";
import { path } from "../src/path.ts";
import type { RoadPoint } from "../src/road-point.ts";
import { largestStrongComponent } from "../src/strong-component.ts";
import { LegalDrive } from "./legal-drive.ts";
import { TEST_SOURCE } from "./town.ts";

vi.setConfig({ testTimeout: 30_000 }); // a busy machine takes its time

const seed = 20261121;
const SIDE = 4;

/** A random town on a grid of 4 × 4 corners: streets missing, one-way, of several speeds; turns forbidden or forced. */
const randomTown: fc.Arbitrary<OsmData> = fc
  .record({
    streets: fc.array(
      fc.record({
        oneway: fc.constantFrom("no", "no", "yes", "-1", undefined),
        highway: fc.constantFrom("residential", "tertiary", "trunk"),
      }),
      { minLength: 24, maxLength: 24 },
    ),
    jitters: fc.array(fc.integer({ min: -900, max: 900 }), { minLength: 32, maxLength: 32 }),
    restrictions: fc.array(
      fc.record({
        value: fc.constantFrom("no_left_turn", "no_u_turn", "only_straight_on", "no_straight_on"),
        corner: fc.nat(SIDE * SIDE - 1),
        from: fc.nat(3),
        to: fc.nat(3),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ streets, jitters, restrictions }) => {
    const nodes = new Map<number, OsmNode>();
    for (let corner = 0; corner < SIDE * SIDE; corner++)
      nodes.set(corner + 1, {
        latE7: 339_500_000 + Math.floor(corner / SIDE) * 9000 + jitters[2 * corner]!,
        lngE7: 1_312_500_000 + (corner % SIDE) * 9000 + jitters[2 * corner + 1]!,
      });
    const pairs = gridPairs();
    const ways = pairs.flatMap((refs, i): OsmWay[] => {
      const { oneway, highway } = streets[i]!;
      return oneway === undefined ? [] : [{ id: i + 1, refs, tags: { highway, oneway } }];
    });
    const relations = restrictions.flatMap(({ value, corner, from, to }, i): OsmRelation[] => {
      const meeting = ways.filter(({ refs }) => refs.includes(corner + 1));
      const [fromWay, toWay] = [meeting[from % meeting.length], meeting[to % meeting.length]];
      if (fromWay === undefined || toWay === undefined) return [];
      return [
        {
          id: i + 1,
          members: [
            { type: "way", ref: fromWay.id, role: "from" },
            { type: "node", ref: corner + 1, role: "via" },
            { type: "way", ref: toWay.id, role: "to" },
          ],
          tags: { type: "restriction", restriction: value },
        },
      ];
    });
    return { nodes, ways, relations };
  });

function gridPairs(): [number, number][] {
  const pairs: [number, number][] = [];
  for (let corner = 0; corner < SIDE * SIDE; corner++) {
    if (corner % SIDE < SIDE - 1) pairs.push([corner + 1, corner + 2]);
    if (corner < SIDE * (SIDE - 1)) pairs.push([corner + 1, corner + 1 + SIDE]);
  }
  return pairs;
}

/** The middle of every street that is in the connected part. */
function middles(map: RoadMap): RoadPoint[] {
  return Array.from({ length: map.segmentCount }, (_, segment) => segment)
    .filter((segment) => map.core[2 * segment] || map.core[2 * segment + 1])
    .map((segment) => {
      const point = map.shapeStarts[segment]!;
      const middle = (values: Int32Array): number => (values[point]! + values[point + 1]!) / 2e7;
      return {
        segment,
        offsetCentimeters: Math.round(map.centimeters[segment]! / 2),
        position: { lat: middle(map.shapeLatsE7), lng: middle(map.shapeLngsE7) },
        metersAway: 0,
      };
    });
}

test("in random towns every drive is legal and as fast as the fastest of all drives", () => {
  let built = 0;
  const property = fc.property(randomTown, (osm) => {
    const result = buildRoadMap({ osm, source: TEST_SOURCE });
    if (!result.ok) return;
    built++;
    const map = result.value;
    const points = middles(map);
    const times = travelTimes({ map, points });
    const fastest = fastestByEveryRound(map);
    const legal = new LegalDrive(osm);
    points.forEach((from, row) => {
      points.forEach((to, column) => {
        if (row === column) return;
        expect(times.seconds[row * points.length + column]).toBe(fastest(from, to));
        const driven = path({ map, from, to });
        const ways = { first: map.wayIds[from.segment]!, last: map.wayIds[to.segment]! };
        expect(legal.breaches(driven, ways)).toEqual([]);
      });
    });
  });
  fc.assert(property, { seed, numRuns: 60 });
  expect(built).toBeGreaterThan(40);
});

/** The same answer by another road: lower every edge's time over every turn until nothing changes. */
function fastestByEveryRound(map: RoadMap): (from: RoadPoint, to: RoadPoint) => number {
  const edges = map.segmentCount * 2;
  const table = Array.from({ length: edges }, (_, from) => {
    const times = new Array<number>(edges).fill(Number.POSITIVE_INFINITY);
    const lower = (edge: number, atEnd: number): boolean => {
      let changed = false;
      for (const next of map.turnTo.subarray(map.turnStarts[edge], map.turnStarts[edge + 1]))
        if (atEnd < times[next]!) {
          times[next] = atEnd;
          changed = true;
        }
      return changed;
    };
    let changed = lower(from, 0);
    while (changed) {
      changed = false;
      for (let edge = 0; edge < edges; edge++)
        if (lower(edge, times[edge]! + map.milliseconds[edge >> 1]!)) changed = true;
    }
    return times;
  });
  const driven = (edge: number, { segment, offsetCentimeters }: RoadPoint): number => {
    const along = Math.round((map.milliseconds[segment]! * offsetCentimeters) / map.centimeters[segment]!);
    return edge & 1 ? map.milliseconds[segment]! - along : along;
  };
  return (from, to) => {
    const options = [0, 1].flatMap((a) =>
      [0, 1].map((b) => {
        const [first, last] = [2 * from.segment + a, 2 * to.segment + b];
        if (!map.core[first] || !map.core[last]) return Number.POSITIVE_INFINITY;
        return (
          map.milliseconds[from.segment]! - driven(first, from) + table[first]![last]! + driven(last, to)
        );
      }),
    );
    return Math.max(1, Math.floor((Math.min(...options) + 500) / 1000));
  };
}

test("the largest strong component is the largest set of edges that reach each other", () => {
  const graph = fc.array(fc.array(fc.nat(11), { maxLength: 3 }), { minLength: 12, maxLength: 12 });
  const property = fc.property(graph, (turns) => {
    const turnStarts = new Uint32Array(turns.length + 1);
    turns.forEach((next, edge) => {
      turnStarts[edge + 1] = turnStarts[edge]! + next.length;
    });
    const inside = largestStrongComponent({
      turnStarts,
      turnTo: Uint32Array.from(turns.flat()),
      driveable: new Uint8Array(turns.length).fill(1),
    });
    const reached = turns.map((_, edge) => reachedFrom(edge, turns));
    const sets = turns.map((_, edge) => [...reached[edge]!].filter((other) => reached[other]!.has(edge)));
    const found = [...inside.keys()].filter((edge) => inside[edge]);
    expect(found.length).toBe(Math.max(...sets.map((set) => set.length)));
    expect(sets[found[0]!]!.toSorted((a, b) => a - b)).toEqual(found);
  });
  fc.assert(property, { seed, numRuns: 500 });
});

function reachedFrom(start: number, turns: readonly (readonly number[])[]): Set<number> {
  const reached = new Set([start]);
  for (const edge of reached) for (const next of turns[edge]!) reached.add(next);
  return reached;
}

test("a road of 100,000 segments is no danger to the stack", () => {
  const count = 100_000;
  const turnTo = Uint32Array.from({ length: count }, (_, edge) => (edge + 1) % count);
  const turnStarts = Uint32Array.from({ length: count + 1 }, (_, edge) => edge);
  const inside = largestStrongComponent({ turnStarts, turnTo, driveable: new Uint8Array(count).fill(1) });
  expect(inside.every((flag) => flag === 1)).toBe(true);
});
