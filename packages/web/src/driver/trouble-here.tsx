import type { DutySheet } from "@noriai/api";
import { useTenancy } from "../shell/session.ts";
import { currentTask } from "./current-task.ts";
import { StopTroubleButton } from "./stop-trouble.tsx";
import { useStopReport } from "./use-stop-report.ts";

/** Reports the stop at hand. */
export function TroubleHere({ sheet }: { sheet: DutySheet }) {
  const { service } = useTenancy();
  const report = useStopReport();
  const stopId = currentTask(sheet)?.stopId;
  return <StopTroubleButton stop={service.stops.find(({ id }) => id === stopId)} onReport={report} />;
}
