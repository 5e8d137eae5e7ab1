import { type Instance, WHOLE } from "./instance.ts";
import { Random } from "./random.ts";
import type { Route } from "./route.ts";

/**
 * Routes that a search has come by, as columns of a choice: of each set of requests the cheapest order. Duties that
 * are the same vehicle at the same place, and to which nobody is bound, are of one kind and share their columns.
 */
export class RoutePool {
  /** By duty. */
  readonly kindOf: Int32Array;
  /** By kind. */
  readonly dutiesOf: readonly (readonly number[])[];

  size = 0;
  /** By column: the weighted cost of the route, and the kind of duty that drives it. */
  cost = new Float64Array(1024);
  kind = new Int32Array(1024);
  /** Visits of column c: `nodes[start[c]]` … `nodes[start[c + 1] − 1]`. */
  start = new Int32Array(1025);
  nodes = new Int32Array(16_384);

  private key = new Float64Array(1024);
  private readonly columnOf = new Map<number, number>();
  private readonly requestKey: Float64Array;
  private readonly kindKey: Float64Array;

  constructor(instance: Instance) {
    const { kindOf, dutiesOf } = kindsOf(instance);
    this.kindOf = kindOf;
    this.dutiesOf = dutiesOf;
    const random = new Random(instance.requestCount);
    const key = () => random.below(2 ** 26) * 2 ** 26 + random.below(2 ** 26);
    this.requestKey = Float64Array.from({ length: instance.requestCount }, key);
    this.kindKey = Float64Array.from(dutiesOf, key);
  }

  /** Takes a route whose cost is known, unless it serves the same requests as one that costs no more. */
  see(route: Route): void {
    const { duty, node, count, cost } = route;
    if (count === 0) return;
    const kind = this.kindOf[duty]!;
    const key = this.keyOf(route, kind);
    const known = this.columnOf.get(key);
    if (known === undefined) this.add(node.subarray(1, count + 1), { kind, cost, key });
    else if (cost < this.cost[known]!) {
      // Keys of two sets may coincide, if hardly ever: then the one that came first stays.
      if (this.start[known + 1]! - this.start[known]! !== count) return;
      this.cost[known] = cost;
      this.nodes.set(node.subarray(1, count + 1), this.start[known]);
    }
  }

  /** The visits of a column. */
  visits(column: number): Int32Array {
    return this.nodes.subarray(this.start[column], this.start[column + 1]);
  }

  /** Forgets all other columns; the order stays. `columns` ascend. */
  keepOnly(columns: ArrayLike<number>): void {
    this.columnOf.clear();
    this.size = 0;
    for (let k = 0; k < columns.length; k++) {
      const c = columns[k]!;
      this.add(this.visits(c), { kind: this.kind[c]!, cost: this.cost[c]!, key: this.key[c]! });
    }
  }

  private keyOf({ node, count }: Route, kind: number): number {
    let key = this.kindKey[kind]!;
    for (let k = 1; k <= count; k++) {
      if ((node[k]! & 1) === 0) continue;
      key += this.requestKey[node[k]! >> 1]!;
      if (key >= 2 ** 52) key -= 2 ** 52;
    }
    return key;
  }

  private add(
    visits: Int32Array,
    { kind, cost, key }: { readonly kind: number; readonly cost: number; readonly key: number },
  ): void {
    const column = this.size++;
    if (column === this.cost.length) {
      this.cost = grown(this.cost);
      this.kind = grown(this.kind);
      this.key = grown(this.key);
      this.start = grown(this.start);
    }
    const from = this.start[column]!;
    while (from + visits.length > this.nodes.length) this.nodes = grown(this.nodes);
    this.nodes.set(visits, from);
    this.start[column + 1] = from + visits.length;
    this.cost[column] = cost;
    this.kind[column] = kind;
    this.key[column] = key;
    this.columnOf.set(key, column);
  }
}

function kindsOf({ requestCount, dutyCount, onlyDuty, fixed, emptyClass }: Instance) {
  const bound = new Set<number>();
  for (let r = 0; r < requestCount; r++)
    if (onlyDuty[r] !== -1 || fixed[r] !== WHOLE) bound.add(onlyDuty[r]!);
  const kindByName = new Map<string, number>();
  const dutiesOf: number[][] = [];
  const kindOf = new Int32Array(dutyCount);
  for (let d = 0; d < dutyCount; d++) {
    const name = bound.has(d) ? `duty ${d}` : `class ${emptyClass[d]}`;
    const kind = kindByName.get(name) ?? dutiesOf.push([]) - 1;
    kindByName.set(name, kind);
    kindOf[d] = kind;
    dutiesOf[kind]!.push(d);
  }
  return { kindOf, dutiesOf };
}

function grown<A extends Float64Array | Int32Array>(array: A): A {
  const larger = new (array.constructor as new (length: number) => A)(2 * array.length);
  larger.set(array);
  return larger;
}
