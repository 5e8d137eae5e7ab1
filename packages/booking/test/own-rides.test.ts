import { yen } from "@noriai/kernel";
import { expect, test } from "vitest";
import { ownRides, ownTotals } from "../src/index.ts";
import { ADay } from "./a-day.ts";
import { departAt, member, monday, stop } from "./a-world.ts";

/** m1 rides at ten and pays, calls off a ride at eleven, and has one ahead at one; m2 rides with her. */
function aMorning() {
  const given = new ADay();
  const ridden = given.booked("09:00");
  const others = given.booked("09:00", { memberId: member("m2"), to: stop("S6") });
  const calledOff = given.booked("09:00", { time: departAt(monday("12:00")) });
  const ahead = given.booked("09:00", { time: departAt(monday("13:00")) });
  given.cancel("09:10", { bookingId: calledOff.id });
  given.happens("09:58", { kind: "arrived", stopId: stop("S1") });
  given.happens("10:01", { kind: "boarded", bookingId: ridden.id });
  given.happens("10:01", { kind: "boarded", bookingId: others.id });
  given.happens("10:02", {
    kind: "fare-collected",
    bookingId: ridden.id,
    amount: yen(3500),
    means: "cash",
    id: "slip",
  });
  given.happens("10:03", { kind: "undone", eventId: "slip" as never });
  given.happens("10:03", {
    kind: "fare-collected",
    bookingId: ridden.id,
    amount: yen(350),
    means: "cashless",
  });
  given.happens("10:09", { kind: "alighted", bookingId: others.id });
  given.happens("10:13", { kind: "alighted", bookingId: ridden.id });
  return { given, ridden, calledOff, ahead };
}

test("a member's rides of a day are those that are over, as they went, with what was really paid", () => {
  const { given, ridden, calledOff } = aMorning();
  const rides = ownRides(given.day, member("m1"));
  expect(
    rides.map(({ bookingId, state, boardedAt, alightedAt, paid }) => [
      bookingId,
      state,
      boardedAt,
      alightedAt,
      paid,
    ]),
  ).toEqual([
    [ridden.id, "completed", monday("10:01"), monday("10:13"), { amount: 350, means: "cashless" }],
    [calledOff.id, "cancelled_by_rider", undefined, undefined, undefined],
  ]);
  expect(ownTotals(rides)).toEqual({ rides: 1, paid: 350 });
});

test("nobody's ride is another's", () => {
  const { given } = aMorning();
  expect(ownRides(given.day, member("m2")).map(({ to }) => to)).toEqual(["S6"]);
  expect(ownRides(given.day, member("m3"))).toEqual([]);
});
