import { expect, test } from "vitest";
import { checkProblem, type Problem, promisesAtRisk, schedule, verify } from "../src/index.ts";
import { at, clock, Day, draw, given, places } from "./picture.ts";

/** V1 in the morning and again after a pause, as two duties. */
function twoDuties(morning: string, afternoon: string): Day {
  const day = given(`am 8seats @depot ${morning}`, `pm 8seats @depot ${afternoon}`);
  const duties = day.problem.duties.map((duty) => ({ ...duty, vehicleId: "V1" }));
  return new Day({ ...day, problem: { ...day.problem, duties } });
}

test("one vehicle serves two duties, each from its own start to its own end", () => {
  const day = twoDuties("9:00-11:00", "12:00-15:00").book("A→C 9:30").book("A→C 13:00");
  expect(draw(day)).toBe(
    "V1 | depot 9:20 | A +1 9:30 | C -1 9:41 | depot 10:02\nV1 | depot 12:50 | A +1 13:00 | C -1 13:11 | depot 13:32",
  );
});

test("between its duties the vehicle does not drive", () => {
  expect(twoDuties("9:00-11:00", "12:00-15:00").ask("A→C 11:30")).toMatchObject({
    kind: "refusal",
    reasons: [
      { dutyId: "am", rejection: { kind: "duty-ends-before" } },
      { dutyId: "pm", rejection: { kind: "duty-not-started" } },
    ],
  });
});

/** The morning's last rider boards only at 10:50: the vehicle is back at 11:22 instead of 11:00. */
function lateMorning(): Day {
  const day = twoDuties("9:00-11:00", "11:00-15:00").book("A→C 10:20").book("A→B 11:15");
  const progress = [{ dutyId: "am", place: places.indexOf("depot"), freeAt: at("10:40"), done: [] }];
  return day.with({ now: "10:40", progress });
}

test("the second duty begins when the vehicle is back from the first, however late that is", () => {
  const day = lateMorning();
  expect(clock(schedule(day).duties[0]!.endArrival)).toBe("11:22");
  expect(clock(schedule(day).duties[1]!.leavesAt)).toBe("11:22");
  expect(promisesAtRisk(day)).toMatchObject([
    { tripId: "r1", pickupLateSeconds: 20 * 60 },
    { tripId: "r2", pickupLateSeconds: 7 * 60 },
  ]);
  expect(verify({ ...day, since: day.plan, schedule: schedule(day) })).toEqual([]);
  expect(verify(day)).toContainEqual({
    kind: "pickup-too-late",
    dutyId: "pm",
    tripId: "r2",
    seconds: 7 * 60,
  });
});

test("nobody new is promised the vehicle while it is still out", () => {
  expect(lateMorning().ask("depot→A 11:05")).toMatchObject({ kind: "refusal" });
  expect(lateMorning().ask("depot→A 11:20").kind).toBe("offer");
});

test("duties of one vehicle that overlap are found by name; the way between two places counts", () => {
  const sound = twoDuties("9:00-11:00", "11:00-15:00").problem;
  expect(checkProblem(sound)).toEqual([]);
  const overlap = { kind: "duties-of-one-vehicle-overlap", id: "pm", field: "startsAt" };
  expect(checkProblem(twoDuties("9:00-11:01", "11:00-15:00").problem)).toEqual([overlap]);
  const [am, pm] = sound.duties;
  const elsewhere: Problem = { ...sound, duties: [am!, { ...pm!, startPlace: places.indexOf("A") }] };
  expect(checkProblem(elsewhere)).toEqual([overlap]);
});
