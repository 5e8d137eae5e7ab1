import { useEffect, useRef } from "react";

/**
 * Gives the focus to the place with this id when what had it is gone, as a button is that has been pressed. A screen
 * reader would else say nothing, and begin again at the top of the page.
 */
export function useFocusKept(placeId: string): void {
  const last = useRef<Element>(null);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      last.current = target as Element;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, []);
  useEffect(() => {
    if (last.current === null || last.current.isConnected) return;
    last.current = null;
    if (document.activeElement === document.body)
      document.getElementById(placeId)?.focus({ preventScroll: true });
  });
}
