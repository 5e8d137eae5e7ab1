import { deflateSync, gzipSync } from "node:zlib";
import { seededRandom } from "@noriai/kernel";
import { expect, test, vi } from "vitest";
import { importMap } from "../src/index.ts";
import { readOsm } from "../src/read-osm.ts";
import { ubePbf } from "./maps.ts";
import { town } from "./town.ts";
import { blob, type Field, headerBlob, message, packed, writePbf } from "./write-pbf.ts";

vi.setConfig({ testTimeout: 30_000 }); // a busy machine takes its time

const sound = writePbf(town({ picture: "A---B---C", ways: ["A-B-C"] }).osm);
const faultOf = (pbf: Uint8Array, area?: unknown) => {
  const map = importMap({ pbf, area });
  return map.ok ? "a map" : map.error;
};

test("what is drawn, written and read again is the same: nodes, barriers, ways, restrictions", () => {
  const { osm } = town({
    picture: "A---B---C\n    D",
    ways: ["A-B-C name=常盤通り", "B-D oneway=-1"],
    nodeTags: ["D barrier=bollard"],
    restrictions: ["no_left_turn 1 B 2 except=bicycle"],
  });
  expect(readOsm(writePbf(osm))).toEqual({ ok: true, value: osm });
});

test.each([
  ["nothing", Buffer.alloc(0)],
  ["gzip", gzipSync(sound)],
  ["zip", Buffer.from("PK\x03\x04 and so on")],
  ["bzip2", Buffer.from("BZh91AY&SY")],
  ["markup", Buffer.from("<!DOCTYPE html><title>Sign in</title>")],
  ["markup", Buffer.from('\uFEFF<?xml version="1.0"?><osm version="0.6">')],
  ["json", Buffer.from('{"type":"FeatureCollection"}')],
  ["unknown", Buffer.from([0xff, 0xff, 0xff, 0xff, 1, 2, 3])],
  ["unknown", sound.subarray(0, 3)],
  ["unknown", Buffer.alloc(1000)],
] as const)("a file that looks like %s is told as such", (looksLike, pbf) => {
  expect(faultOf(pbf)).toEqual({ kind: "not-a-pbf", looksLike, bytes: pbf.length });
});

test("a file cut short is told, with the byte where its last block begins", () => {
  const dataAt = headerBlob().length;
  expect(faultOf(sound.subarray(0, sound.length - 1))).toEqual({
    kind: "damaged",
    atByte: dataAt,
    reason: "cut-short",
  });
  expect(faultOf(Buffer.concat([sound, sound.subarray(0, 2)]))).toMatchObject({ reason: "cut-short" });
});

test("a flipped bit in the compressed data is told", () => {
  const flipped = Buffer.from(sound);
  flipped[flipped.length - 10]! ^= 4;
  expect(faultOf(flipped)).toMatchObject({ kind: "damaged", reason: "bad-compression" });
});

test("a file that needs a feature or a compression unknown to us is told by name", () => {
  expect(faultOf(Buffer.concat([headerBlob(["OsmSchema-V0.6", "HistoricalInformation"])]))).toMatchObject({
    kind: "unsupported",
    feature: "HistoricalInformation",
  });
  const zstd = Buffer.concat([headerBlob(), blob("OSMData", message([7, Buffer.from("zstd")]))]);
  expect(faultOf(zstd)).toMatchObject({ kind: "unsupported", feature: "zstd" });
});

test("tags that never end, on which the parser would hang, are refused before parsing", () => {
  const dense = message(
    [1, packed([2, 2])],
    [8, packed([2, 2])],
    [9, packed([2, 2])],
    [10, packed([1, 1, 0, 1])],
  );
  const block = message([1, message([1, Buffer.from("a")])], [2, message([2, dense])]);
  const pbf = Buffer.concat([headerBlob(), blob("OSMData", message([3, deflateSync(block)]))]);
  expect(faultOf(pbf)).toMatchObject({ kind: "damaged", reason: "bad-block" });
});

test("a few bytes that inflate to a mountain are refused", () => {
  const zeros = deflateSync(Buffer.alloc(40 * 1024 * 1024));
  const inflating = Buffer.concat([headerBlob(), blob("OSMData", message([3, zeros]))]);
  expect(faultOf(inflating)).toMatchObject({ kind: "too-large", what: "inflated-bytes" });
  const nodes = Buffer.alloc(2_000_000);
  const dense = message([1, nodes], [8, nodes], [9, nodes]);
  const crowded = message([2, message([2, dense])]);
  const pbf = Buffer.concat([headerBlob(), blob("OSMData", message([3, deflateSync(crowded)]))]);
  expect(faultOf(pbf)).toEqual({
    kind: "too-large",
    what: "block-items",
    size: 2_000_000,
    sizeMax: 1_000_000,
  });
});

test("a junction of ten thousand streets is refused instead of listing a hundred million turns", () => {
  const { osm } = town({ picture: "A---B", ways: ["A-B"] });
  const star = {
    ...osm,
    ways: [{ ...osm.ways[0]!, refs: Array.from({ length: 10_000 }, (_, i) => 65 + (i % 2)) }],
  };
  expect(faultOf(writePbf(star))).toMatchObject({ kind: "too-large", what: "turns" });
});

