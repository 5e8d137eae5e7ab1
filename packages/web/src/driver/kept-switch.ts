import { useCallback, useSyncExternalStore } from "react";

/** A switch that this terminal remembers; off until somebody turns it on. Every place that shows it follows. */
export function useKeptSwitch(name: string): readonly [on: boolean, turn: (on: boolean) => void] {
  const key = `noriai.${name}`;
  const subscribe = useCallback((tell: () => void) => {
    addEventListener(CHANGED, tell);
    return () => removeEventListener(CHANGED, tell);
  }, []);
  const on = useSyncExternalStore(subscribe, () => localStorage.getItem(key) === "on");
  const turn = useCallback(
    (next: boolean) => {
      localStorage.setItem(key, next ? "on" : "off");
      dispatchEvent(new Event(CHANGED));
    },
    [key],
  );
  return [on, turn];
}

const CHANGED = "noriai-switch";
