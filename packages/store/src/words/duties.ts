import type { Duty, Service } from "@noriai/booking";
import type { ServiceDate } from "@noriai/kernel";
import type { Context } from "../context.ts";
import { listDuties } from "../repositories/duties.ts";

/** Who drives when. */
export interface DutyWords {
  /** The duties of a date as they stand, those that a dispatcher added or gave another vehicle included. */
  listDuties(service: Service, serviceDate: ServiceDate): Promise<readonly Duty[]>;
}

export const dutyWords = (context: Context): DutyWords => ({
  listDuties: (service, serviceDate) => listDuties(context, service, serviceDate),
});
