import type { World } from "@noriai/api";
import { createContext, type ReactNode, use, useCallback, useEffect, useState } from "react";
import { useReach } from "./kept/reach.ts";
import { useRead } from "./read.ts";
import { type Moment, rateOf, type ServerClock, seemingSleep, shownBy } from "./server-clock.ts";
import { deviceMs, elapsedMs } from "./world.ts";

const REFRESH_MS = 60_000;
/** While the server is out of reach, this is how we notice that it is back. */
const KNOCK_MS = 10_000;
const ClockContext = createContext<{ readonly world: World; readonly clock: ServerClock } | undefined>(
  undefined,
);

/** Keeps the world (mode, time, tenants) for the pages below; shows `waiting` until it is known. */
export function WorldProvider({
  waiting,
  failed,
  children,
}: {
  waiting: ReactNode;
  failed: (retry: () => void) => ReactNode;
  children: ReactNode;
}) {
  const reach = useReach();
  const refetchInterval = reach.kind === "out" ? KNOCK_MS : REFRESH_MS;
  const { data: world, dataUpdatedAt, error, refetch } = useRead("getWorld", {}, { refetchInterval });
  const [heard, setHeard] = useState<{ world: World; clock: ServerClock; updatedAt: number }>();
  if (world !== undefined && heard?.updatedAt !== dataUpdatedAt)
    setHeard({ world, clock: clockOf(world, thisMoment()), updatedAt: dataUpdatedAt });
  useEffect(() => {
    const wake = () => void (document.visibilityState === "visible" && refetch());
    document.addEventListener("visibilitychange", wake); // the device may have slept meanwhile
    return () => document.removeEventListener("visibilitychange", wake);
  }, [refetch]);
  if (heard !== undefined) return <ClockContext value={heard}>{children}</ClockContext>;
  return error === null ? waiting : failed(() => void refetch());
}

export function useWorld(): World {
  return useHeard().world;
}

/** The server's present time in epoch seconds, redrawn as it passes. */
export function useNow(): number {
  const { clock } = useHeard();
  const [now, setNow] = useState(() => shownBy(clock, thisMoment()));
  useEffect(() => {
    setNow(shownBy(clock, thisMoment()));
    if (clock.rate === 0) return;
    const timer = setInterval(() => setNow(shownBy(clock, thisMoment())), 500);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}

/** Reads the server's time once, for an action. */
export function useReadNow(): () => number {
  const { clock } = useHeard();
  return useCallback(() => shownBy(clock, thisMoment()), [clock]);
}

/** Reads by how many seconds the device seems to have slept since the time was heard. */
export function useReadSleep(): () => number {
  const { clock } = useHeard();
  return useCallback(() => seemingSleep(clock, thisMoment()), [clock]);
}

function useHeard() {
  const heard = use(ClockContext);
  if (heard === undefined) throw new Error("no WorldProvider above");
  return heard;
}

const thisMoment = (): Moment => ({ elapsedMs: elapsedMs(), deviceMs: deviceMs() });

function clockOf(world: World, heardAt: Moment): ServerClock {
  return { showedMs: Date.parse(world.now), heardAt, rate: rateOf(world) };
}
