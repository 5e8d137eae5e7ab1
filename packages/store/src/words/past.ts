import type { Service } from "@noriai/booking";
import type { ServiceDate, VehicleId } from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { KeptDay } from "../decision-log/day-steps.ts";
import type { StoredPosition } from "../door.ts";
import { loadKeptDay } from "../repositories/decisions.ts";
import { extendTrail, listTrails } from "../repositories/position-trail.ts";

/** What is kept so that a day opens as it was. */
export interface PastWords {
  /** Everything that was decided on a date, with what it changed, for `dayStepsOf`. */
  loadKeptDay(service: Service, serviceDate: ServiceDate): Promise<KeptDay>;
  /** Adds to the vehicle's trail of that date; reports within half a minute of another are left out. */
  extendTrail(serviceDate: ServiceDate, vehicle: VehicleId, position: StoredPosition): Promise<void>;
  /** Where each vehicle was, in order of time; kept as long as the service says. */
  listTrails(serviceDate: ServiceDate): Promise<ReadonlyMap<VehicleId, readonly StoredPosition[]>>;
}

export const pastWords = (context: Context): PastWords => ({
  loadKeptDay: (service, serviceDate) => loadKeptDay(context, service, serviceDate),
  extendTrail: (serviceDate, vehicle, position) => extendTrail(context, { serviceDate, vehicle }, position),
  listTrails: (serviceDate) => listTrails(context, serviceDate),
});
