import { addDays, minutes, type ServiceDate, timeOfDay } from "@noriai/kernel";
import { describe, expect, test } from "vitest";
import {
  isOperatingDay,
  nextOperatingDay,
  operatingHours,
  phoneOpen,
  phoneOpensNext,
  plannedOperatingDays,
  receptionOpen,
  whyNotOperating,
} from "../src/index.ts";
import { aCalendar, aService } from "./a-service.ts";
import { date, jst } from "./a-world.ts";

const service = aService();

describe("operating days (運行日)", () => {
  test("[SAP-3.1-1a] the pilot runs on exactly 87 days: 7, 20, 19, 19 and 22 by month", () => {
    const { total, byMonth } = plannedOperatingDays(service);
    expect(total).toBe(87);
    expect([...byMonth]).toEqual([
      ["2022-11", 7],
      ["2022-12", 20],
      ["2023-01", 19],
      ["2023-02", 19],
      ["2023-03", 22],
    ]);
  });

  test("[SAP-3.1-1a] eight weekdays are left out: four holidays and four days of the New Year stop", () => {
    const leftOut = daysOf("2022-11-21", "2023-03-31")
      .map((day) => [day, whyNotOperating(service, day)] as const)
      .filter(([, why]) => why === "holiday" || why === "suspension")
      .filter(([day]) => whyNotOperating(aService({ calendar: everyWeekday }), day) === undefined);
    expect(leftOut).toEqual([
      ["2022-11-23", "holiday"],
      ["2022-12-29", "suspension"],
      ["2022-12-30", "suspension"],
      ["2023-01-02", "suspension"],
      ["2023-01-03", "suspension"],
      ["2023-01-09", "holiday"],
      ["2023-02-23", "holiday"],
      ["2023-03-21", "holiday"],
    ]);
  });
  const everyWeekday = aCalendar({ observesHolidays: false, suspensions: [] });

  test("[SAP-2.3] rides are from 21 November 2022 to 31 March 2023", () => {
    expect(whyNotOperating(service, date("2022-11-18"))).toBe("period");
    expect(isOperatingDay(service, date("2022-11-21"))).toBe(true);
    expect(isOperatingDay(service, date("2023-03-31"))).toBe(true);
    expect(whyNotOperating(service, date("2023-04-03"))).toBe("period");
  });

  test("a substitute holiday (振替休日) is a holiday", () => {
    // 1 January 2023 is a Sunday, so Monday 2 January is its substitute.
    const open = aService({ calendar: aCalendar({ suspensions: [] }) });
    expect(whyNotOperating(open, date("2023-01-02"))).toBe("holiday");
  });

  test("the municipality's word on a day is stronger than the national table, in both directions", () => {
    const calendar = aCalendar({ holidayOverrides: { "2022-11-23": false, "2022-11-24": true } });
    expect(isOperatingDay(aService({ calendar }), date("2022-11-23"))).toBe(true);
    expect(whyNotOperating(aService({ calendar }), date("2022-11-24"))).toBe("holiday");
  });

  test("an extra day (臨時運行) runs on a Saturday and in the New Year stop, but not outside the period", () => {
    const extraDays = [date("2022-11-26"), date("2022-12-29"), date("2023-04-01")];
    const extra = aService({ calendar: aCalendar({ extraDays }) });
    expect(extraDays.map((day) => isOperatingDay(extra, day))).toEqual([true, true, false]);
    expect(plannedOperatingDays(extra).total).toBe(89);
  });

  test("the next operating day jumps over weekend, holiday and New Year, and ends with the period", () => {
    expect(nextOperatingDay(service, date("2022-11-22"))).toBe("2022-11-24");
    expect(nextOperatingDay(service, date("2022-11-25"))).toBe("2022-11-28");
    expect(nextOperatingDay(service, date("2022-12-28"))).toBe("2023-01-04");
    expect(nextOperatingDay(service, date("2022-01-01"))).toBe("2022-11-21");
    expect(nextOperatingDay(service, date("2023-03-31"))).toBeUndefined();
  });
});