test("a file without streets, or none in the area, is told with the number looked at", () => {
  const empty = writePbf({ nodes: new Map(), ways: [], relations: [] });
  expect(faultOf(empty)).toEqual({ kind: "no-roads", waysRead: 0 });
  const paths = writePbf(town({ picture: "A---B", ways: ["A-B highway=footway"] }).osm);
  expect(faultOf(paths)).toEqual({ kind: "no-roads", waysRead: 1 });
  const sapporo = {
    type: "Polygon",
    coordinates: [
      [
        [141, 43],
        [142, 43],
        [142, 44],
        [141, 43],
      ],
    ],
  };
  expect(faultOf(sound, sapporo)).toEqual({ kind: "no-roads-in-area", roadsOutside: 1 });
});

test("streets whose nodes are missing are cut there and counted", () => {
  const { osm } = town({ picture: "A---B---C---D", ways: ["A-B-C-D"] });
  const nodes = new Map([...osm.nodes].filter(([id]) => id !== "C".charCodeAt(0)));
  const map = importMap({ pbf: writePbf({ ...osm, nodes }) });
  expect(map.ok && map.value.report).toMatchObject({ nodesMissing: 1, segments: 1 });
});

test.each([
  [null, "not-an-object"],
  ["Ube", "not-an-object"],
  [{ type: "Point", coordinates: [131, 33] }, "no-polygon"],
  [{ type: "FeatureCollection", features: [] }, "no-polygon"],
  [{ type: "FeatureCollection" }, "not-an-object"],
  [{ type: "Polygon", coordinates: [] }, "bad-ring"],
  [
    {
      type: "Polygon",
      coordinates: [
        [
          [131, 33],
          [132, 33],
          [131, 33],
        ],
      ],
    },
    "bad-ring",
  ],
  [
    {
      type: "Polygon",
      coordinates: [
        [
          [131, 33],
          [132, 33],
          [132, 34],
          [131, 34],
        ],
      ],
    },
    "bad-ring",
  ],
  [
    {
      type: "Polygon",
      coordinates: [
        [
          [131, 33],
          [132, 330],
          [132, 34],
          [131, 33],
        ],
      ],
    },
    "bad-coordinate",
  ],
  [
    {
      type: "Polygon",
      coordinates: [
        [
          ["131", 33],
          [132, 33],
          [132, 34],
          ["131", 33],
        ],
      ],
    },
    "bad-coordinate",
  ],
])("area %j is refused: %s", (area, problem) => {
  expect(faultOf(sound, area)).toEqual({ kind: "area-not-geojson", problem });
});

test("200 files damaged by chance become a fault or a map, and never a throw", () => {
  const pbf = ubePbf();
  const seed = 20261121;
  const random = seededRandom(seed);
  const kinds = new Map<string, number>();
  for (let round = 0; round < 200; round++) {
    const damaged = damage(pbf, random);
    const map = importMap({ pbf: damaged });
    const kind = map.ok ? "a map" : map.error.kind;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  expect(kinds.get("damaged"), `seed ${seed}`).toBeGreaterThan(150);
});

test("2,000 files without compression, damaged by chance, where no checksum helps, never throw either", () => {
  const seed = 4711;
  const random = seededRandom(seed);
  const { osm } = town({
    picture: "A---B---C\n|   |   |\nD---E---F",
    ways: ["A-B-C", "D-E-F oneway=yes", "A-D", "B-E", "C-F"],
    restrictions: ["no_left_turn 1 B 4"],
    nodeTags: ["E barrier=gate"],
  });
  const plain = withoutCompression(writePbf(osm));
  const kinds = new Map<string, number>();
  for (let round = 0; round < 2000; round++) {
    const map = importMap({ pbf: damage(plain, random) });
    const kind = map.ok ? "a map" : map.error.kind;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  expect(kinds.size, `seed ${seed}: ${JSON.stringify([...kinds])}`).toBeGreaterThanOrEqual(4);
});

/** Flips one to eight bits, cuts the file, repeats a piece, or overwrites one with noise. */
function damage(bytes: Buffer, random: () => number): Buffer {
  const damaged = Buffer.from(bytes);
  const somewhere = (): number => Math.floor(random() * bytes.length);
  switch (Math.floor(random() * 4)) {
    case 0:
      return damaged.subarray(0, somewhere());
    case 1:
      for (let flips = 1 + Math.floor(random() * 8); flips > 0; flips--)
        damaged[somewhere()]! ^= 1 << Math.floor(random() * 8);
      return damaged;
    case 2: {
      const [from, to] = [somewhere(), somewhere()];
      return Buffer.concat([damaged.subarray(0, to), damaged.subarray(from)]);
    }
    default: {
      const from = somewhere();
      for (let i = from; i < Math.min(from + 64, damaged.length); i++)
        damaged[i] = Math.floor(random() * 256);
      return damaged;
    }
  }
}

function withoutCompression(pbf: Buffer): Buffer {
  const osm = readOsm(pbf);
  if (!osm.ok) throw new Error(JSON.stringify(osm.error));
  return writePbf(osm.value, (block): Field => [1, block]);
}
