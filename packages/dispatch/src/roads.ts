import type { TravelTimes } from "./travel-times.ts";

/** The travel times in the order in which whole fleets are asked: how far everybody is from one place. */
export interface Roads {
  /** Free-flow seconds into a place, by where they begin. */
  into(place: number): Int32Array;
  /** Free-flow seconds out of a place, by where they lead. */
  from(place: number): Int32Array;
  /** No leg takes less than its free-flow seconds times this. */
  readonly fastest: number;
}

/** A place's column is gathered when it is first asked for: in a large matrix each of its numbers lies far from the next. */
export function roadsOf({ placeCount, seconds, pace = [] }: TravelTimes): Roads {
  const columns = new Map<number, Int32Array>();
  // A thousandth less: a leg's pace is rounded to whole micro-seconds of free flow.
  const fastest = pace.length === 0 ? 1 : Math.min(1000, ...pace.map(({ permille }) => permille)) / 1001;
  const from = (place: number) => seconds.subarray(place * placeCount, (place + 1) * placeCount);
  return { into, from, fastest };

  function into(place: number): Int32Array {
    const known = columns.get(place);
    if (known !== undefined) return known;
    const column = Int32Array.from({ length: placeCount }, (_, from) => seconds[from * placeCount + place]!);
    columns.set(place, column);
    return column;
  }
}
