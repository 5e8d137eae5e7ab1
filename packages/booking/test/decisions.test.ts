import { minutes } from "@noriai/kernel";
import { describe, expect, test } from "vitest";
import { decideConfirm, decideQuote, FIRST_LOOK, isVehicleOnTheWay } from "../src/index.ts";
import { ADay } from "./a-day.ts";
import { aService, aVehicle, STANDARDS } from "./a-service.ts";
import { aParty, aRequest, arriveBy, departAt, member, monday, stop } from "./a-world.ts";

const FULL = aParty({ general: 8 });

describe("offers", () => {
  test("[SAP-5.1-1] [FIELD-6] depart-at 10:00: boarding between 10:00 and 10:10, told in whole minutes", () => {
    const { offer } = new ADay().offered("09:00", { time: departAt(monday("10:00")) });
    // Four kilometres of grid at 30 km/h are some 7:20 from corner to corner; 7:20 + 15 min is more than × 1.8.
    expect(offer.promise.pickupFrom).toBe(monday("10:00"));
    expect(offer.promise.pickupTo).toBe(monday("10:10"));
    expect(offer.pickupAt).toBe(monday("10:00"));
    expect(offer.promise.arriveBy % 60).toBe(0);
    expect(offer.fare.total).toBe(350);
  });

  test("[SAP-5.1-1] [FIELD-6] arrive-by 10:30: alighting by 10:30, boarding within ten minutes that still arrive in time", () => {
    const { offer } = new ADay().offered("09:00", { time: arriveBy(monday("10:30")) });
    expect(offer.promise.arriveBy).toBe(monday("10:30"));
    expect(offer.dropoffAt).toBeLessThanOrEqual(monday("10:30"));
    expect(offer.dropoffAt).toBeGreaterThanOrEqual(monday("10:20"));
    expect(offer.promise.pickupTo - offer.promise.pickupFrom).toBeLessThanOrEqual(minutes(10));
    expect(offer.promise.pickupFrom).toBeLessThanOrEqual(offer.pickupAt);
    const ride = offer.dropoffAt - offer.pickupAt;
    expect(offer.promise.pickupTo + ride).toBeLessThanOrEqual(monday("10:30"));
  });

  test("[SAP-5.1-1] an arrive-by rider is in time after every later booking of the day", () => {
    const given = new ADay();
    const first = given.booked("09:00", { time: arriveBy(monday("10:30")) });
    for (const [k, time] of ["10:00", "10:05", "10:10", "10:15", "10:20"].entries())
      given.ask("09:05", {
        memberId: member(`m${k + 2}`),
        from: stop("S4"),
        to: stop("S6"),
        time: departAt(monday(time)),
      });
    expect(given.booking(first.id).promise.arriveBy).toBe(monday("10:30"));
    expect(given.day.plan.routes[0]!.visits.length).toBeGreaterThan(4);
  });

  test("[SAP-3.1-1b] the last drop-off is promised by 15:00", () => {
    const { offer } = new ADay().offered("09:00", { to: stop("S2"), time: departAt(monday("14:50")) });
    expect(offer.promise.arriveBy).toBe(monday("15:00"));
    expect(offer.promise.pickupTo).toBe(monday("14:56"));
  });

  test("the longest ride is 1.8 times the direct one or 15 minutes more, whichever is longer (D-25)", () => {
    const near = new ADay().offered("09:00", { to: stop("S2") });
    const direct = near.offer.dropoffAt - near.offer.pickupAt - STANDARDS.boardingTime;
    expect(near.offer.promise.rideMax).toBe(direct + minutes(15));
    const tight = aService({ standards: { ...STANDARDS, rideOffset: minutes(0) } });
    expect(new ADay(tight).offered("09:00", { to: stop("S2") }).offer.promise.rideMax).toBe(
      Math.floor(direct * 1.8),
    );
  });

  test("[SAP-3.2-1] a seat taken by phone is gone for the web at once", () => {
    const given = new ADay();
    given.offered("09:00", { channel: "phone", party: FULL });
    const answer = given.ask("09:00", { channel: "web", memberId: member("m2") });
    expect(answer).toMatchObject({
      kind: "refusal",
      refusal: {
        rejections: [{ kind: "no-vehicle", duties: [{ reason: { kind: "no-seat", seatsShort: 1 } }] }],
      },
    });
  });

  test("[SAP-5.5-3] full at 10:00: three other times on both sides, each of which is really offered", () => {
    const given = new ADay();
    given.booked("09:00", { party: FULL });
    const answer = given.ask("09:05", { memberId: member("m2") });
    if (answer.kind !== "refusal") throw new Error("not full");
    const { alternatives } = answer.refusal;
    expect(alternatives).toHaveLength(3);
    expect(alternatives.some(({ time }) => time.at < monday("10:00"))).toBe(true);
    expect(alternatives.some(({ time }) => time.at > monday("10:00"))).toBe(true);
    for (const { time } of alternatives)
      expect(
        decideQuote(given.worldAt("09:05"), given.day, aRequest({ memberId: member("m2"), time })).answer
          .kind,
      ).toBe("quote");
  });

  test("[SAP-5.5-3] too early in the morning: the first rides of the day are offered instead", () => {
    const answer = new ADay().ask("08:00", { time: departAt(monday("08:40")) });
    expect(answer).toMatchObject({
      refusal: {
        rejections: [{ kind: "outside-hours" }],
        alternatives: [{ time: { at: monday("09:00") } }, {}, {}],
      },
    });
  });

  test("[SAP-5.5-3] too late for 10:00: only later rides are offered", () => {
    const answer = new ADay().ask("09:45");
    if (answer.kind !== "refusal") throw new Error("not refused");
    expect(answer.refusal.alternatives.map(({ time }) => time.at)[0]).toBe(monday("10:15"));
  });

  test("a first look before the search works out no other times, but where its word is the last", () => {
    const given = new ADay();
    given.booked("09:00", { party: FULL });
    const look = (time: string) =>
      decideQuote(
        { ...given.worldAt("09:05"), effort: FIRST_LOOK },
        given.day,
        aRequest({ memberId: member("m2"), time: departAt(monday(time)) }),
      ).answer;
    expect(look("10:00")).toMatchObject({
      refusal: { rejections: [{ kind: "no-vehicle" }], alternatives: [] },
    });
    expect(look("09:10")).toMatchObject({
      refusal: { rejections: [{ kind: "past-cutoff" }], alternatives: [{}, {}, {}] },
    });
  });

  test("no other time is offered where none would help", () => {
    expect(new ADay().ask("09:00", { to: stop("S1") })).toMatchObject({ refusal: { alternatives: [] } });
  });

  test("[SAP-5.1-5] of twenty who want the last seat one gets it, nineteen get a reason and other times", () => {
    const given = new ADay();
    given.booked("09:00", { memberId: member("m0"), party: aParty({ general: 7 }) });
    const answers = Array.from({ length: 20 }, (_, k) =>
      given.ask("09:01", { memberId: member(`m${k + 1}`) }),
    );
    expect(answers.filter(({ kind }) => kind === "quote")).toHaveLength(1);
    const refusals = answers.flatMap((answer) => (answer.kind === "refusal" ? [answer.refusal] : []));
    expect(refusals.map(({ rejections }) => rejections[0]?.kind)).toEqual(Array(19).fill("no-vehicle"));
    expect(refusals.every(({ alternatives }) => alternatives.length === 3)).toBe(true);
  });

  test("two vehicles carry what one cannot", () => {
    const given = new ADay(aService({ vehicles: [aVehicle(1), aVehicle(2)] }));
    given.booked("09:00", { party: FULL });
    const second = given.offered("09:00", { memberId: member("m2"), party: FULL });
    expect(second.offer.dutyId).toBe("2022-11-28.v2.1");
  });

  test("asking again for the same time gives one's own held seat back first", () => {
    const given = new ADay();
    const first = given.offered("09:00", { party: FULL });
    const second = given.offered("09:00", { party: FULL });
    expect([...given.day.quotes.keys()]).toEqual([second.id]);
    expect(given.confirm("09:01", first.id).kind).toBe("not-found");
  });

  test("nobody rides twice at once, and the next ride may begin when the first has arrived", () => {
    const given = new ADay();
    const { id, promise } = given.booked("09:00");
    expect(given.ask("09:00", { from: stop("S5"), time: departAt(monday("10:05")) })).toMatchObject({
      refusal: { rejections: [{ kind: "overlaps-own-booking", bookingId: id }] },
    });
    const onward = given.offered("09:00", {
      from: stop("S9"),
      to: stop("S1"),
      time: departAt(promise.arriveBy),
    });
    expect(onward.offer.promise.pickupFrom).toBe(promise.arriveBy);
    const before = given.offered("09:00", { to: stop("S2"), time: departAt(monday("09:45")) });
    expect(before.offer.promise.arriveBy).toBeLessThanOrEqual(promise.pickupFrom);
  });
});

