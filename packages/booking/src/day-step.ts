import type { AccountId, EpochSeconds } from "@noriai/kernel";
import type { Change, Day } from "./day.ts";
import type { Matter } from "./decide.ts";

/** One decision of a service date as it was taken: on which day, about what, by whom, and the day that it left. */
export interface DayStep {
  /** Counts from 1 without gaps. */
  readonly no: number;
  readonly at: EpochSeconds;
  readonly by: StepBy;
  readonly matter: Matter;
  readonly before: Day;
  readonly changes: readonly Change[];
  readonly after: Day;
}

/** Who asked for it. The program itself is "system"; of decisions from before it was kept, nobody is known. */
export interface StepBy {
  readonly account?: AccountId;
  readonly role?: string;
}
