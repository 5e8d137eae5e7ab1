import { useEffect, useState } from "react";

/** How far and how fast it plays: seconds of the day, milliseconds on the wall. */
const STEP = { seconds: 60, everyMs: 300 };
/** For who wants less motion: fewer and larger steps. */
const CALM = { seconds: 600, everyMs: 2_000 };

/** Moves a moment on while it plays, and stops at the end. */
export function usePlaying({
  moment,
  until,
  onMove,
}: {
  readonly moment: number;
  readonly until: number;
  readonly onMove: (moment: number) => void;
}) {
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    if (moment >= until) {
      setPlaying(false);
      return;
    }
    const { seconds, everyMs } = matchMedia("(prefers-reduced-motion: reduce)").matches ? CALM : STEP;
    const timer = setTimeout(() => onMove(Math.min(until, moment + seconds)), everyMs);
    return () => clearTimeout(timer);
  }, [playing, moment, until, onMove]);
  return { playing, setPlaying };
}
