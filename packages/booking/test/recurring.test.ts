import {
  addDays,
  type BookingId,
  type RecurringId,
  seededRandom,
  timeOfDay,
  weekdayOf,
} from "@noriai/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Booking,
  decideConfirm,
  decideQuote,
  isPassing,
  type Member,
  openDay,
  type RecurringRecord,
  type RecurringTerms,
  type RecurringWish,
  recurringDates,
  recurringFaults,
  recurringOutlook,
  recurringRequest,
  recurringSteps,
} from "../src/index.ts";
import { aCalendar, aService } from "./a-service.ts";
import { aParty, aWorld, date, jst, MONDAY, member, stop } from "./a-world.ts";

const SERVICE = aService();
const HANAKO: Member = { id: member("m1"), birthDate: date("1944-04-01"), disability: undefined };

const terms = (changes: Partial<RecurringTerms> = {}): RecurringTerms => ({
  weekdays: [1, 3],
  first: MONDAY,
  last: date("2022-12-30"),
  from: stop("S1"),
  to: stop("S9"),
  time: { mode: "arrive", at: timeOfDay("10:00") },
  back: { mode: "depart", at: timeOfDay("12:00") },
  companions: aParty({}),
  wheelchairs: 0,
  ...changes,
});

const wish = (changes: Partial<RecurringWish> = {}): RecurringWish => ({
  id: "r1" as RecurringId,
  memberId: HANAKO.id,
  channel: "web",
  terms: terms(),
  version: 1,
  leftOut: [],
  ...changes,
});

/** Steps at a moment, as "book 11-28 out". */
function steps(
  at: string,
  own: RecurringWish = wish(),
  known: { records?: readonly RecurringRecord[]; bookings?: readonly Booking[] } = {},
): readonly string[] {
  const { records = [], bookings = [] } = known;
  const byId = new Map(bookings.map((booking) => [booking.id, booking]));
  return recurringSteps({ service: SERVICE, now: jst(at), wish: own, records, bookings: byId }).map(
    (step) =>
      `${step.kind} ${step.serviceDate.slice(5)} ${step.leg}${"replaces" in step ? ` for ${step.replaces}` : ""}`,
  );
}

/** A ride of the wish as it was booked. */
function booked(own: RecurringWish, on: string, leg: "out" | "back" = "out"): [Booking, RecurringRecord] {
  const world = aWorld({ now: jst("2022-11-25 09:00"), findMember: () => HANAKO });
  const request = recurringRequest({
    service: SERVICE,
    wish: own,
    member: HANAKO,
    serviceDate: date(on),
    leg,
  });
  const asked = decideQuote(world, openDay(SERVICE, date(on)), request);
  if (asked.answer.kind !== "quote") throw new Error(JSON.stringify(asked.answer.refusal.rejections));
  const quoteId = asked.answer.quote.id;
  const { answer } = decideConfirm(world, asked.day, { quoteId, memberId: HANAKO.id });
  if (answer.kind !== "booking") throw new Error(answer.kind);
  const booking = { ...answer.booking, id: `${leg}-${on.slice(5)}` as BookingId };
  const record = {
    ...{ serviceDate: date(on), leg, version: own.version },
    ...{ askedAt: world.now, bookingId: booking.id, isRefused: false },
  };
  return [booking, record];
}

