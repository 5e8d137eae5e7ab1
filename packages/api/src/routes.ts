import { boardRoutes } from "./routes/board.ts";
import { delayRoutes } from "./routes/delay.ts";
import { dutyRoutes } from "./routes/duty.ts";
import { intakeRoutes } from "./routes/intake.ts";
import { liveRoutes } from "./routes/live.ts";
import { membersRoutes } from "./routes/members.ts";
import { pastRoutes } from "./routes/past.ts";
import { publicRoutes } from "./routes/public.ts";
import { reportRoutes } from "./routes/report.ts";
import { sessionRoutes } from "./routes/session.ts";
import { tripsRoutes } from "./routes/trips.ts";

/** Every door of the server. What is not here does not exist. */
export const ROUTES = {
  ...publicRoutes,
  ...sessionRoutes,
  ...tripsRoutes,
  ...membersRoutes,
  ...delayRoutes,
  ...dutyRoutes,
  ...boardRoutes,
  ...intakeRoutes,
  ...pastRoutes,
  ...reportRoutes,
  ...liveRoutes,
} as const;

export type Routes = typeof ROUTES;
export type RouteName = keyof Routes;
