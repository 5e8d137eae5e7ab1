import { epochSeconds, type Position, seededRandom } from "@noriai/kernel";
import { describe, expect, test } from "vitest";
import { type Day, decideConfirm, decideQuote, openDay, type Service } from "../src/index.ts";
import { aService } from "./a-service.ts";
import { aRequest, aWorld, counting, MONDAY, member, monday, stop } from "./a-world.ts";

const MILLISECONDS_MAX = 1000; // SAP-4.1: an answer within a second, refusals with alternatives included

describe("answers come at once", () => {
  test("[SAP-4.1] one vehicle, 40 stops, a day booked full by 150 wishes: 95 of 100 answers within a second", () => {
    const { taken, answers } = aCrowdedDay(withStops(40), 150);
    expect(answers.quote).toBeGreaterThan(25);
    expect(answers.refusal).toBeGreaterThan(25);
    expect(percentile(taken, 95)).toBeLessThan(MILLISECONDS_MAX);
  });

  test("[SAP-5.1-6] 500 stops: 95 of 100 answers within a second", () => {
    const { taken, answers } = aCrowdedDay(withStops(500), 80);
    expect(answers.quote).toBeGreaterThan(15);
    expect(percentile(taken, 95)).toBeLessThan(MILLISECONDS_MAX);
  });
});

function aCrowdedDay(service: Service, wishes: number) {
  const random = seededRandom(7);
  const below = (count: number) => Math.floor(random() * count);
  const world = aWorld({ now: monday("08:00"), service, random, newId: counting() });
  const answers = { quote: 0, refusal: 0 };
  const taken: number[] = [];
  let day: Day = openDay(service, MONDAY);
  for (let k = 0; k < wishes; k++) {
    const from = below(service.stops.length);
    const to = (from + 1 + below(service.stops.length - 1)) % service.stops.length;
    const request = aRequest({
      memberId: member(`m${k}`),
      from: stop(`S${from + 1}`),
      to: stop(`S${to + 1}`),
      time: {
        mode: random() < 0.5 ? "depart" : "arrive",
        at: epochSeconds(monday("09:30") + below(60) * 300),
      },
    });
    const began = performance.now();
    const { answer, day: after } = decideQuote(world, day, request);
    taken.push(performance.now() - began);
    answers[answer.kind]++;
    day = after;
    if (answer.kind === "quote")
      day = decideConfirm(world, day, { quoteId: answer.quote.id, memberId: request.memberId }).day;
  }
  return { taken, answers };
}

/** A service with this many stops on a grid of some three kilometres. */
function withStops(count: number): Service {
  const side = Math.ceil(Math.sqrt(count));
  const step = 0.03 / side;
  const positionOf = (k: number): Position => ({
    lat: 43.1 + Math.floor(k / side) * step,
    lng: 141.2 + (k % side) * step,
  });
  const [template] = aService().stops;
  const stops = Array.from({ length: count }, (_, k) => ({
    ...template!,
    id: stop(`S${k + 1}`),
    number: k + 1,
    position: positionOf(k),
  }));
  return aService({ stops });
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length * share) / 100)]!;
}
