import { addDays, type BookingId, type EpochSeconds, type ServiceDate, serviceDate } from "@noriai/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Booking,
  NO_SHOW_EXCUSES,
  type NoShow,
  type NoShowDeed,
  type NoShowNote,
  type NoShowPolicy,
  noShowNoteRejection,
  noShowsOf,
  RULES,
  standingOf,
} from "../src/index.ts";
import { ADay } from "./a-day.ts";

const TODAY = serviceDate("2026-11-24");
const POLICY: NoShowPolicy = {
  countedDays: 180,
  warnFrom: 2,
  letterFrom: 4,
  excuses: ["illness", "weather"],
  warning: "",
};

const missed = (daysAgo: number, changes: Partial<NoShow> = {}): NoShow => ({
  bookingId: `b${daysAgo}` as BookingId,
  serviceDate: addDays(TODAY, -daysAgo),
  ...changes,
});
const standing = (noShows: readonly NoShow[], today: ServiceDate = TODAY, policy = POLICY) =>
  standingOf({ noShows, policy, today });

describe("where a member stands", () => {
  test("one ride missed is nothing, two are a warning, four a letter", () => {
    const all = [missed(1), missed(2), missed(3), missed(4)];
    expect([1, 2, 3, 4].map((count) => standing(all.slice(0, count)).level)).toEqual([
      "clear",
      "warn",
      "warn",
      "letter",
    ]);
  });

  test("the warning falls on the day on which the second ride of the span is 180 days past", () => {
    const { level, fallsOn } = standing([missed(10), missed(100)]);
    expect([level, fallsOn]).toEqual(["warn", addDays(TODAY, 80)]);
  });

  test("an excuse that the service accepts does not count, one that it does not know does", () => {
    const rides = [missed(1, { excuse: "illness" }), missed(2, { excuse: "mix-up" }), missed(3)];
    const { counted, uncounted } = standing(rides);
    expect(counted.map(({ bookingId }) => bookingId)).toEqual(["b2", "b3"]);
    expect(uncounted.map(({ because }) => because)).toEqual(["excused"]);
  });

  test("an objection counts for the member until it is decided", () => {
    const level = (appeal: NoShow["appeal"]) =>
      standing([missed(1, { ...(appeal && { appeal }) }), missed(2)]).level;
    expect([level(undefined), level("open"), level("granted"), level("dismissed")]).toEqual([
      "warn",
      "clear",
      "clear",
      "warn",
    ]);
  });

  test("who was warned about the latest ride is not to be warned again; the next ride missed begins anew", () => {
    const saidAt = (...rides: readonly NoShow[]) => standing(rides).saidAt;
    const warned = { warnedAt: 1_000 as EpochSeconds };
    const written = { letterAt: 2_000 as EpochSeconds };
    expect(saidAt(missed(20), missed(10))).toBeUndefined();
    expect(saidAt(missed(20), missed(10, warned))).toBe(1_000);
    expect(saidAt(missed(20, warned), missed(10)), "warned before the latest").toBeUndefined();
    expect(saidAt(missed(20), missed(10, written)), "a letter says it too").toBe(2_000);
    const older = [missed(40), missed(30), missed(20)];
    expect(saidAt(...older, missed(10, warned)), "a letter is due, and a call is none").toBeUndefined();
    expect(saidAt(...older, missed(10, written))).toBe(2_000);
    expect(saidAt(missed(10, warned)), "nothing was to be said").toBeUndefined();
  });

  test("a service without a policy warns nobody", () => {
    const rides = [1, 2, 3, 4, 5].map((daysAgo) => missed(daysAgo));
    expect(standingOf({ noShows: rides, policy: undefined, today: TODAY }).level).toBe("clear");
  });
});

