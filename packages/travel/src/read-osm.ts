import { fail, ok, type Result } from "@noriai/kernel";
import { OSMTransform, parse } from "osm-pbf-parser-node";
import { countBlockItems } from "./block-shape.ts";
import type { MapFault } from "./map-fault.ts";
import type { OsmData, OsmMember, OsmNode, OsmRelation, OsmWay, Tags } from "./osm-data.ts";
import { listBlobs, openBlob, type PbfBlob } from "./pbf-blobs.ts";
import { wireFields } from "./wire.ts";

const FILE_BYTES_MAX = 1024 ** 3; // a prefecture is about 100 MB; larger files are to be cut first
const INFLATED_BYTES_MAX = 8 * 1024 ** 3;
const BLOCK_ITEMS_MAX = 1_000_000; // writers put 8,000 into a block
const ROAD_NODES_MAX = 12_000_000;
const FEATURES_READ = new Set(["OsmSchema-V0.6", "DenseNodes"]);

/** Node tags that can close a road to cars; nothing else is kept of a node but where it lies. */
const NODE_TAGS = ["barrier", "access", "vehicle", "motor_vehicle", "motorcar"];

/**
 * Reads the highways, their nodes and the turn restrictions of an `.osm.pbf` file.
 *
 * Damaged, truncated, foreign, oversized and hostile bytes become a fault; nothing throws. The blocks are gone through
 * twice, because nodes come first in the file and only those on highways are worth their memory.
 */
export function readOsm(pbf: Uint8Array): Result<OsmData, MapFault> {
  if (pbf.length > FILE_BYTES_MAX)
    return fail({ kind: "too-large", what: "file-bytes", size: pbf.length, sizeMax: FILE_BYTES_MAX });
  const blobs = listBlobs(pbf);
  if (!blobs.ok) return blobs;
  const unsound = findUnsoundBlob(blobs.value);
  if (unsound) return fail(unsound);

  const ways: OsmWay[] = [];
  const relations: OsmRelation[] = [];
  const wanted = new Set<number>();
  const waysRead = eachItem(blobs.value, (item) => {
    if (item.type === "way" && isHighway(item)) {
      ways.push({ id: item.id, refs: item.refs, tags: item.tags });
      for (const ref of item.refs) wanted.add(ref);
    }
    if (item.type === "relation" && isRestriction(item))
      relations.push({ id: item.id, members: item.members, tags: item.tags });
    return wanted.size <= ROAD_NODES_MAX;
  });
  if (waysRead) return fail(waysRead);

  const nodes = new Map<number, OsmNode>();
  const nodesRead = eachItem(blobs.value, (item) => {
    if (item.type === "node" && wanted.has(item.id)) keepNode(nodes, item);
    return true;
  });
  return nodesRead ? fail(nodesRead) : ok({ nodes, ways, relations });
}

/** Opens every block once, so that a damaged file is told before minutes are spent on its sound half. */
function findUnsoundBlob(blobs: readonly PbfBlob[]): MapFault | undefined {
  let inflatedBytes = 0;
  for (const blob of blobs) {
    const block = openBlob(blob);
    if (!block.ok) return block.error;
    inflatedBytes += block.value.length;
    if (inflatedBytes > INFLATED_BYTES_MAX)
      return { kind: "too-large", what: "inflated-bytes", size: inflatedBytes, sizeMax: INFLATED_BYTES_MAX };
    try {
      const unknown = blob.kind === "header" ? findUnknownFeature(block.value) : undefined;
      if (unknown !== undefined) return { kind: "unsupported", feature: unknown, atByte: blob.atByte };
      const items = blob.kind === "data" ? countBlockItems(block.value) : 0;
      if (items === undefined) return { kind: "damaged", atByte: blob.atByte, reason: "bad-block" };
      if (items > BLOCK_ITEMS_MAX)
        return { kind: "too-large", what: "block-items", size: items, sizeMax: BLOCK_ITEMS_MAX };
    } catch {
      return { kind: "damaged", atByte: blob.atByte, reason: "bad-block" };
    }
  }
  return undefined;
}

function findUnknownFeature(header: Buffer): string | undefined {
  for (const field of wireFields(header)) {
    if (field.tag !== 4 || field.bytes === undefined) continue;
    const feature = Buffer.from(field.bytes).toString("utf8");
    if (!FEATURES_READ.has(feature)) return feature.slice(0, 60);
  }
  return undefined;
}

type RawItem = RawNode | RawWay | RawRelation;
interface RawNode {
  readonly type: "node";
  readonly id: number;
  readonly lat: number;
  readonly lon: number;
  readonly tags?: Tags;
}
interface RawWay {
  readonly type: "way";
  readonly id: number;
  readonly refs: number[];
  readonly tags?: Tags;
}
interface RawRelation {
  readonly type: "relation";
  readonly id: number;
  readonly members: OsmMember[];
  readonly tags?: Tags;
}

/** Unfolds all data blocks; stops when `visit` says that there are too many road nodes. */
function eachItem(blobs: readonly PbfBlob[], visit: (item: RawItem) => boolean): MapFault | undefined {
  const wanted = new OSMTransform({ withTags: { node: NODE_TAGS, way: true, relation: true } });
  for (const blob of blobs) {
    if (blob.kind !== "data") continue;
    const block = openBlob(blob);
    if (!block.ok) return block.error;
    try {
      for (const item of parse(block.value, wanted) as RawItem[])
        if (!visit(item))
          return { kind: "too-large", what: "road-nodes", size: ROAD_NODES_MAX + 1, sizeMax: ROAD_NODES_MAX };
    } catch {
      return { kind: "damaged", atByte: blob.atByte, reason: "bad-block" };
    }
  }
  return undefined;
}

const isHighway = (way: RawWay): way is RawWay & { tags: Tags } =>
  way.tags?.highway !== undefined && way.refs.length >= 2;

const isRestriction = (relation: RawRelation): relation is RawRelation & { tags: Tags } =>
  relation.tags?.type === "restriction";

/** A node without a place on earth is left out, as if the extract had been cut there. */
function keepNode(nodes: Map<number, OsmNode>, node: RawNode): void {
  const latE7 = Math.round(node.lat * 1e7);
  const lngE7 = Math.round(node.lon * 1e7);
  if (!(Math.abs(latE7) <= 90e7 && Math.abs(lngE7) <= 180e7)) return;
  nodes.set(node.id, node.tags ? { latE7, lngE7, tags: node.tags } : { latE7, lngE7 });
}
