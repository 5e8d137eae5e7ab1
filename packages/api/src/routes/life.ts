import { route } from "../route.ts";
import { lifeCommand } from "../schema/life.ts";
import { world } from "../schema/service.ts";

/** The demo town that lives by itself. */
export const lifeRoutes = {
  setLife: route({
    method: "PUT",
    path: "/api/demo/life",
    summary: "Let riders, callers and drivers play in the demo town, or stop them",
    access: "demo",
    body: lifeCommand,
    response: world,
  }),
} as const;
