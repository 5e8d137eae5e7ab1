import { serviceDate as date } from "@noriai/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fareClassOf, holdsMyNumber, type Member, needsGuardian } from "../src/index.ts";
import { aService } from "./a-service.ts";

const service = aService();
const SEED = 20_261_121;
const member = (changes: Partial<Member> = {}): Member => ({
  id: "m1" as Member["id"],
  birthDate: date("1948-05-03"),
  disability: undefined,
  ...changes,
});
const classOf = (changes: Partial<Member>, on = "2022-12-01") =>
  fareClassOf({ service, member: member(changes), rideDate: date(on) });

describe("evidence for reduced fares (属性確認)", () => {
  test("[SAP-3.1-7] who says to be 74 pays the general fare until somebody has seen a paper", () => {
    expect(classOf({ ageUnseen: true })).toMatchObject({
      fareClass: "general",
      basis: { kind: "age-unseen", seventiethBirthday: "2018-05-03" },
    });
    expect(classOf({}).fareClass).toBe("senior");
  });

  test("a handbook that was seen counts, whether or not a paper for the age was", () => {
    const disability = { seenOn: date("2022-11-01") };
    expect(classOf({ ageUnseen: true, disability }).fareClass).toBe("disabled");
  });

  test("a child's guardian is taken at the word: the driver sees a child", () => {
    expect(classOf({ ageUnseen: true, birthDate: date("2013-06-01") }).fareClass).toBe("child");
    expect(classOf({ ageUnseen: true, birthDate: date("2020-06-01") }).fareClass).toBe("infant");
  });

  test(`of whatever age, nobody pays less for a paper that was not seen (seed ${SEED})`, () => {
    const days = fc.integer({ min: 0, max: 365 * 100 });
    fc.assert(
      fc.property(days, (back) => {
        const birthDate = date(Temporal.PlainDate.from("2022-12-01").subtract({ days: back }).toString());
        const yenOf = (changes: Partial<Member>) =>
          service.fareTables[0]!.yen[classOf({ birthDate, ...changes }).fareClass];
        expect(yenOf({ ageUnseen: true })).toBeGreaterThanOrEqual(yenOf({}));
      }),
      { seed: SEED },
    );
  });
});

describe("guardians (保護者)", () => {
  test("[TEL-YTH-1] stand beside everybody under fifteen; from the birthday itself nobody needs one", () => {
    expect(needsGuardian(date("2011-11-22"), date("2026-11-21"))).toBe(true);
    expect(needsGuardian(date("2011-11-21"), date("2026-11-21"))).toBe(false);
    expect(needsGuardian(date("2012-02-29"), date("2027-02-28"))).toBe(false);
  });
});

describe("My Numbers (個人番号)", () => {
  /** By the law's own formula, written the other way round. */
  const checked = (eleven: string): string => {
    const weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
    const rest = weights.reduce((sum, weight, k) => sum + weight * Number(eleven[k]), 0) % 11;
    return `${eleven}${rest <= 1 ? 0 : 11 - rest}`;
  };

  test("[POL-ID-1] are known by their check digit, in any width and spacing", () => {
    const number = checked("12345678901");
    for (const text of [number, `番号は${number}です`, number.replace(/(....)/g, "$1 ").trim()])
      expect(holdsMyNumber(text), text).toBe(true);
    const wide = [...number].map((digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0)).join("");
    expect(holdsMyNumber(wide)).toBe(true);
  });

  test(`[POL-ID-1] every one of them, and no other last digit (seed ${SEED})`, () => {
    const eleven = fc.stringMatching(/^\d{11}$/);
    fc.assert(
      fc.property(eleven, fc.integer({ min: 1, max: 9 }), (digits, off) => {
        const number = checked(digits);
        const other = `${digits}${(Number(number.at(-1)) + off) % 10}`;
        expect(holdsMyNumber(number)).toBe(true);
        expect(holdsMyNumber(other)).toBe(false);
      }),
      { seed: SEED },
    );
  });

  test.each(["0836-55-1234", "090-1234-5678", "1948-05-03", "1234567890123", ""])("%j is none", (text) => {
    expect(holdsMyNumber(text)).toBe(false);
  });
});
