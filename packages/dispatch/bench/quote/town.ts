import { type Offer, type PreparedFleet, type Problem, prepare, type Trip } from "../../src/index.ts";
import { type Chance, seededRandom } from "../../test/seeded-random.ts";

export interface TownSize {
  readonly stops: number;
  readonly vehicles: number;
  /** Trips booked for each vehicle's day before anything is measured. */
  readonly booked: number;
  readonly isPaced: boolean;
}

const OPENS = 8 * 3600;
const CLOSES = 18 * 3600;

/** What refused riders are offered: three other hours of the day. */
export const alternatives = { earliest: OPENS, latest: CLOSES, count: 3 };

/**
 * A day that is as full as it was asked to be, and those who ask for it. The country grows with its fleet: a vehicle
 * has the same area to serve in a large one as in a small one. Half of the riders fix their arrival, one in ten
 * brings a wheelchair, one in eight is a group that needs most of a vehicle. The same seed gives the same day.
 */
export class BusyTown {
  readonly random: Chance;
  readonly size: TownSize;
  readonly seconds: Int32Array;
  fleet: PreparedFleet;
  asked = 0;

  constructor(size: TownSize, seed: number) {
    this.random = seededRandom(seed);
    this.size = size;
    const problem = town(this.random, size);
    this.seconds = problem.travelTimes.seconds;
    this.fleet = prepare({ problem, plan: { routes: [] } });
    this.book(size.booked * size.vehicles);
  }

  /** Books whoever finds a place, so many; a day that cannot take them is the wrong one to measure. */
  book(count: number): void {
    let left = count;
    for (let n = 0; left > 0; n++) {
      if (n > 30 * count) throw new Error(`the day cannot take ${left} of ${count} trips`);
      const answer = this.fleet.offer({ trip: this.request() });
      if (answer.kind !== "offer") continue;
      this.take(answer.offer);
      left--;
    }
  }

  take(offer: Offer): void {
    this.fleet = this.fleet.take(offer);
  }

  request(): Trip {
    const { random, seconds } = this;
    const { stops, vehicles } = this.size;
    const pickupPlace = random.int(0, stops - 1);
    const dropoffPlace = nearbyStop(random, { pickupPlace, stops, vehicles, seconds });
    const direct = seconds[pickupPlace * stops + dropoffPlace]!;
    const rideSecondsMax = Math.max(Math.ceil(1.8 * direct), direct + 900);
    const wish = random.int(OPENS, CLOSES - direct);
    const isGroup = random.chance(0.12);
    const windows = random.chance(0.5)
      ? {
          pickup: { earliest: wish, latest: wish + 1200 },
          dropoff: { earliest: wish, latest: wish + 1200 + rideSecondsMax },
        }
      : {
          anchor: "dropoff" as const,
          pickup: { earliest: wish - rideSecondsMax - 1200, latest: wish },
          dropoff: { earliest: wish - 1200, latest: wish },
        };
    return {
      id: `r${this.asked++}`,
      pickupPlace,
      dropoffPlace,
      seats: isGroup ? random.int(6, 8) : random.int(1, 3),
      wheelchairs: !isGroup && random.chance(0.1) ? 1 : 0,
      rideSecondsMax,
      boardSeconds: 30,
      alightSeconds: 20,
      ...windows,
    };
  }
}

/** Riders stay in their part of the country: the nearest of as many stops as there are vehicles, so that rides last as long in all sizes. */
function nearbyStop(
  random: Chance,
  {
    pickupPlace,
    stops,
    vehicles,
    seconds,
  }: { pickupPlace: number; stops: number; vehicles: number; seconds: Int32Array },
): number {
  let best = (pickupPlace + 1) % stops;
  for (let n = 0; n < vehicles; n++) {
    const other = (pickupPlace + random.int(1, stops - 1)) % stops;
    if (n === 0 || seconds[pickupPlace * stops + other]! < seconds[pickupPlace * stops + best]!) best = other;
  }
  return best;
}

/** One vehicle serves about six by six kilometres; driven at 25 km/h, streets a third longer than the line. */
function town(random: Chance, { stops, vehicles, isPaced }: TownSize): Problem {
  const side = Math.round(6000 * Math.sqrt(vehicles));
  const points = Array.from({ length: stops }, () => [random.int(0, side), random.int(0, side)] as const);
  const seconds = new Int32Array(stops * stops);
  for (const [i, [x, y]] of points.entries())
    for (const [j, [u, v]] of points.entries())
      seconds[i * stops + j] = Math.round((1.33 * Math.hypot(x - u, y - v)) / 7);
  const pace = Array.from({ length: 10 }, (_, k) => ({
    startsAt: OPENS + k * 3600,
    permille: 1000 + 80 * (k % 4),
  }));
  return {
    travelTimes: { placeCount: stops, seconds, pace: isPaced ? pace : [] },
    duties: Array.from({ length: vehicles }, (_, k) => {
      const garage = random.int(0, stops - 1);
      return {
        id: `d${k}`,
        vehicleId: `v${k}`,
        seats: 8,
        wheelchairPlaces: 1,
        seatsPerWheelchair: 2,
        startPlace: garage,
        endPlace: garage,
        startsAt: OPENS,
        endsAt: CLOSES,
      };
    }),
    trips: [],
    progress: [],
    now: OPENS - 3600,
  };
}
