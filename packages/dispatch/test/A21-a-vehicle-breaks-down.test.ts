import { expect, test } from "vitest";
import { type Happening, type Reaction, react } from "../src/index.ts";
import { at, Day, draw, duty, given, places } from "./picture.ts";

function after(day: Day, ...happenings: readonly Happening[]): Reaction {
  const answer = react({ ...day, happenings, seed: 1, iterations: 100 });
  if (answer.kind === "invalid") throw new Error(JSON.stringify(answer.findings));
  return answer;
}

const town = given("V1 8seats @depot 9:00", "V2 8seats @D 9:00").book("A→B 9:30").book("B→A 10:30");

test("riders of a vehicle out of service are fetched by another, late only where the way asks for it", () => {
  const {
    before,
    after: now,
    problem,
  } = after(town.with({ now: "9:15" }), {
    kind: "out-of-service",
    dutyId: "V1",
    from: at("9:15"),
  });
  expect(before.stranded.map(({ trip, because }) => [trip.id, because])).toEqual([
    ["r1", "out-of-service"],
    ["r2", "out-of-service"],
  ]);
  expect(now.stranded).toEqual([]);
  expect(now.atRisk).toEqual([]);
  expect(draw({ problem, plan: now.plan, asked: 0 })).toBe(
    "V1 | idle\nV2 | D 9:15 | A +1 9:35 | B -1 9:39 | B +1 10:30 | A -1 10:34 | D 10:54",
  );
});

test("nobody is planned with that vehicle any more", () => {
  const { problem, after: now } = after(town.with({ now: "9:15" }), {
    kind: "out-of-service",
    dutyId: "V1",
    from: at("9:15"),
  });
  expect(problem.duties[0]).toMatchObject({ id: "V1", seats: 0, wheelchairPlaces: 0 });
  expect(now.plan.routes.find(({ dutyId }) => dutyId === "V1")?.visits).toEqual([]);
});

test("out of service later: who can be brought before stays, the others move", () => {
  const {
    after: now,
    changes,
    problem,
  } = after(town.with({ now: "9:15" }), {
    kind: "out-of-service",
    dutyId: "V1",
    from: at("10:00"),
  });
  expect(problem.duties[0]!.endsAt).toBe(at("10:00"));
  expect(changes.map(({ tripId, toDutyId }) => [tripId, toDutyId])).toEqual([["r2", "V2"]]);
  expect(now.atRisk).toEqual([]);
});

test("riders aboard are fetched from where the vehicle stands, and keep their arrival if anybody can", () => {
  const done = [{ tripId: "r1", kind: "pickup" as const, at: at("9:30") }];
  const alone = given("V1 8seats @depot 9:00").book("A→D 9:30");
  const duties = [...alone.problem.duties, duty("V2 8seats @B 9:00")]; // comes to help
  const riding = new Day({ ...alone, problem: { ...alone.problem, duties } }).with({
    now: "9:34",
    progress: [{ dutyId: "V1", place: places.indexOf("A"), freeAt: at("9:30"), done }],
  });
  const {
    transfers,
    after: now,
    problem,
  } = after(riding, {
    kind: "out-of-service",
    dutyId: "V1",
    from: at("9:34"),
    place: places.indexOf("B"),
  });
  expect(transfers).toEqual([{ tripId: "r1", fromDutyId: "V1", place: places.indexOf("B"), toDutyId: "V2" }]);
  expect(draw({ problem, plan: now.plan, asked: 0 })).toBe(
    "V1 | idle\nV2 | B 9:34 | B +1 9:34 | D -1 9:50 | B 10:06",
  );
  expect(now.atRisk).toEqual([]);
});

test("without anybody to help, riders are stranded, and named with their trip to offer them something else", () => {
  const alone = given("V1 8seats @depot 9:00").book("A→B 9:30").with({ now: "9:15" });
  const {
    after: now,
    problem,
    changes,
  } = after(alone, {
    kind: "out-of-service",
    dutyId: "V1",
    from: at("9:15"),
  });
  expect(now.stranded).toMatchObject([{ trip: { id: "r1" }, fromDutyId: "V1", because: "out-of-service" }]);
  expect(problem.trips).toEqual([]);
  expect(changes).toMatchObject([{ tripId: "r1", toDutyId: undefined, lateSecondsAfter: undefined }]);
});

test("a kept rider is made late for a stranded one, for nobody is left before anybody waits", () => {
  const day = given("V1 8seats @depot 9:00", "V2 2seats @depot 9:00")
    .book("A→B 9:30 x3")
    .book("A→C 9:50 x3")
    .with({ now: "9:15" });
  const { after: now } = after(day, { kind: "out-of-service", dutyId: "V1", from: at("9:15") });
  expect(now.stranded.map(({ trip }) => trip.id)).toEqual(["r1", "r2"]); // three do not fit two seats, late or not
});

test("whoever loses a vehicle is not put into its afternoon: nobody knows whether it drives again by then", () => {
  const day = given("am 8seats @depot 9:00-10:00", "pm 8seats @depot 10:00-15:00").book("A→B 9:30");
  const duties = day.problem.duties.map((one) => ({ ...one, vehicleId: "V1" }));
  const oneVehicle = new Day({ ...day, problem: { ...day.problem, duties } }).with({ now: "9:15" });
  const out: Happening = { kind: "out-of-service", dutyId: "am", from: at("9:15") };
  expect(after(oneVehicle, out).after.stranded).toMatchObject([{ trip: { id: "r1" }, fromDutyId: "am" }]);
  // Another vehicle of those hours would fetch her, half an hour late.
  const two = new Day({ ...day }).with({ now: "9:15" });
  expect(after(two, out).changes).toMatchObject([
    { tripId: "r1", toDutyId: "pm", lateSecondsAfter: 30 * 60 },
  ]);
});
