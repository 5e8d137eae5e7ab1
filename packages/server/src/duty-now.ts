import { type Duty, dutiesOf, type Service } from "@noriai/booking";
import { type EpochSeconds, type ServiceDate, serviceDateOf, type VehicleId } from "@noriai/kernel";

/** Work goes on a little before and after the duty's hours: to the first rider, back to the depot. */
const BEFORE_SECONDS = 60 * 60;
const AFTER_SECONDS = 2 * 60 * 60;

/** The duty of a vehicle that is on now, else today's next one, else today's last; nothing on a day without any. */
export function dutyNow({
  service,
  vehicleId,
  now,
}: {
  readonly service: Service;
  readonly vehicleId: VehicleId | undefined;
  readonly now: EpochSeconds;
}): { readonly serviceDate: ServiceDate; readonly duty: Duty | undefined } {
  const serviceDate = serviceDateOf(now, service.timeZone);
  const duties = dutiesOf(service, serviceDate).filter((duty) => duty.vehicleId === vehicleId);
  return { serviceDate, duty: duties.find(({ endsAt }) => now <= endsAt) ?? duties.at(-1) };
}

/** Whether the vehicle works at this instant; positions are taken only then. */
export const isOnDuty = ({ startsAt, endsAt }: Duty, now: EpochSeconds): boolean =>
  startsAt - BEFORE_SECONDS <= now && now <= endsAt + AFTER_SECONDS;
