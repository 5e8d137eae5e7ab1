export type Tags = Readonly<Record<string, string>>;

/** A point of OpenStreetMap; degrees × 10⁷ as whole numbers, the precision of the source. */
export interface OsmNode {
  readonly latE7: number;
  readonly lngE7: number;
  readonly tags?: Tags;
}

/** A line of OpenStreetMap through the nodes `refs`, in the direction it was drawn. */
export interface OsmWay {
  readonly id: number;
  readonly refs: readonly number[];
  readonly tags: Tags;
}

export interface OsmMember {
  readonly type: "node" | "way" | "relation";
  readonly ref: number;
  readonly role: string;
}

export interface OsmRelation {
  readonly id: number;
  readonly members: readonly OsmMember[];
  readonly tags: Tags;
}

/** What the importer keeps of an OpenStreetMap extract: highways, their nodes, and turn restrictions. */
export interface OsmData {
  readonly nodes: ReadonlyMap<number, OsmNode>;
  readonly ways: readonly OsmWay[];
  readonly relations: readonly OsmRelation[];
}
