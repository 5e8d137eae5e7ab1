import { expect, test } from "vitest";
import { fleetOf } from "../src/fleet.ts";
import { offer } from "../src/index.ts";
import { nearestRejection, rejectionsAt } from "../src/refusal.ts";
import { distance } from "../src/rules/rejection.ts";
import { insertTrip, roomForOneMore } from "../src/sequence.ts";
import { randomDay } from "./random-day.ts";
import { randomTrip } from "./random-town.ts";
import { seededRandom } from "./seeded-random.ts";

test("the reason named is the nearest of all places, each driven in full", () => {
  let refusals = 0;
  const kinds = new Set<string>();
  for (let seed = 1; seed <= 300; seed++) {
    const random = seededRandom(seed);
    const kind = {
      triangle: seed % 2 === 0,
      paced: seed % 3 === 0,
      duties: 1 + (seed % 2),
      punctual: seed % 5 > 0,
    };
    const moments = [...randomDay(seed, kind)];
    const { problem, plan } = random.pick(moments);
    const trip = randomTrip(random, "new", problem);
    const answer = offer({ problem, plan, trip });
    if (answer.kind !== "refusal") continue;
    refusals++;
    const { duties, legs, room } = fleetOf({ problem, plan });
    for (const [k, duty] of duties.entries()) {
      const { sequence } = duty;
      let least = Number.POSITIVE_INFINITY;
      for (let i = sequence.firstOpen; i <= sequence.count; i++)
        for (let j = i; j <= sequence.count; j++) {
          const candidate = roomForOneMore(sequence);
          insertTrip({ base: sequence, target: candidate, trip, pickupBefore: i, dropoffBefore: j });
          const broken = rejectionsAt({ sequence: candidate, pickup: i, dropoff: j + 1, legs });
          expect(broken, `seed ${seed}`).not.toEqual([]); // a refused place breaks something that can be named
          least = Math.min(least, Math.max(...broken.map(distance)));
        }
      const { rejection } = answer.reasons[k]!;
      expect(nearestRejection({ duty, trip, legs, room, reach: 300 }), `seed ${seed}`).toEqual(rejection);
      expect(distance(rejection), `seed ${seed}`).toBe(least);
      kinds.add(rejection.kind);
    }
  }
  expect(refusals).toBeGreaterThan(60);
  expect(kinds.size).toBeGreaterThan(4);
});
