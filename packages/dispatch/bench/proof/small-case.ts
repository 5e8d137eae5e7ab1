import { type Duty, offer, type Plan, type Problem, type Trip } from "../../src/index.ts";
import { type Chance, seededRandom } from "../../test/seeded-random.ts";
import { driveUntil } from "./drive-until.ts";

export interface SmallCase {
  readonly problem: Problem;
  readonly plan: Plan;
  readonly trip: Trip;
}

const OPENS = 9 * 3600;
const CLOSES = 12 * 3600;

/**
 * A small town with one to three unlike vehicles, a handful of riders, some of them aboard, and one request that plain
 * insertion refuses or, rarely, takes. Driving times are whole seconds, different both ways; in every second town a
 * detour can be quicker than the direct way. The same seed gives the same case.
 */
export function smallCase(seed: number): SmallCase {
  const random = seededRandom(seed);
  const placeCount = random.int(4, 8);
  const seconds = randomSeconds(random, { placeCount, isMetric: seed % 2 === 0 });
  const duties = Array.from({ length: 1 + (seed % 3) }, (_, k) =>
    randomDuty(random, `d${k + 1}`, placeCount),
  );
  let problem: Problem = {
    travelTimes: { placeCount, seconds },
    duties,
    trips: [],
    progress: [],
    now: OPENS,
  };
  let plan: Plan = { routes: [] };
  const most = random.int(3, 4 + duties.length);
  for (let n = 0; n < 40; n++) {
    if (n === 6 && random.chance(0.5))
      problem = driveUntil({ problem, plan, until: OPENS + 60 * random.int(5, 60) });
    const trip = randomTrip(random, problem, `r${n}`);
    const answer = offer({ problem, plan, trip });
    if (answer.kind === "invalid") continue;
    const isFull = problem.trips.length >= most;
    if (answer.kind === "refusal" && isFull) return { problem, plan, trip };
    if (answer.kind !== "offer") continue;
    if (isFull && random.chance(0.25)) return { problem, plan, trip };
    if (isFull) continue;
    problem = { ...problem, trips: [...problem.trips, trip] };
    plan = answer.offer.plan;
  }
  return { problem, plan, trip: randomTrip(random, problem, "last") };
}

function randomSeconds(
  random: Chance,
  { placeCount: n, isMetric }: { placeCount: number; isMetric: boolean },
): Int32Array {
  const seconds = Int32Array.from({ length: n * n }, (_, leg) =>
    leg % (n + 1) === 0 ? 0 : random.int(90, 1200),
  );
  if (!isMetric) return seconds;
  for (let via = 0; via < n; via++)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        seconds[i * n + j] = Math.min(seconds[i * n + j]!, seconds[i * n + via]! + seconds[via * n + j]!);
  return seconds;
}

function randomDuty(random: Chance, id: string, placeCount: number): Duty {
  return {
    id,
    vehicleId: id,
    seats: random.int(2, 6),
    wheelchairPlaces: random.int(0, 2),
    seatsPerWheelchair: random.int(0, 2),
    startPlace: random.int(0, placeCount - 1),
    endPlace: random.int(0, placeCount - 1),
    startsAt: OPENS + 900 * random.int(0, 2),
    endsAt: CLOSES - 900 * random.int(0, 2),
  };
}

function randomTrip(random: Chance, { travelTimes, duties, now }: Problem, id: string): Trip {
  const { placeCount, seconds } = travelTimes;
  const pickupPlace = random.int(0, placeCount - 1);
  const dropoffPlace = (pickupPlace + random.int(1, placeCount - 1)) % placeCount;
  const direct = seconds[pickupPlace * placeCount + dropoffPlace]!;
  const rideSecondsMax = random.chance(0.3) ? direct + random.int(0, 120) : Math.ceil(1.8 * direct) + 300;
  const earliest = random.int(now + 300, now + 5400);
  const latest = earliest + 60 * random.int(2, 25);
  const boardSeconds = random.int(10, 90);
  const wheelchairs = random.chance(0.25) ? 1 : 0;
  return {
    id,
    pickupPlace,
    dropoffPlace,
    seats: random.int(wheelchairs > 0 ? 0 : 1, 3),
    wheelchairs,
    pickup: { earliest, latest },
    dropoff: { earliest: earliest + 60 * random.int(0, 20), latest: latest + boardSeconds + rideSecondsMax },
    rideSecondsMax,
    boardSeconds,
    alightSeconds: random.int(10, 60),
    onlyDuty: random.chance(0.08) ? random.pick(duties).id : undefined,
  };
}
