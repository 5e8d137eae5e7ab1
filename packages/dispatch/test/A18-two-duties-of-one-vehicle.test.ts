import { expect, test } from "vitest";
import {
  checkProblem,
  offer,
  type Problem,
  prepare,
  promisesAtRisk,
  schedule,
  verify,
} from "../src/index.ts";
import { at, clock, Day, draw, given, places, trip } from "./picture.ts";

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

/** The afternoon begins an hour before the morning ends, and has promised somebody to be there at 14:05. */
function overlapping(): Day {
  const day = twoDuties("9:00-15:00", "14:00-18:00");
  const wish = { ...trip("r1", "depot→A 14:05"), onlyDuty: "pm" };
  const answer = offer({ problem: day.problem, plan: day.plan, trip: wish });
  if (answer.kind !== "offer") throw new Error(answer.kind);
  return day.take(answer.offer);
}

test("where the hours overlap, the first duty ends in time for the second and what it has promised", () => {
  const refused = {
    kind: "refusal",
    reasons: [
      { dutyId: "am", rejection: { kind: "duty-ends-before", seconds: 30 * 60 } },
      { dutyId: "pm", rejection: { kind: "dropoff-too-late" } },
    ],
  };
  const day = overlapping();
  expect(day.ask("A→D 13:40")).toMatchObject(refused);
  const prepared = prepare(day);
  const morning = prepared.offer({ trip: trip("r2", "A→C 9:30") });
  if (morning.kind !== "offer") throw new Error(morning.kind);
  expect(morning.offer.dutyId).toBe("am");
  expect(prepared.take(morning.offer).offer({ trip: trip("r3", "A→D 13:40") })).toMatchObject(refused);
});
