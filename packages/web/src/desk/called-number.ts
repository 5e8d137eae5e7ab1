import { useEffect, useRef } from "react";

/**
 * Hears of the number that a telephone system has put behind the address of the desk, `…/desk#call=0836211234`. A
 * fragment is sent to no server, and it is taken off at once, so that the number stays in no log and no history.
 */
export function useCalledNumber(onCalled: (number: string) => void): void {
  const latest = useRef(onCalled);
  useEffect(() => {
    latest.current = onCalled;
  });
  useEffect(() => {
    const hear = () => {
      const number = calledNumber(location.hash);
      if (number === undefined) return;
      history.replaceState(history.state, "", location.pathname + location.search);
      latest.current(number);
    };
    hear();
    addEventListener("hashchange", hear);
    return () => removeEventListener("hashchange", hear);
  }, []);
}

/** The number in a fragment; anything that can be no phone number is left alone. */
export function calledNumber(hash: string): string | undefined {
  const raw = /^#call=(.+)$/.exec(hash)?.[1];
  if (raw === undefined) return undefined;
  try {
    const number = decodeURIComponent(raw).trim();
    return /^[+＋]?[\d０-９\s()（）‐‑–—ー−－-]{3,30}$/u.test(number) ? number : undefined;
  } catch {
    return undefined; // not written as addresses are
  }
}
