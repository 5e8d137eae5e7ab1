import { greatCircleMeters, type Position } from "@noriai/kernel";
import { useMessages } from "../../language.tsx";
import { dayMessages } from "../../messages/day/index.ts";
import { useTenancy } from "../../shell/session.ts";

/** What the map shows, in words: how far the vehicle is from the stop. */
export function Away({ from, to }: { from: Position; to: string }) {
  const t = useMessages(dayMessages);
  const { service } = useTenancy();
  const stop = service.stops.find(({ id }) => id === to);
  if (stop === undefined) return null;
  const meters = Math.round(greatCircleMeters(from, stop.position) / 100) * 100;
  return (
    <p>
      {t.away(meters < 1_000 ? t.meters(Math.max(100, meters)) : t.kilometers((meters / 1_000).toFixed(1)))}
    </p>
  );
}
