import { useCallback } from "react";
import type { StopTrouble } from "./stop-trouble.tsx";
import { useRecordDeed } from "./use-task-events.ts";

/** Tells the city of a stop that cannot be used; kept on the terminal and sent as the steps are, so that it counts once. */
export function useStopReport(): (report: {
  readonly stopId: string;
  readonly trouble: StopTrouble;
}) => void {
  const record = useRecordDeed();
  return useCallback((report) => record({ kind: "stop-reported", ...report }), [record]);
}
