import { minutes, type Seconds, type TimeOfDay } from "@noriai/kernel";
import type { Channel, Service, TimeBand } from "./service.ts";

/** How riders who wait are asked: data of the service standards. */
export interface WaitingStandards {
  /** How long an offer is held for an answer. Hours in which nobody is asked do not count. */
  readonly answerWithin: Readonly<Record<Channel, Seconds>>;
  /** Nobody is asked, and no answer expected, from the evening until the morning. By phone: while the desk is closed. */
  readonly night: TimeBand;
  /** With less than this left nobody is asked: it would be no fair offer. */
  readonly answerLeast: Seconds;
  /** After so many offers let pass the rider no longer waits. */
  readonly letPassMax: number;
}

const STANDARDS: WaitingStandards = {
  answerWithin: { web: minutes(30), phone: minutes(60) },
  night: { from: "21:00" as TimeOfDay, to: "07:00" as TimeOfDay },
  answerLeast: minutes(5),
  letPassMax: 3,
};

/** The service's own word, or what is usual. */
export const waitingStandardsOf = ({ standards }: Service): WaitingStandards =>
  standards.waiting ?? STANDARDS;

/** Is it night? A night that begins before midnight ends after it. */
export function isNight({ night: { from, to } }: WaitingStandards, at: TimeOfDay): boolean {
  return from <= to ? from <= at && at < to : at >= from || at < to;
}
