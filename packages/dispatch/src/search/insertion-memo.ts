/**
 * Remembers the best place of a request in a route for as long as the route stays as it is. A step of the search
 * changes a few routes and asks about all: most answers are known.
 */
export class InsertionMemo {
  private readonly duties: number;
  private readonly mask: number;
  private readonly version: Int32Array;
  private readonly request: Int32Array;
  private readonly cost: Float64Array;
  private readonly i: Int32Array;
  private readonly j: Int32Array;
  private readonly hopeful: Uint8Array;
  /** The place last found. */
  foundI = 0;
  foundJ = 0;
  /** Whether it was only found by cheap bounds. */
  foundHopeful = false;

  constructor(requests: number, duties: number) {
    let slots = 1024;
    while (slots < requests * duties && slots < 1 << 21) slots *= 2;
    this.duties = duties;
    this.mask = slots - 1;
    this.version = new Int32Array(slots);
    this.request = new Int32Array(slots).fill(-1);
    this.cost = new Float64Array(slots);
    this.i = new Int32Array(slots);
    this.j = new Int32Array(slots);
    this.hopeful = new Uint8Array(slots);
  }

  /**
   * @returns the added cost, with the place in `foundI` and `foundJ`; infinite when it is known that nothing costs
   *   less than `below`; not a number when nothing is known
   */
  read(request: number, duty: number, version: number, below: number): number {
    const slot = (request * this.duties + duty) & this.mask;
    if (this.version[slot] !== version || this.request[slot] !== request) return Number.NaN;
    const cost = this.cost[slot]!;
    this.foundI = this.i[slot]!;
    this.foundJ = this.j[slot]!;
    this.foundHopeful = this.hopeful[slot] === 1;
    if (this.foundJ > 0) return cost;
    return cost >= below ? Number.POSITIVE_INFINITY : Number.NaN;
  }

  /** @param cost  of the place (i, j); with j = 0 the bound below which there is none */
  write(
    request: number,
    duty: number,
    version: number,
    found: { readonly cost: number; readonly i: number; readonly j: number; readonly hopeful: boolean },
  ): void {
    const slot = (request * this.duties + duty) & this.mask;
    this.version[slot] = version;
    this.request[slot] = request;
    this.cost[slot] = found.cost;
    this.i[slot] = found.i;
    this.j[slot] = found.j;
    this.hopeful[slot] = found.hopeful ? 1 : 0;
    this.foundI = found.i;
    this.foundJ = found.j;
    this.foundHopeful = found.hopeful;
  }
}
