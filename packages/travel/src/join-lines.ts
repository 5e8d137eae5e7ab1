/** A line with the junctions where it begins and ends. */
export interface JoinableLine {
  readonly from: number;
  readonly to: number;
  readonly places: readonly Place[];
}

export type Place = readonly [lng: number, lat: number];

/**
 * Joins lines end to end wherever exactly two of them meet, in whatever direction they were drawn. Where three or more
 * meet the lines stay apart, so nothing is drawn twice.
 */
export function joinLines(lines: readonly JoinableLine[]): Place[][] {
  const linesAt = new Map<number, number[]>();
  lines.forEach(({ from, to }, line) => {
    for (const junction of from === to ? [from] : [from, to])
      linesAt.getOrInsertComputed(junction, () => []).push(line);
  });
  const isUsed = new Uint8Array(lines.length);
  const joined: Place[][] = [];
  lines.forEach((line, start) => {
    if (isUsed[start]) return;
    isUsed[start] = 1;
    const forward = walk({ lines, linesAt, isUsed, from: start, at: line.to });
    const backward = walk({ lines, linesAt, isUsed, from: start, at: line.from });
    joined.push([...backward.reverse(), ...line.places, ...forward]);
  });
  return joined;
}

/** The places that follow when one walks on over junction `at`, without the place of `at` itself. */
function walk({
  lines,
  linesAt,
  isUsed,
  from,
  at,
}: {
  readonly lines: readonly JoinableLine[];
  readonly linesAt: ReadonlyMap<number, readonly number[]>;
  readonly isUsed: Uint8Array;
  readonly from: number;
  readonly at: number;
}): Place[] {
  const places: Place[] = [];
  let current = from;
  let junction = at;
  while (true) {
    const meeting = linesAt.get(junction)!;
    const next = meeting.length === 2 ? meeting.find((line) => line !== current) : undefined;
    if (next === undefined || isUsed[next]) return places;
    isUsed[next] = 1;
    const line = lines[next]!;
    const isAlong = line.from === junction;
    for (const place of (isAlong ? line.places : line.places.toReversed()).slice(1)) places.push(place);
    junction = isAlong ? line.to : line.from;
    current = next;
  }
}
