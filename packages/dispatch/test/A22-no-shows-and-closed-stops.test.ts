import { expect, test } from "vitest";
import { checkPlan, type Happening, offer, type Reaction, react } from "../src/index.ts";
import { at, clock, Day, draw, given, places, trip } from "./picture.ts";

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

test("where it is open again a little after her window, she is fetched then: late, not left", () => {
  const { after: now, problem } = after(pair.with({ now: "9:00" }), closes("B", "9:00", "9:45"));
  expect(now.stranded).toEqual([]);
  expect(now.atRisk).toEqual([
    { tripId: "r2", dutyId: "V1", pickupLateSeconds: 5 * 60, dropoffLateSeconds: 0, rideTooLongSeconds: 0 },
  ]);
  const pickup = now.schedule.duties[0]!.visits.find((one) => one.tripId === "r2" && one.kind === "pickup")!;
  expect(clock(pickup.start)).toBe("9:45");
  expect(checkPlan({ problem, plan: now.plan })).toEqual([]); // a promise that cannot be kept is no nonsense
  expect(offer({ problem, plan: now.plan, trip: trip("r3", "A→C 11:00") }).kind).toBe("offer");
});

test("nobody is made later than anybody may be: then she is stranded", () => {
  const day = pair.with({ now: "9:00" });
  const happenings = [closes("B", "9:00", "9:45")];
  const answer = react({ ...day, happenings, seed: 1, iterations: 100, lateSecondsMax: 299 });
  if (answer.kind === "invalid") throw new Error(JSON.stringify(answer.findings));
  expect(answer.after.stranded).toMatchObject([{ trip: { id: "r2" }, because: "stop-closed" }]);
});

test("a stop closed before is no place for whoever loses a vehicle later", () => {
  const town = given("V1 8seats @depot 9:00", "V2 8seats @depot 9:00").book("A→C 9:30").with({ now: "9:00" });
  const closures = [{ place: places.indexOf("A"), from: at("9:00"), until: at("9:35") }];
  const day = new Day({ ...town, problem: { ...town.problem, closures } });
  const lost = day.plan.routes.find(({ visits }) => visits.length > 0)!.dutyId;
  const { after: now } = after(day, { kind: "out-of-service", dutyId: lost, from: at("9:00") });
  expect(now.stranded).toEqual([]);
  const visits = now.schedule.duties.flatMap((duty) => duty.visits);
  expect(clock(visits.find(({ kind }) => kind === "pickup")!.start)).toBe("9:35");
});

test("who was promised a closed stop before, and was not put off since, hinders nobody in the same vehicle", () => {
  const town = given("V1 8seats @depot 9:00", "V2 8seats @depot 9:00").book("A→C 9:30").with({ now: "9:00" });
  const closures = [{ place: places.indexOf("A"), from: at("9:00"), until: at("12:00") }];
  const [served] = town.plan.routes.filter(({ visits }) => visits.length > 0);
  const other = served!.dutyId === "V1" ? "V2" : "V1";
  const rider = trip("r2", "B→D 9:35");
  const plan = {
    routes: [
      ...town.plan.routes.filter(({ dutyId }) => dutyId !== other),
      {
        dutyId: other,
        visits: (["pickup", "dropoff"] as const).map((kind) => ({ tripId: "r2", kind })),
      },
    ],
  };
  const problem = { ...town.problem, trips: [...town.problem.trips, rider], closures };
  const day = new Day({ problem, plan, asked: 2 });
  const { after: now } = after(day, { kind: "out-of-service", dutyId: other, from: at("9:00") });
  expect(now.stranded).toEqual([]);
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
