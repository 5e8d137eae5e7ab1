import { later, minutes, yen } from "@noriai/kernel";
import { describe, expect, test } from "vitest";
import { decide, decideTask, dutySheet, scheduleOf, serviceReport } from "../src/index.ts";
import { ADay } from "./a-day.ts";
import { aParty, arriveBy, departAt, member, monday, stop } from "./a-world.ts";

/** m1 from S1 to S9 and m2 with a child from S1 to S6, both at 10:00; m3 waits at S9 at 11:00. */
function aMorning() {
  const given = new ADay();
  const a = given.booked("09:00");
  const b = given.booked("09:00", {
    memberId: member("m2"),
    channel: "phone",
    to: stop("S6"),
    party: aParty({ senior: 1, child: 1 }),
  });
  const c = given.booked("09:00", {
    memberId: member("m3"),
    from: stop("S9"),
    to: stop("S1"),
    time: departAt(monday("11:00")),
  });
  const sheet = (time: string) => dutySheet(given.worldAt(time), given.day, given.day.duties[0]!.id);
  return { given, a, b, c, sheet };
}

describe("the driver's tasks (乗務の作業)", () => {
  test("[SAP-5.3-1] stops in driving order, who boards and alights there, the fare to collect", () => {
    const { given, a, b, c } = aMorning();
    const { tasks } = dutySheet(given.worldAt("09:30"), given.day, given.day.duties[0]!.id);
    expect(
      tasks.map(({ stopId, state, boards, alights }) => ({
        stopId,
        state,
        boards: boards.map(({ bookingId, fare }) => [bookingId, fare.total]),
        alights: alights.map(({ bookingId }) => bookingId),
      })),
    ).toEqual([
      {
        stopId: "S1",
        state: "next",
        boards: expect.arrayContaining([
          [a.id, 350],
          [b.id, 300],
        ]),
        alights: [],
      },
      { stopId: "S6", state: "later", boards: [], alights: [b.id] },
      { stopId: "S9", state: "later", boards: [[c.id, 350]], alights: [a.id] },
      { stopId: "S1", state: "later", boards: [], alights: [c.id] },
    ]);
    expect(tasks[0]!.leaveNotBefore).toBe(monday("10:00"));
    expect(tasks[2]!.leaveNotBefore).toBe(monday("11:00"));
  });

  test("an offer that is only held is not the driver's business", () => {
    const given = new ADay();
    given.offered("09:00");
    expect(dutySheet(given.worldAt("09:01"), given.day, given.day.duties[0]!.id).tasks).toEqual([]);
  });

  test("[SAP-5.3-1] a whole ride: arrived, boarded, paid, alighted", () => {
    const { given, a, b, sheet } = aMorning();
    given.happens("09:58", { kind: "arrived", stopId: stop("S1") });
    expect(sheet("09:58").tasks[0]).toMatchObject({ stopId: "S1", state: "here" });
    expect([given.booking(a.id).state, given.booking(b.id).state]).toEqual(["boarding", "boarding"]);
    given.happens("10:01", { kind: "boarded", bookingId: a.id });
    given.happens("10:01", { kind: "fare-collected", bookingId: a.id, amount: yen(350), means: "cash" });
    given.happens("10:02", { kind: "boarded", bookingId: b.id });
    given.happens("10:02", { kind: "fare-collected", bookingId: b.id, amount: yen(200), means: "cashless" });
    expect(sheet("10:02")).toMatchObject({
      fareDue: 650,
      fareCollected: 550,
      takings: { cash: 350, cashless: 200 },
    });
    given.happens("10:08", { kind: "arrived", stopId: stop("S6") });
    given.happens("10:09", { kind: "alighted", bookingId: b.id });
    expect(given.booking(b.id).state).toBe("completed");
    expect(sheet("10:09").tasks.map(({ state }) => state)).toEqual(["done", "done", "next", "later"]);
    expect(scheduleOf(given.worldAt("10:09"), given.day).duties[0]).toMatchObject({ drivingTo: "S9" });
  });
});

