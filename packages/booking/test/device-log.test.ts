import { type DeviceLogId, type EventId, later, minutes, seconds, yen } from "@noriai/kernel";
import { describe, expect, test } from "vitest";
import {
  asRecorded,
  countedAt,
  type DeviceLog,
  decideSettle,
  decideTold,
  dutySheet,
  type EntryOutcome,
  type LogKeeper,
  serviceReport,
  type TaskEvent,
  takeIn,
} from "../src/index.ts";
import { ADay } from "./a-day.ts";
import { departAt, member, monday, stop } from "./a-world.ts";

const AT = monday("10:00");
const LOG: DeviceLog = { id: "log-1" as DeviceLogId, takenIn: 0 };

/** Entries 1, 2, … by their numbers; each is what its number says. */
const entry = (no: number, id = `e${no}`) => ({ no, event: { id: id as EventId, at: AT } });

function aKeeper(known: Readonly<Record<number, string>> = {}) {
  const kept: number[] = [];
  const missing: unknown[] = [];
  const keeper: LogKeeper<{ id: EventId; at: typeof AT }> = {
    keep: async ({ no }): Promise<EntryOutcome> => {
      kept.push(no);
      return { kind: "recorded" };
    },
    keepMissing: async (upTo, count) => void missing.push({ upTo, count }),
    eventIdAt: async (no) => known[no] as EventId | undefined,
  };
  return { kept, missing, keeper };
}

const taking = (log: DeviceLog, nos: readonly number[], oldest = Math.min(...nos)) => {
  const it = aKeeper();
  const batch = { entries: nos.map((no) => entry(no)), oldest, sentAt: AT };
  return takeIn(log, batch, { now: AT, keeper: it.keeper }).then((taken) => ({ ...it, taken }));
};

describe("a tablet's log is taken in by its numbers", () => {
  test("whatever the order of arrival, in the order of the numbers", async () => {
    const { kept, taken } = await taking(LOG, [3, 1, 2]);
    expect(kept).toEqual([1, 2, 3]);
    expect(taken.log.takenIn).toBe(3);
  });

  test("what was taken in before is passed over, and nothing is taken in behind a gap", async () => {
    expect((await taking({ ...LOG, takenIn: 2 }, [1, 2, 3], 1)).kept).toEqual([3]);
    expect((await taking(LOG, [1, 2, 4, 5])).kept).toEqual([1, 2]);
  });

  test("what the tablet itself has lost is written down as missing, and the rest goes on", async () => {
    const { kept, missing } = await taking({ ...LOG, takenIn: 2 }, [6, 7], 6);
    expect(missing).toEqual([{ upTo: 5, count: 3 }]);
    expect(kept).toEqual([6, 7]);
  });

  test("a number under which another event was taken in says that the log was copied", async () => {
    const { keeper, kept } = aKeeper({ 1: "another" });
    const batch = { entries: [entry(1), entry(2)], oldest: 1, sentAt: AT };
    const taken = await takeIn({ ...LOG, takenIn: 1 }, batch, { now: AT, keeper });
    expect(taken.forked).toBe(true);
    expect(kept).toEqual([]);
  });
});

describe("the instant that counts", () => {
  const claim = { said: AT, sentAt: monday("11:00"), now: monday("11:00"), after: undefined };
  const clockOf = (change: Partial<Parameters<typeof countedAt>[0]>) => countedAt({ ...claim, ...change });

  test("a clock that is right is believed", () => {
    expect(clockOf({})).toEqual({ at: AT, movedBy: 0 });
    expect(clockOf({ sentAt: monday("11:01") })).toEqual({ at: AT, movedBy: 0 });
  });

  test("a clock that is ten minutes ahead is put right, and so is one that was set in between", () => {
    expect(clockOf({ sentAt: monday("11:10") })).toEqual({ at: monday("09:50"), movedBy: -600 });
    expect(clockOf({ drift: minutes(-10) })).toEqual({ at: monday("09:50"), movedBy: -600 });
    expect(clockOf({ drift: minutes(10), sentAt: monday("11:10") })).toEqual({ at: AT, movedBy: 0 });
  });

  test("nothing has happened later than now, or before what the tablet recorded before it", () => {
    expect(clockOf({ said: monday("11:30") }).at).toBe(monday("11:00"));
    expect(clockOf({ after: monday("10:20") })).toEqual({ at: monday("10:20"), movedBy: 1200 });
  });

  test("a clock may be off by a lifetime: known by how much it is put right, else it counts as of no day that was driven", () => {
    const CENTURY = seconds(100 * 365 * 86_400);
    const ahead = { said: later(AT, CENTURY), sentAt: later(monday("11:00"), CENTURY) };
    expect(clockOf(ahead)).toEqual({ at: AT, movedBy: -CENTURY });
    const anew = { said: seconds(3600) as number as typeof AT };
    expect(clockOf({ ...anew, drift: seconds(AT - 3600) })).toEqual({ at: AT, movedBy: AT - 3600 });
    expect(new Date(clockOf(anew).at * 1000).getUTCFullYear()).toBe(2000);
  });
});