describe("holding and confirming", () => {
  test("an offer is held for two minutes on the web, for the length of a call by phone", () => {
    expect(new ADay().offered("09:00", { channel: "web" }).expiresAt).toBe(monday("09:02"));
    expect(new ADay().offered("09:00", { channel: "phone" }).expiresAt).toBe(monday("09:10"));
  });

  test("a confirmed offer becomes a booking with the same id and promise and a code of four digits", () => {
    const given = new ADay();
    const quote = given.offered("09:00");
    const answer = given.confirm("09:01", quote.id);
    expect(answer).toMatchObject({
      kind: "booking",
      booking: { id: quote.id, state: "confirmed", promise: quote.offer.promise, bookedAt: monday("09:01") },
    });
    expect(answer.kind === "booking" && answer.booking.boardingCode).toMatch(/^\d{4}$/);
    expect(given.day.quotes.size).toBe(0);
  });

  test("confirming twice gives the same booking and changes nothing", () => {
    const given = new ADay();
    const { id } = given.booked("09:00");
    const again = decideConfirm(given.worldAt("09:01"), given.day, {
      quoteId: id as never,
      memberId: member("m1"),
    });
    expect(again).toMatchObject({ answer: { kind: "booking", booking: { id } }, changes: [] });
  });

  test("nobody confirms another member's offer", () => {
    const given = new ADay();
    const { id } = given.offered("09:00");
    expect(given.confirm("09:01", id, member("m2"))).toEqual({ kind: "not-found" });
  });

  test("after the hold a free seat is still given, under the same promise", () => {
    const given = new ADay();
    const quote = given.offered("09:00");
    expect(given.confirm("09:05", quote.id)).toMatchObject({
      kind: "booking",
      booking: { promise: quote.offer.promise },
    });
    expect(given.draw()).toEqual([`+${quote.id} -${quote.id}`]);
  });

  test("after the hold a seat that somebody else holds is not given", () => {
    const given = new ADay();
    const first = given.offered("09:00", { party: FULL });
    given.booked("09:03", { memberId: member("m2"), party: FULL });
    expect(given.confirm("09:04", first.id)).toEqual({ kind: "expired" });
    expect(given.confirm("09:05", first.id)).toEqual({ kind: "not-found" });
  });

  test("after the hold, and after the cut-off, nothing is given", () => {
    const given = new ADay();
    const { id } = given.offered("09:29");
    expect(given.confirm("09:32", id)).toEqual({ kind: "expired" });
    expect(given.draw()).toEqual([""]);
  });

  test("[SAP-5.2-1] a released offer frees its seat at once", () => {
    const given = new ADay();
    const { id } = given.offered("09:00", { party: FULL });
    expect(given.release("09:01", id)).toBe("released");
    expect(given.offered("09:01", { memberId: member("m2"), party: FULL }).held).toBe(true);
    expect(given.release("09:01", id)).toBe("not-found");
  });

  test("an offer whose hold has ended leaves the plan with whatever is decided next", () => {
    const given = new ADay();
    given.offered("09:00", { party: FULL });
    expect(given.ask("09:02", { memberId: member("m2"), party: FULL }).kind).toBe("refusal");
    expect(given.offered("09:03", { memberId: member("m2"), party: FULL }).held).toBe(true);
    expect(given.draw()[0]!.split(" ")).toHaveLength(2);
  });

  test.each([true, false])("a late yes is heard for a quarter of an hour, whoever else came: %s", (busy) => {
    const given = new ADay();
    const { id, offer } = given.offered("09:00");
    if (busy) given.booked("09:04", { memberId: member("m2"), time: departAt(monday("13:00")) });
    const after = (time: string) =>
      decideConfirm(given.worldAt(time), given.day, { quoteId: id, memberId: member("m1") });
    expect(after("09:17").answer).toMatchObject({ kind: "booking", booking: { promise: offer.promise } });
    const tooLate = after("09:18");
    expect(tooLate.answer).toEqual({ kind: "not-found" });
    expect(tooLate.changes).toContainEqual({ kind: "quote-closed", quoteId: id, because: "expired" });
  });

  test("two offers whose promises overlap are not both held, though the wishes do not", () => {
    const given = new ADay();
    const later = given.offered("09:00", { time: departAt(monday("10:10")) });
    // Wished to be there before the other leaves, promised until after it.
    const sooner = given.offered("09:00", { to: stop("S2"), time: departAt(monday("10:00")) });
    expect(sooner.offer.promise.arriveBy).toBeGreaterThan(later.offer.promise.pickupFrom);
    expect([...given.day.quotes.keys()]).toEqual([sooner.id]);
    expect(given.draw()).toEqual([`+${sooner.id} -${sooner.id}`]);
  });

  test("a late yes does not give a second ride at the same time", () => {
    const given = new ADay();
    const later = given.offered("09:00", { time: departAt(monday("10:10")) });
    const { day } = given;
    const sooner = given.booked("09:00", { to: stop("S2"), time: departAt(monday("10:00")) });
    given.day = { ...given.day, quotes: day.quotes }; // as a day from before both were known to overlap
    expect(given.confirm("09:05", later.id)).toEqual({ kind: "overlaps-own-booking", bookingId: sooner.id });
  });
});

