import { inflateSync } from "node:zlib";
import { fail, ok, type Result } from "@noriai/kernel";
import type { LooksLike, MapFault } from "./map-fault.ts";
import { wireFields } from "./wire.ts";

/** One block of a PBF file, still compressed. */
export interface PbfBlob {
  readonly kind: "header" | "data";
  readonly atByte: number;
  readonly body: Uint8Array;
}

// Bounds of the format itself: "OSM PBF format", OpenStreetMap wiki, section File format.
const BLOB_HEADER_BYTES_MAX = 64 * 1024;
const BLOB_BYTES_MAX = 32 * 1024 * 1024;

/** Cuts a PBF file into its blocks without opening them: a file cut short or of another kind is told at once. */
export function listBlobs(pbf: Uint8Array): Result<PbfBlob[], MapFault> {
  const blobs: PbfBlob[] = [];
  const view = new DataView(pbf.buffer, pbf.byteOffset, pbf.byteLength);
  let at = 0;
  while (at < pbf.length) {
    const frame = readFrame(pbf, view, at);
    if (blobs.length === 0 && (frame === "bad-frame" || frame === "cut-short" || frame.type !== "OSMHeader"))
      return fail({ kind: "not-a-pbf", looksLike: looksLike(pbf), bytes: pbf.length });
    if (frame === "bad-frame" || frame === "cut-short")
      return fail({ kind: "damaged", atByte: at, reason: frame });
    if (frame.type === "OSMHeader") blobs.push({ kind: "header", atByte: at, body: frame.body });
    if (frame.type === "OSMData") blobs.push({ kind: "data", atByte: at, body: frame.body });
    at = frame.end;
  }
  if (blobs.length === 0) return fail({ kind: "not-a-pbf", looksLike: looksLike(pbf), bytes: pbf.length });
  return ok(blobs);
}

/** Opens one block. Its inflated size is bounded, so that a few hostile bytes cannot fill the memory. */
export function openBlob(blob: PbfBlob): Result<Buffer, MapFault> {
  let compression = "nothing";
  try {
    for (const field of wireFields(blob.body)) {
      if (field.bytes === undefined) continue;
      if (field.tag === 1) return ok(asBuffer(field.bytes));
      if (field.tag === 3) return inflate(field.bytes, blob.atByte);
      compression = COMPRESSIONS[field.tag] ?? compression;
    }
  } catch {
    return fail({ kind: "damaged", atByte: blob.atByte, reason: "bad-block" });
  }
  if (compression === "nothing") return fail({ kind: "damaged", atByte: blob.atByte, reason: "bad-block" });
  return fail({ kind: "unsupported", feature: compression, atByte: blob.atByte });
}

const COMPRESSIONS: Readonly<Record<number, string>> = { 4: "lzma", 5: "bzip2", 6: "lz4", 7: "zstd" };

interface Frame {
  readonly type: string;
  readonly body: Uint8Array;
  readonly end: number;
}

function readFrame(pbf: Uint8Array, view: DataView, at: number): Frame | "bad-frame" | "cut-short" {
  if (at + 4 > pbf.length) return "cut-short";
  const headerBytes = view.getUint32(at);
  if (headerBytes > BLOB_HEADER_BYTES_MAX) return "bad-frame";
  if (at + 4 + headerBytes > pbf.length) return "cut-short";
  let type = "";
  let bodyBytes = -1;
  try {
    for (const field of wireFields(pbf.subarray(at + 4, at + 4 + headerBytes))) {
      if (field.tag === 1 && field.bytes) type = asBuffer(field.bytes).toString("latin1");
      if (field.tag === 3 && !field.bytes) bodyBytes = field.value;
    }
  } catch {
    return "bad-frame";
  }
  if (type === "" || bodyBytes < 0 || bodyBytes > BLOB_BYTES_MAX) return "bad-frame";
  const begin = at + 4 + headerBytes;
  if (begin + bodyBytes > pbf.length) return "cut-short";
  return { type, body: pbf.subarray(begin, begin + bodyBytes), end: begin + bodyBytes };
}

function inflate(deflated: Uint8Array, atByte: number): Result<Buffer, MapFault> {
  try {
    return ok(inflateSync(deflated, { maxOutputLength: BLOB_BYTES_MAX }));
  } catch (error) {
    if (error instanceof RangeError)
      return fail({
        kind: "too-large",
        what: "inflated-bytes",
        size: BLOB_BYTES_MAX + 1,
        sizeMax: BLOB_BYTES_MAX,
      });
    return fail({ kind: "damaged", atByte, reason: "bad-compression" });
  }
}

function looksLike(bytes: Uint8Array): LooksLike {
  const [first, second] = bytes;
  if (first === undefined) return "nothing";
  if (first === 0x1f && second === 0x8b) return "gzip";
  if (first === 0x50 && second === 0x4b) return "zip";
  if (first === 0x42 && second === 0x5a) return "bzip2";
  const text = asBuffer(bytes.subarray(0, 64))
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (text.startsWith("<")) return "markup";
  if (text.startsWith("{") || text.startsWith("[")) return "json";
  return "unknown";
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
