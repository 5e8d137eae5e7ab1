import { type Duty, dutySheet } from "@noriai/booking";
import { type EpochSeconds, later, type ServiceDate, seconds, serviceDateOf } from "@noriai/kernel";
import type { TenantTransaction } from "@noriai/store";
import type { StaffCall } from "./decide-on.ts";
import { decisionWorld } from "./decision-world.ts";

/** The vehicle drives out to the day's first duty; what lies between two duties is a break. */
const BEFORE_SECONDS = 60 * 60;
/** Work goes on a little after a duty's hours: to the last rider's stop, back to the depot. */
const AFTER_SECONDS = 2 * 60 * 60;

export interface DutyNow<D = Duty | undefined> {
  readonly serviceDate: ServiceDate;
  readonly duty: D;
  /** From when the terminal tells where the vehicle is. */
  readonly trackedFrom: EpochSeconds;
}

/**
 * The duty of the caller's vehicle that is on now, else today's next one, else today's last; nothing on a day without
 * any. One whose hours are over stays as long as it has riders to fetch or to bring, and until the next one begins for a
 * fare that was not taken. Of the duties as they stand: a dispatcher may have added one, or given it another vehicle.
 */
export async function dutyNow(call: StaffCall, tx: TenantTransaction): Promise<DutyNow> {
  const { town, who, now } = call;
  const serviceDate = serviceDateOf(now, town.service.timeZone);
  const own = (await tx.listDuties(town.service, serviceDate))
    .filter(({ vehicleId }) => vehicleId === who.account.vehicle)
    .toSorted((a, b) => a.startsAt - b.startsAt);
  const next = own.find(({ endsAt }) => now <= endsAt);
  const late = own.findLast(({ endsAt }) => endsAt < now && now <= endsAt + AFTER_SECONDS);
  const stays = late && next && (await isUnfinished(call, tx, { serviceDate, late, next }));
  const duty = stays ? late : (next ?? own.at(-1));
  const startsAt = duty?.startsAt ?? now;
  return {
    serviceDate,
    duty,
    trackedFrom: duty === own[0] ? later(startsAt, seconds(-BEFORE_SECONDS)) : startsAt,
  };
}

async function isUnfinished(
  { world, town, now }: StaffCall,
  tx: TenantTransaction,
  {
    serviceDate,
    late,
    next,
  }: { readonly serviceDate: ServiceDate; readonly late: Duty; readonly next: Duty },
): Promise<boolean> {
  const day = await tx.loadDay(town.service, serviceDate);
  const { tasks } = dutySheet(decisionWorld({ world, town, now }), day, late.id);
  if (tasks.some(({ state }) => state !== "done")) return true;
  return (
    now < next.startsAt &&
    tasks.some(({ boards }) => boards.some(({ actions }) => actions.includes("collect")))
  );
}

/**
 * The duty at which the vehicle works at this instant; only then it is told where it is and how its terminal does. Not in a
 * break between two duties, and not any more once its driver has ended the day's work (業務終了). 仕様書 5-(3)-③
 */
export async function dutyAtWork(call: StaffCall, tx: TenantTransaction): Promise<DutyNow<Duty> | undefined> {
  const { duty, ...rest } = await dutyNow(call, tx);
  if (duty === undefined || call.now < rest.trackedFrom || duty.endsAt + AFTER_SECONDS < call.now)
    return undefined;
  return (await hasEnded(call, tx, { ...rest, duty })) ? undefined : { ...rest, duty };
}

/** Has the caller ended the work since this duty began? Whoever drives a later one after all works again. */
async function hasEnded(
  { who }: StaffCall,
  tx: TenantTransaction,
  { serviceDate, duty }: DutyNow<Duty>,
): Promise<boolean> {
  const door = await tx.findDriverDoor({ account: who.account.id });
  if (door === undefined) return false;
  const closings = await tx.listClosings({ from: serviceDate, to: serviceDate });
  return closings.some(({ driverId, endedAt }) => driverId === door.id && duty.startsAt <= endedAt);
}
