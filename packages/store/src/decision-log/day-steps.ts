import { applyChanges, type Day, type DayStep, openDay, type StepBy } from "@noriai/booking";
import type { EpochSeconds, ServiceDate } from "@noriai/kernel";
import { asStored } from "./as-stored.ts";
import { changesSha256, planSha256 } from "./fingerprint.ts";
import type { Grounds } from "./grounds.ts";
import { changesOf, type KeptChange } from "./kept-changes.ts";
import type { GivenJson } from "./logged-decision.ts";

/** Every decision of a service date as it was kept, and the grounds that they name. */
export interface KeptDay {
  readonly lines: readonly KeptDecision[];
  readonly grounds: ReadonlyMap<string, Grounds>;
}

/** A line of the log with what it changed; nothing of lines from before that was kept. */
export interface KeptDecision {
  readonly no: number;
  readonly at: EpochSeconds;
  readonly by: StepBy;
  /** JSON of `GivenJson`. */
  readonly given: string;
  readonly groundsSha256: string;
  readonly version: number;
  readonly planSha256: string;
  readonly changesSha256: string;
  readonly changes: readonly KeptChange[] | null;
}

/**
 * Every decision of a service date with the day before and after it, told by what was kept and not by deciding again:
 * a day opens as it was whatever the program has become since. Each plan and each change is held against its hash.
 *
 * @returns nothing when the log does not go back to the empty day, or a line is not what was written
 */
export function dayStepsOf(
  serviceDate: ServiceDate,
  { lines, grounds }: KeptDay,
): readonly GroundedStep[] | undefined {
  const steps: GroundedStep[] = [];
  let day: Day | undefined;
  for (const [index, line] of lines.entries()) {
    const { groundsSha256 } = line;
    const service = grounds.get(groundsSha256)?.service;
    if (line.no !== index + 1 || line.changes === null || service === undefined) return undefined;
    // Until something stands on it, a date is what the service of that moment makes of it.
    const before = day === undefined || day.version === 0 ? openDay(JSON.parse(service), serviceDate) : day;
    const changes = changesOf(before, line.changes);
    if (changesSha256(changes) !== line.changesSha256) return undefined;
    const after = asStored({ ...applyChanges(before, changes), version: line.version });
    if (line.version > 0 && planSha256(after.plan) !== line.planSha256) return undefined;
    const { matter }: GivenJson = JSON.parse(line.given);
    steps.push({ no: line.no, at: line.at, by: line.by, groundsSha256, matter, before, changes, after });
    day = after;
  }
  return steps;
}

/** A decision, and the service and travel times that it rested on. */
export type GroundedStep = DayStep & { readonly groundsSha256: string };
