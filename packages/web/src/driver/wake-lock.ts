import { useEffect, useState } from "react";

/**
 * Keeps the screen on as long as `wanted`. The browser lets go whenever the page is out of sight; it is taken again as
 * soon as it is back.
 *
 * @returns whether the screen is kept on now
 */
export function useWakeLock(wanted: boolean): boolean {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (!wanted || !("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | undefined;
    let isOver = false;
    const take = async (): Promise<void> => {
      if (document.visibilityState !== "visible" || (lock !== undefined && !lock.released)) return;
      try {
        const taken = await navigator.wakeLock.request("screen");
        if (isOver) return void taken.release();
        lock = taken;
        setHeld(true);
        taken.addEventListener("release", () => setHeld(false));
      } catch {
        setHeld(false); // low on battery, or not allowed: the dispatcher sees it
      }
    };
    void take();
    const again = () => void take();
    document.addEventListener("visibilitychange", again);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", again);
      void lock?.release();
      setHeld(false);
    };
  }, [wanted]);
  return isHeld;
}