describe("the dates of a recurring wish", () => {
  test("Mondays and Wednesdays to the end of the year, without New Year and what the rider leaves out", () => {
    const dates = recurringDates(SERVICE, wish({ leftOut: [date("2022-12-07")] }));
    expect(dates.map(({ serviceDate, notDue }) => `${serviceDate.slice(5)} ${notDue ?? "due"}`)).toEqual([
      "11-28 due",
      "11-30 due",
      "12-05 due",
      "12-07 left-out",
      "12-12 due",
      "12-14 due",
      "12-19 due",
      "12-21 due",
      "12-26 due",
      "12-28 due",
    ]);
  });

  test("a holiday and a suspension are known before the wish is made", () => {
    const overNewYear = wish({ terms: terms({ first: date("2022-12-26"), last: date("2023-01-11") }) });
    expect(
      recurringDates(SERVICE, overNewYear).map(({ serviceDate, notDue }) => [serviceDate, notDue]),
    ).toEqual([
      ["2022-12-26", undefined],
      ["2022-12-28", undefined],
      ["2023-01-02", "suspension"],
      ["2023-01-04", undefined],
      ["2023-01-09", "holiday"],
      ["2023-01-11", undefined],
    ]);
  });

  test.each([
    [{ weekdays: [] }, "weekdays none"],
    [{ last: date("2022-11-27") }, "last turned"],
    [{ last: date("2023-11-29") }, "last too-long"],
    [{ first: date("2022-10-03"), last: date("2022-10-31") }, "last over"],
    [{ to: stop("S1") }, "to same-stop"],
    [{ back: { mode: "depart", at: timeOfDay("10:00") } }, "back turned"],
  ] as const)("a wish that cannot be meant says which field to mend: %j", (changes, fault) => {
    const found = recurringFaults(terms(changes), date("2022-11-25"));
    expect(found.map(({ field, because }) => `${field} ${because}`)).toEqual([fault]);
  });

  test("the fare class is that of the day of the ride, and the way back turns the stops", () => {
    const turnsSeventy = { ...HANAKO, birthDate: date("1952-12-05") };
    const on = (serviceDate: string) =>
      recurringRequest({
        service: SERVICE,
        wish: wish({ terms: terms({ companions: aParty({ child: 1 }) }) }),
        member: turnsSeventy,
        serviceDate: date(serviceDate),
        leg: "back",
      });
    expect(on("2022-11-30").party).toMatchObject({ general: 1, senior: 0, child: 1 });
    expect(on("2022-12-05")).toMatchObject({
      ...{ from: "S9", to: "S1", channel: "web", time: { mode: "depart", at: jst("2022-12-05 12:00") } },
      party: { general: 0, senior: 1, child: 1 },
    });
  });
});

