import type { DutySheet } from "@noriai/api";
import { epochMs } from "../format.ts";

const OVERTIME = 2 * 3600;

/**
 * From the drive to the first rider until the last one has alighted: not in the break before a later duty, and not after
 * the driver has ended the day's work. Who drives a later duty after all works again.
 *
 * @param endedAt  when the end of the work was reported (業務終了)
 */
export function isOnDuty(
  { duty, tasks }: Pick<DutySheet, "duty" | "tasks">,
  { now, endedAt }: { readonly now: number; readonly endedAt: string | undefined },
): boolean {
  if (duty === null) return false;
  const [startsAt, endsAt] = [secondsOf(duty.startsAt), secondsOf(duty.endsAt)];
  if (endedAt !== undefined && startsAt <= secondsOf(endedAt)) return false;
  const overtime = tasks.some(({ state }) => state !== "done") ? OVERTIME : 0;
  const from = duty.trackedFrom === undefined ? startsAt : secondsOf(duty.trackedFrom);
  return from <= now && now <= endsAt + overtime;
}

const secondsOf = (instant: string): number => epochMs(instant) / 1000;
