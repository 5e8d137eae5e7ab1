import { parseInstant, serviceDate } from "@noriai/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Contact, type LifePlan, planOfLife } from "../src/index.ts";
import { DATE, RIDERS, SERVICE } from "./service.ts";

const SIZE = { calls: 50, web: 150, today: 0.3, jams: 2 };
const draw = (seed: number, size = SIZE): LifePlan =>
  planOfLife({ seed, service: SERVICE, date: DATE, riders: RIDERS, size });
const booksOf = (plan: LifePlan) =>
  plan.contacts.filter((one): one is Extract<Contact, { kind: "books" }> => one.kind === "books");
const wishesOf = (plan: LifePlan) => booksOf(plan).flatMap(({ wishes }) => wishes);

describe("a day of life", () => {
  test("is the same for the same seed, and another for another", () => {
    expect(draw(7)).toEqual(draw(7));
    expect(draw(8).contacts).not.toEqual(draw(7).contacts);
  });

  test("has as many calls and web rides as wished", () => {
    const plan = draw(1);
    expect(booksOf(plan).filter(({ channel }) => channel === "phone")).toHaveLength(50);
    const web = booksOf(plan).filter(({ channel }) => channel === "web");
    expect(web.flatMap(({ wishes }) => wishes)).toHaveLength(150);
  });

  test("somebody has asked for the first ride of the day the evening before", () => {
    const plan = draw(5);
    const first = booksOf(plan).find(({ wishes }) => wishes[0]!.time.at === "2026-11-24T09:05:00+09:00");
    expect(first!.at).toBeLessThan(plan.startsAt);
  });

  test("calls peak between nine and eleven", () => {
    const hours = booksOf(draw(3, { ...SIZE, calls: 300 }))
      .filter(({ channel }) => channel === "phone")
      .map(({ at }) => Math.floor((at - parseInstant("2026-11-24T00:00:00+09:00")!) / 3600));
    const between = (from: number, to: number) => hours.filter((hour) => hour >= from && hour < to).length;
    expect(between(9, 11)).toBeGreaterThan(between(11, 15));
    expect(Math.min(...hours)).toBeGreaterThanOrEqual(8);
    expect(Math.max(...hours)).toBeLessThan(15);
  });

  test("has both ways of asking for a time, companions, second thoughts, and somebody who does not come", () => {
    const plan = draw(1);
    expect(new Set(wishesOf(plan).map(({ time }) => time.mode))).toEqual(new Set(["arrive", "depart"]));
    expect(wishesOf(plan).some(({ companions }) => companions.child > 0)).toBe(true);
    expect(new Set(plan.contacts.map(({ kind }) => kind))).toEqual(new Set(["books", "changes", "cancels"]));
    const absent = wishesOf(plan).filter(({ staysAway }) => staysAway);
    expect(absent.length).toBeGreaterThan(0);
    expect(new Set(absent.map(({ serviceDate: date }) => date))).toEqual(new Set([DATE]));
  });

  test("whatever the seed: rides lie within the hours of days that can be booked, and are asked for before them", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const plan = draw(seed, { calls: 8, web: 20, today: 0.5, jams: 1 });
        const ids = wishesOf(plan).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { at, wishes, rider } of booksOf(plan))
          for (const { time, from, to, serviceDate: date } of wishes) {
            const clock = time.at.slice(11, 16);
            expect(clock >= "09:00" && clock <= "15:00", clock).toBe(true);
            expect(time.at.slice(0, 10)).toBe(date);
            expect(["2026-11-24", "2026-11-25", "2026-11-26"]).toContain(date);
            expect(from).not.toBe(to);
            expect(at).toBeLessThan(parseInstant(time.at)! - 30 * 60);
            expect(rider.birthDate < serviceDate("2012-01-01")).toBe(true);
          }
        const instants = plan.contacts.map(({ at }) => at);
        expect(instants).toEqual(instants.toSorted((a, b) => a - b));
      }),
      { numRuns: 40, verbose: true },
    );
  });
});
