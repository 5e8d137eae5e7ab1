import { useSyncExternalStore } from "react";

/** A newer version of the app lies ready on this device: taking it opens the pages anew. */
export interface NewVersion {
  readonly take: () => void;
}

let waiting: NewVersion | undefined;
const hearing = new Set<() => void>();

/** The version that waits to be taken, if there is one. */
export const useNewVersion = (): NewVersion | undefined => useSyncExternalStore(hear, () => waiting);

export function showNewVersion(version: NewVersion): void {
  waiting = version;
  for (const listener of hearing) listener();
}

function hear(listener: () => void): () => void {
  hearing.add(listener);
  return () => void hearing.delete(listener);
}
