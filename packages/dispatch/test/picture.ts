import { expect } from "vitest";
import {
  type Answer,
  type Duty,
  type Offer,
  offer,
  type Pace,
  type Plan,
  type Problem,
  type Progress,
  remove,
  schedule,
  type Trip,
  type VisitTimes,
  verify,
} from "../src/index.ts";

/**
 * A small town for examples: one straight road, so that anybody can add up the minutes.
 *
 *   depot ──10── A ──4── B ──7── C ──9── D          depot→D: 30 minutes
 */
const minutesFromDepot = { depot: 0, A: 10, B: 14, C: 21, D: 30 } as const;
export type PlaceName = keyof typeof minutesFromDepot;
export const places = Object.keys(minutesFromDepot) as PlaceName[];

export function roadTimes(pace: readonly Pace[] = []) {
  const seconds = new Int32Array(places.length ** 2);
  for (const [i, a] of places.entries())
    for (const [j, b] of places.entries())
      seconds[i * places.length + j] = 60 * Math.abs(minutesFromDepot[a] - minutesFromDepot[b]);
  return { placeCount: places.length, seconds, pace };
}

/** "9:10" → seconds since midnight. */
export function at(clock: string): number {
  const [hours, minutes] = clock.split(":").map(Number);
  return (hours! * 60 + minutes!) * 60;
}

