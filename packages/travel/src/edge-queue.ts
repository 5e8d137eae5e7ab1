/**
 * A queue of edges, the one with the least cost first; a binary heap that knows where each edge sits, so that a cheaper
 * way to an edge moves it forward instead of listing it twice. Ties come out in an order that depends on nothing but
 * the pushes, so the same search gives the same path.
 *
 * @param costs  per edge, owned by the search; lower it, then call `push`
 */
export class EdgeQueue {
  readonly #costs: Float64Array;
  readonly #heap: Uint32Array;
  readonly #places: Int32Array; // -1: not waiting
  #size = 0;

  constructor(costs: Float64Array) {
    this.#costs = costs;
    this.#heap = new Uint32Array(costs.length);
    this.#places = new Int32Array(costs.length).fill(-1);
  }

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  /** Adds an edge, or moves it forward after its cost fell. */
  push(edge: number): void {
    const waiting = this.#places[edge]!;
    this.#rise(waiting >= 0 ? waiting : this.#size++, edge);
  }

  /** Takes the edge with the least cost. The queue must not be empty. */
  pop(): number {
    const first = this.#heap[0]!;
    this.#places[first] = -1;
    const last = this.#heap[--this.#size]!;
    if (this.#size > 0) this.#sink(last);
    return first;
  }

  clear(): void {
    for (let place = 0; place < this.#size; place++) this.#places[this.#heap[place]!] = -1;
    this.#size = 0;
  }

  #rise(from: number, edge: number): void {
    const cost = this.#costs[edge]!;
    let place = from;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (this.#costs[this.#heap[above]!]! <= cost) break;
      this.#put(place, this.#heap[above]!);
      place = above;
    }
    this.#put(place, edge);
  }

  #sink(edge: number): void {
    const cost = this.#costs[edge]!;
    let place = 0;
    while (true) {
      let below = 2 * place + 1;
      if (below >= this.#size) break;
      const right = below + 1;
      if (right < this.#size && this.#costs[this.#heap[right]!]! < this.#costs[this.#heap[below]!]!)
        below = right;
      if (this.#costs[this.#heap[below]!]! >= cost) break;
      this.#put(place, this.#heap[below]!);
      place = below;
    }
    this.#put(place, edge);
  }

  #put(place: number, edge: number): void {
    this.#heap[place] = edge;
    this.#places[edge] = place;
  }
}
