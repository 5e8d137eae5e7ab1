import { expect, test } from "vitest";
import { bestInsertion, isBetter } from "../../src/best-insertion.ts";
import { costOf, defaultWeights, weigh } from "../../src/cost.ts";
import type { DutyTimes } from "../../src/duty-times.ts";
import { leastSecondsSinceFirst } from "../../src/earliest-starts.ts";
import { type Fleet, fleetOf } from "../../src/fleet.ts";
import type { CostWeights, Trip } from "../../src/index.ts";
import type { Opening } from "../../src/openings.ts";
import { insertInto, roomFor, type TimedStretch } from "../../src/stretch.ts";
import { clock, draw, given, trip as tripOf } from "../picture.ts";
import type { Chance } from "../seeded-random.ts";
import { everyPlace, type Inserted, isTooFull, same, tinyDays } from "./tiny-day.ts";

interface Placed {
  /** "2 3 at 53, 11:04": the two places, the weight, the drop-off. */
  readonly said: string;
  readonly weight: number;
  readonly dropoffAt: number;
  readonly after: TimedStretch;
}

function say({ pickupBefore, dropoffBefore }: Opening | Inserted, weight: number, dropoffAt: number): string {
  return `${pickupBefore} ${dropoffBefore} at ${weight}, ${clock(dropoffAt)}`;
}

/** Every place of a duty that keeps all limits and has a seat. */
function everyPlaced(duty: DutyTimes, trip: Trip, { legs }: Fleet, weights: CostWeights): Placed[] {
  const found: Placed[] = [];
  for (const place of everyPlace(duty.sequence, trip)) {
    const opening = { ...place, pickupFrom: 0, dropoffFrom: 0, restFrom: 0, full: 0 };
    const after = insertInto({ duty, trip, opening, legs, room: roomFor(duty.sequence.count) });
    if (after === undefined || isTooFull(place)) continue;
    const weight = weigh(costOf({ duty, after, legs }), weights);
    const dropoffAt = after.starts[after.dropoff]!;
    found.push({ said: say(place, weight, dropoffAt), weight, dropoffAt, after });
  }
  return found;
}

type Asked = Pick<Parameters<typeof bestInsertion>[0], "weights" | "atMost">;

function best({ legs, room }: Fleet, duty: DutyTimes, trip: Trip, asked: Asked): string | undefined {
  const found = bestInsertion({ duty, trip, legs, room, ...asked });
  return found && say(found.opening, found.weight, found.dropoffAt);
}

test("a second rider from the same stop to the same stop boards and alights behind the first, and costs nothing", () => {
  const fleet = fleetOf(given("V1 8seats @depot 9:00").book("A→C 9:30"));
  const ask = (text: string) =>
    best(fleet, fleet.duties[0]!, tripOf("new", text), { weights: defaultWeights });
  expect(ask("A→C 9:30")).toBe("1 2 at 0, 9:41");
  expect(ask("A→B 9:30")).toBe("1 1 at 0, 9:34");
  expect(ask("A→D 9:30")).toBe("1 2 at 10800, 9:50"); // 18 minutes of driving to D and back
  expect(ask("B→C 9:24")).toBe("1 2 at 600, 9:41"); // on the way; she waits ten minutes
});

test("the least weight wins, among equals the earlier drop-off, then the later place", () => {
  const seen = { found: 0, none: 0, equal: 0 };
  for (const { fleet, trip, random, where } of tinyDays(300))
    for (const duty of fleet.duties) {
      const weights = someWeights(random);
      const all = everyPlaced(duty, trip, fleet, weights);
      const least = Math.min(...all.map(({ weight }) => weight));
      const lightest = all.filter(({ weight }) => weight === least);
      const soonest = Math.min(...lightest.map(({ dropoffAt }) => dropoffAt));
      const expected = lightest.findLast(({ dropoffAt }) => dropoffAt === soonest)?.said;
      same(best(fleet, duty, trip, { weights }), expected, where);
      same(best(fleet, duty, trip, { weights, atMost: least }), expected, where);
      seen[expected === undefined ? "none" : "found"]++;
      if (lightest.length > 1) seen.equal++;
    }
  for (const number of Object.values(seen)) expect(number, JSON.stringify(seen)).toBeGreaterThan(5);
});

