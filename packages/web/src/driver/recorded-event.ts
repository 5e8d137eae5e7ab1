import type { TaskEventInput } from "@noriai/api";

/** What the driver records; the terminal adds id, duty and time. */
export type RecordedEvent = WithoutHead<TaskEventInput>;

type WithoutHead<E> = E extends TaskEventInput ? Omit<E, "id" | "dutyId" | "at"> : never;

export type FareMeans = Extract<TaskEventInput, { kind: "fare-collected" }>["means"];
export type FareReason = NonNullable<Extract<TaskEventInput, { kind: "fare-collected" }>["reason"]>;
export const FARE_REASONS = [
  "mistyped",
  "other-class",
  "other-party",
  "short",
  "other",
] as const satisfies readonly FareReason[];
export type DelayCause = Extract<TaskEventInput, { kind: "delayed" }>["cause"];
export const DELAY_CAUSES = [
  "traffic",
  "weather",
  "boarding",
  "vehicle",
  "other",
] as const satisfies readonly DelayCause[];
