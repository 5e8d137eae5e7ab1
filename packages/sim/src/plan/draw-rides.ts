import type { PublicService, TripTime } from "@noriai/api";
import {
  type EpochSeconds,
  formatInstant,
  instantOf,
  type Random,
  type ServiceDate,
  timeOfDay,
} from "@noriai/kernel";
import { drawBetween, drawWeighted } from "./draw.ts";
import { drawErrand, type Errand, type Habits } from "./habits.ts";
import type { Companions } from "./life-plan.ts";

/** One ride of an errand. */
export interface Ride {
  readonly at: EpochSeconds;
  /** The last instant at which it can well be asked for. */
  readonly asksBy: EpochSeconds;
  readonly from: string;
  readonly to: string;
  readonly time: TripTime;
  readonly companions: Companions;
  readonly wheelchairs: number;
}

const MINUTE = 60;
const GRID = 5 * MINUTE;
const ALONE: Companions = { general: 0, senior: 0, disabled: 0, child: 0, infant: 0 };

/** Minutes after the service opens between which an errand's first ride lies, and how its time is wished. */
const ERRANDS: Readonly<
  Record<Errand, { readonly mode: TripTime["mode"]; readonly least: number; readonly most: number }>
> = {
  clinic: { mode: "arrive", least: 25, most: 165 },
  shopping: { mode: "depart", least: 5, most: 240 },
  school: { mode: "arrive", least: 60, most: 240 },
  visit: { mode: "depart", least: 5, most: 270 },
};

/** The ride there, and for most errands the one back. */
export function drawErrandRides({
  random,
  habits: { age, home, places },
  date,
  service: { hours, timeZone },
}: {
  readonly random: Random;
  readonly habits: Habits;
  readonly date: ServiceDate;
  readonly service: Pick<PublicService, "hours" | "timeZone">;
}): readonly Ride[] {
  const errand = drawErrand(random, age);
  const opensAt = instantOf(date, timeOfDay(hours[0]?.from ?? "09:00"), timeZone);
  const closesAt = instantOf(date, timeOfDay(hours.at(-1)?.to ?? "15:00"), timeZone);
  const { mode, least, most } = ERRANDS[errand];
  const party = { companions: drawCompanions(random), wheelchairs: random() < 0.03 ? 1 : 0 };
  const ride = (at: number, wished: TripTime["mode"], way: Pick<Ride, "from" | "to">): Ride => ({
    ...way,
    ...party,
    at: at as EpochSeconds,
    asksBy: (at - (wished === "arrive" ? 80 : 45) * MINUTE) as EpochSeconds,
    time: { mode: wished, at: formatInstant(at as EpochSeconds, timeZone) },
  });
  const there = opensAt + drawBetween(random, { least: least * MINUTE, most: most * MINUTE, step: GRID });
  const back = there + drawBetween(random, { least: 60 * MINUTE, most: 120 * MINUTE, step: GRID });
  const outward = ride(there, mode, { from: home, to: places[errand] });
  if (random() < 0.35 || back > closesAt - 40 * MINUTE) return [outward];
  return [outward, ride(back, "depart", { from: places[errand], to: home })];
}

const drawCompanions = (random: Random): Companions =>
  drawWeighted(random, [
    [ALONE, 80],
    [{ ...ALONE, general: 1 }, 8],
    [{ ...ALONE, senior: 1 }, 8],
    [{ ...ALONE, child: 1 }, 4],
  ]);
