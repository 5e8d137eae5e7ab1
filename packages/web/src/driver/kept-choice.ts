import { useCallback, useSyncExternalStore } from "react";

/**
 * One of a few, remembered by this terminal; the first until somebody chooses. Every place that shows it follows, in
 * other windows too.
 */
export function useKeptChoice<V extends string>(
  name: string,
  options: readonly [V, ...(readonly V[])],
): readonly [chosen: V, choose: (next: V) => void] {
  const key = `noriai.${name}`;
  const [first] = options;
  const read = useCallback(() => localStorage.getItem(key), [key]);
  const kept = useSyncExternalStore(hear, read);
  const choose = useCallback(
    (next: V) => {
      localStorage.setItem(key, next);
      dispatchEvent(new Event(CHANGED));
    },
    [key],
  );
  return [options.find((option) => option === kept) ?? first, choose];
}

const CHANGED = "noriai-choice";

function hear(tell: () => void): () => void {
  for (const event of [CHANGED, "storage"]) addEventListener(event, tell);
  return () => {
    for (const event of [CHANGED, "storage"]) removeEventListener(event, tell);
  };
}
