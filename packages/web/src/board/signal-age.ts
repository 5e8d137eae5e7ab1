import type { World } from "@noriai/api";
import { epochMs } from "../format.ts";

/** A position older than this is not to be relied on. 仕様書 5-(3)-③ */
const STALE_SECONDS = 60;

export interface SignalAge {
  readonly seconds: number;
  readonly stale: boolean;
}

/** How long ago a vehicle was last heard of. The demo clock may run fast; the line to the vehicle does not. */
export function signalAge({
  at,
  now,
  demoClock,
}: {
  readonly at: string;
  readonly now: number;
  readonly demoClock: World["demoClock"];
}): SignalAge {
  const rate = Math.max(1, demoClock?.rate ?? 1);
  const seconds = Math.max(0, Math.floor((now - epochMs(at) / 1000) / rate));
  return { seconds, stale: seconds > STALE_SECONDS };
}
