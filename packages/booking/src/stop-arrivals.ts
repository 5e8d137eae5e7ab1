import { type EpochSeconds, epochSeconds, type StopId } from "@noriai/kernel";
import type { Day } from "./day.ts";
import type { DaySchedule } from "./schedule-of.ts";
import { LEAST_SHOWN } from "./unmet-small-counts.ts";

/** That a vehicle comes to a stop at about this time, and nothing about who rides. */
export interface StopArrival {
  readonly about: EpochSeconds;
}

/** A vehicle's stay at a stop. Visits further apart than this are two. */
const ONE_STAY_SECONDS = 600;
/** To which "about" is rounded. */
const ABOUT_SECONDS = 300;

/**
 * The next arrivals at a stop as everybody may know them.
 *
 * A vehicle on demand comes because somebody booked it. An arrival is told only where at least as many members share it
 * as the published tables need to show a number (D-12): of a stop in front of one door, any other arrival would say when
 * that household leaves. What is only held is nobody's ride yet.
 *
 * @returns in order of time, at most `most`; rounded to five minutes
 */
export function arrivalsAt({
  day,
  schedule,
  stopId,
  from,
  most,
}: {
  readonly day: Day;
  readonly schedule: DaySchedule;
  readonly stopId: StopId;
  readonly from: EpochSeconds;
  readonly most: number;
}): readonly StopArrival[] {
  const stays = schedule.duties.flatMap(({ visits }) => staysAt(visits, stopId));
  return stays
    .filter(({ last, tripIds }) => last >= from && membersOf(day, tripIds) >= LEAST_SHOWN)
    .map(({ first }) => ({ about: rounded(first) }))
    .toSorted((a, b) => a.about - b.about)
    .slice(0, most);
}

interface Stay {
  readonly first: EpochSeconds;
  last: EpochSeconds;
  readonly tripIds: string[];
}

function staysAt(visits: DaySchedule["duties"][number]["visits"], stopId: StopId): readonly Stay[] {
  const stays: Stay[] = [];
  for (const { at, done, held, stopId: where, tripId } of visits) {
    if (where !== stopId || done || held) continue;
    const open = stays.at(-1);
    if (open === undefined || at - open.last > ONE_STAY_SECONDS)
      stays.push({ first: at, last: at, tripIds: [tripId] });
    else {
      open.last = at;
      open.tripIds.push(tripId);
    }
  }
  return stays;
}

const membersOf = ({ bookings }: Day, tripIds: readonly string[]): number =>
  new Set(tripIds.map((id) => bookings.get(id as never)?.memberId).filter((id) => id !== undefined)).size;

const rounded = (at: EpochSeconds): EpochSeconds =>
  epochSeconds(Math.round(at / ABOUT_SECONDS) * ABOUT_SECONDS);
