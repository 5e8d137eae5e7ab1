import { deflateSync } from "node:zlib";
import type { OsmData } from "../src/osm-data.ts";

/** Writes small `.osm.pbf` files for tests, sound ones and, by the pieces below, broken ones. */
export function writePbf(
  { nodes, ways, relations }: OsmData,
  pack: (block: Uint8Array) => Field = (block) => [3, deflateSync(block)],
): Buffer {
  const strings = new StringTable();
  const ids = [...nodes.keys()];
  const all = [...nodes.values()];
  const dense = message(
    [1, packed(differences(ids).map(zigzag))],
    [8, packed(differences(all.map((node) => node.latE7)).map(zigzag))],
    [9, packed(differences(all.map((node) => node.lngE7)).map(zigzag))],
    [10, packed(all.flatMap((node) => [...strings.pairs(node.tags ?? {}).flat(), 0]))],
  );
  const wayFields = ways.map(({ id, refs, tags }) => {
    const pairs = strings.pairs(tags);
    return message(
      [1, id],
      [2, packed(pairs.map(([key]) => key))],
      [3, packed(pairs.map(([, value]) => value))],
      [8, packed(differences(refs).map(zigzag))],
    );
  });
  const relationFields = relations.map(({ id, members, tags }) => {
    const pairs = strings.pairs(tags);
    return message(
      [1, id],
      [2, packed(pairs.map(([key]) => key))],
      [3, packed(pairs.map(([, value]) => value))],
      [8, packed(members.map(({ role }) => strings.indexOf(role)))],
      [9, packed(differences(members.map(({ ref }) => ref)).map(zigzag))],
      [10, packed(members.map(({ type }) => ["node", "way", "relation"].indexOf(type)))],
    );
  });
  const groups = [
    message([2, dense]),
    message(...wayFields.map((way): Field => [3, way])),
    message(...relationFields.map((relation): Field => [4, relation])),
  ];
  const block = message([1, strings.bytes()], ...groups.map((group): Field => [2, group]));
  return Buffer.concat([headerBlob(), blob("OSMData", message(pack(block)))]);
}

export type Field = readonly [tag: number, value: number | Uint8Array];

/** A file's first block; `features` are those that a reader must know. */
export const headerBlob = (features: readonly string[] = ["OsmSchema-V0.6", "DenseNodes"]): Buffer => {
  const header = message(...features.map((feature): Field => [4, Buffer.from(feature)]));
  return blob("OSMHeader", message([1, header]));
};

export function blob(type: string, body: Uint8Array): Buffer {
  const header = message([1, Buffer.from(type)], [3, body.length]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  return Buffer.concat([length, header, body]);
}

export const message = (...fields: readonly Field[]): Buffer =>
  Buffer.concat(
    fields.map(([tag, value]) =>
      typeof value === "number"
        ? Buffer.concat([varint(tag * 8), varint(value)])
        : Buffer.concat([varint(tag * 8 + 2), varint(value.length), value]),
    ),
  );

export const packed = (values: readonly number[]): Buffer => Buffer.concat(values.map(varint));

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);

const differences = (values: readonly number[]): number[] =>
  values.map((value, i) => (i === 0 ? value : value - values[i - 1]!));

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}

class StringTable {
  readonly #indexes = new Map([["", 0]]);

  indexOf(text: string): number {
    return this.#indexes.getOrInsert(text, this.#indexes.size);
  }

  pairs(tags: Readonly<Record<string, string>>): [number, number][] {
    return Object.entries(tags).map(([key, value]) => [this.indexOf(key), this.indexOf(value)]);
  }

  bytes(): Buffer {
    return message(...[...this.#indexes.keys()].map((text): Field => [1, Buffer.from(text)]));
  }
}
