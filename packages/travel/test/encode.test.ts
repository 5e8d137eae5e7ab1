import { deflateSync } from "node:zlib";
import { seededRandom } from "@noriai/kernel";
import { expect, test, vi } from "vitest";
import { decodeRoadMap, encodeRoadMap, travelTimes } from "../src/index.ts";
import { buildSound, heidelbergPbf, pointsOn, readSound } from "./maps.ts";
import { mapOf, town } from "./town.ts";

vi.setConfig({ testTimeout: 30_000 }); // a busy machine takes its time

const heidelberg = buildSound(readSound(heidelbergPbf()));

test("a road map comes back from its bytes as it was, and smaller than a megabyte for Heidelberg", () => {
  const bytes = encodeRoadMap(heidelberg);
  expect(bytes.length).toBeLessThan(1_000_000);
  const decoded = decodeRoadMap(bytes);
  expect(decoded).toEqual({ ok: true, value: heidelberg });
  const points = pointsOn(heidelberg, 5, 1);
  expect(decoded.ok && travelTimes({ map: decoded.value, points })).toEqual(
    travelTimes({ map: heidelberg, points }),
  );
});

test("the same map gives the same bytes", () => {
  expect(encodeRoadMap(heidelberg)).toEqual(encodeRoadMap(heidelberg));
});

const small = mapOf(town({ picture: "A---B---C", ways: ["A-B-C name=常盤通り", "A-C"] }));

test("foreign bytes, newer versions and damage are told apart", () => {
  const bytes = Buffer.from(encodeRoadMap(small));
  expect(decodeRoadMap(Buffer.from("{}"))).toMatchObject({ error: { kind: "not-a-road-map", bytes: 2 } });
  const newer = Buffer.from(bytes);
  newer.writeUInt32LE(9, 16);
  expect(decodeRoadMap(newer)).toMatchObject({
    error: { kind: "unknown-version", version: 9, versionKnown: 1 },
  });
  expect(decodeRoadMap(bytes.subarray(0, bytes.length - 20))).toMatchObject({ error: { kind: "damaged" } });
  const huge = Buffer.from(bytes);
  huge.writeUInt32LE(0xffff_ffff, 20);
  expect(decodeRoadMap(huge)).toMatchObject({ error: { kind: "too-large", what: "inflated-bytes" } });
  const otherPayload = Buffer.concat([
    bytes.subarray(0, 28),
    deflateSync(Buffer.alloc(bytes.readUInt32LE(20))),
  ]);
  expect(decodeRoadMap(otherPayload)).toMatchObject({ error: { kind: "damaged", reason: "bad-checksum" } });
});

test.each([
  ["a turn into an edge that is not there", { turnTo: small.turnTo.map(() => 99) }],
  ["a name that is not there", { nameIndexes: small.nameIndexes.map(() => 7) }],
  ["shapes that run backwards", { shapeStarts: small.shapeStarts.toReversed() }],
  ["too few lengths", { milliseconds: small.milliseconds.slice(1) }],
])("a map with %s is not taken, even with a right checksum", (_, broken) => {
  expect(decodeRoadMap(encodeRoadMap({ ...small, ...broken }))).toMatchObject({
    error: { kind: "damaged", reason: "bad-content" },
  });
});

test("500 damaged maps become a fault or the map, and never a throw", () => {
  const bytes = Buffer.from(encodeRoadMap(small));
  const random = seededRandom(5);
  for (let round = 0; round < 500; round++) {
    const damaged = Buffer.from(bytes);
    damaged[Math.floor(random() * bytes.length)]! ^= 1 << Math.floor(random() * 8);
    const decoded = decodeRoadMap(damaged);
    if (decoded.ok) expect(decoded.value).toEqual(small);
  }
});