describe("what a driver cannot have done", () => {
  test("nobody alights before boarding, boards twice, or rides in a vehicle without a plan for it", () => {
    const { given, a } = aMorning();
    expect(given.happens("10:00", { kind: "alighted", bookingId: a.id })).toEqual(refusedAs("not-aboard"));
    given.happens("10:01", { kind: "boarded", bookingId: a.id });
    expect(given.happens("10:02", { kind: "boarded", bookingId: a.id })).toEqual(refusedAs("already-aboard"));
    expect(given.happens("10:02", { kind: "boarded", bookingId: "x" as never })).toMatchObject(
      refusedAs("unknown-booking"),
    );
  });

  test("who has cancelled does not board", () => {
    const { given, a } = aMorning();
    given.cancel("09:10", { bookingId: a.id });
    expect(given.happens("10:00", { kind: "boarded", bookingId: a.id })).toEqual({
      kind: "refused",
      rejection: { kind: "booking-closed", state: "cancelled_by_rider" },
    });
  });

  test("a no-show is recorded at the stop, five minutes after the promised pickup began", () => {
    const { given, a, b, c } = aMorning();
    expect(given.happens("10:06", { kind: "no-show", bookingId: a.id })).toEqual(refusedAs("not-at-stop"));
    given.happens("10:00", { kind: "arrived", stopId: stop("S1") });
    expect(given.happens("10:04", { kind: "no-show", bookingId: a.id })).toEqual({
      kind: "refused",
      rejection: { kind: "no-show-too-early", from: monday("10:05") },
    });
    expect(given.happens("10:05", { kind: "no-show", bookingId: a.id })).toEqual({ kind: "recorded" });
    expect(given.booking(a.id).state).toBe("no_show");
    expect(given.draw()).toEqual([`+${b.id} -${b.id} +${c.id} -${c.id}`]);
  });

  test("who was given up is off the sheet, and stands beside the step as the party would again be on it", () => {
    const { given, a, sheet } = aMorning();
    given.happens("10:00", { kind: "arrived", stopId: stop("S1") });
    expect(sheet("10:04").givenUp).toEqual([]);
    given.happens("10:05", { kind: "no-show", bookingId: a.id });
    const { tasks, givenUp } = sheet("10:05");
    const on = tasks.flatMap(({ boards, alights }) => [...boards, ...alights]);
    expect(on.map(({ bookingId }) => bookingId)).not.toContain(a.id);
    expect(givenUp).toMatchObject([
      {
        stopId: "S1",
        boards: [{ bookingId: a.id, state: "boarding", actions: ["board", "no-show", "collect"] }],
      },
      { stopId: "S9", alights: [{ bookingId: a.id, actions: ["collect"] }] },
    ]);
  });

  test("a step of another day is refused, and one of an unknown duty", () => {
    const { given } = aMorning();
    const event = {
      id: "e" as never,
      dutyId: given.day.duties[0]!.id,
      kind: "arrived",
      stopId: stop("S1"),
    } as const;
    const at = later(monday("10:00"), minutes(24 * 60));
    expect(decideTask(given.worldAt("10:00"), given.day, { ...event, at }).answer).toEqual(
      refusedAs("outside-day"),
    );
    const elsewhere = { ...event, at: monday("10:00"), dutyId: "none" as never };
    expect(decideTask(given.worldAt("10:00"), given.day, elsewhere).answer).toEqual(
      refusedAs("unknown-duty"),
    );
  });

  test("the same step sent again changes nothing; the same id with other content is a conflict", () => {
    const { given, a } = aMorning();
    given.happens("10:01", { kind: "boarded", bookingId: a.id, id: "e1" });
    const { day } = given;
    expect(given.happens("10:01", { kind: "boarded", bookingId: a.id, id: "e1" })).toEqual({
      kind: "repeated",
    });
    expect(given.day).toBe(day);
    expect(given.happens("10:01", { kind: "alighted", bookingId: a.id, id: "e1" })).toEqual({
      kind: "refused",
      rejection: { kind: "event-id-conflict", eventId: "e1" },
    });
  });

  describe("when it cannot have happened", () => {
    const at = (given: ADay, time: string, told = time) => {
      const event = {
        id: `at ${time}`,
        dutyId: given.day.duties[0]!.id,
        kind: "arrived",
        stopId: stop("S1"),
      };
      return decideTask(given.worldAt(told), given.day, { ...event, at: monday(time) } as never).answer;
    };

    test("what is more than two minutes ahead has not happened yet", () => {
      const { given } = aMorning();
      expect(at(given, "10:02", "10:00")).toEqual({ kind: "recorded" });
      expect(at(given, "10:03", "10:00")).toEqual({
        kind: "refused",
        rejection: { kind: "in-the-future", by: minutes(3) },
      });
    });

    test("nothing happens before what the vehicle did last, unless that was taken back", () => {
      const { given, a } = aMorning();
      given.happens("10:00", { kind: "arrived", stopId: stop("S1") });
      given.happens("10:05", { kind: "boarded", bookingId: a.id, id: "e2" });
      expect(given.happens("10:04", { kind: "alighted", bookingId: a.id })).toEqual({
        kind: "refused",
        rejection: { kind: "out-of-order", by: minutes(1) },
      });
      given.happens("10:06", { kind: "undone", eventId: "e2" as never });
      expect(given.happens("10:04", { kind: "boarded", bookingId: a.id })).toEqual({ kind: "recorded" });
    });

    test("a day driven offline is told in the evening, in order", () => {
      const { given } = aMorning();
      expect(at(given, "09:58", "17:00")).toEqual({ kind: "recorded" });
    });

    test("a terminal tells a step at most two days after its service date; from paper it is entered however late", () => {
      const { given } = aMorning();
      const told = (days: number, isFromPaper?: true) => {
        const now = later(monday("10:00"), minutes(days * 24 * 60));
        const world = { ...given.worldAt("10:00"), now };
        const head = { id: "e" as never, dutyId: given.day.duties[0]!.id, at: monday("10:00") };
        const event = { ...head, kind: "arrived", stopId: stop("S1") } as const;
        return decide(world, given.day, { kind: "task", event, ...(isFromPaper && { isFromPaper }) }).answer;
      };
      expect(told(2)).toEqual({ kind: "recorded" });
      expect(told(3)).toEqual({ kind: "refused", rejection: { kind: "too-old", days: 3 } });
      expect([told(3, true), told(90, true)]).toEqual([{ kind: "recorded" }, { kind: "recorded" }]);
    });
  });

  const refusedAs = (kind: string) => ({ kind: "refused", rejection: expect.objectContaining({ kind }) });
});

