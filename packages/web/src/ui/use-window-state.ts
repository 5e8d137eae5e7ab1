import { useCallback, useState } from "react";

/**
 * A state that lasts in this window through reloads: an old phone closes the page while its owner reads a message.
 *
 * @param begin  from what was kept, if anything was
 */
export function useWindowState<T>(
  key: string,
  begin: (kept: T | undefined) => T,
): readonly [T, (next: T) => void, forget: () => void] {
  const [state, setState] = useState<T>(() => {
    const text = sessionStorage.getItem(key);
    return begin(text === null ? undefined : (JSON.parse(text) as T));
  });
  const keep = useCallback(
    (next: T) => {
      sessionStorage.setItem(key, JSON.stringify(next));
      setState(next);
    },
    [key],
  );
  const forget = useCallback(() => sessionStorage.removeItem(key), [key]);
  return [state, keep, forget];
}
