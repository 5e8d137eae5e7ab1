import type { RecurringTerms, TripNeed } from "@noriai/api";
import { dayAfter } from "../board/day-after.ts";
import { NOBODY, type Party, personsOf } from "../ui/party.ts";

/** A recurring wish as it is put together. Empty texts stand for what is not chosen yet. */
export interface RecurringDraft {
  readonly from: string;
  readonly to: string;
  readonly weekdays: readonly number[];
  readonly first: string;
  readonly last: string;
  readonly mode: "depart" | "arrive";
  /** "09:05" */
  readonly time: string;
  readonly hasBack: boolean;
  readonly backTime: string;
  readonly companions: Party;
  readonly wheelchairs: number;
  /** Absent: nothing was said of them yet. */
  readonly needs?: readonly TripNeed[];
}

export type RecurringFault = "fill" | "weekdays" | "sameStop" | "turned" | "tooLong" | "over" | "backTurned";
export type RecurringFaults = Partial<Readonly<Record<keyof RecurringDraft, RecurringFault>>>;

/** Nothing chosen; from tomorrow on for four weeks. @param today  "2026-11-24" */
export const emptyRecurring = (today: string): RecurringDraft => ({
  from: "",
  to: "",
  weekdays: [],
  first: dayAfter(today, 1),
  last: dayAfter(today, 28),
  mode: "arrive",
  time: "",
  hasBack: false,
  backTime: "",
  companions: NOBODY,
  wheelchairs: 0,
});

/** A wish as a draft that would change it. */
export const recurringDraftOf = ({ time, back, ...terms }: RecurringTerms): RecurringDraft => ({
  from: terms.from,
  to: terms.to,
  weekdays: terms.weekdays,
  first: terms.first,
  last: terms.last,
  mode: time.mode,
  time: time.at,
  hasBack: back !== undefined,
  backTime: back?.at ?? "",
  companions: terms.companions,
  wheelchairs: terms.wheelchairs,
  needs: terms.needs ?? [],
});

/** What has to be mended before it can be asked for. */
export function recurringFaults(draft: RecurringDraft, today: string): RecurringFaults {
  const { from, to, weekdays, first, last, time, hasBack, backTime } = draft;
  return {
    ...(from === "" && { from: "fill" }),
    ...(to === "" ? { to: "fill" } : to === from && { to: "sameStop" }),
    ...(weekdays.length === 0 && { weekdays: "weekdays" }),
    ...(first === "" && { first: "fill" }),
    ...lastFault(first, last, today),
    ...(time === "" && { time: "fill" }),
    ...(hasBack && (backTime === "" ? { backTime: "fill" } : backTime <= time && { backTime: "backTurned" })),
  };
}

function lastFault(first: string, last: string, today: string): RecurringFaults {
  if (last === "") return { last: "fill" };
  if (first !== "" && last < first) return { last: "turned" };
  if (first !== "" && last > dayAfter(first, 365)) return { last: "tooLong" };
  return last < today ? { last: "over" } : {};
}

/** What the server is asked. Only for a draft without faults. */
export const recurringTermsOf = (draft: RecurringDraft): RecurringTerms => ({
  weekdays: [...draft.weekdays].sort(),
  first: draft.first,
  last: draft.last,
  from: draft.from,
  to: draft.to,
  time: { mode: draft.mode, at: draft.time },
  ...(draft.hasBack && { back: { mode: "depart" as const, at: draft.backTime } }),
  companions: draft.companions,
  wheelchairs: Math.min(draft.wheelchairs, personsOf(draft.companions) + 1),
  ...(draft.needs !== undefined && draft.needs.length > 0 && { needs: [...draft.needs] }),
});

export const withWeekday = (weekdays: readonly number[], day: number): readonly number[] =>
  weekdays.includes(day) ? weekdays.filter((each) => each !== day) : [...weekdays, day].sort();
