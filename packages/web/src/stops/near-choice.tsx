import { useState } from "react";
import { useMessages } from "../language.tsx";
import { riderMessages } from "../messages/rider/index.ts";
import { stopMessages } from "../messages/stops/index.ts";
import { StopButton } from "../rider/stop-button.tsx";
import { useTenancy } from "../shell/session.ts";
import { type Around, NearFinder } from "./near-finder.tsx";
import { NearHead } from "./near-head.tsx";
import { distanceWords, nearestStops } from "./nearest-stops.ts";

const SHOWN_MOST = 8;

/** Chooses a stop among those near a place. */
export function NearChoice({
  chosen,
  from,
  onChoose,
}: {
  chosen: string | undefined;
  /** When choosing where to alight: where one boards. */
  from: string | undefined;
  onChoose: (stopId: string) => void;
}) {
  const { near: t } = useMessages(stopMessages);
  const { stops: words } = useMessages(riderMessages);
  const { service } = useTenancy();
  const [around, setAround] = useState<Around>();
  if (around === undefined) return <NearFinder onFound={setAround} />;
  const near = nearestStops(service.stops, around.position).slice(0, SHOWN_MOST);
  return (
    <section aria-label={t.title} className="flex flex-col gap-3">
      <NearHead around={around} nearest={near[0]?.meters} onAgain={() => setAround(undefined)} />
      <ol className="grid gap-2 sm:grid-cols-2">
        {near.map(({ stop, meters }) => (
          <li key={stop.id}>
            <StopButton
              stop={stop}
              chosen={stop.id === chosen}
              off={!stop.servable ? words.closed : stop.id === from ? words.isFrom : undefined}
              note={t.away(distanceWords(meters, t))}
              onChoose={() => onChoose(stop.id)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
