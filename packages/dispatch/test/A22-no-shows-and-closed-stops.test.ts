import { expect, test } from "vitest";
import { checkPlan, type Happening, offer, type Reaction, react } from "../src/index.ts";
import { at, clock, type Day, draw, given, places, trip } from "./picture.ts";

function after(day: Day, ...happenings: readonly Happening[]): Reaction {
  const answer = react({ ...day, happenings, seed: 1, iterations: 100 });
  if (answer.kind === "invalid") throw new Error(JSON.stringify(answer.findings));
  return answer;
}

const closes = (name: (typeof places)[number], from: string, until: string): Happening => ({
  kind: "stop-closed",
  closure: { place: places.indexOf(name), from: at(from), until: at(until) },
});

const pair = given("V1 8seats @depot 9:00").book("A→C 9:30").book("B→C 9:30");

test("who does not come leaves the plan; the vehicle goes on from her stop", () => {
  const arrived = {
    dutyId: "V1",
    place: places.indexOf("depot"),
    freeAt: at("9:20"),
    arrivedAt: at("9:30"),
    done: [],
    drivingTo: { tripId: "r1", kind: "pickup" as const },
  };
  const day = pair.with({ now: "9:33", progress: [arrived] });
  const { problem, after: now, dropped } = after(day, { kind: "no-show", tripId: "r1" });
  expect(dropped).toEqual(["r1"]);
  expect(problem.progress[0]).toMatchObject({ place: places.indexOf("A"), freeAt: at("9:33") });
  expect(draw({ problem, plan: now.plan, asked: 0 })).toBe(
    "V1 | A 9:33 | B +1 9:37 | C -1 9:44 | depot 10:05",
  );
  expect(checkPlan({ problem, plan: now.plan })).toEqual([]);
});

test("her seats can be sold again at once", () => {
  const full = given("V1 8seats @depot 9:00").book("A→C 9:30 x8").with({ now: "9:00" });
  const { problem, after: now } = after(full, { kind: "no-show", tripId: "r1" });
  expect(offer({ problem, plan: now.plan, trip: trip("r2", "A→C 9:30 x8") }).kind).toBe("offer");
});

test("a rider whose stop is closed is fetched before it closes, where her window allows", () => {
  const day = given("V1 8seats @depot 9:00").book("B→C 9:30").book("A→C 9:34").with({ now: "9:00" });
  expect(draw(day)).toContain("B +1 9:38"); // on the way, four minutes after A
  const { after: now, problem } = after(day, closes("B", "9:36", "12:00"));
  expect(now.stranded).toEqual([]);
  expect(now.atRisk).toEqual([]);
  const pickup = now.schedule.duties[0]!.visits.find((visit) => visit.tripId === "r1")!;
  expect(pickup.start).toBeLessThan(at("9:36"));
  expect(clock(problem.trips.find(({ id }) => id === "r1")!.pickup.latest)).toBe("9:35:59");
});

test("where the closure covers her window she is stranded, whatever it costs others", () => {
  const { after: now } = after(pair.with({ now: "9:00" }), closes("B", "9:00", "12:00"));
  expect(now.stranded).toMatchObject([{ trip: { id: "r2" }, because: "stop-closed" }]);
  expect(now.atRisk).toEqual([]);
});

test("for riders who sit in the vehicle already, a closed stop is named: only a call can help", () => {
  const done = [{ tripId: "r1", kind: "pickup" as const, at: at("9:30") }];
  const riding = given("V1 8seats @depot 9:00")
    .book("A→C 9:30")
    .with({
      now: "9:31",
      progress: [{ dutyId: "V1", place: places.indexOf("A"), freeAt: at("9:30"), done }],
    });
  const { atClosedStop, after: now } = after(riding, closes("C", "9:00", "12:00"));
  expect(atClosedStop).toEqual([{ tripId: "r1", dutyId: "V1", place: places.indexOf("C") }]);
  expect(now.plan).toEqual(riding.plan);
});

test("riders at other stops and hours keep what they were promised", () => {
  const { changes, after: now } = after(pair.with({ now: "9:00" }), closes("B", "11:00", "12:00"));
  expect(changes).toEqual([]);
  expect(now.plan).toEqual(pair.plan);
});

test("the same mishaps in any order give the same bytes", () => {
  const happenings: Happening[] = [
    { kind: "late", dutyId: "V1", seconds: 900 },
    { kind: "no-show", tripId: "r1" },
    closes("B", "9:31", "9:33"),
  ];
  const day = pair.with({ now: "9:00" });
  expect(JSON.stringify(after(day, ...happenings))).toBe(
    JSON.stringify(after(day, ...happenings.toReversed())),
  );
});
