import type { RunSheet, TaskRider } from "@noriai/api";
import { describe, expect, test } from "vitest";
import { eventsOf, faultsOf, linesOf, NO_ANSWER } from "../src/desk/paper/paper-lines.ts";

const DATE = "2026-11-24";
const at = (time: string) => `${DATE}T${time}:00+09:00`;
const rider = (bookingId: string, changes: Partial<TaskRider> = {}): TaskRider => ({
  ...{ bookingId, calledName: "中野 茂", party: { general: 1, senior: 0, disabled: 0, child: 0, infant: 0 } },
  ...{ wheelchairs: 0, fare: { lines: [], total: 350 }, collected: null, boardingCode: "1234" },
  ...{ state: "confirmed", actions: [], noShowFrom: at("10:10") },
  ...changes,
});
const duty: RunSheet["duties"][number] = {
  ...{ dutyId: "d1", vehicleId: "v1", startsAt: at("09:00"), endsAt: at("15:00") },
  tasks: [
    {
      stopId: "s1",
      plannedAt: at("10:00"),
      leaveNotBefore: null,
      state: "next",
      boards: [rider("a"), rider("b")],
      alights: [],
    },
    {
      stopId: "s2",
      plannedAt: at("10:20"),
      leaveNotBefore: null,
      state: "later",
      boards: [],
      alights: [rider("a")],
    },
  ],
};
const lines = linesOf(duty);
const [first, second] = lines.map(({ key }) => key) as [string, string];
const told = (answers: Parameters<typeof eventsOf>[0]["answers"]) =>
  eventsOf({
    dutyId: "d1",
    lines: linesOf(duty, answers),
    answers,
    serviceDate: DATE,
    timeZone: "Asia/Tokyo",
    idOf: (what) => what,
  }).map(({ kind, at, ...rest }) => [kind, at.slice(11, 16), "bookingId" in rest ? rest.bookingId : ""]);

describe("[SAP-5.5-1] what was written on paper", () => {
  test("a time alone means that everybody did what was planned and paid", () => {
    expect(told({ [first]: { ...NO_ANSWER, time: "1003" } })).toEqual([
      ["arrived", "10:03", ""],
      ["boarded", "10:03", "a"],
      ["fare-collected", "10:03", "a"],
      ["boarded", "10:03", "b"],
      ["fare-collected", "10:03", "b"],
    ]);
  });

  test("who did not come, did not pay or is not mentioned stands so, a no-show not before the wait is over", () => {
    const answer = { time: "10:03", riders: { a: "no-show" }, unpaid: ["b"] } as const;
    expect(told({ [first]: answer })).toEqual([
      ["arrived", "10:03", ""],
      ["boarded", "10:03", "b"],
      ["no-show", "10:10", "a"],
    ]);
  });

  test.each(["no-show", "not-yet"] as const)(
    "who is answered with %s at boarding gets off nowhere",
    (said) => {
      const answers = {
        [first]: { ...NO_ANSWER, time: "10:03", riders: { a: said } },
        [second]: { ...NO_ANSWER, time: "10:25" },
      };
      expect(linesOf(duty, answers).map(({ stopId }) => stopId)).toEqual(["s1"]);
      expect(told(answers).map(([kind, , who]) => `${kind} ${who}`)).not.toContain("alighted a");
      const alone = duty.tasks[1]!;
      const both = { ...duty, tasks: [duty.tasks[0]!, { ...alone, alights: [rider("a"), rider("b")] }] };
      const alights = linesOf(both, answers)[1]!.alights.map(({ bookingId }) => bookingId);
      expect(alights).toEqual(["b"]);
    },
  );

  test("what is typed stays with its stop when one above it goes out of the plan", () => {
    expect(linesOf({ ...duty, tasks: [duty.tasks[1]!] }).map(({ key }) => key)).toEqual([second]);
  });

  test("a time that is none, and one before the stop above, are named at their line", () => {
    const answers = { [first]: { ...NO_ANSWER, time: "2599" }, [second]: { ...NO_ANSWER, time: "1030" } };
    expect(faultsOf(lines, answers)).toEqual({ [first]: "not-a-time" });
    answers[first] = { ...NO_ANSWER, time: "1031" };
    expect(faultsOf(lines, answers)).toEqual({ [second]: "out-of-order" });
  });

  test("what the terminal has recorded before is asked no more", () => {
    const done = { ...duty.tasks[0]!, state: "done" as const, boards: [rider("a", { state: "riding" })] };
    expect(linesOf({ ...duty, tasks: [done, duty.tasks[1]!] }).map(({ stopId }) => stopId)).toEqual(["s2"]);
  });
});
