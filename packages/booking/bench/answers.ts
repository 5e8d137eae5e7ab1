/**
 * How long a request takes to be answered, refusals with alternatives included: one vehicle, a day booked full, with 40
 * and with 500 stops in one run. Milliseconds, and the ratio between the two.
 * Run: `node packages/booking/bench/answers.ts`
 * @see SAP-4.1 an answer within a second; SAP-5.1-6 the number of stops
 */
import { epochSeconds, seededRandom } from "@noriai/kernel";
import { type Day, decideConfirm, decideQuote, openDay, type Service } from "../src/index.ts";
import { aRequest, aWorld, counting, MONDAY, member, monday, stop } from "../test/a-world.ts";
import { withStops } from "../test/with-stops.ts";

const [few, many] = [aCrowdedDay(withStops(40), 150), aCrowdedDay(withStops(500), 150)];
for (const [name, { taken, answers }] of Object.entries({ "40 stops": few, "500 stops": many }))
  console.log(
    `${name}: ${answers.quote} offers, ${answers.refusal} refusals; p50 ${percentile(taken, 50).toFixed(1)} ms, p95 ${percentile(taken, 95).toFixed(1)} ms, p99 ${percentile(taken, 99).toFixed(1)} ms`,
  );
console.log(`p95, 500 stops to 40: × ${(percentile(many.taken, 95) / percentile(few.taken, 95)).toFixed(2)}`);

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

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length * share) / 100)]!;
}
