import { offer, type Plan, type Problem, proveOrPlan, type Trip } from "../../src/index.ts";
import { type Chance, seededRandom } from "../../test/seeded-random.ts";
import { driveUntil } from "./drive-until.ts";

/** A request that plain insertion refused, with the day as it was at that moment. */
export interface RefusedRequest {
  readonly problem: Problem;
  readonly plan: Plan;
  readonly trip: Trip;
  /** Trips whose order or vehicle is still to be decided, the new one included. */
  readonly open: number;
}

const STOPS = 40;
const OPENS = 8 * 3600;
const CLOSES = 18 * 3600;
const MOST_OPEN = 30;

/**
 * Lives through a busy day of a small fleet: some book the day before, others while the vehicles drive. Yields every
 * request that finds no place as the plan stands. Where the exact search finds a plan, the day goes on with it, so the
 * plans are as tight as the product makes them. The same seed gives the same day.
 */
export function* busyDay({
  seed,
  duties,
  nodes,
}: {
  seed: number;
  duties: number;
  nodes: number;
}): Generator<RefusedRequest> {
  const random = seededRandom(seed);
  let problem = town(random, duties);
  let plan: Plan = { routes: [] };
  const most = random.int(12, MOST_OPEN - 1);
  const ahead = 1800 * random.int(4, 10);
  for (let n = 0; n < 120 * duties && problem.now < CLOSES - 1800; n++) {
    if (n > 30 * duties || openTrips(problem) >= most)
      problem = driveUntil({ problem, plan, until: problem.now + random.int(120, 900) });
    if (openTrips(problem) >= MOST_OPEN) continue;
    const trip = request(random, problem, { id: `r${n}`, ahead });
    const answer = offer({ problem, plan, trip });
    if (answer.kind === "invalid") throw new Error(JSON.stringify(answer.findings));
    if (answer.kind === "offer") [problem, plan] = [withTrip(problem, trip), answer.offer.plan];
    else {
      yield { problem, plan, trip, open: openTrips(problem) + 1 };
      const verdict = proveOrPlan({ problem, plan, trip, nodes });
      if (verdict.kind === "plan") [problem, plan] = [withTrip(problem, trip), verdict.plan];
    }
  }
}

function withTrip(problem: Problem, trip: Trip): Problem {
  return { ...problem, trips: [...problem.trips, trip] };
}

function town(random: Chance, duties: number): Problem {
  const points = Array.from({ length: STOPS }, () => [random.int(0, 6000), random.int(0, 6000)] as const);
  const seconds = new Int32Array(STOPS * STOPS);
  // Streets are not straight and not equally fast both ways; driven at about 25 km/h.
  for (const [i, [x, y]] of points.entries())
    for (const [j, [u, v]] of points.entries())
      if (i !== j)
        seconds[i * STOPS + j] = Math.round((Math.hypot(x - u, y - v) * random.int(115, 140)) / 700) + 15;
  shortestWays(seconds);
  return {
    travelTimes: { placeCount: STOPS, seconds },
    duties: Array.from({ length: duties }, (_, k) => ({
      id: `d${k + 1}`,
      vehicleId: `v${k + 1}`,
      seats: 8,
      wheelchairPlaces: 1,
      seatsPerWheelchair: 2,
      startPlace: 0,
      endPlace: 0,
      startsAt: OPENS,
      endsAt: CLOSES,
    })),
    trips: [],
    progress: [],
    now: OPENS - 12 * 3600 > 0 ? OPENS - 12 * 3600 : 0,
  };
}

/** Nobody drives a detour: all-pairs shortest ways (Floyd and Warshall). */
function shortestWays(seconds: Int32Array): void {
  for (let via = 0; via < STOPS; via++)
    for (let i = 0; i < STOPS; i++)
      for (let j = 0; j < STOPS; j++)
        seconds[i * STOPS + j] = Math.min(
          seconds[i * STOPS + j]!,
          seconds[i * STOPS + via]! + seconds[via * STOPS + j]!,
        );
}

/** Windows of ±10 or ±15 minutes; a ride of at most 1.8 times the direct one or a quarter of an hour more. */
function request(
  random: Chance,
  { travelTimes: { seconds }, now }: Problem,
  { id, ahead }: { id: string; ahead: number },
): Trip {
  const pickupPlace = random.int(0, STOPS - 1);
  const dropoffPlace = (pickupPlace + random.int(1, STOPS - 1)) % STOPS;
  const direct = seconds[pickupPlace * STOPS + dropoffPlace]!;
  const rideSecondsMax = Math.max(Math.ceil(1.8 * direct), direct + 900);
  const wide = 300 * random.int(2, 3);
  const wheelchairs = random.chance(0.08) ? 1 : 0;
  const [boardSeconds, alightSeconds] = wheelchairs > 0 ? [180, 120] : [40, 20];
  const wish = random.int(
    Math.max(now + 900, OPENS + 600),
    Math.min(CLOSES - direct - 1200, Math.max(now, OPENS) + ahead),
  );
  const common = {
    id,
    pickupPlace,
    dropoffPlace,
    seats: random.pick([1, 1, 1, 2, 2, 3]),
    wheelchairs,
    rideSecondsMax,
    boardSeconds,
    alightSeconds,
  };
  if (random.chance(0.65)) {
    const pickup = { earliest: wish - wide, latest: wish + wide };
    const dropoff = { earliest: pickup.earliest, latest: pickup.latest + boardSeconds + rideSecondsMax };
    return { ...common, pickup, dropoff };
  }
  const by = wish + direct + wide;
  const dropoff = { earliest: by - 2 * wide, latest: by };
  const pickup = {
    earliest: dropoff.earliest - boardSeconds - rideSecondsMax,
    latest: by - boardSeconds - direct,
  };
  return { ...common, anchor: "dropoff", pickup, dropoff };
}

export function openTrips({ trips, progress }: Problem): number {
  const begun = new Set(progress.flatMap(({ done }) => done.map(({ tripId }) => tripId)));
  return trips.filter(({ id }) => !begun.has(id)).length;
}
