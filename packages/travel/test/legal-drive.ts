import { greatCircleMeters } from "@noriai/kernel";
import type { OsmData, OsmWay } from "../src/osm-data.ts";
import type { DrivenPath } from "../src/path.ts";

/**
 * Follows a drawn path node by node over the source data and tells every rule it breaks. Written from the tagging rules
 * alone: it shares no code with the importer or the search.
 */
export class LegalDrive {
  readonly #osm: OsmData;
  readonly #waysAt = new Map<number, OsmWay[]>();
  readonly #nodeAt = new Map<string, number[]>();
  readonly #rulesAt = new Map<number, Rule[]>();

  constructor(osm: OsmData) {
    this.#osm = osm;
    for (const way of osm.ways)
      if (isDriveable(way)) for (const ref of new Set(way.refs)) push(this.#waysAt, ref, way);
    for (const id of this.#waysAt.keys()) {
      const node = osm.nodes.get(id)!;
      push(this.#nodeAt, `${node.lngE7} ${node.latE7}`, id);
    }
    for (const relation of osm.relations) {
      const refs = (role: string): number[] =>
        relation.members.filter((member) => member.role === role).map((member) => member.ref);
      const [via] = refs("via");
      const kind = relation.tags.restriction ?? "";
      if (via === undefined) continue;
      push(this.#rulesAt, via, { kind, from: refs("from"), to: refs("to"), id: relation.id });
    }
  }

  /** The rules broken on the way, as sentences; empty for a legal drive. `ways` are those of the first and last stretch. */
  breaches({ line }: DrivenPath, ways: { readonly first: number; readonly last: number }): string[] {
    const inner = line.slice(1, -1).map(([lng, lat]) => this.#nodesAt(lng, lat));
    if (inner.length === 0) return [];
    const steps = [
      this.#endStep(line[0]!, inner[0]!, ways.first, "away"),
      ...inner.slice(1).map((nodes, i) => this.#steps(inner[i]!, nodes)),
      this.#endStep(line.at(-1)!, inner.at(-1)!, ways.last, "towards"),
    ];
    return [
      ...steps.flatMap((choices, i) =>
        choices.length === 0 ? [`no legal way at step ${i} of ${line.length}`] : [],
      ),
      ...steps.slice(1).flatMap((after, i) => this.#turnBreaches(steps[i]!, after)),
    ];
  }

  #nodesAt(lng: number, lat: number): number[] {
    return this.#nodeAt.get(`${Math.round(lng * 1e7)} ${Math.round(lat * 1e7)}`) ?? [];
  }

  /** The ways on which one may legally drive from one node to the next. */
  #steps(from: readonly number[], to: readonly number[]): Step[] {
    return from.flatMap((a) =>
      to.flatMap((b) =>
        (this.#waysAt.get(a) ?? []).flatMap((way) =>
          way.refs.flatMap((ref, i) => [
            ...(ref === a && way.refs[i + 1] === b && mayGo(way, "forward")
              ? [{ way: way.id, from: a, to: b }]
              : []),
            ...(ref === b && way.refs[i + 1] === a && mayGo(way, "backward")
              ? [{ way: way.id, from: a, to: b }]
              : []),
          ]),
        ),
      ),
    );
  }

  /** The step from (or to) a point between two nodes of a known way. */
  #endStep(
    [lng, lat]: readonly [number, number],
    nodes: readonly number[],
    wayId: number,
    side: "away" | "towards",
  ): Step[] {
    const corners = this.#nodesAt(lng, lat); // a point at a corner belongs to all streets that meet there
    if (corners.length > 0)
      return side === "away" ? this.#steps(corners, nodes) : this.#steps(nodes, corners);
    const way = this.#osm.ways.find(({ id }) => id === wayId)!;
    return nodes.flatMap((node) =>
      way.refs.flatMap((ref, i) => {
        if (ref !== node) return [];
        return [way.refs[i - 1], way.refs[i + 1]].flatMap((other, isNext) => {
          if (other === undefined || !this.#isBetween({ lng, lat }, node, other)) return [];
          const isForward = side === "away" ? !isNext : Boolean(isNext);
          if (!mayGo(way, isForward ? "forward" : "backward")) return [];
          return [
            side === "away" ? { way: wayId, from: other, to: node } : { way: wayId, from: node, to: other },
          ];
        });
      }),
    );
  }

  #isBetween(position: { lat: number; lng: number }, a: number, b: number): boolean {
    const [from, to] = [a, b].map((id) => {
      const { latE7, lngE7 } = this.#osm.nodes.get(id)!;
      return { lat: latE7 / 1e7, lng: lngE7 / 1e7 };
    });
    const around = greatCircleMeters(from!, position) + greatCircleMeters(position, to!);
    return around - greatCircleMeters(from!, to!) < 0.1;
  }

  #turnBreaches(before: readonly Step[], after: readonly Step[]): string[] {
    const pairs = before.flatMap((a) => after.filter((b) => a.to === b.from).map((b) => [a, b] as const));
    if (pairs.length === 0) return ["the steps do not meet"];
    const reasons = pairs.map(([a, b]) => this.#turnBreach(a, b));
    return reasons.some((reason) => reason === undefined) ? [] : [reasons[0]!];
  }

  #turnBreach(before: Step, after: Step): string | undefined {
    const via = before.to;
    const isBack = before.from === after.to;
    const barrier = this.#osm.nodes.get(via)?.tags?.barrier;
    if (!isBack && (barrier === "bollard" || barrier === "block")) return `through a ${barrier} at ${via}`;
    const rules = this.#rulesAt.get(via) ?? [];
    const broken = rules.find(
      ({ kind, from, to }) =>
        kind.startsWith("no_") &&
        from.includes(before.way) &&
        to.includes(after.way) &&
        (kind !== "no_u_turn" || isBack || before.way !== after.way),
    );
    if (broken) return `${broken.kind} ${broken.id} at ${via}`;
    const only = rules.filter(
      ({ kind, from, to }) => kind.startsWith("only_") && from.includes(before.way) && this.#canTake(via, to),
    );
    if (only.length > 0 && !only.some(({ to }) => to.includes(after.way)))
      return `only ${only[0]!.id} at ${via}`;
    return undefined;
  }

  /** An only_ rule towards a road that is no road for cars, or is one-way towards us, cannot be followed. */
  #canTake(via: number, wayIds: readonly number[]): boolean {
    return (this.#waysAt.get(via) ?? []).some(({ id, refs, tags }) => {
      if (!wayIds.includes(id)) return false;
      const at = refs.indexOf(via);
      const way = { id, refs, tags };
      return (at < refs.length - 1 && mayGo(way, "forward")) || (at > 0 && mayGo(way, "backward"));
    });
  }
}

interface Step {
  readonly way: number;
  readonly from: number;
  readonly to: number;
}

interface Rule {
  readonly id: number;
  readonly kind: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

function isDriveable({ tags }: OsmWay): boolean {
  const most = tags.motorcar ?? tags.motor_vehicle ?? tags.vehicle ?? tags.access ?? "yes";
  if (/^(no|private|agricultural|forestry|delivery|psv|restricted)$/.test(most)) return false;
  return !/^(footway|cycleway|path|steps|pedestrian|track|busway)$/.test(tags.highway ?? "");
}

function mayGo({ tags }: OsmWay, direction: "forward" | "backward"): boolean {
  const oneway =
    tags.oneway ?? (tags.junction === "roundabout" || tags.highway === "motorway" ? "yes" : "no");
  return direction === "forward" ? oneway !== "-1" : oneway !== "yes";
}

function push<K, V>(table: Map<K, V[]>, key: K, value: V): void {
  table.getOrInsertComputed(key, () => []).push(value);
}