describe("changing", () => {
  test("[SAP-5.4-3] a change keeps the old seat until it is confirmed, then id and code stay", () => {
    const given = new ADay();
    const old = given.booked("09:00");
    const quote = given.offered("09:01", { replaces: old.id, time: departAt(monday("11:00")) });
    expect(quote.held).toBe(true);
    expect(given.draw()).toEqual([`+${old.id} -${old.id} +${quote.id} -${quote.id}`]);
    expect(given.booking(old.id).promise).toEqual(old.promise);
    given.confirm("09:02", quote.id);
    expect(given.draw()).toEqual([`+${old.id} -${old.id}`]);
    expect(given.booking(old.id)).toMatchObject({
      boardingCode: old.boardingCode,
      promise: quote.offer.promise,
      bookedAt: old.bookedAt,
      changedAt: monday("09:02"),
    });
    expect(given.day.bookings.size).toBe(1);
  });

  test("where old and new cannot stand together the offer is not held, and still confirmed", () => {
    const given = new ADay();
    const old = given.booked("09:00", { party: FULL });
    const quote = given.offered("09:01", { replaces: old.id, party: FULL, time: departAt(monday("10:05")) });
    expect(quote.held).toBe(false);
    expect(given.draw()).toEqual([`+${old.id} -${old.id}`]);
    expect(given.confirm("09:02", quote.id)).toMatchObject({ kind: "booking", booking: { id: old.id } });
    expect(given.booking(old.id).promise.pickupFrom).toBe(monday("10:05"));
  });

  test("letting the offer go leaves the old booking as it was", () => {
    const given = new ADay();
    const old = given.booked("09:00");
    const quote = given.offered("09:01", { replaces: old.id, time: departAt(monday("11:00")) });
    given.release("09:02", quote.id);
    expect(given.booking(old.id)).toEqual(old);
    expect(given.draw()).toEqual([`+${old.id} -${old.id}`]);
  });

  test("nobody changes another member's booking, or one that was cancelled meanwhile", () => {
    const given = new ADay();
    const old = given.booked("09:00");
    expect(given.ask("09:01", { memberId: member("m2"), replaces: old.id })).toMatchObject({
      refusal: { rejections: [{ kind: "not-changeable" }] },
    });
    const quote = given.offered("09:01", { replaces: old.id, time: departAt(monday("11:00")) });
    given.cancel("09:02", { bookingId: old.id });
    expect(given.confirm("09:02", quote.id)).toEqual({ kind: "not-changeable", bookingId: old.id });
  });
});

