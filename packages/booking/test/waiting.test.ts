import { minutes } from "@noriai/kernel";
import { describe, expect, test } from "vitest";
import { placeOf } from "../src/index.ts";
import { aService, aVehicle, STANDARDS } from "./a-service.ts";
import { AWaitingDay } from "./a-waiting-day.ts";
import { aParty, aRequest, departAt, jst, member, monday, stop } from "./a-world.ts";

/** One taxi with one seat: whoever rides at ten rides alone. */
const ONE_SEAT = aService({ vehicles: [aVehicle(1, { seats: 1, wheelchairPlaces: 0 })] });

/** Member m1 has the only seat at ten; m2 and then m3 wait for it. */
function twoWait() {
  const it = new AWaitingDay(ONE_SEAT);
  const first = it.booked("08:00");
  const second = it.waits("08:10", "m2");
  const third = it.waits("08:11", "m3");
  return { it, first, second, third };
}

describe("who waits is asked when room comes free", () => {
  test("a cancellation gives the seat to whoever waited first, in the same decision", () => {
    const { it, first, second } = twoWait();
    expect(it.offered()).toEqual([]);
    const version = it.day.version;
    it.cancel("08:20", first);
    expect(it.offered()).toEqual(["m2"]);
    expect(it.day.version).toBe(version + 1);
    const quote = it.day.quotes.get(it.entry(second)!.quoteId!)!;
    expect(quote).toMatchObject({ held: true, request: { memberId: "m2", from: "S1", to: "S9" } });
    expect(quote.expiresAt).toBe(monday("08:50"));
  });

  test("who asks for the freed seat on the web at that moment does not get it", () => {
    const { it, first } = twoWait();
    it.cancel("08:20", first);
    const { answer } = it.take("08:20", { kind: "quote", request: aRequest({ memberId: member("m9") }) });
    expect(answer.kind).toBe("refusal");
  });

  test("the yes makes the booking and ends the waiting; the next goes on waiting", () => {
    const { it, first, second } = twoWait();
    it.cancel("08:20", first);
    const { quoteId } = it.entry(second)!;
    expect(it.confirm("08:30", quoteId!, member("m2")).kind).toBe("booking");
    expect(it.day.waiting?.map(({ request }) => request.memberId)).toEqual(["m3"]);
    expect(it.offered()).toEqual([]);
  });

  test("an offer that is let pass goes to the next, and its rider waits on behind who was not asked yet", () => {
    const { it, first, second, third } = twoWait();
    it.cancel("08:20", first);
    expect(it.take("08:51", { kind: "waiting-offers" }).answer).toEqual({ kind: "unchanged" });
    expect(it.offered()).toEqual(["m3"]);
    expect(it.entry(second)).toMatchObject({ letPass: 1, rests: true });
    expect([second, third].map((id) => placeOf(it.day.waiting!, id))).toEqual([2, 1]);
  });

  test("the same seat is not offered twice to one rider, another one is", () => {
    const { it, first, second, third } = twoWait();
    it.cancel("08:20", first);
    it.take("08:25", { kind: "release", quoteId: it.entry(second)!.quoteId!, memberId: member("m2") });
    expect(it.offered()).toEqual(["m3"]);
    it.take("08:26", { kind: "leave-waiting", waitingId: third, memberId: member("m3") });
    expect(it.offered()).toEqual(["m2"]);
  });

  test("an ended hold belongs to who waits, not to the next who asks", () => {
    const it = new AWaitingDay(ONE_SEAT);
    it.take("08:00", { kind: "quote", request: aRequest() });
    it.waits("08:01", "m2");
    const { answer } = it.take("08:05", { kind: "quote", request: aRequest({ memberId: member("m9") }) });
    expect(answer.kind).toBe("refusal");
    expect(it.offered()).toEqual(["m2"]);
  });

  test("who cannot be carried is not asked, and does not keep others from being asked", () => {
    const it = new AWaitingDay(aService({ vehicles: [aVehicle(1, { seats: 2 })] }));
    const first = it.booked("08:00");
    it.booked("08:00", { memberId: member("m8") });
    it.waits("08:10", "m2", { party: aParty({ general: 2 }) });
    it.waits("08:11", "m3");
    it.cancel("08:20", first);
    expect(it.offered()).toEqual(["m3"]);
  });

  test("two seats that come free at once go to two riders", () => {
    const it = new AWaitingDay(aService({ vehicles: [aVehicle(1, { seats: 2 })] }));
    const both = it.booked("08:00", { party: aParty({ general: 2 }) });
    for (const [k, who] of ["m2", "m3", "m4"].entries()) it.waits(`08:1${k}`, who);
    it.cancel("08:20", both);
    expect(it.offered()).toEqual(["m2", "m3"]);
  });

  test("a vehicle that comes back into service is asked for at once", () => {
    const it = new AWaitingDay(aService({ vehicles: [aVehicle(1, { seats: 1 })] }));
    const [duty] = it.day.duties;
    const instruct = (time: string, instruction: object) =>
      it.take(time, {
        kind: "instruct",
        instruction: { dutyId: duty!.id, ...instruction } as never,
        effort: { seed: 1, iterations: 10 },
      });
    it.booked("07:55", { time: departAt(monday("14:00")) });
    instruct("08:00", { kind: "take-out", because: "breakdown" });
    it.waits("08:10", "m2");
    instruct("08:20", { kind: "bring-back" });
    expect(it.offered()).toEqual(["m2"]);
  });
});

