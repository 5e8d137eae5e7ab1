import { type BookingId, minutes } from "@noriai/kernel";
import { describe, expect, test } from "vitest";
import { type DelayCall, decide, delayList, delayNotices, type Instruction } from "../src/index.ts";
import { ADay } from "./a-day.ts";
import { aService, aVehicle } from "./a-service.ts";
import { departAt, member, monday, stop } from "./a-world.ts";

const ONE = aService({ vehicles: [aVehicle(1)] });

function instruct(given: ADay, time: string, instruction: Instruction): void {
  const effort = { seed: 1, iterations: 300 };
  const { answer, day } = decide(given.worldAt(time), given.day, { kind: "instruct", instruction, effort });
  expect(answer.kind).toBe("instructed");
  given.day = day;
}

/** The only vehicle breaks down, from a later hour on when one is named. */
const takeOut = (given: ADay, time: string, from = time): void =>
  instruct(given, time, {
    ...{ kind: "take-out", reason: "breakdown" },
    ...{ dutyId: given.day.duties[0]!.id, from: monday(from) },
  });
const bringBack = (given: ADay, time: string): void =>
  instruct(given, time, { kind: "bring-back", dutyId: given.day.duties[0]!.id });

const listOf = (given: ADay, time: string, calls: readonly DelayCall[] = []) =>
  delayList(given.worldAt(time), given.day, { calls, closedAt: undefined });
const draw = (...[given, time, calls]: Parameters<typeof listOf>): readonly string[] =>
  listOf(given, time, calls).open.map(({ kind, bookingId }) => `${bookingId} ${kind}`);
const told = (bookingId: BookingId, at: string, what: DelayCall["told"] = "stranded"): DelayCall => ({
  ...{ bookingId, outcome: "reached", at: monday(at), told: what },
});
const tried = (bookingId: BookingId, at: string): DelayCall => ({
  ...{ bookingId, outcome: "absent", at: monday(at), told: undefined },
});

describe("[SAP-5.5-2] riders for whom no vehicle comes, on the call list", () => {
  test("stand before who is late, though their promise fails later, until told that none comes", () => {
    const given = new ADay(ONE);
    const late = given.booked("09:00");
    const stranded = given.booked("09:00", { memberId: member("m2"), time: departAt(monday("14:00")) });
    takeOut(given, "09:10", "13:00");
    given.happens("10:00", { kind: "delayed", by: minutes(40), cause: "traffic" });
    const [first, second] = listOf(given, "10:00").open;
    expect(first).toEqual({
      ...{ kind: "stranded", bookingId: stranded.id, memberId: member("m2") },
      ...{ deadline: stranded.promise.pickupTo, tell: "stranded" },
    });
    expect(second).toMatchObject({ kind: "late", bookingId: late.id });
    expect(draw(given, "10:02", [tried(stranded.id, "10:01")])).toHaveLength(2);
    const list = listOf(given, "10:03", [tried(stranded.id, "10:01"), told(stranded.id, "10:02")]);
    expect(list.open.map(({ bookingId }) => bookingId)).toEqual([late.id]);
    expect(list.workedOff).toEqual([{ bookingId: stranded.id, memberId: member("m2") }]);
  });

  test("who was told other times before has to hear this too", () => {
    const given = new ADay(ONE);
    const a = given.booked("09:00");
    given.happens("10:00", { kind: "delayed", by: minutes(40), cause: "traffic" });
    const { tell } = listOf(given, "10:00").open[0]!;
    const calls = [told(a.id, "10:00", tell)];
    expect(draw(given, "10:01", calls)).toEqual([]);
    takeOut(given, "10:02");
    expect(draw(given, "10:02", calls)).toEqual([`${a.id} stranded`]);
  });

  test("who was told so has to hear it when a vehicle comes after all, with the promised times if they hold", () => {
    const given = new ADay(ONE);
    const a = given.booked("09:00");
    takeOut(given, "09:10");
    const calls = [told(a.id, "09:11")];
    bringBack(given, "09:20");
    expect(draw(given, "09:20")).toEqual([]); // nobody has told her that none comes
    const [entry] = listOf(given, "09:20", calls).open;
    expect(entry).toMatchObject({ kind: "found", bookingId: a.id, tell: a.promise });
    expect(draw(given, "09:21", [...calls, told(a.id, "09:21", a.promise)])).toEqual([]);

    given.happens("10:00", { kind: "delayed", by: minutes(40), cause: "traffic" });
    const lateToo = listOf(given, "10:00", calls).open[0]!;
    expect(lateToo.kind).toBe("found");
    expect(lateToo.tell).not.toEqual(a.promise);
  });

  test("who has changed the ride since knows the new one", () => {
    const given = new ADay(ONE);
    const a = given.booked("09:00");
    takeOut(given, "09:10", "09:10");
    const calls = [told(a.id, "09:11")];
    bringBack(given, "09:20");
    const other = { replaces: a.id, time: departAt(monday("14:00")) };
    expect(given.booked("09:30", other).id).toBe(a.id);
    expect(draw(given, "09:31", calls)).toEqual([]);
    takeOut(given, "09:40");
    expect(draw(given, "09:41", calls)).toEqual([`${a.id} stranded`]);
  });

  test("who is aboard is with the driver and is not called", () => {
    const given = new ADay(ONE);
    const a = given.booked("09:00");
    given.happens("10:00", { kind: "arrived", stopId: stop("S1") });
    given.happens("10:01", { kind: "boarded", bookingId: a.id });
    takeOut(given, "10:02");
    expect(listOf(given, "10:02")).toEqual({ open: [], workedOff: [], aboard: [] });
  });

  test("no notice tells it: a person does, who finds another way", () => {
    const given = new ADay(ONE);
    given.booked("09:00");
    takeOut(given, "09:10");
    expect(listOf(given, "09:10").open).toHaveLength(1);
    expect(delayNotices(given.worldAt("09:10"), given.day, { told: [], isReached: () => true })).toEqual([]);
  });
});
