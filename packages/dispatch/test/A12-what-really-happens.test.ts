import { expect, test } from "vitest";
import { promisesAtRisk, schedule } from "../src/index.ts";
import { at, draw, given, places } from "./picture.ts";

const planned = given("V1 8seats @depot 9:00").book("A→C 9:30").book("C→D 9:45");
const place = (name: (typeof places)[number]) => places.indexOf(name);

test("a vehicle that still waits can fetch somebody at its door first", () => {
  const day = planned.with({ now: "9:19" });
  expect(draw(day.book("depot→A 9:19"))).toBe(
    "V1 | depot 9:19 | depot +1 9:19 | A -1 9:29 | A +1 9:30 | C -1 9:41 | C +1 9:45 | D -1 9:54 | depot 10:24",
  );
});

test("the stop that the vehicle is driving to stays the next one", () => {
  const drivingTo = { tripId: "r1", kind: "pickup" as const };
  const progress = [{ dutyId: "V1", place: place("depot"), freeAt: at("9:20"), done: [], drivingTo }];
  const day = planned.with({ now: "9:21", progress });
  expect(day.ask("depot→A 9:21").kind).toBe("refusal");
  expect(day.ask("A→C 9:30").kind).toBe("offer");
});

test("a rider aboard keeps her ride limit, counted from when she really boarded", () => {
  const done = [{ tripId: "r1", kind: "pickup" as const, at: at("9:36") }];
  const day = given("V1 8seats @depot 9:00")
    .book("A→C 9:30")
    .with({ now: "9:36", progress: [{ dutyId: "V1", place: place("A"), freeAt: at("9:36"), done }] });
  expect(draw(day)).toBe("V1 | A 9:36 | C -1 9:47 | depot 10:08");
  // 26 minutes are her longest ride: until 10:02.
  expect(schedule(day).duties[0]?.visits[0]?.slackSeconds).toBe(15 * 60);
  expect(promisesAtRisk(day)).toEqual([]);
});

test("a vehicle that stands at a stop has arrived, however long boarding takes", () => {
  const drivingTo = { tripId: "r1", kind: "pickup" as const };
  const arrived = {
    dutyId: "V1",
    place: place("depot"),
    freeAt: at("9:20"),
    arrivedAt: at("9:30"),
    done: [],
    drivingTo,
  };
  const day = planned.with({ now: "9:33", progress: [arrived] });
  expect(draw(day)).toBe("V1 | depot 9:20 | A +1 9:30 | C -1 9:44 | C +1 9:45 | D -1 9:54 | depot 10:24");
});

const late = planned.with({
  now: "9:45",
  progress: [{ dutyId: "V1", place: place("depot"), freeAt: at("9:45"), done: [] }],
});

test("[SAP-5.5-2] a vehicle that is late says which promises are at risk, and by how much", () => {
  const kept = { dropoffLateSeconds: 0, rideTooLongSeconds: 0 };
  expect(promisesAtRisk(late)).toEqual([
    { tripId: "r1", dutyId: "V1", pickupLateSeconds: 15 * 60, ...kept },
    { tripId: "r2", dutyId: "V1", pickupLateSeconds: 11 * 60, ...kept },
  ]);
});

test("planning goes on beside a late rider, and nobody makes her later", () => {
  expect(late.ask("depot→B 9:45").kind).toBe("offer"); // on the way: costs her nothing
  expect(late.ask("B→A 9:55")).toMatchObject({
    kind: "refusal",
    reasons: [{ rejection: { kind: "breaks-promise", tripId: "r1", seconds: 8 * 60 } }],
  });
});

test("a vehicle that will be home after its duty still takes whoever is on its way, and nobody else", () => {
  const day = given("V1 8seats @depot 9:00-10:10")
    .book("A→C 9:30")
    .with({ now: "9:38", progress: [{ dutyId: "V1", place: place("depot"), freeAt: at("9:38"), done: [] }] });
  expect(schedule(day).duties[0]?.lateSeconds).toBe(10 * 60);
  expect(day.ask("B→C 9:50").kind).toBe("offer");
  expect(day.ask("C→D 9:50")).toMatchObject({
    kind: "refusal",
    reasons: [{ rejection: { kind: "duty-ends-before", seconds: 18 * 60 } }],
  });
});
