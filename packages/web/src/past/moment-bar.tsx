import type { PastDay } from "@noriai/api";
import { useId } from "react";
import { useMessages } from "../language.tsx";
import { pastMessages } from "../messages/past/index.ts";
import { useFormat } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { nextEvent, secondsOf } from "./at-moment.ts";
import { usePlaying } from "./use-playing.ts";

const MINUTE = 60;
const PAGE = 30 * MINUTE;

/** Moves through the day: a slider by minutes, a button that plays, and steps from event to event. */
export function MomentBar({
  day,
  moment,
  onMove,
}: {
  day: PastDay;
  moment: number;
  onMove: (moment: number) => void;
}) {
  const t = useMessages(pastMessages).slider;
  const { time } = useFormat();
  const hintId = useId();
  const [from, until] = [secondsOf(day.from), secondsOf(day.until)];
  const { playing, setPlaying } = usePlaying({ moment, until, onMove });
  const [before, after] = ([-1, 1] as const).map((step) => nextEvent(day.moments, { moment, step }));
  return (
    <section
      aria-label={t.label}
      className="sticky top-0 z-20 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-12 border border-line bg-white p-4 shadow-1"
    >
      <p role="status" aria-live="off" className="min-w-24 text-4xl font-bold tabular-nums">
        {time(moment)}
      </p>
      <div className="min-w-60 flex-1">
        <input
          type="range"
          aria-label={t.label}
          aria-valuetext={t.at(time(moment))}
          aria-describedby={hintId}
          min={from}
          max={until}
          step={MINUTE}
          value={moment}
          className="h-11 w-full accent-key-900"
          onChange={(event) => onMove(Number(event.target.value))}
          onKeyDown={(event) => {
            const by = { PageUp: PAGE, PageDown: -PAGE }[event.key];
            if (by === undefined) return;
            event.preventDefault();
            onMove(moment + by);
          }}
        />
        <p className="flex justify-between text-base text-quiet tabular-nums">
          <span>{time(from)}</span>
          <span id={hintId} className="hidden sm:inline">
            {t.hint}
          </span>
          <span>{time(until)}</span>
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          onClick={() => {
            if (!playing && moment >= until) onMove(from);
            setPlaying(!playing);
          }}
        >
          {playing ? t.pause : t.play}
        </Button>
        <Button
          size="small"
          look="outline"
          aria-disabled={before === undefined || undefined}
          onClick={() => before !== undefined && onMove(before)}
        >
          {t.before}
        </Button>
        <Button
          size="small"
          look="outline"
          aria-disabled={after === undefined || undefined}
          onClick={() => after !== undefined && onMove(after)}
        >
          {t.after}
        </Button>
      </div>
    </section>
  );
}
