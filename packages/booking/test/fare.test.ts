import { type MemberId, yen } from "@noriai/kernel";
import { describe, expect, test } from "vitest";
import { fareClassOf, fareOf, type Member, schoolYearsOf } from "../src/index.ts";
import { aService } from "./a-service.ts";
import { aParty, date } from "./a-world.ts";

const service = aService();

function born(birthDate: string | undefined, disability?: { seenOn: string; until?: string }): Member {
  return {
    id: "m1" as MemberId,
    birthDate: birthDate === undefined ? undefined : date(birthDate),
    disability: disability && {
      seenOn: date(disability.seenOn),
      ...(disability.until !== undefined && { until: date(disability.until) }),
    },
  };
}

const classOn = (member: Member, rideDate: string) =>
  fareClassOf({ service, member, rideDate: date(rideDate) }).fareClass;

function fareOn(member: Member, rideDate: string): number {
  const fareClass = classOn(member, rideDate);
  return fareOf({ service, party: aParty({ [fareClass]: 1 }), rideDate: date(rideDate) }).total;
}

describe("fare classes (運賃区分)", () => {
  test("[SAP-3.1-3] the ride on the 70th birthday costs 150 yen, on the day before 350", () => {
    const member = born("1952-12-01");
    expect(fareOn(member, "2022-11-30")).toBe(350);
    expect(fareOn(member, "2022-12-01")).toBe(150);
    expect(classOn(member, "2022-12-01")).toBe("senior");
  });

  test("[SAP-3.1-3] born on 1 April 2010: at junior high school since April 2022, so 350 yen on 31 March 2023", () => {
    expect(classOn(born("2010-04-01"), "2023-03-31")).toBe("general");
    expect(fareOn(born("2010-04-01"), "2023-03-31")).toBe(350);
  });

  test("[SAP-3.1-3] born on 2 April 2010: twelve, but still in the sixth grade, so 150 yen on 31 March 2023", () => {
    expect(classOn(born("2010-04-02"), "2023-03-31")).toBe("child");
    expect(fareOn(born("2010-04-02"), "2023-03-31")).toBe(150);
  });

  test("[SAP-3.1-3] born on 1 November 2016: six, but before school, so free on 1 December 2022", () => {
    expect(classOn(born("2016-11-01"), "2022-12-01")).toBe("infant");
    expect(fareOn(born("2016-11-01"), "2022-12-01")).toBe(0);
  });

  test("[SAP-3.1-3] born on 31 March 2016: a first-grader on 21 November 2022, 150 yen", () => {
    expect(fareOn(born("2016-03-31"), "2022-11-21")).toBe(150);
  });

  test("[SAP-3.1-3] [FIELD-11] a disabled senior pays the lowest fitting fare once, under the class printed first", () => {
    const member = born("1950-01-01", { seenOn: "2022-10-01" });
    expect(classOn(member, "2022-12-01")).toBe("senior");
    expect(fareOn(member, "2022-12-01")).toBe(150);
  });

  test("a disabled infant stays free: the lowest fitting fare wins", () => {
    expect(classOn(born("2018-01-01", { seenOn: "2022-10-01" }), "2022-12-01")).toBe("infant");
  });

  test("a handbook counts until the day on which it must be shown again", () => {
    const member = born("1980-01-01", { seenOn: "2022-10-01", until: "2022-12-01" });
    expect(classOn(member, "2022-12-01")).toBe("disabled");
    expect(classOn(member, "2022-12-02")).toBe("general");
  });

  test("without a birth date a member is general, and the basis (根拠) says why", () => {
    expect(fareClassOf({ service, member: born(undefined), rideDate: date("2022-12-01") })).toEqual({
      fareClass: "general",
      basis: { kind: "birth-date-missing" },
      on: "2022-12-01",
    });
  });

  test("a class carries what it rests on and for which day", () => {
    const rideDate = date("2022-12-01");
    expect(fareClassOf({ service, member: born("2016-11-01"), rideDate })).toEqual({
      fareClass: "infant",
      basis: { kind: "school-year", entersOn: "2023-04-01", leavesOn: "2029-03-31" },
      on: rideDate,
    });
    expect(fareClassOf({ service, member: born("1952-12-01"), rideDate }).basis).toEqual({
      kind: "age",
      seventiethBirthday: "2022-12-01",
    });
  });
});

describe("school years (学齢)", () => {
  test("1 April is the youngest of a year, 2 April the oldest of the next", () => {
    expect(schoolYearsOf(date("2016-04-01"))).toEqual({ entersOn: "2022-04-01", leavesOn: "2028-03-31" });
    expect(schoolYearsOf(date("2016-04-02"))).toEqual({ entersOn: "2023-04-01", leavesOn: "2029-03-31" });
  });

  test("who was born on 29 February goes to school like everybody of that winter", () => {
    expect(schoolYearsOf(date("2016-02-29")).entersOn).toBe("2022-04-01");
  });
});

describe("fares (運賃)", () => {
  test("[SAP-3.1-3] [FIELD-11] two general, one infant and one disabled pay 850 yen together", () => {
    const party = aParty({ general: 2, infant: 1, disabled: 1 });
    expect(fareOf({ service, party, rideDate: date("2022-11-28") })).toEqual({
      lines: [
        { fareClass: "general", count: 2, unit: 350 },
        { fareClass: "disabled", count: 1, unit: 150 },
        { fareClass: "infant", count: 1, unit: 0 },
      ],
      total: 850,
    });
  });

  test("[SAP-3.1-3] a new fare table holds from its first day on, for the day of the ride", () => {
    const [first] = service.fareTables;
    const dearer = { from: date("2023-01-04"), yen: { ...first!.yen, general: yen(400) } };
    const revised = aService({ fareTables: [dearer, first!] });
    const fareOnDay = (day: string) =>
      fareOf({ service: revised, party: aParty(), rideDate: date(day) }).total;
    expect(fareOnDay("2022-12-28")).toBe(350);
    expect(fareOnDay("2023-01-04")).toBe(400);
  });
});