/** Seconds since midnight → "9:10", with seconds only where there are any. */
export function clock(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const rest = seconds % 60;
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}${rest === 0 ? "" : `:${two(rest)}`}`;
}

/**
 * "V1 8seats 1chair @depot 9:00-15:00" → a duty. Without an end the duty runs until 15:00; a wheelchair place takes
 * two seats when used.
 */
export function duty(text: string): Duty {
  const [vehicleId, ...words] = text.split(" ");
  const seats = Number(words.find((word) => word.endsWith("seats"))!.replace("seats", ""));
  const chairs = Number(words.find((word) => word.endsWith("chair"))?.replace("chair", "") ?? 0);
  const place = places.indexOf(words.find((word) => word.startsWith("@"))!.slice(1) as PlaceName);
  const [startsAt, endsAt] = words.at(-1)!.split("-");
  return {
    id: vehicleId!,
    vehicleId: vehicleId!,
    seats,
    wheelchairPlaces: chairs,
    seatsPerWheelchair: 2,
    startPlace: place,
    endPlace: place,
    startsAt: at(startsAt!),
    endsAt: at(endsAt ?? "15:00"),
  };
}

/**
 * "A→C 9:10" a rider who departs at 9:10 or up to ten minutes later; "A→C by 9:40" one who arrives up to ten
 * minutes before 9:40. "x3" a party of three, "+1chair" a wheelchair. Boarding takes no time. The ride may last
 * 1.8 times the direct way, or fifteen minutes more than it.
 */
export function trip(id: string, text: string): Trip {
  const [way, ...words] = text.split(" ");
  const [from, to] = way!.split("→") as [PlaceName, PlaceName];
  const direct = 60 * Math.abs(minutesFromDepot[from] - minutesFromDepot[to]);
  const rideSecondsMax = Math.max(Math.ceil(1.8 * direct), direct + 15 * 60);
  const chairs = Number(words.find((word) => word.endsWith("chair"))?.slice(1, 2) ?? 0);
  const party = Number(words.find((word) => word.startsWith("x"))?.slice(1) ?? (chairs > 0 ? 0 : 1));
  const time = at(words.find((word) => word.includes(":"))!);
  const windows = words.includes("by")
    ? {
        dropoff: { earliest: time - 10 * 60, latest: time },
        pickup: { earliest: time - 10 * 60 - rideSecondsMax, latest: time - direct },
        anchor: "dropoff" as const,
      }
    : {
        pickup: { earliest: time, latest: time + 10 * 60 },
        dropoff: { earliest: time + direct, latest: time + 10 * 60 + rideSecondsMax },
      };
  return {
    id,
    pickupPlace: places.indexOf(from),
    dropoffPlace: places.indexOf(to),
    seats: party,
    wheelchairs: chairs,
    rideSecondsMax,
    boardSeconds: 0,
    alightSeconds: 0,
    ...windows,
  };
}

/** A day that grows by bookings: `given("V1 8seats @depot 9:00").book("A→C 9:10")`. Riders are named r1, r2, … */
export function given(...duties: readonly string[]): Day {
  return new Day({
    problem: { travelTimes: roadTimes(), duties: duties.map(duty), trips: [], progress: [], now: 0 },
    plan: { routes: [] },
    asked: 0,
  });
}

interface State {
  readonly problem: Problem;
  readonly plan: Plan;
  readonly asked: number;
}

export class Day {
  readonly problem: Problem;
  readonly plan: Plan;
  readonly asked: number;

  constructor({ problem, plan, asked }: State) {
    this.problem = problem;
    this.plan = plan;
    this.asked = asked;
  }

  /** Books a rider; the example is wrong if there is no place. */
  book(text: string): Day {
    const answer = this.ask(text);
    if (answer.kind !== "offer") throw new Error(`no place for ${text}: ${JSON.stringify(answer)}`);
    return this.take(answer.offer);
  }

  /** What the engine answers; nothing changes. With a range it is asked for three other hours too. */
  ask(text: string, range?: { earliest: string; latest: string }): Answer {
    const { problem, plan } = this;
    return offer({
      problem,
      plan,
      trip: trip(`r${this.asked + 1}`, text),
      alternatives: range && { earliest: at(range.earliest), latest: at(range.latest), count: 3 },
    });
  }

  /** Takes an offer into the plan and has `verify` look at the result. */
  take({ trip, plan }: Pick<Offer, "trip" | "plan">): Day {
    const problem = {
      ...this.problem,
      trips: [...this.problem.trips.filter(({ id }) => id !== trip.id), trip],
    };
    expect(verify({ problem, plan, since: this.plan, schedule: schedule({ problem, plan }) })).toEqual([]);
    return new Day({ problem, plan, asked: this.asked + 1 });
  }

  cancel(tripId: string): Day {
    const trips = this.problem.trips.filter(({ id }) => id !== tripId);
    return new Day({
      ...this,
      problem: { ...this.problem, trips },
      plan: remove({ plan: this.plan, tripId }),
    });
  }

  /** The town as it is at another moment: other travel times, what has happened so far. */
  with(change: { now?: string; pace?: readonly Pace[]; progress?: readonly Progress[] }): Day {
    const { problem } = this;
    return new Day({
      ...this,
      problem: {
        ...problem,
        now: change.now === undefined ? problem.now : at(change.now),
        travelTimes: change.pace === undefined ? problem.travelTimes : roadTimes(change.pace),
        progress: change.progress ?? problem.progress,
      },
    });
  }
}

/** "V1 | depot 9:00 | A +1 9:10 | C -1 9:21 | depot 9:42": one line for each vehicle, riders in and out at their times. */
export function draw({ problem, plan }: State | Day): string {
  return schedule({ problem, plan })
    .duties.map(({ vehicleId, leavesPlace, leavesAt, visits, endPlace, endArrival }) => {
      if (visits.length === 0) return `${vehicleId} | idle`;
      const stops = visits.map(
        (visit) => `${places[visit.place]} ${riders(visit, problem)} ${clock(visit.start)}`,
      );
      const ends = [
        `${places[leavesPlace]} ${clock(leavesAt)}`,
        `${places[endPlace]} ${clock(endArrival)}`,
      ] as const;
      return [vehicleId, ends[0], ...stops, ends[1]].join(" | ");
    })
    .join("\n");
}

function riders({ tripId, kind }: VisitTimes, { trips }: Problem): string {
  const { seats, wheelchairs } = trips.find(({ id }) => id === tripId)!;
  return `${kind === "pickup" ? "+" : "-"}${seats + wheelchairs}`;
}
