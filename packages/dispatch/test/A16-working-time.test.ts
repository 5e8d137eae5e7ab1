import { expect, test } from "vitest";
import { checkProblem, promisesAtRisk, schedule, verify } from "../src/index.ts";
import { at, Day, draw, given, places } from "./picture.ts";

/** The same day with drivers who may be at work for so many minutes. */
function workingAtMost(minutes: number, day: Day): Day {
  const duties = day.problem.duties.map((duty) => ({ ...duty, workSecondsMax: minutes * 60 }));
  return new Day({ ...day, problem: { ...day.problem, duties } });
}

test("work is counted from leaving, as late as the riders allow, to being back", () => {
  const day = workingAtMost(42, given("V1 8seats @depot 9:00")).book("A→C 9:30");
  expect(draw(day)).toBe("V1 | depot 9:20 | A +1 9:30 | C -1 9:41 | depot 10:02");
  expect(schedule(day).duties[0]).toMatchObject({ workSeconds: 42 * 60, workTooLongSeconds: 0 });
});

test("a rider who would keep the driver at work too long is refused, by so much", () => {
  const day = workingAtMost(41, given("V1 8seats @depot 9:00"));
  expect(day.ask("A→C 9:30")).toMatchObject({
    kind: "refusal",
    reasons: [{ rejection: { kind: "work-too-long", seconds: 60 } }],
  });
});

test("an early rider is fetched later within her window so that the driver can be home in time for a late one", () => {
  const day = given("V1 8seats @depot 9:00").book("A→C 9:30").book("A→C 10:10");
  expect(schedule(day).duties[0]!.workSeconds).toBe(82 * 60);
  const tired = workingAtMost(75, given("V1 8seats @depot 9:00")).book("A→C 9:30").book("A→C 10:10");
  expect(draw(tired)).toBe("V1 | depot 9:27 | A +1 9:37 | C -1 9:48 | A +1 10:10 | C -1 10:21 | depot 10:42");
  expect(workingAtMost(71, given("V1 8seats @depot 9:00")).book("A→C 9:30").ask("A→C 10:10").kind).toBe(
    "refusal",
  );
});

test("for a driver who has begun, work counts from when the vehicle left", () => {
  const out = { dutyId: "V1", place: places.indexOf("A"), freeAt: at("9:30"), done: [], beganAt: at("9:20") };
  const day = workingAtMost(60, given("V1 8seats @depot 9:00")).with({ now: "9:30", progress: [out] });
  expect(day.ask("A→B 9:50").kind).toBe("offer"); // back at 10:08
  expect(day.ask("A→B 10:10").kind).toBe("refusal"); // it would be 10:28
});

test("a vehicle that stands at its depot does not work, and one that nobody needs never does", () => {
  const day = workingAtMost(10, given("V1 8seats @depot 9:00")).with({ now: "14:00" });
  expect(verify(day)).toEqual([]);
  expect(schedule(day).duties[0]).toMatchObject({ workSeconds: 0, workTooLongSeconds: 0 });
});

test("a plan that a delay has made too long is told with its overtime, and no rider is late for it", () => {
  const planned = workingAtMost(42, given("V1 8seats @depot 9:00")).book("A→C 9:30");
  const late = planned.with({
    now: "9:33",
    progress: [
      {
        dutyId: "V1",
        place: places.indexOf("A"),
        freeAt: at("9:33"),
        done: [{ tripId: "r1", kind: "pickup", at: at("9:33") }],
        beganAt: at("9:20"),
      },
    ],
  });
  expect(promisesAtRisk(late)).toEqual([]);
  expect(schedule(late).duties[0]).toMatchObject({ workSeconds: 45 * 60, workTooLongSeconds: 3 * 60 });
  expect(verify(late)).toEqual([{ kind: "work-too-long", dutyId: "V1", seconds: 3 * 60 }]);
  expect(verify({ ...late, since: late.plan })).toEqual([]); // not the plan's fault
});

test("half a second of work is found by name", () => {
  const { problem } = workingAtMost(0.25 / 60, given("V1 8seats @depot 9:00"));
  expect(checkProblem(problem)).toEqual([{ kind: "not-a-whole-number", id: "V1", field: "workSecondsMax" }]);
});
