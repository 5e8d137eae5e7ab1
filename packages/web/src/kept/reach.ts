import { useSyncExternalStore } from "react";

/** Whether the server answers; out of reach: when it last did, in milliseconds of the device's clock, if that is known. */
export type Reach = { readonly kind: "within" } | { readonly kind: "out"; readonly heardAtMs?: number };

const WITHIN: Reach = { kind: "within" };
let reach: Reach = WITHIN;
const hearing = new Set<() => void>();

export const useReach = (): Reach => useSyncExternalStore(hear, () => reach);

/** Any answer of the server, refusals too. */
export function noteWithinReach(): void {
  if (reach.kind !== "within") change(WITHIN);
}

/** No answer. `keptAtMs`: of what is shown in its place; the newest of it counts. */
export function noteOutOfReach(keptAtMs?: number): void {
  const known = reach.kind === "out" ? reach.heardAtMs : undefined;
  const newest = keptAtMs === undefined ? known : Math.max(keptAtMs, known ?? 0);
  if (reach.kind === "within" || newest !== known)
    change({ kind: "out", ...(newest !== undefined && { heardAtMs: newest }) });
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