describe("for any rides missed and any policy", () => {
  const anyMissed = fc.record({
    daysAgo: fc.integer({ min: 0, max: 400 }),
    excuse: fc.option(fc.constantFrom(...NO_SHOW_EXCUSES), { nil: undefined }),
    appeal: fc.option(fc.constantFrom("open" as const, "granted" as const, "dismissed" as const), {
      nil: undefined,
    }),
  });
  const rides = fc.array(anyMissed, { maxLength: 12 }).map((all) =>
    all.map(
      ({ daysAgo, excuse, appeal }, k): NoShow => ({
        bookingId: `b${k}` as BookingId,
        serviceDate: addDays(TODAY, -daysAgo),
        ...(excuse && { excuse }),
        ...(appeal && { appeal }),
      }),
    ),
  );
  const policy = fc
    .record({
      countedDays: fc.integer({ min: 1, max: 365 }),
      warnFrom: fc.integer({ min: 1, max: 5 }),
      more: fc.integer({ min: 0, max: 5 }),
      excuses: fc.subarray([...NO_SHOW_EXCUSES]),
    })
    .map(
      ({ countedDays, warnFrom, more, excuses }): NoShowPolicy => ({
        countedDays,
        warnFrom,
        letterFrom: warnFrom + more,
        excuses,
        warning: "",
      }),
    );
  const RANK = { clear: 0, warn: 1, letter: 2 };
  const holds = (name: string, property: Parameters<typeof fc.assert>[0]) =>
    test(name, () => fc.assert(property, { seed: 20_261_124, numRuns: 500 }));

  holds(
    "every ride is judged once, and the order in which they come changes nothing",
    fc.property(rides, policy, (all, rules) => {
      const { counted, uncounted, ...rest } = standing(all, TODAY, rules);
      expect(counted.length + uncounted.length).toBe(all.length);
      const { counted: _, uncounted: _u, ...turned } = standing([...all].reverse(), TODAY, rules);
      expect(turned).toEqual(rest);
    }),
  );

  holds(
    "grace never harms: excusing a ride or granting an objection raises no level",
    fc.property(rides, policy, fc.nat(), (all, rules, which) => {
      fc.pre(all.length > 0);
      const before = RANK[standing(all, TODAY, rules).level];
      for (const grace of [{ excuse: "illness" }, { appeal: "granted" }, { appeal: "open" }] as const) {
        const kinder = all.map((ride, k) => (k === which % all.length ? { ...ride, ...grace } : ride));
        const excused = rules.excuses.includes("illness") || !("excuse" in grace);
        if (excused) expect(RANK[standing(kinder, TODAY, rules).level]).toBeLessThanOrEqual(before);
      }
    }),
  );

  holds(
    "the level stands up to the day before it falls, and has fallen on that day",
    fc.property(rides, policy, (all, rules) => {
      const { level, fallsOn } = standing(all, TODAY, rules);
      if (level === "clear") {
        expect(fallsOn).toBeUndefined();
        return;
      }
      expect(fallsOn! > TODAY).toBe(true);
      expect(standing(all, addDays(fallsOn!, -1), rules).level).toBe(level);
      expect(RANK[standing(all, fallsOn!, rules).level]).toBeLessThan(RANK[level]);
    }),
  );
});

describe("what is noted about a ride that nobody came for", () => {
  const booking = (id: string, state: Booking["state"]): Booking => {
    const day = new ADay();
    return { ...day.booked("08:00"), id: id as BookingId, state };
  };
  const at = (n: number) => n as EpochSeconds;
  const note = (n: number, deed: NoShowDeed): NoShowNote => ({
    bookingId: "x" as BookingId,
    at: at(n),
    ...deed,
  });

  test("the later note holds; a ride whose no-show was taken back is none", () => {
    const notes = [
      note(1, { kind: "warned" }),
      note(2, { kind: "excused", excuse: "illness" }),
      note(3, { kind: "excuse-withdrawn" }),
      note(4, { kind: "appealed" }),
      note(5, { kind: "appeal-dismissed" }),
      note(6, { kind: "letter-sent" }),
    ];
    const found = noShowsOf([booking("x", "no_show"), booking("y", "completed")], notes);
    expect(found).toEqual([
      expect.objectContaining({ bookingId: "x", appeal: "dismissed", warnedAt: 1, letterAt: 6 }),
    ]);
    expect(found[0]).not.toHaveProperty("excuse");
  });

  test.each([
    [undefined, { kind: "warned" }, "no-no-show"],
    [missed(1), { kind: "excused", excuse: "mix-up" }, "excuse-not-accepted"],
    [missed(1), { kind: "excused", excuse: "weather" }, undefined],
    [missed(1), { kind: "excuse-withdrawn" }, "not-excused"],
    [missed(1), { kind: "appeal-granted" }, "no-open-appeal"],
    [missed(1, { appeal: "open" }), { kind: "appealed" }, "appeal-open-already"],
    [missed(1, { appeal: "open" }), { kind: "appeal-dismissed" }, undefined],
    [missed(1, { appeal: "dismissed" }), { kind: "appealed" }, undefined],
  ] as const)("%j, %j: %s", (noShow, deed, kind) => {
    expect(noShowNoteRejection({ noShow, deed, policy: POLICY })?.kind).toBe(kind);
  });
});

test("no rule of booking knows of rides missed: with any number of them a member books as before", () => {
  const day = new ADay({ ...new ADay().service, noShows: { ...POLICY, warnFrom: 1, letterFrom: 1 } });
  const booked = day.booked("08:00");
  const bookings = new Map(
    [...Array(9).keys()].map((k): [BookingId, Booking] => [
      `n${k}` as BookingId,
      { ...booked, id: `n${k}` as BookingId, state: "no_show" },
    ]),
  );
  day.day = {
    ...day.day,
    bookings,
    plan: { routes: day.day.plan.routes.map((route) => ({ ...route, visits: [] })) },
  };
  expect(day.booked("08:00").state).toBe("confirmed");
  expect(RULES.length).toBeGreaterThan(5);
});
