import { crc32, deflateSync, inflateSync } from "node:zlib";
import { fail, ok, type Result } from "@noriai/kernel";
import type { MapFault } from "./map-fault.ts";
import type { MapReport, RoadMap } from "./road-map.ts";
import { ROAD_CLASSES } from "./speed.ts";

const MAGIC = "noriai-road-map\n";
const VERSION = 1;
const PAYLOAD_BYTES_MAX = 1024 ** 3;

// Layout, little-endian: magic (16) · version u32 · payload length u32 · CRC-32 of the payload u32 · deflated payload.
// Payload: length of the notes u32 · notes (JSON: report, names, array lengths) · the arrays in the order of ARRAYS,
// whole numbers as differences to the one before, because neighbours are alike and deflate likes small numbers.
const HEAD_BYTES = MAGIC.length + 12;

const ARRAYS = [
  ["wayIds", Float64Array],
  ["startJunctions", Uint32Array],
  ["endJunctions", Uint32Array],
  ["shapeStarts", Uint32Array],
  ["shapeLatsE7", Int32Array],
  ["shapeLngsE7", Int32Array],
  ["centimeters", Uint32Array],
  ["milliseconds", Uint32Array],
  ["nameIndexes", Uint32Array],
  ["turnStarts", Uint32Array],
  ["turnTo", Uint32Array],
  ["roadClasses", Uint8Array],
  ["driveable", Uint8Array],
  ["core", Uint8Array],
] as const;

type ArrayName = (typeof ARRAYS)[number][0];

interface Notes {
  readonly report: MapReport;
  readonly names: readonly string[];
  readonly lengths: Readonly<Record<ArrayName, number>>;
}

/** Packs a road map into bytes to be stored: compressed, with a version and a checksum. */
export function encodeRoadMap(map: RoadMap): Uint8Array {
  const lengths = Object.fromEntries(ARRAYS.map(([name]) => [name, map[name].length]));
  const notes = Buffer.from(JSON.stringify({ report: map.report, names: map.names, lengths }));
  const notesLength = Buffer.alloc(4);
  notesLength.writeUInt32LE(notes.length);
  const arrays = ARRAYS.map(([name]) => bytesOf(differencesOf(map[name])));
  const payload = Buffer.concat([notesLength, notes, ...arrays]);
  const head = Buffer.alloc(HEAD_BYTES);
  head.write(MAGIC, "latin1");
  head.writeUInt32LE(VERSION, MAGIC.length);
  head.writeUInt32LE(payload.length, MAGIC.length + 4);
  head.writeUInt32LE(crc32(payload), MAGIC.length + 8);
  return Buffer.concat([head, deflateSync(payload)]);
}

/** Unpacks a stored road map. Foreign, newer or damaged bytes become a fault; never throws. */
export function decodeRoadMap(bytes: Uint8Array): Result<RoadMap, MapFault> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < HEAD_BYTES || buffer.toString("latin1", 0, MAGIC.length) !== MAGIC)
    return fail({ kind: "not-a-road-map", bytes: bytes.length });
  const version = buffer.readUInt32LE(MAGIC.length);
  if (version !== VERSION) return fail({ kind: "unknown-version", version, versionKnown: VERSION });
  const size = buffer.readUInt32LE(MAGIC.length + 4);
  if (size > PAYLOAD_BYTES_MAX)
    return fail({ kind: "too-large", what: "inflated-bytes", size, sizeMax: PAYLOAD_BYTES_MAX });
  const payload = inflate(buffer.subarray(HEAD_BYTES), size);
  if (payload === undefined) return fail({ kind: "damaged", atByte: HEAD_BYTES, reason: "bad-compression" });
  if (payload.length !== size || crc32(payload) !== buffer.readUInt32LE(MAGIC.length + 8))
    return fail({ kind: "damaged", atByte: HEAD_BYTES, reason: "bad-checksum" });
  const map = unpack(payload);
  return map ? ok(map) : fail({ kind: "damaged", atByte: HEAD_BYTES, reason: "bad-content" });
}

function inflate(deflated: Uint8Array, size: number): Buffer | undefined {
  try {
    return inflateSync(deflated, { maxOutputLength: Math.max(1, size) });
  } catch {
    return undefined;
  }
}

function unpack(payload: Buffer): RoadMap | undefined {
  try {
    const notesLength = payload.readUInt32LE(0);
    const notes = JSON.parse(payload.toString("utf8", 4, 4 + notesLength)) as Notes;
    let at = 4 + notesLength;
    const arrays = ARRAYS.map(([name, Kind]) => {
      const length = notes.lengths[name] * Kind.BYTES_PER_ELEMENT;
      const piece = Uint8Array.from(payload.subarray(at, at + length)); // its own, aligned buffer
      at += length;
      return [name, sumsOf(new Kind(piece.buffer))];
    });
    const map = {
      ...(Object.fromEntries(arrays) as Pick<RoadMap, ArrayName>),
      segmentCount: notes.lengths.centimeters,
      names: notes.names,
      report: notes.report,
    };
    return at === payload.length && isWhole(map) ? map : undefined;
  } catch {
    return undefined;
  }
}

/** Whether all arrays fit each other, so that no search can read beyond them. */
function isWhole(map: RoadMap): boolean {
  const segments = map.segmentCount;
  const edges = 2 * segments;
  const perSegment = [map.startJunctions, map.endJunctions, map.centimeters, map.milliseconds];
  return (
    [...perSegment, map.roadClasses, map.nameIndexes, map.wayIds].every(
      (array) => array.length === segments,
    ) &&
    map.driveable.length === edges &&
    map.core.length === edges &&
    isRanges(map.shapeStarts, segments, map.shapeLatsE7.length) &&
    map.shapeLngsE7.length === map.shapeLatsE7.length &&
    isRanges(map.turnStarts, edges, map.turnTo.length) &&
    map.turnTo.every((edge) => edge < edges) &&
    map.centimeters.every((length) => length > 0) &&
    map.nameIndexes.every((name) => name < map.names.length) &&
    map.roadClasses.every((roadClass) => roadClass < ROAD_CLASSES.length)
  );
}

const isRanges = (starts: Uint32Array, count: number, total: number): boolean =>
  starts.length === count + 1 &&
  starts[0] === 0 &&
  starts[count] === total &&
  starts.every((start, i) => i === 0 || start >= starts[i - 1]!);

type Numbers = Float64Array | Uint32Array | Int32Array | Uint8Array;

/** Typed arrays wrap around, so differences and sums of 32-bit numbers are exact. */
function differencesOf(array: Numbers): Numbers {
  if (array instanceof Float64Array || array instanceof Uint8Array) return array;
  const differences = array.slice();
  for (let i = array.length - 1; i > 0; i--) differences[i] = array[i]! - array[i - 1]!;
  return differences;
}

function sumsOf(array: Numbers): Numbers {
  if (array instanceof Float64Array || array instanceof Uint8Array) return array;
  for (let i = 1; i < array.length; i++) array[i] = array[i]! + array[i - 1]!;
  return array;
}

const bytesOf = (array: Numbers): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
