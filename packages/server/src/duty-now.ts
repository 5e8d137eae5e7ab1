import type { Duty } from "@noriai/booking";
import { type EpochSeconds, type ServiceDate, serviceDateOf } from "@noriai/kernel";
import type { TenantTransaction } from "@noriai/store";
import type { StaffCall } from "./decide-on.ts";

/** Work goes on a little before and after the duty's hours: to the first rider, back to the depot. */
const BEFORE_SECONDS = 60 * 60;
const AFTER_SECONDS = 2 * 60 * 60;

/**
 * The duty of the caller's vehicle that is on now, else today's next one, else today's last; nothing on a day without
 * any. Of the duties as they stand: a dispatcher may have added one, or given it another vehicle.
 */
export async function dutyNow(
  { town, who, now }: StaffCall,
  tx: TenantTransaction,
): Promise<{ readonly serviceDate: ServiceDate; readonly duty: Duty | undefined }> {
  const { service } = town;
  const serviceDate = serviceDateOf(now, service.timeZone);
  const own = (await tx.listDuties(service, serviceDate))
    .filter(({ vehicleId }) => vehicleId === who.account.vehicle)
    .toSorted((a, b) => a.startsAt - b.startsAt);
  return { serviceDate, duty: own.find(({ endsAt }) => now <= endsAt) ?? own.at(-1) };
}

/** Whether the vehicle works at this instant; positions are taken only then. */
export const isOnDuty = ({ startsAt, endsAt }: Duty, now: EpochSeconds): boolean =>
  startsAt - BEFORE_SECONDS <= now && now <= endsAt + AFTER_SECONDS;
