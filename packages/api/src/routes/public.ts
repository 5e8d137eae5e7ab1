import { route } from "../route.ts";
import { tenantParams } from "../schema/basics.ts";
import { servicePromise } from "../schema/punctuality.ts";
import { clockCommand, publicService, world } from "../schema/service.ts";
import { T } from "./who.ts";

/** What everybody may know: the towns, the service and what it promises, the map; and the demo's clock. */
export const publicRoutes = {
  getWorld: route({
    method: "GET",
    path: "/api/world",
    summary: "Mode, time and tenants",
    access: "public",
    response: world,
  }),
  setClock: route({
    method: "PUT",
    path: "/api/demo/clock",
    summary: "Move the demo clock",
    access: "demo",
    body: clockCommand,
    response: world,
  }),
  getService: route({
    method: "GET",
    path: `${T}/service`,
    summary: "The service as everybody may know it",
    access: "public",
    params: tenantParams,
    response: publicService,
  }),
  getServicePromise: route({
    method: "GET",
    path: `${T}/promise`,
    summary: "What the service promises, and how it was kept; small counts are not told",
    access: "public",
    params: tenantParams,
    response: servicePromise,
  }),
  getRoads: route({
    method: "GET",
    path: `${T}/roads`,
    summary: "Base map: roads as GeoJSON",
    access: "public",
    params: tenantParams,
    response: { media: "application/geo+json" },
  }),
} as const;
