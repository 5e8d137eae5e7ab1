import { createContext, type ReactNode, use } from "react";
import { useSession, useTenancy } from "../shell/session.ts";
import { UnsentNotice } from "./unsent-notice.tsx";
import { type TaskEvents, useTaskEvents } from "./use-task-events.ts";

const TaskEventsContext = createContext<TaskEvents | undefined>(undefined);

/** What this terminal has recorded; there is one sender for all of its page. */
export function useOwnTaskEvents(): TaskEvents {
  const events = use(TaskEventsContext);
  if (events === undefined) throw new Error("no DriveFrame above");
  return events;
}

/**
 * Around every page of a driver, whatever stands in it: before the roll call as well as in the duty record, what was
 * recorded is sent, and how much is not sent yet is in sight.
 */
export function DriveFrame({ children }: { children: ReactNode }) {
  const { tenant } = useTenancy();
  const { vehicleId = "none" } = useSession();
  const events = useTaskEvents(tenant, vehicleId);
  return (
    <TaskEventsContext value={events}>
      <div className="no-print">
        <UnsentNotice events={events} />
      </div>
      {children}
    </TaskEventsContext>
  );
}
