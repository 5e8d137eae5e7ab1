import type { Problem, Trip } from "../problem.ts";
import type { Sequence } from "../sequence.ts";

/** Where the nodes of an instance are, and the legs between those places alone. */
export interface Locations {
  /** By node. */
  readonly place: Int32Array;
  /** By node: row and column in `matrix`. */
  readonly location: Int32Array;
  readonly matrix: Int32Array;
  readonly size: number;
}

/** Beyond so many places the caller's matrix is read where it lies. */
const GATHERED_MAX = 3000;

/** Gathers the legs between the places in use, so that the search reads few cache lines. */
export function locationsOf(
  problem: Problem,
  trips: readonly Trip[],
  sequences: readonly Sequence[],
): Locations {
  const { placeCount, seconds } = problem.travelTimes;
  const place = Int32Array.from([
    ...trips.flatMap(({ pickupPlace, dropoffPlace }) => [pickupPlace, dropoffPlace]),
    ...sequences.map(({ origin }) => origin.place),
    ...problem.duties.map(({ endPlace }) => endPlace),
  ]);
  const used = [...new Set(place)];
  if (used.length > GATHERED_MAX || used.length > 0.8 * placeCount)
    return { place, location: place, matrix: seconds, size: placeCount };
  const size = used.length;
  const matrix = new Int32Array(size * size);
  for (let from = 0; from < size; from++) {
    const row = used[from]! * placeCount;
    for (let to = 0; to < size; to++) matrix[from * size + to] = seconds[row + used[to]!]!;
  }
  const rowOf = new Map(used.map((one, row) => [one, row]));
  return { place, location: place.map((one) => rowOf.get(one)!), matrix, size };
}

/** Is no leg longer than the way over any third place? */
export function keepsTriangle({ matrix, size }: Locations): boolean {
  if (size > 800) return false;
  for (let from = 0; from < size; from++)
    for (let via = 0; via < size; via++) {
      const first = matrix[from * size + via]!;
      for (let to = 0; to < size; to++)
        if (first + matrix[via * size + to]! < matrix[from * size + to]!) return false;
    }
  return true;
}
