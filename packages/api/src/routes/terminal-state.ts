import { z } from "zod";
import { route } from "../route.ts";
import { noContent, serviceDate, tenantParams } from "../schema/basics.ts";
import { terminalReport, terminalStates } from "../schema/terminal-state.ts";
import { CONSOLE, T } from "./who.ts";

/** How the terminals on the road are. */
export const terminalStateRoutes = {
  reportTerminalState: route({
    method: "POST",
    path: `${T}/duty/terminal-state`,
    summary: "Battery, room to store, signal and unsent records of the terminal; only on duty",
    access: ["driver"],
    params: tenantParams,
    body: terminalReport,
    response: noContent,
  }),
  listTerminalStates: route({
    method: "GET",
    path: `${T}/board/terminals`,
    summary: "How the terminals on the road last said they are, on a day",
    access: CONSOLE,
    params: tenantParams,
    query: z.object({ date: serviceDate.optional() }),
    response: terminalStates,
  }),
} as const;
