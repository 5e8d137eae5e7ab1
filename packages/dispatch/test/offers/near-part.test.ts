import { expect, test } from "vitest";
import { fleetOf } from "../../src/fleet.ts";
import { defaultEffort, offer, type Plan, type Problem, type Trip, verify } from "../../src/index.ts";
import { nearPart } from "../../src/near-part.ts";
import { Day, given, trip } from "../picture.ts";
import { randomDay } from "../random-day.ts";
import { randomTrip } from "../random-town.ts";
import { seededRandom } from "../seeded-random.ts";

const SEED = Number(process.env.DISPATCH_SEED ?? 7700);
const names = (letter: string, count: number) => Array.from({ length: count }, (_, k) => `${letter}${k + 1}`);

/** Thirty vehicles stand where the rider waits, sixty twenty minutes away, and a hundred begin in the afternoon. */
const region = given(
  ...names("near", 30).map((name) => `${name} 8seats @A 9:00`),
  ...names("far", 60).map((name) => `${name} 8seats @D 9:00`),
  ...names("pm", 100).map((name) => `${name} 8seats @A 13:00`),
);
const wish = trip("r1", "A→B 9:05");
const dutiesNear = ({ problem, plan }: { problem: Problem; plan: Plan }, asked: Trip) =>
  nearPart(fleetOf({ problem, plan }), asked).problem.duties.map(({ id }) => id);

test("for one rider the nearest forty duties that meet her hours are planned anew, however large the region", () => {
  const duties = dutiesNear(region, wish);
  expect(duties).toHaveLength(40);
  expect(duties.filter((id) => id.startsWith("near"))).toHaveLength(30);
  expect(duties.filter((id) => id.startsWith("pm"))).toEqual([]);
});

test("a vehicle is planned with all of its duties, and a rider bound to a far one with that one", () => {
  const shared = region.problem.duties.map((duty) =>
    duty.id === "pm7" ? { ...duty, vehicleId: "near7" } : duty,
  );
  expect(dutiesNear({ ...region, problem: { ...region.problem, duties: shared } }, wish)).toContain("pm7");
  const bound = dutiesNear(region, { ...wish, onlyDuty: "far60" });
  expect(bound).toContain("far60");
  expect(bound).toHaveLength(40);
});

test("a fleet of forty is planned as a whole", () => {
  const fleet = fleetOf(given(...names("V", 40).map((name) => `${name} 8seats @A 13:00`)));
  expect(nearPart(fleet, wish)).toMatchObject({ problem: fleet.problem, plan: fleet.plan });
});

test("in the large plan only the routes of the part change, each in its place", () => {
  const day = given("V1 8seats @depot 9:00", "V2 2seats @depot 9:00").book("depot→D 9:30 x2");
  const evening = given(...names("pm", 60).map((name) => `${name} 8seats @depot 13:00`)).book("A→B 13:30");
  const trips = [...evening.problem.trips.map((one) => ({ ...one, id: "late" })), ...day.problem.trips];
  const late = evening.plan.routes.map(({ dutyId, visits }) => ({
    dutyId,
    visits: visits.map((visit) => ({ ...visit, tripId: "late" })),
  }));
  const whole = new Day({
    problem: { ...day.problem, duties: [...evening.problem.duties, ...day.problem.duties], trips },
    plan: { routes: [...late, ...day.plan.routes] },
    asked: 1,
  });
  const { problem, plan } = whole;
  const answer = offer({ problem, plan, trip: trip("r2", "depot→A 9:30 x8"), effort: defaultEffort });
  if (answer.kind !== "offer") throw new Error(answer.kind);
  expect(answer.offer.moved).toEqual(["r1"]);
  whole.take(answer.offer);
  const routes = answer.offer.plan.routes.map(({ dutyId, visits }) => [dutyId, visits[0]?.tripId]);
  expect(routes).toEqual([
    [late[0]!.dutyId, "late"],
    ["V1", "r2"],
    ["V2", "r1"],
  ]);
});

test(`what is found for a part of a large fleet keeps every rule of the whole (seed ${SEED})`, () => {
  let found = 0;
  for (let seed = SEED; seed < SEED + 40; seed++) {
    const random = seededRandom(seed);
    const kind = { triangle: true, paced: seed % 3 === 0, duties: 3, punctual: true, ruled: seed % 2 === 0 };
    const { problem: town, plan } = random.pick([...randomDay(seed, kind)]);
    const parked = names("parked", 60).map((id) => {
      const duty = random.pick(town.duties);
      return { ...duty, id, vehicleId: id, startsAt: duty.endsAt + 86_400, endsAt: duty.endsAt + 90_000 };
    });
    const problem = { ...town, duties: [...parked, ...town.duties] };
    const refused = Array.from({ length: 20 }, () => randomTrip(random, "new", problem)).filter(
      (wanted) => offer({ problem, plan, trip: wanted }).kind === "refusal",
    );
    for (const asked of refused.slice(0, 5)) {
      const answer = offer({ problem, plan, trip: asked, effort: { iterations: 150, nodes: 0, seed: 7 } });
      if (answer.kind !== "offer") continue;
      found++;
      const booked = { ...problem, trips: [...problem.trips, answer.offer.trip] };
      expect(verify({ problem: booked, plan: answer.offer.plan, since: plan }), `seed ${seed}`).toEqual([]);
    }
  }
  expect(found).toBeGreaterThan(3);
});