describe("cancelling", () => {
  test("[SAP-5.2-1] a cancelled booking frees its seat at once", () => {
    const given = new ADay();
    const { id } = given.booked("09:00", { party: FULL });
    expect(given.cancel("09:10", { bookingId: id, reason: "風邪" })).toMatchObject({
      kind: "cancelled",
      booking: { state: "cancelled_by_rider", cancellation: { at: monday("09:10"), reason: "風邪" } },
    });
    expect(given.offered("09:10", { memberId: member("m2"), party: FULL }).held).toBe(true);
  });

  test("a rider cancels until the vehicle sets out for the stop; after that only the operator (D-07)", () => {
    const given = new ADay();
    // From the depot beside S1 to S9 the vehicle drives some 7 minutes, so it sets out before 09:53.
    const { id } = given.booked("09:00", { from: stop("S9"), to: stop("S1") });
    expect(isVehicleOnTheWay(given.worldAt("09:45"), given.day, id)).toBe(false);
    expect(isVehicleOnTheWay(given.worldAt("09:55"), given.day, id)).toBe(true);
    expect(given.cancel("09:55", { bookingId: id }).kind).toBe("vehicle-on-the-way");
    expect(given.cancel("09:56", { bookingId: id, by: { kind: "operator" } })).toMatchObject({
      kind: "cancelled",
      booking: { state: "cancelled_by_operator", freed: { at: monday("09:56") } },
    });
  });

  test("nobody cancels another member's booking, or the same one twice", () => {
    const given = new ADay();
    const { id } = given.booked("09:00");
    expect(given.cancel("09:10", { bookingId: id, by: { kind: "rider", memberId: member("m2") } }).kind).toBe(
      "not-found",
    );
    given.cancel("09:10", { bookingId: id });
    expect(given.cancel("09:11", { bookingId: id })).toEqual({
      kind: "wrong-state",
      state: "cancelled_by_rider",
    });
  });
});
