import type { BookingId, DutyId } from "@noriai/kernel";
import { describe, expect, test } from "vitest";
import { decide, dutySheet, type Instruction, scheduleOf, strandedOn } from "../src/index.ts";
import { ADay } from "./a-day.ts";
import { aService, aVehicle } from "./a-service.ts";
import { departAt, member, monday, stop } from "./a-world.ts";

const effort = { seed: 1, iterations: 300 };
const TWO = aService({ vehicles: [aVehicle(1), aVehicle(2)] });
const ONE = aService({ vehicles: [aVehicle(1)] });

/** A dispatcher's instruction, carried out; what it answers. */
function instruct(given: ADay, time: string, instruction: Instruction) {
  const taken = decide(given.worldAt(time), given.day, { kind: "instruct", instruction, effort });
  given.day = taken.day;
  return taken.answer;
}

const dutyOf = (given: ADay, id: BookingId): DutyId | undefined =>
  scheduleOf(given.worldAt("09:00"), given.day).rides.get(id)?.dutyId;
const otherDuty = (given: ADay, id: BookingId): DutyId =>
  given.day.duties.find((duty) => duty.id !== dutyOf(given, id))!.id;
const takeOut = (dutyId: DutyId, time: string): Instruction => ({
  kind: "take-out",
  dutyId,
  from: monday(time),
  reason: "breakdown",
});
const plan = (given: ADay): string => JSON.stringify(given.day.plan);

describe("a vehicle taken out of service", () => {
  test("its riders ride in the other one, and the preview names what it costs them", () => {
    const given = new ADay(TWO);
    const a = given.booked("09:00");
    const lost = dutyOf(given, a.id)!;
    const answer = instruct(given, "09:10", takeOut(lost, "09:10"));
    expect(answer).toMatchObject({
      kind: "instructed",
      stranded: [],
      atRisk: [],
      effects: [{ bookingId: a.id, before: { carried: { dutyId: lost } }, after: { late: 0 } }],
    });
    expect(dutyOf(given, a.id)).not.toBe(lost);
    expect(given.day.duties.find(({ id }) => id === lost)?.outOfService).toEqual({
      from: monday("09:10"),
      reason: "breakdown",
    });
  });

  test("takes no new rider, and one who finds no place is named as stranded", () => {
    const given = new ADay(ONE);
    const a = given.booked("09:00");
    const answer = instruct(given, "09:10", takeOut(given.day.duties[0]!.id, "09:10"));
    expect(answer).toMatchObject({
      kind: "instructed",
      stranded: [a.id],
      effects: [{ bookingId: a.id, after: { late: 0 } }],
    });
    expect(given.booking(a.id).promise).toEqual(a.promise);
    expect(given.ask("09:11", { memberId: member("m2"), time: departAt(monday("11:00")) }).kind).toBe(
      "refusal",
    );
  });

  test("who is aboard stays with it, is named, and can still be set down by its driver", () => {
    const given = new ADay(TWO);
    const a = given.booked("09:00");
    given.happens("10:00", { kind: "arrived", stopId: stop("S1") });
    given.happens("10:01", { kind: "boarded", bookingId: a.id });
    const duty = given.day.duties[0]!;
    const answer = instruct(given, "10:02", takeOut(duty.id, "10:02"));
    expect(answer).toMatchObject({ kind: "instructed", stranded: [a.id] });
    const { tasks } = dutySheet(given.worldAt("10:03"), given.day, duty.id);
    expect(tasks.at(-1)?.alights.map(({ bookingId }) => bookingId)).toEqual([a.id]);
    expect(given.happens("10:20", { kind: "arrived", stopId: stop("S9") }).kind).toBe("recorded");
    expect(given.happens("10:21", { kind: "alighted", bookingId: a.id }).kind).toBe("recorded");
    expect(strandedOn(given.worldAt("10:22"), given.day)).toEqual([]);
  });

  test("from a later hour on it still carries whom it can bring home by then", () => {
    const given = new ADay(ONE);
    const early = given.booked("09:00");
    const late = given.booked("09:00", { memberId: member("m2"), time: departAt(monday("11:30")) });
    const answer = instruct(given, "09:10", takeOut(given.day.duties[0]!.id, "11:00"));
    expect(answer).toMatchObject({ kind: "instructed", stranded: [late.id] });
    expect(dutyOf(given, early.id)).toBe(given.day.duties[0]!.id);
  });

  test("back in service it carries its stranded riders again", () => {
    const given = new ADay(ONE);
    const a = given.booked("09:00");
    const { id: dutyId } = given.day.duties[0]!;
    instruct(given, "09:10", takeOut(dutyId, "09:10"));
    expect(instruct(given, "09:20", { kind: "bring-back", dutyId })).toMatchObject({
      kind: "instructed",
      stranded: [],
      atRisk: [],
    });
    expect(dutyOf(given, a.id)).toBe(dutyId);
  });

  test("a stranded rider whom another driver takes along is aboard there, and the plan follows", () => {
    const given = new ADay(TWO);
    const a = given.booked("09:00");
    for (const { id } of given.day.duties) instruct(given, "09:10", takeOut(id, "09:10"));
    expect(strandedOn(given.worldAt("09:11"), given.day)).toEqual([a.id]);
    const [, second] = given.day.duties;
    instruct(given, "09:50", { kind: "bring-back", dutyId: second!.id });
    given.happens("10:00", { kind: "arrived", stopId: stop("S1") }, second!.id);
    expect(given.happens("10:01", { kind: "boarded", bookingId: a.id }, second!.id).kind).toBe("recorded");
    expect(dutyOf(given, a.id)).toBe(second!.id);
  });
});

