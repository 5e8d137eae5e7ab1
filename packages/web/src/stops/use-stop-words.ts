import { useMessages } from "../language.tsx";
import { stopCareMessages } from "../messages/stop-care/index.ts";
import { useTenancy } from "../shell/session.ts";

/** How a stop is called among the staff: "3番 常盤公園"; its id where the town has it no more. */
export function useStopWords(): (stopId: string) => string {
  const t = useMessages(stopCareMessages);
  const { service } = useTenancy();
  return (stopId) => {
    const stop = service.stops.find(({ id }) => id === stopId);
    return stop === undefined ? stopId : t.stop(stop.number, stop.name);
  };
}
