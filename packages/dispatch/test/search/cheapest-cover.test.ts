import { expect, test } from "vitest";
import { cheapestCover } from "../../src/search/cheapest-cover.ts";
import type { Partition } from "../../src/search/partition.ts";
import { RowPrices } from "../../src/search/row-prices.ts";
import { type Chance, seededRandom } from "../seeded-random.ts";

const SEED = Number(process.env.DISPATCH_SEED ?? 20_270_402);
const CASES = 600;

function randomPartition(random: Chance): Partition {
  const rowCount = random.int(1, 7);
  const limit = Array.from({ length: random.int(1, 3) }, () => random.int(0, 3));
  const sets = Array.from({ length: random.int(1, 11) }, () =>
    Array.from({ length: rowCount }, (_, row) => row).filter(() => random.chance(0.4)),
  ).filter((rows) => rows.length > 0);
  return {
    rowCount,
    limit,
    columnCount: sets.length,
    cost: Float64Array.from(sets, (rows) => 10 * rows.length + random.int(0, 30)),
    kind: Int32Array.from(sets, () => random.int(0, limit.length - 1)),
    start: Int32Array.from([0, ...sets].keys(), (c) => sets.slice(0, c).flat().length),
    rows: Int32Array.from(sets.flat()),
  };
}

const rowsOf = ({ rows, start }: Partition, c: number) => [...rows.subarray(start[c], start[c + 1])];

/** Every choice of columns, tried. */
function cheapestOfAll(partition: Partition): number {
  const { columnCount, rowCount, cost, kind, limit } = partition;
  let least = Number.POSITIVE_INFINITY;
  for (let choice = 0; choice < 2 ** columnCount; choice++) {
    const chosen = Array.from({ length: columnCount }, (_, c) => c).filter((c) => (choice >> c) & 1);
    const covered = chosen.flatMap((c) => rowsOf(partition, c));
    if (covered.length !== rowCount || new Set(covered).size !== rowCount) continue;
    if (Array.from(limit).some((most, k) => chosen.filter((c) => kind[c] === k).length > most)) continue;
    least = Math.min(least, sum(chosen.map((c) => cost[c]!)));
  }
  return least;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

test(`on ${CASES} small cases the cover found is the cheapest of all, and no price bound lies above it`, () => {
  const seen = { none: 0, found: 0, tight: 0 };
  for (let seed = SEED; seed < SEED + CASES; seed++) {
    const partition = randomPartition(seededRandom(seed));
    const least = cheapestOfAll(partition);
    const target = Math.min(least, 500) + 20;
    const prices = new RowPrices(partition, new Float64Array(partition.rowCount).fill(10));
    prices.climb(target);
    const where = `seed ${seed}`;
    expect(prices.lower, where).toBeLessThanOrEqual(least + 1e-6);
    if (prices.lower > least - 0.5) seen.tight++;
    const columns = cheapestCover(partition, { price: prices.price, below: target, work: 1e6 });
    if (least === Number.POSITIVE_INFINITY) {
      expect(columns, where).toBeUndefined();
      seen.none++;
      continue;
    }
    seen.found++;
    expect(sum(columns!.map((c) => partition.cost[c]!)), where).toBe(least);
    expect(columns!.flatMap((c) => rowsOf(partition, c)).toSorted(), where).toEqual([
      ...Array(partition.rowCount).keys(),
    ]);
    // A column that lifts the bound above the cheapest cover can be in none that is as cheap.
    for (const c of columns!) expect(prices.lower + prices.rise(c), where).toBeLessThanOrEqual(least + 1e-6);
    const nothingCheaper = cheapestCover(partition, { price: prices.price, below: least, work: 1e6 });
    expect(nothingCheaper, where).toBeUndefined();
  }
  console.log(`seed ${SEED}, ${CASES} cases:`, seen);
  expect(seen.none).toBeGreaterThan(CASES / 10);
  expect(seen.found).toBeGreaterThan(CASES / 10);
  expect(seen.tight).toBeGreaterThan(seen.found / 2);
});

test("a search for a cover that runs out of work tells what it has found so far", () => {
  const one: Partition = {
    rowCount: 2,
    limit: [2],
    columnCount: 3,
    cost: Float64Array.of(5, 5, 7),
    kind: new Int32Array(3),
    start: Int32Array.of(0, 1, 2, 4),
    rows: Int32Array.of(0, 1, 0, 1),
  };
  const price = new Float64Array(2);
  expect(cheapestCover(one, { price, below: 100, work: 1000 })).toEqual([2]);
  expect(cheapestCover(one, { price, below: 100, work: 0 })).toBeUndefined();
});
