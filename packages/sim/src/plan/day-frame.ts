import type { PublicService } from "@noriai/api";
import { type EpochSeconds, instantOf, type ServiceDate, timeOfDay } from "@noriai/kernel";

/** The instants between which a day of life is drawn. */
export interface Frame {
  readonly date: ServiceDate;
  /** Twenty minutes before the first vehicle may leave. */
  readonly startsAt: EpochSeconds;
  readonly opensAt: EpochSeconds;
  readonly closesAt: EpochSeconds;
  readonly endsAt: EpochSeconds;
}

const HOUR = 3600;

/** The frame of a service date, by the hours of the service. */
export function frameOf({ hours, timeZone }: PublicService, date: ServiceDate): Frame {
  const at = (time: string): EpochSeconds => instantOf(date, timeOfDay(time), timeZone);
  const opensAt = at(hours[0]?.from ?? "09:00");
  const closesAt = at(hours.at(-1)?.to ?? "15:00");
  return {
    ...{ date, opensAt, closesAt },
    startsAt: (opensAt - 20 * 60) as EpochSeconds,
    endsAt: (closesAt + HOUR) as EpochSeconds,
  };
}
