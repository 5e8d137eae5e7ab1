import { describe, expect, test } from "vitest";
import { openReturnOf } from "../src/index.ts";
import { ADay } from "./a-day.ts";
import { departAt, member, monday, stop } from "./a-world.ts";

const BACK = { from: stop("S9"), to: stop("S1") };
const returnOf = (given: ADay, id: Parameters<ADay["booking"]>[0]) =>
  openReturnOf(given.booking(id), [...given.day.bookings.values()]);

describe("[SAP-5.2-1] a way back wished without a time", () => {
  test("leads from where the way out ended to where it began, for the same party", () => {
    const given = new ADay();
    const out = given.booked("08:00");
    expect(returnOf(given, out.id)).toMatchObject({
      ...BACK,
      party: out.request.party,
      outBy: out.promise.arriveBy,
    });
  });

  test("is over with the way back that was booked, and with a way out that was cancelled", () => {
    const given = new ADay();
    const out = given.booked("08:00");
    const back = given.booked("08:01", { ...BACK, time: departAt(monday("12:00")) });
    expect(returnOf(given, out.id)).toBeUndefined();
    given.cancel("08:02", { bookingId: back.id });
    expect(returnOf(given, out.id)).toBeDefined();
    given.cancel("08:03", { bookingId: out.id });
    expect(returnOf(given, out.id)).toBeUndefined();
  });

  test("stands beside rides from elsewhere and earlier ones", () => {
    const given = new ADay();
    const first = given.booked("08:00", {
      from: stop("S9"),
      to: stop("S5"),
      time: departAt(monday("09:00")),
    });
    const out = given.booked("08:00", { from: stop("S5"), to: stop("S1"), time: departAt(monday("11:00")) });
    expect(returnOf(given, out.id)).toBeDefined();
    expect(returnOf(given, first.id)).toBeUndefined(); // the next ride begins where it ended
    expect(given.booking(out.id).memberId).toBe(member("m1"));
  });

  test("is not offered for a ride that leads back itself, and is for the next way out", () => {
    const given = new ADay();
    given.booked("08:00", { time: departAt(monday("09:00")) });
    const back = given.booked("08:00", { ...BACK, time: departAt(monday("11:00")) });
    expect(returnOf(given, back.id)).toBeUndefined();
    const again = given.booked("08:00", { time: departAt(monday("13:00")) });
    expect(returnOf(given, back.id)).toBeUndefined();
    expect(returnOf(given, again.id)).toMatchObject(BACK);
  });

  test("is not offered at the end of a round over several stops", () => {
    const given = new ADay();
    given.booked("08:00", { time: departAt(monday("09:00")) });
    const on = given.booked("08:00", { from: stop("S9"), to: stop("S5"), time: departAt(monday("11:00")) });
    expect(returnOf(given, on.id)).toBeDefined();
    const home = given.booked("08:00", { from: stop("S5"), to: stop("S1"), time: departAt(monday("13:00")) });
    expect(returnOf(given, home.id)).toBeUndefined();
  });

  test("is offered again for a way back whose way out was called off", () => {
    const given = new ADay();
    const out = given.booked("08:00", { time: departAt(monday("09:00")) });
    const back = given.booked("08:00", { ...BACK, time: departAt(monday("11:00")) });
    given.cancel("08:01", { bookingId: out.id });
    expect(returnOf(given, back.id)).toMatchObject({ from: stop("S1"), to: stop("S9") });
  });
});
