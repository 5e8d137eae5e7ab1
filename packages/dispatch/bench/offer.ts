/**
 * How long an answer takes: 40 stops, a full day of bookings, one and two vehicles; a refusal with three other hours.
 * Processor time in milliseconds.
 * Run: `node packages/dispatch/bench/offer.ts`
 */
import { offer, type Plan, type Problem, type Trip } from "../src/index.ts";
import { type Chance, seededRandom } from "../test/seeded-random.ts";

const STOPS = 40;
const BOOKINGS = 40;
const DAYS = Number(process.argv[2] ?? 10);

function town(random: Chance, duties: number, paced: boolean): Problem {
  const points = Array.from({ length: STOPS }, () => [random.int(0, 6000), random.int(0, 6000)] as const);
  const seconds = new Int32Array(STOPS * STOPS);
  for (const [i, [x, y]] of points.entries())
    for (const [j, [u, v]] of points.entries())
      seconds[i * STOPS + j] = Math.round(Math.hypot(x - u, y - v) / 6);
  const pace = paced
    ? Array.from({ length: 8 }, (_, k) => ({ startsAt: (8 + k) * 3600, permille: 1000 + 80 * (k % 4) }))
    : [];
  return {
    travelTimes: { placeCount: STOPS, seconds, pace },
    duties: Array.from({ length: duties }, (_, k) => ({
      id: `d${k}`,
      vehicleId: `v${k}`,
      seats: 8,
      wheelchairPlaces: 1,
      seatsPerWheelchair: 2,
      startPlace: 0,
      endPlace: 0,
      startsAt: 9 * 3600,
      endsAt: 15 * 3600,
    })),
    trips: [],
    progress: [],
    now: 8 * 3600,
  };
}

function request(random: Chance, id: string, { travelTimes: { seconds } }: Problem): Trip {
  const pickupPlace = random.int(0, STOPS - 1);
  const dropoffPlace = (pickupPlace + random.int(1, STOPS - 1)) % STOPS;
  const direct = seconds[pickupPlace * STOPS + dropoffPlace]!;
  const rideSecondsMax = Math.max(Math.ceil(1.8 * direct), direct + 900);
  const wish = random.int(9 * 3600, 15 * 3600 - direct);
  return {
    id,
    pickupPlace,
    dropoffPlace,
    seats: random.int(1, 3),
    wheelchairs: 0,
    rideSecondsMax,
    boardSeconds: 30,
    alightSeconds: 20,
    pickup: { earliest: wish, latest: wish + 1200 },
    dropoff: { earliest: wish, latest: wish + 1200 + rideSecondsMax },
  };
}

/** The processor time of this thread: other programs on the machine do not count. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

for (const duties of [1, 2])
  for (const paced of [false, true]) {
    const took = { offer: [] as number[], refusal: [] as number[] };
    let booked = 0;
    for (let seed = 1; seed <= DAYS; seed++) {
      const random = seededRandom(seed);
      let problem = town(random, duties, paced);
      let plan: Plan = { routes: [] };
      for (let n = 0; n < BOOKINGS * duties * 3 && problem.trips.length < BOOKINGS * duties; n++) {
        const trip = request(random, `r${n}`, problem);
        const alternatives = { earliest: 9 * 3600, latest: 15 * 3600, count: 3 };
        const from = cpuMs();
        const answer = offer({ problem, plan, trip, alternatives });
        const ms = cpuMs() - from;
        if (seed > 1) took[answer.kind === "offer" ? "offer" : "refusal"].push(ms); // the first days warm up
        if (answer.kind !== "offer") continue;
        problem = { ...problem, trips: [...problem.trips, trip] };
        plan = answer.offer.plan;
      }
      booked += problem.trips.length;
    }
    const figures = Object.entries(took).map(([kind, ms]) => {
      ms.sort((a, b) => a - b);
      const quantile = (q: number) => ms[Math.min(ms.length - 1, Math.floor(q * ms.length))]!.toFixed(2);
      return `${kind} n=${ms.length} p50 ${quantile(0.5)} ms p99 ${quantile(0.99)} ms max ${quantile(1)} ms`;
    });
    console.log(
      `${duties} vehicle(s), pace ${paced ? "on" : "off"}, ${booked / DAYS} booked a day | ${figures.join(" | ")}`,
    );
  }
