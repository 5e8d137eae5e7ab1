import type { UsageReport } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { reportMessages } from "../messages/report/index.ts";
import { useTenancy } from "../shell/session.ts";
import { ScrollFrame } from "../ui/scroll-frame.tsx";
import { FigureTable } from "./figure-table.tsx";

/** How many got on and off at each stop that was used, the busiest first. */
export function ByStop({ stops }: { stops: UsageReport["byStop"] }) {
  const t = useMessages(reportMessages).byStop;
  const { service } = useTenancy();
  const used = stops
    .filter(({ boarded, alighted }) => boarded + alighted > 0)
    .toSorted((a, b) => b.boarded + b.alighted - a.boarded - a.alighted);
  const named = (stopId: string) => {
    const stop = service.stops.find(({ id }) => id === stopId);
    return stop === undefined ? stopId : `${stop.number} ${stop.name}`;
  };
  return (
    <section className="min-w-0">
      <h2 className="mb-2 text-xl font-bold">{t.title}</h2>
      {used.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ScrollFrame label={t.title} className="max-h-[24rem]">
          <FigureTable
            caption={t.title}
            head={[t.stop, t.boarded, t.alighted]}
            rows={used.map(({ stopId, boarded, alighted }) => [named(stopId), boarded, alighted])}
          />
        </ScrollFrame>
      )}
    </section>
  );
}