/** One ride from S1 to S9 at 10:00, called off at 09:10 while the terminal hears nothing. */
function aRideCalledOff() {
  const given = new ADay();
  const { id } = given.booked("09:00");
  given.cancel("09:10", { bookingId: id });
  const dutyId = given.day.duties[0]!.id;
  const did = (time: string, event: object) =>
    ({ ...event, id: `e ${time}`, dutyId, at: monday(time) }) as unknown as TaskEvent;
  const ride = [
    did("10:00", { kind: "arrived", stopId: stop("S1") }),
    did("10:01", { kind: "boarded", bookingId: id }),
    did("10:02", { kind: "fare-collected", bookingId: id, amount: yen(350), means: "cash" }),
    did("10:12", { kind: "arrived", stopId: stop("S9") }),
    did("10:13", { kind: "alighted", bookingId: id }),
  ];
  const take = (decide: typeof decideTold | typeof decideSettle, event: TaskEvent, daysLater: number) => {
    const now = later(monday("12:00"), minutes(daysLater * 24 * 60));
    const { answer, day } = decide({ ...given.worldAt("12:00"), now }, given.day, event);
    given.day = day;
    return answer;
  };
  return {
    given,
    id,
    ride,
    told: (e: TaskEvent, daysLater = 0) => take(decideTold, e, daysLater),
    settle: (e: TaskEvent, daysLater = 0) => take(decideSettle, e, daysLater),
  };
}

describe("a conflict is settled by people", () => {
  test("[SAP-3.2-3a] who called off and rode all the same is refused by name, and rides in the record when somebody says so", () => {
    const { given, id, ride, told, settle } = aRideCalledOff();
    const answers = ride.map((event) => told(event));
    expect(answers.map(({ kind }) => kind)).toEqual([
      "recorded",
      "refused",
      "refused",
      "recorded",
      "refused",
    ]);
    expect(answers[1]).toMatchObject({ rejection: { kind: "booking-closed", state: "cancelled_by_rider" } });
    for (const k of [1, 2, 4]) expect(settle(ride[k]!)).toEqual({ kind: "taken" });
    expect(given.booking(id).state).toBe("completed");
    expect(given.booking(id).cancellation).toBeUndefined();
    const report = serviceReport({ service: given.service, days: [given.day] });
    expect(report.totals).toMatchObject({ rides: 1, fareCollected: 350 });
  });

  test("however late: what a tablet told a week afterwards is asked about, and taken when somebody says so", () => {
    const { given, id, ride, told, settle } = aRideCalledOff();
    const rejection = { kind: "too-old", days: 7 };
    for (const event of ride) expect(told(event, 7)).toEqual({ kind: "refused", rejection });
    for (const event of ride) expect(settle(event, 10)).toEqual({ kind: "taken" });
    expect(given.booking(id).state).toBe("completed");
    expect(given.day.taskEvents.map(({ at }) => at)).toEqual(ride.map(({ at }) => at));
  });

  test("nobody alights who has not boarded, not by a person's word either", () => {
    const { ride, told, settle } = aRideCalledOff();
    for (const event of ride) told(event);
    expect(settle(ride[4]!)).toMatchObject({ kind: "refused" });
  });

  test("who rode in another vehicle than planned rides there", () => {
    const given = new ADay();
    const { id } = given.booked("09:00");
    const dutyId = given.day.duties[0]!.id;
    given.happens("10:05", { kind: "arrived", stopId: stop("S1") });
    given.happens("10:06", { kind: "no-show", bookingId: id });
    const boarded = {
      kind: "boarded",
      bookingId: id,
      id: "late" as EventId,
      dutyId,
      at: monday("10:02"),
    } as const;
    expect(decideTold(given.worldAt("12:00"), given.day, boarded).answer.kind).toBe("refused");
    const { answer, day } = decideSettle(given.worldAt("12:00"), given.day, boarded);
    expect(answer).toEqual({ kind: "taken" });
    expect(day.bookings.get(id)!.state).toBe("riding");
    expect(day.taskEvents.at(-1)!.at).toBe(monday("10:06"));
    expect(dutySheet(given.worldAt("12:00"), day, dutyId).tasks.at(-1)).toMatchObject({ stopId: "S9" });
  });
});

