import { expect, test } from "vitest";
import { type Happening, type Reaction, react, verify } from "../src/index.ts";
import { at, type Day, draw, given, places } from "./picture.ts";

function after(day: Day, ...happenings: readonly Happening[]): Reaction {
  const { problem, plan } = day;
  const answer = react({ problem, plan, happenings, seed: 1, iterations: 100 });
  if (answer.kind === "invalid") throw new Error(JSON.stringify(answer.findings));
  return answer;
}

const busy = given("V1 8seats @depot 9:00", "V2 8seats @depot 9:00")
  .book("A→C 9:30")
  .book("C→D 9:45")
  .with({ now: "9:15" });

test("a delay that breaks no promise changes nothing", () => {
  const calm = after(busy, { kind: "late", dutyId: "V1", seconds: 5 * 60 });
  expect(calm.before.atRisk).toEqual([]);
  expect(calm.changes).toEqual([]);
  expect(calm.after.plan).toEqual(busy.plan);
});

test("of a vehicle half an hour late, the rider whom another can fetch in time is moved to it", () => {
  const {
    before,
    after: now,
    changes,
    problem,
  } = after(busy, { kind: "late", dutyId: "V1", seconds: 30 * 60 });
  expect(before.atRisk).toMatchObject([
    { tripId: "r1", pickupLateSeconds: 15 * 60 },
    { tripId: "r2", pickupLateSeconds: 11 * 60 },
  ]);
  expect(now.atRisk).toEqual([]);
  expect(draw({ problem, plan: now.plan, asked: 0 })).toBe(
    "V1 | idle\nV2 | depot 9:20 | A +1 9:30 | C -1 9:41 | C +1 9:45 | D -1 9:54 | depot 10:24",
  );
  expect(changes).toEqual([
    {
      tripId: "r1",
      fromDutyId: "V1",
      toDutyId: "V2",
      lateSecondsBefore: 15 * 60,
      lateSecondsAfter: 0,
      pickupBefore: at("9:55"),
      pickupAfter: at("9:30"),
    },
    {
      tripId: "r2",
      fromDutyId: "V1",
      toDutyId: "V2",
      lateSecondsBefore: 11 * 60,
      lateSecondsAfter: 0,
      pickupBefore: at("10:06"),
      pickupAfter: at("9:45"),
    },
  ]);
});

test("where nobody can help, the plan stays and the promise at risk is named", () => {
  const alone = given("V1 8seats @depot 9:00").book("A→C 9:30").with({ now: "9:15" });
  const { before, after: now, changes } = after(alone, { kind: "late", dutyId: "V1", seconds: 30 * 60 });
  expect(now.atRisk).toMatchObject([{ tripId: "r1", pickupLateSeconds: 15 * 60 }]);
  expect(now.atRisk).toEqual(before.atRisk);
  expect(changes).toEqual([]);
});

test("one rider is made later so that three others are kept: broken promises are counted first", () => {
  const day = given("V1 8seats @depot 9:00")
    .book("A→B 9:30")
    .book("depot→B 10:00")
    .book("depot→B 10:00 x2")
    .book("depot→C 10:00")
    .with({ now: "9:15" });
  const { before, after: now, problem } = after(day, { kind: "late", dutyId: "V1", seconds: 31 * 60 });
  const lateness = (risks: typeof now.atRisk) =>
    risks.map(({ tripId, pickupLateSeconds }) => [tripId, pickupLateSeconds / 60]);
  expect(lateness(before.atRisk)).toEqual([
    ["r1", 16],
    ["r2", 4],
    ["r3", 4],
    ["r4", 4],
  ]);
  // She goes round by the depot, where the three board at ten: fetched as late as before, and five minutes too long.
  expect(lateness(now.atRisk)).toEqual([["r1", 16]]);
  expect(now.atRisk).toMatchObject([{ rideTooLongSeconds: 5 * 60 }]);
  for (const found of verify({ problem, plan: now.plan, since: day.plan }))
    expect(found).toMatchObject({ tripId: "r1" });
});

test("the stop that a vehicle is driving to stays its next one, however late; later riders are moved", () => {
  const drivingTo = { tripId: "r1", kind: "pickup" as const };
  const progress = [
    { dutyId: "V1", place: places.indexOf("depot"), freeAt: at("9:20"), done: [], drivingTo },
  ];
  const day = busy.with({ now: "9:22", progress });
  const { after: now } = after(day, { kind: "late", dutyId: "V1", seconds: 30 * 60 });
  expect(now.plan.routes.find(({ dutyId }) => dutyId === "V1")?.visits).toEqual([
    drivingTo,
    { tripId: "r1", kind: "dropoff" },
  ]);
  expect(now.atRisk).toMatchObject([{ tripId: "r1", pickupLateSeconds: 20 * 60 }]);
});

test("boarding that takes longer makes everybody behind later, and who boards now is not late for it", () => {
  const arrived = {
    dutyId: "V1",
    place: places.indexOf("depot"),
    freeAt: at("9:20"),
    arrivedAt: at("9:30"),
    done: [],
    drivingTo: { tripId: "r1", kind: "pickup" as const },
  };
  const day = given("V1 8seats @depot 9:00")
    .book("A→C 9:30")
    .book("C→D 9:45")
    .with({ now: "9:31", progress: [arrived] });
  const { before } = after(day, { kind: "late", dutyId: "V1", seconds: 15 * 60 });
  expect(before.schedule.duties[0]!.visits[0]).toMatchObject({ start: at("9:30"), departure: at("9:46") });
  expect(before.atRisk).toMatchObject([{ tripId: "r2", pickupLateSeconds: 2 * 60 }]);
});