test("a place is not driven whose driving, detour and wait alone weigh more than asked for", () => {
  let looked = 0;
  for (const { fleet, trip: wish, random, where } of tinyDays(300)) {
    if (!fleet.legs.steady) continue;
    for (const duty of fleet.duties)
      for (const { after } of everyPlaced(duty, wish, fleet, defaultWeights)) {
        const trip = justInTime(wish, after);
        const weights = someWeights(random);
        const [only, ...others] = everyPlaced(duty, trip, fleet, weights);
        const found = bestInsertion({ ...fleet, duty, trip, weights });
        if (found === undefined || others.length > 0) continue;
        if (waitsBeyond(found.opening, only!.after, fleet)) continue; // known only once it is driven
        const { vehicleSeconds, detourSeconds, waitSeconds } = found.cost;
        const wait = trip.anchor === "dropoff" ? 0 : waitSeconds; // nor how long before her deadline she arrives
        const least =
          vehicleSeconds * weights.vehicleSecond +
          detourSeconds * weights.detourSecond +
          wait * weights.waitSecond;
        same(best(fleet, duty, trip, { weights, atMost: least }), only!.said, where);
        same(best(fleet, duty, trip, { weights, atMost: least - 1 }), undefined, where);
        looked++;
      }
  }
  expect(looked).toBeGreaterThan(50);
});

test("nor one on others' ways: detour, wait and their stops in between are known beforehand", () => {
  const day = given("V1 8seats 1chair @depot 9:00")
    .book("A→D 9:30")
    .book("B→C 9:34")
    .book("D→B 10:30")
    .book("C→B 10:39");
  const slow = day.problem.trips.map((one) => ({ ...one, boardSeconds: 60, alightSeconds: 120 }));
  const fleet = fleetOf({ ...day, problem: { ...day.problem, trips: slow } });
  expect(draw({ ...day, problem: { ...day.problem, trips: slow } })).toBe(
    "V1 | depot 9:20 | A +1 9:30 | B +1 9:35 | C -1 9:43 | D -1 9:54 | D +1 10:30 | C +1 10:40 | B -1 10:48 | B -1 10:50 | depot 11:06",
  );
  const weights = { ...defaultWeights, waitSecond: 2 };
  const ask = (text: string, atMost: number) =>
    best(fleet, fleet.duties[0]!, tripOf("new", text), { weights, atMost });
  expect(ask("B→D 9:30", 1080)).toBe("2 3 at 1080, 9:54"); // six minutes of waiting, and two while r2 alights at C
  expect(ask("B→D 9:30", 1079)).toBeUndefined();
  expect(ask("B→D 9:30 +1chair", 1079)).toBeUndefined(); // who rides in a wheelchair waits no less
  expect(ask("D→A 10:30", 1020)).toBe("5 8 at 1020, 10:56"); // a minute of waiting, five at C and B; A is on the way home
  expect(ask("D→A 10:30", 1019)).toBeUndefined();
});

/** The trip with the windows that its times in a stretch need: few other places are left. */
function justInTime(trip: Trip, { starts, pickup, dropoff }: TimedStretch): Trip {
  return {
    ...trip,
    pickup: { ...trip.pickup, latest: starts[pickup]! },
    dropoff: { ...trip.dropoff, latest: starts[dropoff]! },
  };
}

/** Is she fetched later than the opening says, or does she wait aboard? */
function waitsBeyond(
  { pickupFrom }: Opening,
  { sequence, starts, pickup, dropoff }: TimedStretch,
  { legs }: Fleet,
) {
  const since = leastSecondsSinceFirst(sequence, legs);
  const ride = starts[dropoff]! - starts[pickup]!;
  return starts[pickup]! > pickupFrom || ride > since[dropoff]! - since[pickup]!;
}

function someWeights(random: Chance): CostWeights {
  const weight = () => random.pick([0, 0, 1, 5]);
  return random.chance(0.3)
    ? defaultWeights
    : { vehicleSecond: weight(), delaySecond: weight(), detourSecond: weight(), waitSecond: weight() };
}

test("of two equal places neither is better; a lighter one is, and an earlier one of the same weight", () => {
  const fleet = fleetOf(given("V1 8seats @depot 9:00"));
  const trip = tripOf("new", "A→C 9:30");
  const one = bestInsertion({ ...fleet, duty: fleet.duties[0]!, trip, weights: defaultWeights })!;
  const isBetterThan = (heavier: number, later: number) =>
    isBetter(one, { ...one, weight: one.weight + heavier, dropoffAt: one.dropoffAt + later });
  expect([isBetterThan(1, 0), isBetterThan(1, -1), isBetterThan(0, 1)]).toEqual([true, true, true]);
  expect([isBetterThan(0, 0), isBetterThan(-1, 9), isBetterThan(0, -1)]).toEqual([false, false, false]);
});