describe("taking back", () => {
  test("the last step of a duty is taken back, an earlier one is not", () => {
    const { given, a, b, sheet } = aMorning();
    given.happens("09:58", { kind: "arrived", stopId: stop("S1"), id: "e1" });
    given.happens("10:01", { kind: "boarded", bookingId: a.id, id: "e2" });
    expect(sheet("10:01").lastStep?.id).toBe("e2");
    expect(given.happens("10:02", { kind: "undone", eventId: "e1" as never })).toEqual({
      kind: "refused",
      rejection: { kind: "not-the-last-step", lastEventId: "e2" },
    });
    given.happens("10:02", { kind: "undone", eventId: "e2" as never });
    expect(given.booking(a.id).state).toBe("boarding");
    given.happens("10:02", { kind: "undone", eventId: "e1" as never });
    expect([given.booking(a.id).state, given.booking(b.id).state]).toEqual(["confirmed", "confirmed"]);
    expect(given.happens("10:03", { kind: "undone", eventId: "e1" as never })).toMatchObject({
      rejection: { kind: "nothing-to-undo" },
    });
  });

  test("an arrival at which a fare was taken stands until the fare is taken back", () => {
    const { given, a } = aMorning();
    given.happens("09:58", { kind: "arrived", stopId: stop("S1"), id: "e1" });
    const fare = { kind: "fare-collected", bookingId: a.id, amount: yen(350), means: "cash" } as const;
    given.happens("09:59", { ...fare, id: "f1" });
    expect(given.happens("10:00", { kind: "undone", eventId: "e1" as never })).toEqual({
      kind: "refused",
      rejection: { kind: "fare-stands", bookingId: a.id, amount: 350 },
    });
    given.happens("10:00", { kind: "undone", eventId: "f1" as never });
    given.happens("10:00", { kind: "undone", eventId: "e1" as never });
    expect(given.booking(a.id).state).toBe("confirmed");
  });

  test("of two arrivals at one stop the second is taken back, a fare between them or not", () => {
    const { given, a } = aMorning();
    given.happens("09:58", { kind: "arrived", stopId: stop("S1") });
    given.happens("09:59", { kind: "fare-collected", bookingId: a.id, amount: yen(350), means: "cash" });
    given.happens("10:00", { kind: "arrived", stopId: stop("S1"), id: "again" });
    expect(given.happens("10:00", { kind: "undone", eventId: "again" as never })).toEqual({
      kind: "recorded",
    });
    expect(given.booking(a.id).state).toBe("boarding");
  });

  test("a collected fare is taken back at any time and collected again", () => {
    const { given, a, b, sheet } = aMorning();
    const collect = (amount: number, id: string) =>
      given.happens("10:03", {
        kind: "fare-collected",
        bookingId: a.id,
        amount: yen(amount),
        means: "cash",
        id,
      });
    given.happens("10:01", { kind: "boarded", bookingId: a.id });
    collect(3500, "f1");
    given.happens("10:02", { kind: "boarded", bookingId: b.id });
    expect(collect(350, "f2")).toEqual({
      kind: "refused",
      rejection: { kind: "fare-already-collected", amount: 3500 },
    });
    expect(given.happens("10:03", { kind: "undone", eventId: "f1" as never })).toEqual({ kind: "recorded" });
    expect(collect(350, "f3")).toEqual({ kind: "recorded" });
    expect(sheet("10:04").fareCollected).toBe(350);
  });

  test("a no-show who comes running is on board next, where the promises of all suffer least", () => {
    const { given, a, b, c } = aMorning();
    given.happens("10:00", { kind: "arrived", stopId: stop("S1") });
    given.happens("10:01", { kind: "boarded", bookingId: b.id });
    given.happens("10:05", { kind: "no-show", bookingId: a.id, id: "gone" });
    given.happens("10:06", { kind: "undone", eventId: "gone" as never });
    expect(given.booking(a.id).state).toBe("boarding");
    expect(given.happens("10:06", { kind: "boarded", bookingId: a.id })).toEqual({ kind: "recorded" });
    expect(scheduleOf(given.worldAt("10:06"), given.day).atRisk).toEqual([]);
    expect(given.draw()[0]).toContain(`+${c.id} -${c.id}`);
  });
});

