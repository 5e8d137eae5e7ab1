import type { EpochSeconds, EventId, StopId, StopTaskId } from "@noriai/kernel";

/** What a driver finds wrong with a stop (乗降ポイントの異状): snow over it, not to be seen, blocked, broken, gone. */
export const STOP_TROUBLES = ["buried", "hidden", "blocked", "damaged", "missing", "other"] as const;
export type StopTrouble = (typeof STOP_TROUBLES)[number];

/** What a driver reported from the terminal; `at` is when it was seen, which may be long before it arrives. */
export interface StopReport {
  readonly id: EventId;
  readonly stopId: StopId;
  readonly trouble: StopTrouble;
  readonly at: EpochSeconds;
}

/** Something to be mended at a stop (乗降ポイントの要対応): one for each trouble of a stop, however often it is reported. */
export interface StopTask {
  readonly id: StopTaskId;
  readonly stopId: StopId;
  readonly trouble: StopTrouble;
  readonly state: StopTaskState;
  /** When it was last taken in hand or done. */
  readonly changedAt: EpochSeconds;
}

export type StopTaskState = "open" | "in-hand" | "done";

/** What the staff does with a task: take it in hand (対応中), note something, call it done (完了). */
export const STOP_TASK_STEPS = ["take", "note", "finish"] as const;
export type StopTaskStep = (typeof STOP_TASK_STEPS)[number];

/**
 * The task that a report belongs to; nothing when it opens one. What was seen before the trouble was mended opens
 * nothing anew: a terminal that was out of reach may report it hours later.
 *
 * @param tasks  of the same stop, latest first
 * @see 仕様書 3-(4)-⑥
 */
export function taskOfReport(tasks: readonly StopTask[], report: StopReport): StopTask | undefined {
  const alike = tasks.filter(({ stopId, trouble }) => stopId === report.stopId && trouble === report.trouble);
  return alike.find(({ state }) => state !== "done") ?? alike.find(({ changedAt }) => report.at <= changedAt);
}

/** The state after a step; the same where somebody else was first. What is done stays done. */
export function afterStep(state: StopTaskState, step: StopTaskStep): StopTaskState {
  if (step === "finish") return "done";
  return step === "take" && state === "open" ? "in-hand" : state;
}
