import { route } from "../route.ts";
import { appManifest, appName } from "../schema/app.ts";
import { tenantParams } from "../schema/basics.ts";
import { T } from "./who.ts";

/** What a browser asks before it puts an app on the home screen. */
export const appsRoutes = {
  getAppManifest: route({
    method: "GET",
    path: `${T}/apps/:app`,
    summary: "The web app manifest of the rider's or the driver's app",
    access: "public",
    params: tenantParams.extend({ app: appName }),
    response: appManifest,
  }),
} as const;
