import { type BookingId, type DutyId, type EpochSeconds, type Seconds, seconds } from "@noriai/kernel";
import { isOpen } from "./booking-state.ts";
import type { Day } from "./day.ts";
import { type DaySchedule, scheduleOf } from "./schedule-of.ts";
import { strandedOn } from "./stranded.ts";
import type { World } from "./world.ts";

/** What a change of the plan does to one rider. Without a duty and times: stranded. */
export interface Effect {
  readonly bookingId: BookingId;
  readonly before: Fate;
  readonly after: Fate;
}

/** How a rider is carried, and by how much the promise is foreseen to fail. */
export interface Fate {
  readonly carried?: {
    readonly dutyId: DutyId;
    readonly pickupAt: EpochSeconds;
    readonly dropoffAt: EpochSeconds;
  };
  readonly late: Seconds;
}

/** Everybody whose vehicle, times or lateness differ between two states of one day: those worst off first. */
export function effectsOf(world: World, before: Day, after: Day): readonly Effect[] {
  const [was, is] = [fatesOf(world, before), fatesOf(world, after)];
  return [...after.bookings.values()]
    .filter(({ state }) => isOpen(state))
    .map(({ id }) => ({ bookingId: id, before: was(id), after: is(id) }))
    .filter((effect) => JSON.stringify(effect.before) !== JSON.stringify(effect.after))
    .sort((a, b) => harm(b) - harm(a));
}

function fatesOf(world: World, day: Day): (id: BookingId) => Fate {
  const { rides, atRisk }: DaySchedule = scheduleOf(world, day);
  const stranded = new Set(strandedOn(world, day));
  return (id) => {
    const ride = rides.get(id);
    const risk = atRisk.find(({ bookingId }) => bookingId === id);
    const late = risk ? Math.max(risk.pickupLate, risk.dropoffLate, risk.rideTooLong) : 0;
    if (ride === undefined || stranded.has(id)) return { late: seconds(0) };
    const { dutyId, pickupAt, dropoffAt } = ride;
    return { carried: { dutyId, pickupAt, dropoffAt }, late: seconds(late) };
  };
}

/** Stranded before late, late before moved or later. */
const harm = ({ before, after }: Effect): number =>
  after.carried === undefined ? (before.carried === undefined ? 0 : Number.MAX_SAFE_INTEGER) : after.late;