describe("delays", () => {
  test("[SAP-5.5-2] a reported delay of 40 minutes names the bookings to call, in order of pickup", () => {
    const given = new ADay();
    const b = given.booked("09:00", {
      memberId: member("m2"),
      from: stop("S3"),
      to: stop("S7"),
      time: departAt(monday("10:30")),
    });
    const a = given.booked("09:00", { memberId: member("m1"), time: arriveBy(monday("10:20")) });
    given.happens("10:00", { kind: "delayed", by: minutes(40), cause: "traffic" });
    const { atRisk, duties } = scheduleOf(given.worldAt("10:00"), given.day);
    expect(atRisk.map(({ bookingId }) => bookingId)).toEqual([a.id, b.id]);
    expect(atRisk[0]!.pickupLate).toBeGreaterThan(minutes(20));
    expect(duties[0]!.delay).toBe(minutes(40));
    expect(given.booking(a.id).promise.arriveBy).toBe(monday("10:20")); // what was told stays what was told
  });

  test("a delay is over when the vehicle has arrived", () => {
    const { given } = aMorning();
    given.happens("09:50", { kind: "delayed", by: minutes(10), cause: "weather" });
    given.happens("10:04", { kind: "arrived", stopId: stop("S1") });
    expect(scheduleOf(given.worldAt("10:04"), given.day)).toMatchObject({
      duties: [{ delay: 0 }],
      atRisk: [],
    });
  });
});