describe("two tablets on one duty", () => {
  function twoRides() {
    const given = new ADay();
    const a = given.booked("09:00");
    const b = given.booked("09:00", {
      memberId: member("m2"),
      from: stop("S9"),
      to: stop("S1"),
      time: departAt(monday("11:00")),
    });
    const dutyId = given.day.duties[0]!.id;
    const told = (time: string, event: object, id: string) => {
      const at = monday(time);
      const { answer, day } = decideTold(given.worldAt("15:00"), given.day, {
        ...event,
        id,
        dutyId,
        at,
      } as never);
      given.day = day;
      return answer;
    };
    return { given, a, b, told };
  }

  test("the same deed under another id counts once, and says which event it was", () => {
    const { given, a, told } = twoRides();
    const fare = { kind: "fare-collected", bookingId: a.id, amount: yen(350), means: "cash" };
    told("10:00", { kind: "arrived", stopId: "S1" }, "1-1");
    told("10:01", { kind: "boarded", bookingId: a.id }, "1-2");
    told("10:01", fare, "1-3");
    expect(told("10:01", { kind: "arrived", stopId: "S1" }, "2-1")).toEqual({
      kind: "told-before",
      eventId: "1-1",
    });
    expect(told("10:02", { kind: "boarded", bookingId: a.id }, "2-2")).toEqual({
      kind: "told-before",
      eventId: "1-2",
    });
    expect(told("10:02", fare, "2-3")).toEqual({ kind: "told-before", eventId: "1-3" });
    expect(given.day.taskEvents).toHaveLength(3);
  });

  test("another amount for the same fare is not the same deed: people settle it", () => {
    const { a, told } = twoRides();
    told("10:01", { kind: "boarded", bookingId: a.id }, "1-1");
    told("10:01", { kind: "fare-collected", bookingId: a.id, amount: yen(350), means: "cash" }, "1-2");
    expect(
      told("10:02", { kind: "fare-collected", bookingId: a.id, amount: yen(300), means: "cash" }, "2-1"),
    ).toMatchObject({
      kind: "refused",
      rejection: { kind: "fare-already-collected", amount: 350 },
    });
  });

  test("a second arrival at a stop is another deed when the vehicle was elsewhere in between", () => {
    const { a, b, told } = twoRides();
    told("10:00", { kind: "arrived", stopId: "S1" }, "1-1");
    told("10:01", { kind: "boarded", bookingId: a.id }, "1-2");
    told("10:12", { kind: "arrived", stopId: "S9" }, "1-3");
    told("10:13", { kind: "alighted", bookingId: a.id }, "1-4");
    told("11:01", { kind: "boarded", bookingId: b.id }, "1-5");
    expect(told("11:12", { kind: "arrived", stopId: "S1" }, "1-6")).toEqual({ kind: "recorded" });
    expect(told("10:01", { kind: "arrived", stopId: "S1" }, "2-1")).toEqual({
      kind: "told-before",
      eventId: "1-1",
    });
  });

  test("what the second tablet takes back is the deed, under whichever id it stands", () => {
    const { given, a, told } = twoRides();
    told("10:00", { kind: "arrived", stopId: "S1" }, "1-1");
    told("10:01", { kind: "boarded", bookingId: a.id }, "1-2");
    const same = told("10:01", { kind: "boarded", bookingId: a.id }, "2-1");
    const back = { kind: "undone", id: "2-2", eventId: "2-1" } as unknown as TaskEvent;
    expect(told("10:02", { kind: "undone", eventId: "2-1" }, "lost")).toMatchObject({
      rejection: { kind: "nothing-to-undo" },
    });
    const { eventId } = asRecorded(back, same as EntryOutcome) as Extract<TaskEvent, { kind: "undone" }>;
    expect(told("10:02", { kind: "undone", eventId }, "2-2")).toEqual({ kind: "recorded" });
    expect(given.booking(a.id).state).toBe("boarding");
    expect(asRecorded(back, { kind: "recorded" })).toBe(back);
    expect(asRecorded(back, undefined)).toBe(back);
  });

  test("the same event again, its time put right in between, is the same event", () => {
    const { told } = twoRides();
    told("10:00", { kind: "delayed", by: seconds(300), cause: "traffic" }, "1-1");
    expect(told("10:07", { kind: "delayed", by: seconds(300), cause: "traffic" }, "1-1")).toEqual({
      kind: "repeated",
    });
  });
});
