import { z } from "zod";
import { route } from "../route.ts";
import { id, tenantParams } from "../schema/basics.ts";
import { intakeNotice, intakeStop, newIntakeStop, touchedBookings } from "../schema/intake.ts";
import { CONSOLE, T } from "./who.ts";

/** Stopping and resuming the intake of bookings. */
export const intakeRoutes = {
  getIntake: route({
    method: "GET",
    path: `${T}/intake`,
    summary: "Stops of intake that stand, as everybody is told",
    access: "public",
    params: tenantParams,
    response: z.object({ stops: z.array(intakeNotice) }),
  }),
  listIntakeStops: route({
    method: "GET",
    path: `${T}/intake-stops`,
    summary: "Stops of intake: those that stand, then past ones, latest first",
    access: CONSOLE,
    params: tenantParams,
    response: z.object({ stops: z.array(intakeStop) }),
  }),
  stopIntake: route({
    method: "POST",
    path: `${T}/intake-stops`,
    summary: "Stop new bookings on every channel, at once and for offers that are held",
    access: CONSOLE,
    params: tenantParams,
    body: newIntakeStop,
    response: intakeStop,
    idempotent: true,
  }),
  resumeIntake: route({
    method: "POST",
    path: `${T}/intake-stops/:intakeStopId/resume`,
    summary: "Take new bookings again",
    access: CONSOLE,
    params: tenantParams.extend({ intakeStopId: id }),
    response: intakeStop,
    idempotent: true,
  }),
  listTouchedBookings: route({
    method: "GET",
    path: `${T}/intake-stops/:intakeStopId/bookings`,
    summary: "Bookings ahead that lie under a stop of intake",
    access: CONSOLE,
    params: tenantParams.extend({ intakeStopId: id }),
    response: touchedBookings,
  }),
} as const;