describe("what is to be done for a recurring wish", () => {
  test("there and back of every date within the window of seven days, in order", () => {
    expect(steps("2022-11-26 00:00")).toEqual([
      "book 11-28 out",
      "book 11-28 back",
      "book 11-30 out",
      "book 11-30 back",
    ]);
    expect(steps("2022-11-28 00:00")).toContain("book 12-05 out");
    expect(steps("2022-11-27 23:59")).not.toContain("book 12-05 out");
  });

  test("a date is asked for once, whatever came of it", () => {
    const [booking, record] = booked(wish(), "2022-11-28");
    const refused = { ...record, leg: "back", bookingId: undefined, isRefused: true } as never;
    const known = { records: [record, refused], bookings: [booking] };
    expect(steps("2022-11-26 09:00", wish(), known)).toEqual(["book 11-30 out", "book 11-30 back"]);
    const calledOff = { ...booking, state: "cancelled_by_rider" } as const;
    expect(steps("2022-11-26 09:00", wish(), { ...known, bookings: [calledOff] })).toEqual([
      "book 11-30 out",
      "book 11-30 back",
    ]);
  });

  test("a date left out is called off, and is asked for no more", () => {
    const [booking, record] = booked(wish(), "2022-11-28");
    const skipping = wish({ leftOut: [MONDAY] });
    expect(steps("2022-11-26 09:00", skipping, { records: [record], bookings: [booking] })).toEqual([
      "cancel 11-28 out",
      "book 11-30 out",
      "book 11-30 back",
    ]);
    const riding = { ...booking, state: "riding" } as const;
    expect(steps("2022-11-26 09:00", skipping, { records: [record], bookings: [riding] })).not.toContain(
      "cancel 11-28 out",
    );
  });

  test("another time replaces what is booked, and the seat is kept until then", () => {
    const [booking, record] = booked(wish(), "2022-11-28");
    const later = wish({
      version: 2,
      terms: terms({ weekdays: [1], time: { mode: "arrive", at: timeOfDay("11:00") } }),
    });
    const known = { records: [record], bookings: [booking] };
    expect(steps("2022-11-26 09:00", later, known)).toEqual([
      "book 11-28 out for out-11-28",
      "book 11-28 back",
    ]);
    // The rider has moved this one by hand since: it is left alone.
    const byHand = { ...booking, changedAt: jst("2022-11-25 10:00") };
    expect(steps("2022-11-26 09:00", later, { ...known, bookings: [byHand] })).toEqual(["book 11-28 back"]);
    // What did not change is not asked for anew.
    const sameTime = wish({ version: 2, terms: terms({ weekdays: [1] }) });
    expect(steps("2022-11-26 09:00", sameTime, known)).toEqual(["book 11-28 back"]);
  });

  test("a wish that ended books nothing; its rides are called off or stay, as was said", () => {
    const [booking, record] = booked(wish(), "2022-11-28");
    const known = { records: [record], bookings: [booking] };
    const ended = (keepsBooked: boolean) => wish({ ended: { at: jst("2022-11-25 12:00"), keepsBooked } });
    expect(steps("2022-11-26 09:00", ended(true), known)).toEqual([]);
    expect(steps("2022-11-26 09:00", ended(false), known)).toEqual(["cancel 11-28 out"]);
  });

  test("where the service closes a day, people decide about what is booked: nothing is called off by itself", () => {
    const [booking, record] = booked(wish(), "2022-11-28");
    const calendar = aCalendar({ suspensions: [{ from: MONDAY, to: MONDAY, reason: "大雪" }] });
    const found = recurringSteps({
      service: aService({ calendar }),
      now: jst("2022-11-26 09:00"),
      wish: wish(),
      records: [record],
      bookings: new Map([[booking.id, booking]]),
    });
    expect(found.map(({ serviceDate }) => serviceDate)).not.toContain(MONDAY);
  });

  test("whatever the wish: every step lies in the window on one of its weekdays, none twice, and done steps do not come back", () => {
    const seed = 20221128;
    const day = fc.integer({ min: 0, max: 40 });
    const anyWish = fc.record({
      ...{ weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })), begin: day, length: day },
      ...{ skipped: fc.uniqueArray(day), now: day, back: fc.boolean() },
    });
    fc.assert(
      fc.property(anyWish, ({ weekdays, begin, length, skipped, now, back }) => {
        const first = addDays(date("2022-11-21"), begin);
        const { back: way, ...oneWay } = terms({ weekdays, first, last: addDays(first, length) });
        const own = wish({
          terms: back && way ? { ...oneWay, back: way } : oneWay,
          leftOut: skipped.map((each) => addDays(date("2022-11-21"), each)),
        });
        const today = addDays(date("2022-11-21"), now);
        const known = {
          service: SERVICE,
          now: jst(`${today} 12:00`),
          wish: own,
          records: [] as RecurringRecord[],
          bookings: new Map(),
        };
        const found = recurringSteps(known);
        for (const { kind, serviceDate } of found) {
          expect(kind).toBe("book");
          expect(weekdays).toContain(weekdayOf(serviceDate));
          expect(own.leftOut).not.toContain(serviceDate);
          expect(serviceDate >= today && serviceDate <= addDays(today, 7)).toBe(true);
        }
        expect(new Set(found.map(({ serviceDate, leg }) => `${serviceDate} ${leg}`)).size).toBe(found.length);
        const records = found.map(({ serviceDate, leg }) => ({
          ...{ serviceDate, leg, version: 1, askedAt: known.now, isRefused: true },
        }));
        expect(recurringSteps({ ...known, records })).toEqual([]);
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe("the outlook of a date", () => {
  const outlookOn = (on: string, own: RecurringWish, at = "2022-11-25 09:00") =>
    recurringOutlook({
      world: aWorld({ now: jst(at), random: seededRandom(1) }),
      day: openDay(SERVICE, date(on)),
      wish: own,
      member: HANAKO,
    });

  test("there and back can be booked, and nothing is held for it", () => {
    const { asksAt, legs } = outlookOn("2022-11-28", wish());
    expect(asksAt).toBe(jst("2022-11-25 09:00"));
    expect(legs.map(({ leg, kind }) => `${leg} ${kind}`)).toEqual(["out offer", "back offer"]);
  });

  test("a time outside the hours is refused with the rule, the amount and times that can be had", () => {
    const early = wish({ terms: terms({ time: { mode: "arrive", at: timeOfDay("08:30") } }) });
    const [there, back] = outlookOn("2022-11-28", early).legs;
    expect(there).toMatchObject({ kind: "refusal", rejections: [{ kind: "outside-hours" }] });
    expect(there!.kind === "refusal" && there!.alternatives.length).toBeGreaterThan(0);
    expect(back).toMatchObject({ kind: "offer" });
  });

  test("a date beyond the window is tried as of its opening; for the phone as of the first hour of reception", () => {
    expect(outlookOn("2022-12-19", wish())).toMatchObject({
      asksAt: jst("2022-12-12 00:00"),
      legs: [{ kind: "offer" }, { kind: "offer" }],
    });
    expect(outlookOn("2022-12-19", wish({ channel: "phone" }))).toMatchObject({
      asksAt: jst("2022-12-12 08:00"),
      legs: [{ kind: "offer" }, { kind: "offer" }],
    });
  });

  test("a closed phone desk passes by itself; a cut-off that has gone by does not", () => {
    expect(isPassing([{ kind: "phone-closed" }])).toBe(true);
    expect(isPassing([{ kind: "not-a-member" }])).toBe(false);
    expect(
      isPassing([
        { kind: "phone-closed" },
        { kind: "past-cutoff", closedAt: jst("2022-11-28 09:00"), minutes: 30 },
      ]),
    ).toBe(false);
  });
});
