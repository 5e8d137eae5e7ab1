import { describe, expect, test } from "vitest";
import type { Booking, Day, World } from "../src/index.ts";
import { type Mistake, randomDay } from "./random-day.ts";

const DAYS = 800;
const FIRST_SEED = 1;

/** What has to have happened how often, because days on which nothing happens prove nothing. */
const OFTEN: Readonly<Record<string, number>> = {
  ridden: 3000,
  refusal: 2000,
  "refusal proven": 150,
  alternative: 5000,
  "alternative stop": 30,
  "tried harder": 30,
  improved: 100,
  "risk replanned": 5,
  "confirm booking (change)": 800,
  "cancel cancelled": 800,
  "no-show": 50,
  delayed: 100,
};

/** Lives through the days of these seeds and tells what went wrong with its seed, so that one can be lived alone. */
function liveThrough(count: number, mistake?: Mistake) {
  const counts = new Map<string, number>();
  const faults: string[] = [];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + count; seed++) {
    try {
      const day = randomDay(seed, mistake);
      for (const [what, times] of day.counts) counts.set(what, (counts.get(what) ?? 0) + times);
      faults.push(...day.faults.map((fault) => `seed ${seed}: ${fault}`));
    } catch (error) {
      faults.push(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { faults, counts };
}

test(`[SAP-5.1-1] [SAP-4.1] [SAP-3.1-6] [SAP-5.5-3] on ${DAYS} random days every promise is kept, no seat is sold twice and every alternative is bookable`, {
  timeout: 900_000,
}, () => {
  const { faults, counts } = liveThrough(DAYS);
  expect(faults.slice(0, 20)).toEqual([]);
  const tooSeldom = Object.entries(OFTEN).filter(([what, least]) => (counts.get(what) ?? 0) < least);
  expect(tooSeldom).toEqual([]);
});

describe("a mistake in a decision is caught by the same checks", () => {
  const faultsOf = (mistake: Mistake) => liveThrough(30, mistake).faults.join("\n");

  test("capacity: a vehicle believed to have 20 seats", () => {
    expect(faultsOf({ believe: (world) => withSeats(world, 20) })).toMatch(/no-seat|oversold/);
  });

  test("window: roads believed to be twice as fast", () => {
    expect(faultsOf({ believe: withFastRoads })).toMatch(/pickup-too-late|picked up \d+ s late/);
  });

  test("ride time: riders promised a ride shorter than the road", () => {
    const tamper = changeBookings((booking) => ({
      ...booking,
      promise: { ...booking.promise, rideMax: 60 as Booking["promise"]["rideMax"] },
    }));
    expect(faultsOf({ tamper })).toMatch(/ride-too-long/);
  });

  test("precedence: alighting planned before boarding", () => {
    expect(faultsOf({ tamper: withRoutesReversed })).toMatch(
      /dropoff-before-pickup|alights before it boards/,
    );
  });

  test("promise: what was told is quietly put off by twenty minutes", () => {
    const tamper = changeBookings((booking) => ({
      ...booking,
      promise: {
        ...booking.promise,
        arriveBy: (booking.promise.arriveBy + 1200) as Booking["promise"]["arriveBy"],
      },
    }));
    expect(faultsOf({ tamper })).toMatch(/told something else/);
  });

  test("memory: a rider dropped from the plan", () => {
    expect(faultsOf({ tamper: withoutFirstBooking })).toMatch(/still confirmed in the evening/);
  });
});

function withSeats(world: World, seats: number): World {
  const vehicles = world.service.vehicles.map((vehicle) => ({ ...vehicle, seats }));
  return { ...world, service: { ...world.service, vehicles } };
}

function withFastRoads(world: World): World {
  const { times } = world.travel;
  return {
    ...world,
    travel: { ...world.travel, times: { ...times, seconds: times.seconds.map((s) => Math.floor(s / 2)) } },
  };
}

function changeBookings(change: (booking: Booking) => Booking): (day: Day) => Day {
  return (day) => ({
    ...day,
    bookings: new Map([...day.bookings].map(([id, booking]) => [id, change(booking)])),
  });
}

function withRoutesReversed(day: Day): Day {
  return {
    ...day,
    plan: { routes: day.plan.routes.map((route) => ({ ...route, visits: [...route.visits].reverse() })) },
  };
}

function withoutFirstBooking(day: Day): Day {
  const first = [...day.bookings.keys()][0];
  return {
    ...day,
    plan: {
      routes: day.plan.routes.map((route) => ({
        ...route,
        visits: route.visits.filter(({ tripId }) => tripId !== first),
      })),
    },
  };
}
