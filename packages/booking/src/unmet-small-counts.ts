/** Fewer than this are not told (小さな数の秘匿). D-12 */
export const LEAST_SHOWN = 5;

/** A number as it may be told: `few` stands for 1 to 4, `hidden` for one that would give a small one away. */
export type Shown = number | "few" | "hidden";

export const shown = (count: number): Shown => (count > 0 && count < LEAST_SHOWN ? "few" : count);

/** Counts by group, the largest first; small groups are told together, and are not named. */
export interface MergedCounts<Key> {
  readonly rows: readonly { readonly key: Key; readonly count: number }[];
  /** All groups that are not listed; absent when there are none. */
  readonly others?: Shown;
}

/**
 * Counts by group so that no group of fewer than five can be told, not even by subtraction: small groups are merged into
 * one, and larger ones go with them until there are five together. The sum is that of all.
 */
export function withSmallMerged<Key>(items: readonly Key[], nameOf: (key: Key) => string): MergedCounts<Key> {
  const groups = [...Map.groupBy(items, nameOf).entries()]
    .map(([name, members]) => ({ name, key: members[0]!, count: members.length }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const listed = groups.filter(({ count }) => count >= LEAST_SHOWN);
  const merged = groups.slice(listed.length);
  let others = merged.reduce((sum, { count }) => sum + count, 0);
  while (others > 0 && others < LEAST_SHOWN && listed.length > 0) others += listed.pop()!.count;
  return {
    rows: listed.map(({ key, count }) => ({ key, count })),
    ...(others > 0 && { others: shown(others) }),
  };
}
