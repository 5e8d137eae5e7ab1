import { countPacked, eachPacked, wireFields } from "./wire.ts";

/**
 * Looks over one opened data block before the parser unfolds it.
 *
 * The parser trusts two things that a hostile file can break: that every dense node's tags are closed by a zero
 * (else it never returns), and that a block holds a sensible number of items (else it fills the memory).
 *
 * @returns the number of nodes, ways and relations, or nothing when the block would not be safe to parse
 * @throws RangeError when the block is no protobuf message
 * @see "OSM PBF format", OpenStreetMap wiki: PrimitiveBlock, DenseNodes.keys_vals
 */
export function countBlockItems(block: Uint8Array): number | undefined {
  let items = 0;
  for (const group of wireFields(block)) {
    if (group.tag !== 2 || group.bytes === undefined) continue;
    for (const item of wireFields(group.bytes)) {
      if (item.bytes === undefined) continue;
      if (item.tag !== 2) items++;
      else {
        const dense = countDenseNodes(item.bytes);
        if (dense === undefined) return undefined;
        items += dense;
      }
    }
  }
  return items;
}

function countDenseNodes(dense: Uint8Array): number | undefined {
  let nodes = 0;
  let closedTags = 0;
  let hasTags = false;
  let isKey = true;
  for (const field of wireFields(dense)) {
    if (field.bytes === undefined) return undefined; // these fields are packed in every known writer
    if (field.tag === 1) nodes += countPacked(field.bytes);
    if (field.tag !== 10) continue;
    hasTags ||= field.bytes.length > 0;
    eachPacked(field.bytes, (value) => {
      if (isKey && value === 0) closedTags++;
      else isKey = !isKey;
    });
  }
  return hasTags && closedTags < nodes ? undefined : nodes;
}
