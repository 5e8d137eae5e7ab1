import { approachRoutes } from "./routes/approach.ts";
import { appsRoutes } from "./routes/apps.ts";
import { boardRoutes } from "./routes/board.ts";
import { bookingsRoutes } from "./routes/bookings.ts";
import { callsRoutes } from "./routes/calls.ts";
import { crewRoutes } from "./routes/crew.ts";
import { delayRoutes } from "./routes/delay.ts";
import { demandRoutes } from "./routes/demand.ts";
import { deviceLogRoutes } from "./routes/device-log.ts";
import { driverMessagesRoutes } from "./routes/driver-messages.ts";
import { dutyRoutes } from "./routes/duty.ts";
import { helpingRoutes } from "./routes/helping.ts";
import { intakeRoutes } from "./routes/intake.ts";
import { joinRoutes } from "./routes/join.ts";
import { lifeRoutes } from "./routes/life.ts";
import { liveRoutes } from "./routes/live.ts";
import { membersRoutes } from "./routes/members.ts";
import { myDataRoutes } from "./routes/my-data.ts";
import { noticesRoutes } from "./routes/notices.ts";
import { paperRoutes } from "./routes/paper.ts";
import { pastRoutes } from "./routes/past.ts";
import { publicRoutes } from "./routes/public.ts";
import { recurringRoutes } from "./routes/recurring.ts";
import { reportRoutes } from "./routes/report.ts";
import { sessionRoutes } from "./routes/session.ts";
import { signInRoutes } from "./routes/sign-in.ts";
import { stopsRoutes } from "./routes/stops.ts";
import { terminalRoutes } from "./routes/terminal.ts";
import { terminalStateRoutes } from "./routes/terminal-state.ts";
import { tripsRoutes } from "./routes/trips.ts";
import { waitingRoutes } from "./routes/waiting.ts";

/** Every door of the server. What is not here does not exist. */
export const ROUTES = {
  ...publicRoutes,
  ...appsRoutes,
  ...lifeRoutes,
  ...sessionRoutes,
  ...signInRoutes,
  ...tripsRoutes,
  ...myDataRoutes,
  ...helpingRoutes,
  ...approachRoutes,
  ...waitingRoutes,
  ...bookingsRoutes,
  ...stopsRoutes,
  ...membersRoutes,
  ...joinRoutes,
  ...callsRoutes,
  ...paperRoutes,
  ...delayRoutes,
  ...dutyRoutes,
  ...deviceLogRoutes,
  ...driverMessagesRoutes,
  ...crewRoutes,
  ...terminalRoutes,
  ...terminalStateRoutes,
  ...boardRoutes,
  ...intakeRoutes,
  ...pastRoutes,
  ...recurringRoutes,
  ...noticesRoutes,
  ...reportRoutes,
  ...demandRoutes,
  ...liveRoutes,
} as const;

export type Routes = typeof ROUTES;
export type RouteName = keyof Routes;
