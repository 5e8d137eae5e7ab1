import { useCallback } from "react";
import { useReadNow } from "../clock.tsx";
import { call } from "../server.ts";
import { useTenancy } from "../shell/session.ts";
import { newIntention } from "../world.ts";
import { instantText } from "./instant-text.ts";
import type { StopTrouble } from "./stop-trouble.tsx";

/** Tells the city of a stop that cannot be used; a report carries its own id, so that it counts once. */
export function useStopReport(): (report: {
  readonly stopId: string;
  readonly trouble: StopTrouble;
}) => void {
  const { tenant } = useTenancy();
  const readNow = useReadNow();
  return useCallback(
    (report) => {
      const body = { ...report, id: newIntention(), at: instantText(readNow()) };
      void call("reportStop", { params: { tenant }, body });
    },
    [tenant, readNow],
  );
}
