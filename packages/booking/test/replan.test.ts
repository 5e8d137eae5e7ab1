import { minutes } from "@noriai/kernel";
import { describe, expect, test } from "vitest";
import { decideReplan, scheduleOf } from "../src/index.ts";
import { ADay } from "./a-day.ts";
import { aService, aVehicle } from "./a-service.ts";
import { departAt, member, monday, stop } from "./a-world.ts";

const effort = { seed: 1, iterations: 500 };
const TWO = aService({ vehicles: [aVehicle(1), aVehicle(2)] });

/** The first vehicle fetches m1 at 10:00 and m2 at 10:30; then its driver, m1 aboard, is held up for half an hour. */
function aHeldUpDay() {
  const given = new ADay(TWO);
  const a = given.booked("09:00", { memberId: member("m1") });
  const b = given.booked("09:00", {
    memberId: member("m2"),
    from: stop("S9"),
    to: stop("S1"),
    time: departAt(monday("10:30")),
  });
  given.happens("10:00", { kind: "arrived", stopId: stop("S1") });
  given.happens("10:01", { kind: "boarded", bookingId: a.id });
  given.happens("10:02", { kind: "delayed", by: minutes(45), cause: "vehicle" });
  return { given, a, b };
}

const vehicleOf = (given: ADay, id: string) =>
  scheduleOf(given.worldAt("10:02"), given.day).rides.get(id as never)?.vehicleId;

describe("a plan made anew when a vehicle is held up", () => {
  test("who can still be fetched in time rides in the other vehicle; who is aboard stays and is called", () => {
    const { given, a, b } = aHeldUpDay();
    expect(scheduleOf(given.worldAt("10:02"), given.day).atRisk.map(({ bookingId }) => bookingId)).toEqual([
      a.id,
      b.id,
    ]);
    const { answer, day, changes } = decideReplan(given.worldAt("10:02"), given.day, effort);
    expect(answer).toMatchObject({
      kind: "replanned",
      moved: [b.id],
      before: [{ bookingId: a.id }, { bookingId: b.id }],
      atRisk: [{ bookingId: a.id }],
    });
    expect(changes.map(({ kind }) => kind)).toEqual(["plan-changed"]);
    given.day = day;
    expect([a, b].map(({ id }) => vehicleOf(given, id))).toEqual(["v1", "v2"]);
    expect(given.booking(b.id).promise).toEqual(b.promise);
  });

  test("where no other vehicle comes in time nothing changes, and both are called", () => {
    const { given, a, b } = aHeldUpDay();
    const alone = { ...TWO, vehicles: [aVehicle(1)] };
    const world = { ...given.worldAt("10:02"), service: alone };
    const { answer, changes } = decideReplan(world, given.day, effort);
    expect(answer).toMatchObject({
      kind: "unchanged",
      atRisk: [{ bookingId: a.id }, { bookingId: b.id }],
    });
    expect(changes).toEqual([]);
  });

  test("on a day without trouble nothing is moved", () => {
    const given = new ADay(TWO);
    given.booked("09:00");
    expect(decideReplan(given.worldAt("09:30"), given.day, effort)).toEqual({
      answer: { kind: "unchanged", atRisk: [], stranded: [] },
      day: given.day,
      changes: [],
    });
  });
});

describe("a vehicle that the service no longer has", () => {
  test("its riders are given to the other one, under the promise that they were told", () => {
    const given = new ADay(TWO);
    const a = given.booked("09:00");
    const onlySecond = { ...given.worldAt("09:10"), service: { ...TWO, vehicles: [aVehicle(2)] } };
    const { answer, day } = decideReplan(onlySecond, given.day, effort);
    expect(answer).toMatchObject({ kind: "replanned", moved: [a.id], stranded: [], atRisk: [] });
    expect(scheduleOf(onlySecond, day).rides.get(a.id)?.vehicleId).toBe("v2");
    expect(day.plan.routes.flatMap(({ visits }) => visits)).toHaveLength(2);
    expect(day.duties[0]?.gaveAway).toEqual([a.id]);
  });

  test("without another one its riders are stranded: they have to be called", () => {
    const given = new ADay(aService({ vehicles: [aVehicle(1)] }));
    const a = given.booked("09:00");
    const none = { ...given.worldAt("09:10"), service: { ...given.service, vehicles: [] } };
    const { answer } = decideReplan(none, given.day, effort);
    expect(answer).toEqual({ kind: "unchanged", atRisk: [], stranded: [a.id] });
  });
});
