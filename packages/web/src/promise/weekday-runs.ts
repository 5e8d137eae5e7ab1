/** Weekdays that follow each other: 1 to 3, 5 → [1, 3], [5, 5]. */
export function weekdayRuns(
  weekdays: readonly number[],
): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const weekday of weekdays) {
    const open = runs.at(-1);
    if (open !== undefined && open[1] === weekday - 1) open[1] = weekday;
    else runs.push([weekday, weekday]);
  }
  return runs;
}