describe("a rider moved by hand", () => {
  test("rides in the other vehicle under the same promise, and no search takes her back", () => {
    const given = new ADay(TWO);
    const [a, b] = ["m1", "m2"].map((id) => given.booked("09:00", { memberId: member(id) }));
    const dutyId = otherDuty(given, a!.id);
    expect(instruct(given, "09:10", { kind: "move", bookingId: a!.id, dutyId })).toMatchObject({
      kind: "instructed",
      atRisk: [],
      stranded: [],
    });
    given.day = decide(given.worldAt("09:11"), given.day, {
      kind: "improve",
      effort: { seed: 1, iterations: 1000 },
    }).day;
    expect(dutyOf(given, a!.id)).toBe(dutyId);
    expect(given.booking(a!.id).promise).toEqual(a!.promise);
    expect(given.booking(b!.id).promise).toEqual(b!.promise);
  });

  test("a move that the rules forbid is refused with the rule and the amount, and changes nothing", () => {
    const small = { ...aVehicle(2), seats: 1 };
    const given = new ADay(aService({ vehicles: [aVehicle(1), small] }));
    const a = given.booked("09:00", { party: { general: 3, senior: 0, disabled: 0, child: 0, infant: 0 } });
    const before = given.day;
    expect(
      instruct(given, "09:10", { kind: "move", bookingId: a.id, dutyId: otherDuty(given, a.id) }),
    ).toMatchObject({
      kind: "refused",
      rejection: { kind: "no-place", reason: { kind: "no-seat", seatsShort: 2 } },
    });
    expect(given.day).toBe(before);
  });

  test("who is aboard, whose vehicle is coming, and a vehicle out of service are each refused by name", () => {
    const given = new ADay(TWO);
    const a = given.booked("09:00");
    const [first, second] = given.day.duties;
    const move = (dutyId: DutyId): Instruction => ({ kind: "move", bookingId: a.id, dutyId });
    const why = (time: string, instruction: Instruction) => {
      const answer = instruct(given, time, instruction);
      return answer.kind === "refused" ? answer.rejection.kind : "done";
    };
    expect(why("09:10", move(first!.id))).toBe("already-there");
    expect(why("09:10", { kind: "bring-back", dutyId: first!.id })).toBe("not-out");
    expect(why("09:10", { kind: "undo" })).toBe("nothing-to-undo");
    expect(why("10:00", move(second!.id))).toBe("vehicle-on-the-way");
    given.happens("10:00", { kind: "arrived", stopId: stop("S1") });
    given.happens("10:01", { kind: "boarded", bookingId: a.id });
    expect(why("10:02", move(second!.id))).toBe("not-movable");
    expect(why("10:02", takeOut(second!.id, "10:02"))).toBe("done");
    expect(why("10:03", takeOut(second!.id, "10:03"))).toBe("already-out");
  });
});

describe("an instruction taken back", () => {
  test("ten of them, each undone, leave the plan byte for byte as before", () => {
    const given = new ADay(TWO);
    const riders = ["m1", "m2", "m3", "m4", "m5"].map((id, k) =>
      given.booked("09:00", { memberId: member(id), time: departAt(monday(`1${k}:00`)) }),
    );
    let done = 0;
    for (const { id } of riders)
      for (const instruction of [
        { kind: "move", bookingId: id, dutyId: otherDuty(given, id) } as const,
        takeOut(dutyOf(given, id)!, "09:20"),
      ]) {
        const before = plan(given);
        const marks = given.day.duties.map(({ outOfService, byHand }) => ({ outOfService, byHand }));
        expect(instruct(given, "09:20", instruction).kind).toBe("instructed");
        expect(plan(given)).not.toBe(before);
        expect(instruct(given, "09:21", { kind: "undo" }).kind).toBe("instructed");
        expect(plan(given)).toBe(before);
        expect(given.day.duties.map(({ outOfService, byHand }) => ({ outOfService, byHand }))).toEqual(marks);
        done++;
      }
    expect(done).toBe(10);
  });

  test("is possible after a plan made anew by itself, and no longer once somebody has booked", () => {
    const given = new ADay(TWO);
    const a = given.booked("09:00");
    instruct(given, "09:10", { kind: "move", bookingId: a.id, dutyId: otherDuty(given, a.id) });
    expect(given.day.undoable?.instruction.kind).toBe("move");
    given.booked("09:12", { memberId: member("m2"), time: departAt(monday("13:00")) });
    expect(instruct(given, "09:13", { kind: "undo" })).toEqual({
      kind: "refused",
      rejection: { kind: "nothing-to-undo" },
    });
  });
});
