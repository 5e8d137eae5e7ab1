import type { Board } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { boardMessages } from "../messages/board/index.ts";
import { DutyTimeline } from "./duty-timeline.tsx";
import { layOut, spanOf } from "./timeline.ts";
import { TimelineLegend } from "./timeline-legend.tsx";
import { usePositions } from "./use-positions.ts";

/** Every vehicle of the day, the one that will be late first. */
export function Timelines({
  board,
  dutyId,
  isToday,
  onSelect,
}: {
  board: Board;
  dutyId: string | undefined;
  isToday: boolean;
  onSelect: (dutyId: string | undefined) => void;
}) {
  const t = useMessages(boardMessages);
  const positions = usePositions(board.serviceDate);
  const span = spanOf(board.duties);
  if (span === undefined) return null;
  return (
    <section className="min-w-0">
      <h2 className="mb-2 text-xl font-bold">{t.timeline.title}</h2>
      <div className="flex flex-col gap-6">
        {layOut(board.duties, span).map((laid) => (
          <DutyTimeline
            key={laid.duty.id}
            laid={laid}
            span={span}
            board={board}
            heardAt={positions.get(laid.duty.vehicleId)?.at}
            isToday={isToday}
            selected={laid.duty.id === dutyId}
            onSelect={(on) => onSelect(on ? laid.duty.id : undefined)}
          />
        ))}
      </div>
      <TimelineLegend />
    </section>
  );
}