describe("when intake is stopped", () => {
  const stop = { id: "stop" as never, scope: {}, notice: "停止中" };

  test("a rider may wait for it, and is asked before others once it goes on", () => {
    const it = new AWaitingDay(ONE_SEAT);
    it.intakeStops = [stop];
    it.waits("08:00", "m2");
    expect(it.offered()).toEqual([]);
    it.intakeStops = [];
    const { answer } = it.take("08:30", { kind: "quote", request: aRequest({ memberId: member("m9") }) });
    expect(answer.kind).toBe("refusal");
    expect(it.offered()).toEqual(["m2"]);
  });

  test("an offer that can no longer be taken does not count as let pass", () => {
    const { it, first, second } = twoWait();
    it.cancel("08:20", first);
    it.intakeStops = [stop];
    expect(it.confirm("08:30", it.entry(second)!.quoteId!, member("m2")).kind).toBe("intake-stopped");
    expect(it.entry(second)).toMatchObject({ letPass: 0, rests: false });
  });
});

describe("an offer expires fairly:", () => {
  const tomorrow = { time: departAt(monday("10:00")) };

  function cancelledAt(time: string, channel: "web" | "phone") {
    const it = new AWaitingDay(ONE_SEAT);
    const first = it.booked("2022-11-25 10:00", tomorrow);
    const id = it.waits("2022-11-25 10:10", "m2", { ...tomorrow, channel });
    it.cancel(time, first);
    return it.day.quotes.get(it.entry(id)!.quoteId!)?.expiresAt;
  }

  test("one made in the night is still there half an hour after the morning has begun", () => {
    expect(cancelledAt("2022-11-27 23:00", "web")).toBe(jst("2022-11-28 07:30"));
    expect(cancelledAt("2022-11-27 20:50", "web")).toBe(jst("2022-11-28 07:20"));
  });

  test("a rider who has to be called is held the seat until the desk has been open for an hour", () => {
    expect(cancelledAt("2022-11-27 12:00", "phone")).toBe(jst("2022-11-28 09:00"));
  });

  test("never later than the ride can be booked, and with less than five minutes left nobody is asked", () => {
    const { it, first, second } = twoWait();
    it.cancel("09:20", first);
    expect(it.day.quotes.get(it.entry(second)!.quoteId!)!.expiresAt).toBe(monday("09:30"));
    const late = twoWait();
    late.it.cancel("09:26", late.first);
    expect(late.it.offered()).toEqual([]);
  });

  test("times are data of the service", () => {
    const waiting = {
      answerWithin: { web: minutes(7), phone: minutes(9) },
      night: { from: "00:00", to: "00:01" },
      answerLeast: minutes(1),
      letPassMax: 1,
    } as never;
    const it = new AWaitingDay({ ...ONE_SEAT, standards: { ...STANDARDS, waiting } });
    const first = it.booked("08:00");
    const id = it.waits("08:10", "m2");
    it.cancel("08:20", first);
    expect(it.day.quotes.get(it.entry(id)!.quoteId!)!.expiresAt).toBe(monday("08:27"));
    it.take("08:30", { kind: "waiting-offers" });
    expect(it.entry(id)).toBeUndefined();
  });
});

describe("waiting ends", () => {
  test("at the time that the rider has chosen", () => {
    const { it } = twoWait();
    const id = it.waits("08:12", "m4", {}, "09:00");
    it.take("09:00", { kind: "waiting-offers" });
    expect(it.entry(id)).toBeDefined();
    it.take("09:01", { kind: "waiting-offers" });
    expect(it.entry(id)).toBeUndefined();
  });

  test("when the member has booked another ride for that time", () => {
    const it = new AWaitingDay(aService({ vehicles: [aVehicle(1, { seats: 1 })] }));
    it.booked("08:00");
    const id = it.waits("08:10", "m2");
    it.booked("08:20", { memberId: member("m2"), to: stop("S2"), time: departAt(monday("09:50")) });
    expect(it.entry(id)).toBeUndefined();
  });

  test("after three offers that were let pass", () => {
    const it = new AWaitingDay(ONE_SEAT);
    let booking = it.booked("07:00");
    const id = it.waits("07:10", "m2");
    for (const hour of ["07:20", "07:30", "07:40"]) {
      it.cancel(hour, booking);
      const { quoteId } = it.entry(id)!;
      it.take(hour, { kind: "release", quoteId: quoteId!, memberId: member("m2") });
      booking = it.booked(hour, { memberId: member("m7") });
    }
    expect(it.entry(id)).toBeUndefined();
  });

  test("an offer confirmed after its end, while the place is still there, is a booking like any late yes", () => {
    const { it, first, second, third } = twoWait();
    it.take("08:12", { kind: "leave-waiting", waitingId: third, memberId: member("m3") });
    it.cancel("08:20", first);
    const { quoteId } = it.entry(second)!;
    it.take("08:51", { kind: "waiting-offers" });
    expect(it.confirm("08:55", quoteId!, member("m2")).kind).toBe("booking");
    expect(it.day.waiting).toEqual([]);
  });
});

describe("nobody waits", () => {
  const refused = (changes: object) => {
    const { it } = twoWait();
    return it.take("08:30", { kind: "wait", request: aRequest({ memberId: member("m5"), ...changes }) })
      .answer;
  };

  test("for what no room could mend", () => {
    expect(refused({ time: departAt(monday("16:00")) })).toMatchObject({
      kind: "refused",
      rejections: [{ kind: "outside-hours" }],
    });
  });

  test("twice for one time", () => {
    expect(refused({ memberId: member("m2"), time: departAt(monday("10:05")) }).kind).toBe("already-waiting");
  });

  test("while there is room: then it is asked for", () => {
    expect(refused({ time: departAt(monday("13:00")) })).toEqual({ kind: "room" });
  });

  test("who could no longer be asked", () => {
    const { it } = twoWait();
    const request = aRequest({ memberId: member("m5") });
    expect(it.take("09:27", { kind: "wait", request }).answer.kind).toBe("too-late-to-wait");
  });
});
