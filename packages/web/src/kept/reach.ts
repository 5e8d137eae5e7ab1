import { useSyncExternalStore } from "react";

/** Whether the server answers; out of reach: when it last did, in milliseconds of the device's clock, if that is known. */
export type Reach = { readonly kind: "within" } | { readonly kind: "out"; readonly heardAtMs?: number };

const WITHIN: Reach = { kind: "within" };
let reach: Reach = WITHIN;
const hearing = new Set<() => void>();

export const reachNow = (): Reach => reach;

export const useReach = (): Reach => useSyncExternalStore(hear, reachNow);

/** Any answer of the server, refusals too. */
export function noteWithinReach(): void {
  if (reach.kind !== "within") change(WITHIN);
}

/** No answer. `keptAtMs`: of what is shown in its place; the oldest of it counts, so that nothing looks newer than it is. */
export function noteOutOfReach(keptAtMs?: number): void {
  const known = reach.kind === "out" ? reach.heardAtMs : undefined;
  const oldest = keptAtMs === undefined ? known : Math.min(keptAtMs, known ?? keptAtMs);
  if (reach.kind === "within" || oldest !== known)
    change({ kind: "out", ...(oldest !== undefined && { heardAtMs: oldest }) });
}

/** Calls back whenever the server is found again. */
export function onWithinReach(found: () => void): () => void {
  return hear(() => {
    if (reach.kind === "within") found();
  });
}

function hear(listener: () => void): () => void {
  hearing.add(listener);
  return () => void hearing.delete(listener);
}

function change(next: Reach): void {
  reach = next;
  for (const listener of hearing) listener();
}
