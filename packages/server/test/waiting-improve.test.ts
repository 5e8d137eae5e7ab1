import { type Day, decide, openDay, type TripRequest, type World } from "@noriai/booking";
import { epochSeconds, type MemberId, type StopId, seededRandom } from "@noriai/kernel";
import { expect, test } from "vitest";
import { aService, aVehicle } from "../../booking/test/a-service.ts";
import { aParty, aWorld, counting, MONDAY, monday } from "../../booking/test/a-world.ts";
import { stillHolds } from "../src/improve/still-holds.ts";

const DAYS = 30;
const SERVICE = aService({ vehicles: [aVehicle(1, { seats: 3 }), aVehicle(2, { seats: 3 })] });

/** Everybody wants to ride at ten; who is refused waits. Then some go whom the list was not asked for. */
function fullDay(seed: number): { readonly world: World; readonly day: Day } {
  const random = seededRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const base = aWorld({ now: monday("07:30"), service: SERVICE, random, newId: counting() });
  const world: World = { ...base, effort: { iterations: 10, nodes: 50 }, intakeStops: [] };
  const take = (day: Day, matter: Parameters<typeof decide>[2]) => decide(world, day, matter);
  let day = openDay(SERVICE, MONDAY);
  for (let k = 0; k < 14; k++) {
    const memberId = `m${k}` as MemberId;
    const request: TripRequest = {
      memberId,
      channel: "web",
      serviceDate: MONDAY,
      from: `S${1 + below(4)}` as StopId,
      to: `S${6 + below(4)}` as StopId,
      time: { mode: "depart", at: epochSeconds(monday("10:00") + 300 * below(6)) },
      party: aParty({ general: 1 + below(2) }),
      wheelchairs: 0,
    };
    const asked = decide(world, day, { kind: "quote", request });
    day =
      asked.answer.kind === "quote"
        ? take(asked.day, { kind: "confirm", quoteId: asked.answer.quote.id, memberId }).day
        : take(asked.day, { kind: "wait", request }).day;
  }
  const { waiting = [] } = day;
  day = { ...day, waiting: [] };
  for (const { id } of [...day.bookings.values()].filter(() => random() < 0.25))
    day = take(day, { kind: "cancel", bookingId: id, by: { kind: "operator" }, reason: "" }).day;
  return { world, day: { ...day, waiting } };
}

test("a better plan that makes room for who waits carries its offers, and holds up to the verifier", {
  timeout: 120_000,
}, () => {
  let offers = 0;
  for (let seed = 1; seed <= DAYS; seed++) {
    const { world, day } = fullDay(seed);
    const found = decide(world, day, { kind: "improve", effort: { seed, iterations: 100 } });
    if (found.answer.kind !== "improved" || !found.changes.some(({ kind }) => kind === "quote-held"))
      continue;
    offers++;
    const quotes = new Map([...day.quotes, ...found.day.quotes]);
    const asked = { world, plan: found.day.plan, mayBeLate: false };
    expect(stillHolds({ ...asked, day: { ...day, quotes } }), `seed ${seed}`).toBe(true);
  }
  expect(offers).toBeGreaterThan(5);
});
