import { breakTrip, type Duty, type Problem, type TravelTimes, type Trip } from "../src/index.ts";
import type { Chance } from "./seeded-random.ts";

export interface TownKind {
  readonly triangle: boolean;
  readonly paced: boolean;
  readonly duties: number;
  /** Drivers with breaks and limited work, closed stops, pinned riders, two duties for one vehicle. Default: none. */
  readonly ruled?: boolean;
}

const OPENS = 9 * 3600;
const CLOSES = 15 * 3600;

/** A town of a few places with vehicles and no riders yet; a service day from 9:00 to 15:00. */
export function randomTown(random: Chance, { triangle, paced, duties, ruled = false }: TownKind): Problem {
  const travelTimes = randomTimes(random, { triangle, paced });
  const plain: Problem = {
    travelTimes,
    duties: Array.from({ length: duties }, (_, k) => randomDuty(random, `d${k + 1}`, travelTimes.placeCount)),
    trips: [],
    progress: [],
    now: OPENS - 3600,
  };
  return ruled ? withRules(random, plain) : plain;
}

function withRules(random: Chance, problem: Problem): Problem {
  const { placeCount } = problem.travelTimes;
  const workSecondsMax = () => (random.chance(0.6) ? random.int(2 * 3600, 6 * 3600) : undefined);
  const duties = problem.duties.map((duty) => ({ ...duty, workSecondsMax: workSecondsMax() }));
  const closures = Array.from({ length: random.int(0, 3) }, () => {
    const from = random.int(OPENS, CLOSES);
    return { place: random.int(0, placeCount - 1), from, until: from + random.int(0, 5400) };
  });
  const [first, second] = duties;
  if (first === undefined || second === undefined || random.chance(0.5))
    return { ...problem, duties, closures };
  const noon = random.int(11, 13) * 3600; // one vehicle for both: its second duty begins where the first ends
  const morning = { ...first, endsAt: noon };
  const afternoon = { ...second, vehicleId: first.vehicleId, startPlace: first.endPlace, startsAt: noon };
  return { ...problem, duties: [morning, afternoon, ...duties.slice(2)], closures };
}

/** A break somewhere in the middle of a duty. */
export function randomBreak(random: Chance, id: string, { duties, travelTimes, now }: Problem): Trip {
  const duty = random.pick(duties);
  const seconds = Math.min(random.int(300, 2700), duty.endsAt - duty.startsAt);
  const earliest = random.int(duty.startsAt, Math.max(duty.startsAt, duty.endsAt - seconds));
  const window = { earliest, latest: Math.max(earliest, now) + random.int(0, 3600) };
  const place = random.chance(0.5) ? duty.startPlace : random.int(0, travelTimes.placeCount - 1);
  return breakTrip({ duty, rest: { id, place, window, seconds } });
}

function randomTimes(
  random: Chance,
  { triangle, paced }: { triangle: boolean; paced: boolean },
): TravelTimes {
  const placeCount = random.int(4, 9);
  const seconds = new Int32Array(placeCount * placeCount);
  for (let i = 0; i < placeCount; i++)
    for (let j = 0; j < placeCount; j++) if (i !== j) seconds[i * placeCount + j] = random.int(60, 1500);
  if (triangle) shortcuts(seconds, placeCount);
  if (!paced) return { placeCount, seconds };
  let startsAt = random.int(OPENS - 3600, OPENS + 3600);
  const pace = Array.from({ length: random.int(1, 6) }, () => {
    const period = { startsAt, permille: random.int(700, 1900) };
    startsAt += random.int(300, 5400);
    return period;
  });
  return { placeCount, seconds, pace };
}

/** All-pairs shortest ways (Floyd and Warshall): afterwards no detour is shorter than the direct way. */
function shortcuts(seconds: Int32Array, n: number): void {
  for (let via = 0; via < n; via++)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        seconds[i * n + j] = Math.min(seconds[i * n + j]!, seconds[i * n + via]! + seconds[via * n + j]!);
}

function randomDuty(random: Chance, id: string, placeCount: number): Duty {
  return {
    id,
    vehicleId: `vehicle of ${id}`,
    seats: random.int(3, 8),
    wheelchairPlaces: random.int(0, 2),
    seatsPerWheelchair: random.int(0, 2),
    startPlace: random.int(0, placeCount - 1),
    endPlace: random.int(0, placeCount - 1),
    startsAt: OPENS + 900 * random.int(0, 4),
    endsAt: CLOSES - 900 * random.int(0, 4),
  };
}

/** A request of the present: depart at or arrive by, sometimes impossible. */
export function randomTrip(random: Chance, id: string, { travelTimes, now }: Problem): Trip {
  const { placeCount, seconds } = travelTimes;
  const pickupPlace = random.int(0, placeCount - 1);
  const dropoffPlace = (pickupPlace + random.int(1, placeCount - 1)) % placeCount;
  const direct = seconds[pickupPlace * placeCount + dropoffPlace]!;
  const rideSecondsMax = random.chance(0.2)
    ? direct
    : Math.max(Math.ceil(1.8 * direct), direct + 300 * random.int(0, 3));
  const wish = random.int(Math.max(now, OPENS), CLOSES);
  const wheelchairs = random.chance(0.2) ? 1 : 0;
  const windows = random.chance(0.5)
    ? {
        pickup: { earliest: wish, latest: wish + 300 * random.int(0, 5) },
        dropoff: { earliest: wish, latest: wish + 1500 + rideSecondsMax },
      }
    : {
        anchor: "dropoff" as const,
        pickup: { earliest: wish - 1200 - rideSecondsMax, latest: wish - random.int(0, 1200) },
        dropoff: { earliest: wish - 1200, latest: wish },
      };
  return {
    id,
    pickupPlace,
    dropoffPlace,
    seats: random.int(wheelchairs > 0 ? 0 : 1, 3),
    wheelchairs,
    rideSecondsMax,
    boardSeconds: random.int(0, 90),
    alightSeconds: random.int(0, 60),
    ...windows,
  };
}
