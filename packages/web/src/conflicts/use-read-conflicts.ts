import { useCallback, useState } from "react";

const KEPT_MAX = 200;

/** Which decided conflicts the driver has read on this terminal. Holds ids, no names. */
export function useReadConflicts(tenant: string): {
  readonly isRead: (id: string) => boolean;
  readonly read: (ids: readonly string[]) => void;
} {
  const key = `noriai.read-conflicts.${tenant}`;
  const [known, know] = useState<readonly string[]>(() => parse(localStorage.getItem(key)));
  const read = useCallback(
    (ids: readonly string[]) => {
      const next = [...known, ...ids].slice(-KEPT_MAX);
      localStorage.setItem(key, JSON.stringify(next));
      know(next);
    },
    [key, known],
  );
  return { isRead: (id) => known.includes(id), read };
}

function parse(text: string | null): readonly string[] {
  try {
    const ids: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}
