import type { Position } from "@noriai/kernel";
import { useCallback, useState } from "react";

export type Here =
  | { readonly kind: "unknown" }
  | { readonly kind: "looking" }
  | { readonly kind: "denied" }
  | { readonly kind: "found"; readonly position: Position };

const PATIENCE_MS = 15_000;
/** A minute ago is near enough for choosing a stop. */
const FRESH_MS = 60_000;

/** Where the device is, asked for only when somebody wants it. It stays on the device. */
export function useHere(): { readonly here: Here; readonly look: () => void } {
  const [here, setHere] = useState<Here>({ kind: "unknown" });
  const look = useCallback(() => {
    if (!("geolocation" in navigator)) {
      setHere({ kind: "denied" });
      return;
    }
    setHere({ kind: "looking" });
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => setHere({ kind: "found", position: { lat: coords.latitude, lng: coords.longitude } }),
      () => setHere({ kind: "denied" }),
      { timeout: PATIENCE_MS, maximumAge: FRESH_MS },
    );
  }, []);
  return { here, look };
}
