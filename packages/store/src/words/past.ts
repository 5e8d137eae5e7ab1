import type { Service } from "@noriai/booking";
import type { EpochSeconds, ServiceDate, VehicleId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { KeptDay } from "../decision-log/day-steps.ts";
import type { Actor, StoredPosition } from "../door.ts";
import { lastDecisionNo, loadKeptDay } from "../repositories/decisions.ts";
import { notePastDayRead } from "../repositories/past-reads.ts";
import { extendTrail, listTrails } from "../repositories/position-trail.ts";

/** What is kept so that a day opens as it was. */
export interface PastWords {
  /** Everything that was decided on a date, with what it changed, for `dayStepsOf`. */
  loadKeptDay(service: Service, serviceDate: ServiceDate): Promise<KeptDay>;
  /** How many decisions a date has by now. */
  lastDecisionNo(service: Service, serviceDate: ServiceDate): Promise<number>;
  /** Notes in the audit log who looked back at a date: once for each reader, date and clock hour. */
  notePastDayRead(serviceDate: ServiceDate, by: Actor, now: EpochSeconds): Promise<void>;
  /** Adds to the vehicle's trail of that date; reports within half a minute of another are left out. */
  extendTrail(serviceDate: ServiceDate, vehicle: VehicleId, position: StoredPosition): Promise<void>;
  /** Where each vehicle was, in order of time; kept as long as the service says. */
  listTrails(serviceDate: ServiceDate): Promise<ReadonlyMap<VehicleId, readonly StoredPosition[]>>;
}

export const pastWords = (context: Context): PastWords => ({
  loadKeptDay: (service, serviceDate) => loadKeptDay(context, service, serviceDate),
  lastDecisionNo: (service, serviceDate) => lastDecisionNo(context, service, serviceDate),
  notePastDayRead: (serviceDate, by, now) => notePastDayRead(context, serviceDate, { by, now }),
  extendTrail: (serviceDate, vehicle, position) => extendTrail(context, { serviceDate, vehicle }, position),
  listTrails: (serviceDate) => listTrails(context, serviceDate),
});
