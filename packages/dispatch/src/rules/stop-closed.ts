/** No new rider boards or alights at a stop while it is closed. */

import type { Closure, Window } from "../problem.ts";

export interface StopClosed {
  readonly kind: "stop-closed";
  readonly place: number;
  /** How long after the window closes the stop opens again. */
  readonly seconds: number;
}

/** The parts of a window in which the stop is open, in order; without length where it opens for one instant. */
export function openWindows(place: number, window: Window, closures: readonly Closure[]): Window[] {
  let open = [window];
  for (const closed of closures)
    if (closed.place === place) open = open.flatMap((one) => without(one, closed));
  return open;
}

/** A window that the closures cover whole. */
export function stopClosed(
  place: number,
  window: Window,
  closures: readonly Closure[],
): StopClosed | undefined {
  if (openWindows(place, window, closures).length > 0) return undefined;
  return { kind: "stop-closed", place, seconds: reopensAt(place, window.latest, closures) - window.latest };
}

function without({ earliest, latest }: Window, { from, until }: Closure): Window[] {
  const parts = [
    { earliest, latest: Math.min(latest, from - 1) },
    { earliest: Math.max(earliest, until), latest },
  ];
  return from < until ? parts.filter((part) => part.earliest <= part.latest) : [{ earliest, latest }];
}

/** The first instant from `at` on at which the stop is open. */
export function reopensAt(place: number, at: number, closures: readonly Closure[]): number {
  const closed = closures.find((one) => one.place === place && one.from <= at && at < one.until);
  return closed === undefined ? at : reopensAt(place, closed.until, closures);
}