describe("the service report (報告)", () => {
  function aDayDriven() {
    const { given, a, b, c } = aMorning();
    given.happens("09:58", { kind: "arrived", stopId: stop("S1") });
    given.happens("10:01", { kind: "boarded", bookingId: a.id });
    given.happens("10:02", { kind: "boarded", bookingId: b.id });
    given.happens("10:02", { kind: "fare-collected", bookingId: b.id, amount: yen(300), means: "cash" });
    given.happens("10:09", { kind: "alighted", bookingId: b.id });
    given.happens("10:13", { kind: "alighted", bookingId: a.id });
    given.happens("10:13", { kind: "fare-collected", bookingId: a.id, amount: yen(350), means: "cash" });
    given.happens("10:58", { kind: "arrived", stopId: stop("S9") });
    given.happens("11:05", { kind: "no-show", bookingId: c.id });
    const d = given.booked("11:10", {
      memberId: member("m4"),
      from: stop("S2"),
      to: stop("S3"),
      time: departAt(monday("13:00")),
    });
    given.cancel("11:20", { bookingId: d.id, by: { kind: "operator" } });
    return { given, a, b, c, d };
  }

  test("[SAP-5.4-4] one boarding record for each booking: promised, done, paid, shared", () => {
    const { given, a, b, c, d } = aDayDriven();
    const { records } = serviceReport({ service: given.service, days: [given.day] });
    expect(
      records.map(({ bookingId, state, shared, fareDue, fareCollected }) => [
        bookingId,
        state,
        shared,
        fareDue,
        fareCollected,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [a.id, "completed", true, 350, 350],
        [b.id, "completed", true, 300, 300],
        [c.id, "no_show", false, 0, 0],
        [d.id, "cancelled_by_operator", false, 0, 0],
      ]),
    );
    expect(records.find(({ bookingId }) => bookingId === b.id)).toMatchObject({
      vehicleId: "v1",
      from: "S1",
      to: "S6",
      promisedPickupFrom: monday("10:00"),
      boardedAt: monday("10:02"),
      alightedAt: monday("10:09"),
      channel: "phone",
    });
  });

  test("[SAP-5.4-6] [SAP-4.3] [FIELD-29] usage by day, hour and stop, pooling rate and fares", () => {
    const { given } = aDayDriven();
    const report = serviceReport({ service: given.service, days: [given.day] });
    expect(report.totals).toEqual({
      operatingDays: 1,
      bookings: 4,
      rides: 2,
      persons: 3,
      personsByClass: { general: 1, senior: 1, disabled: 0, child: 1, infant: 0 },
      cancelled: 1,
      noShows: 1,
      refusals: 0,
      sharedRides: 2,
      poolingPermille: 1000,
      fareDue: 650,
      fareCollected: 650,
      ridesByChannel: { web: 1, phone: 1 },
    });
    expect(report.byHour).toEqual([{ hour: 10, rides: 2, refusals: 0 }]);
    expect(report.byStop).toEqual([
      { stopId: "S1", boarded: 3, alighted: 0 },
      { stopId: "S6", boarded: 0, alighted: 2 },
      { stopId: "S9", boarded: 0, alighted: 1 },
    ]);
    expect(report.byDay).toEqual([{ serviceDate: "2022-11-28", rides: 2, persons: 3 }]);
  });

  test("two parties that met only on the step did not share the vehicle", () => {
    const given = new ADay();
    const a = given.booked("09:00", { to: stop("S2") });
    const b = given.booked("09:00", {
      memberId: member("m2"),
      from: stop("S2"),
      to: stop("S3"),
      time: departAt(monday("10:05")),
    });
    given.happens("10:01", { kind: "boarded", bookingId: a.id });
    given.happens("10:05", { kind: "alighted", bookingId: a.id });
    given.happens("10:05", { kind: "boarded", bookingId: b.id });
    given.happens("10:10", { kind: "alighted", bookingId: b.id });
    const { totals } = serviceReport({ service: given.service, days: [given.day] });
    expect([totals.sharedRides, totals.poolingPermille]).toEqual([0, 0]);
  });

  test("a step that was taken back is not in the report", () => {
    const { given, a } = aMorning();
    given.happens("10:01", { kind: "boarded", bookingId: a.id, id: "e1" });
    given.happens("10:02", { kind: "undone", eventId: "e1" as never });
    expect(serviceReport({ service: given.service, days: [given.day] }).totals.rides).toBe(0);
  });
});
