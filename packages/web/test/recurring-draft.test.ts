import { expect, test } from "vitest";
import { outcomeOf } from "../src/recurring/date-outlook.ts";
import {
  emptyRecurring,
  type RecurringDraft,
  recurringDraftOf,
  recurringFaults,
  recurringTermsOf,
  withWeekday,
} from "../src/recurring/recurring-draft.ts";

const TODAY = "2026-11-24";
const draft = (changes: Partial<RecurringDraft> = {}): RecurringDraft => ({
  ...emptyRecurring(TODAY),
  ...{ from: "s1", to: "s2", weekdays: [4, 2], time: "10:30" },
  ...changes,
});

test("an untouched form says what is missing, and nothing else", () => {
  expect(recurringFaults(emptyRecurring(TODAY), TODAY)).toEqual({
    from: "fill",
    to: "fill",
    weekdays: "weekdays",
    time: "fill",
  });
  expect(emptyRecurring(TODAY)).toMatchObject({ first: "2026-11-25", last: "2026-12-22" });
});

test.each([
  [{ to: "s1" }, { to: "sameStop" }],
  [{ first: "" }, { first: "fill" }],
  [{ last: "2026-11-24" }, { last: "turned" }],
  [{ last: "2027-11-26" }, { last: "tooLong" }],
  [{ first: "2026-11-01", last: "2026-11-23" }, { last: "over" }],
  [{ hasBack: true }, { backTime: "fill" }],
  [{ hasBack: true, backTime: "10:30" }, { backTime: "backTurned" }],
  [{ hasBack: true, backTime: "12:00" }, {}],
] as const)("%j has to be mended so: %j", (changes, faults) => {
  expect(recurringFaults(draft(changes), TODAY)).toEqual(faults);
});

test("what is asked for is what stands in the form, and comes back into it", () => {
  const asked = recurringTermsOf(draft({ hasBack: true, backTime: "12:00", wheelchairs: 3 }));
  expect(asked).toMatchObject({
    weekdays: [2, 4],
    time: { mode: "arrive", at: "10:30" },
    back: { mode: "depart", at: "12:00" },
    wheelchairs: 1, // no more than persons
  });
  expect(recurringTermsOf(recurringDraftOf(asked))).toEqual(asked);
  expect(recurringTermsOf(draft())).not.toHaveProperty("back");
});

test("a weekday is put in and taken out, in the order of the week", () => {
  expect(withWeekday([1, 5], 3)).toEqual([1, 3, 5]);
  expect(withWeekday([1, 3, 5], 3)).toEqual([1, 5]);
});

test("a date is bookable when all its rides are", () => {
  const leg = (kind: "offer" | "refusal") => ({ kind }) as never;
  const on = (...legs: never[]) =>
    outcomeOf({ serviceDate: TODAY, notDue: null, asksAt: null, legs } as never);
  expect(on(leg("offer"), leg("offer"))).toBe("bookable");
  expect(on(leg("offer"), leg("refusal"))).toBe("partly");
  expect(on(leg("refusal"))).toBe("not");
  expect(outcomeOf({ serviceDate: TODAY, notDue: "holiday", asksAt: null, legs: [] })).toBe("closed");
});