describe("operating hours (運行時間)", () => {
  test("[SAP-3.1-1b] six hours from 09:00 to 15:00", () => {
    expect(operatingHours(service, date("2022-11-28"))).toEqual([{ from: "09:00", to: "15:00" }]);
  });

  test("a date speaks louder than a weekday, and that louder than the ordinary hours", () => {
    const band = (from: string, to: string) => ({ from: timeOfDay(from), to: timeOfDay(to) });
    const calendar = aCalendar({
      hoursByWeekday: { 1: [band("10:00", "12:00")] },
      hoursByDate: { "2022-12-05": [band("13:00", "16:00"), band("09:00", "11:00")] },
    });
    const changed = aService({ calendar });
    expect(operatingHours(changed, date("2022-11-29"))).toEqual([band("09:00", "15:00")]);
    expect(operatingHours(changed, date("2022-11-28"))).toEqual([band("10:00", "12:00")]);
    expect(operatingHours(changed, date("2022-12-05"))).toEqual([
      band("09:00", "11:00"),
      band("13:00", "16:00"),
    ]);
  });

  test("bands that touch are one band", () => {
    const hours = [
      { from: timeOfDay("09:00"), to: timeOfDay("12:00") },
      { from: timeOfDay("12:00"), to: timeOfDay("15:00") },
    ];
    const joined = aService({ calendar: aCalendar({ hours }) });
    expect(operatingHours(joined, date("2022-11-28"))).toEqual([{ from: "09:00", to: "15:00" }]);
  });
});

describe("reception (受付)", () => {
  test("[SAP-2.2] bookings are received from 14 November 2022 00:00 to the end of 31 March 2023", () => {
    expect(receptionOpen(service, jst("2022-11-13 23:59:59"))).toBe(false);
    expect(receptionOpen(service, jst("2022-11-14 00:00"))).toBe(true);
    expect(receptionOpen(service, jst("2023-03-31 23:59:59"))).toBe(true);
    expect(receptionOpen(service, jst("2023-04-01 00:00"))).toBe(false);
  });

  test("[SAP-3.2-2b] on the web at every hour, Sunday night too", () => {
    expect(receptionOpen(service, jst("2022-11-27 03:00"))).toBe(true);
  });

  test.each([
    ["2022-11-28 07:59", false],
    ["2022-11-28 07:59:59", false],
    ["2022-11-28 08:00", true],
    ["2022-11-28 15:00", true],
    ["2022-11-28 15:00:01", false],
    ["2022-11-28 15:01", false],
    ["2022-11-26 10:00", false], // Saturday
    ["2022-11-23 10:00", false], // holiday
    ["2022-11-14 10:00", false], // before the first operating day (D-05)
    ["2022-11-18 10:00", false],
  ])("[SAP-3.2-2a] the phone desk at %s: open is %s", (at, open) => {
    expect(phoneOpen(service, jst(at))).toBe(open);
  });

  test("[SAP-3.2-2a] the municipality may open the phone desk on extra days (D-05)", () => {
    const phoneReception = { opensBefore: minutes(60), extraDays: [date("2022-11-14")] };
    expect(phoneOpen(aService({ phoneReception }), jst("2022-11-14 08:00"))).toBe(true);
    expect(phoneOpen(aService({ phoneReception }), jst("2022-11-15 08:00"))).toBe(false);
  });

  test("tells when the phone desk opens next", () => {
    expect(phoneOpensNext(service, jst("2022-11-28 07:00"))).toBe(jst("2022-11-28 08:00"));
    expect(phoneOpensNext(service, jst("2022-11-28 15:01"))).toBe(jst("2022-11-29 08:00"));
    expect(phoneOpensNext(service, jst("2022-11-25 16:00"))).toBe(jst("2022-11-28 08:00"));
    expect(phoneOpensNext(service, jst("2023-03-31 16:00"))).toBeUndefined();
  });
});

function daysOf(from: string, to: string): readonly ServiceDate[] {
  const days: ServiceDate[] = [];
  for (let day = date(from); day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
