import type { DriverMessageId, DutyId, EpochSeconds, Seconds, ServiceDate } from "@noriai/kernel";
import type { ServiceStandards } from "./service.ts";

/** What the control room says with one press (定型文). 仕様書 5-(3)-② */
export const SAYINGS_TO_DRIVER = [
  "call-office",
  "wait-there",
  "check-plan",
  "rider-is-late",
  "road-closed",
  "bad-roads",
  "return-to-depot",
] as const;
export type SayingToDriver = (typeof SAYINGS_TO_DRIVER)[number];

/** What the driver says with one press. */
export const SAYINGS_TO_OFFICE = [
  "call-me",
  "running-late",
  "stop-blocked",
  "road-impassable",
  "odd-order",
  "rider-not-here",
  "vehicle-trouble",
  "cannot-do",
] as const;
export type SayingToOffice = (typeof SAYINGS_TO_OFFICE)[number];

/** A saying known to both sides, or free text. */
export type DriverMessageContent<Saying extends string = SayingToDriver | SayingToOffice> =
  | { readonly kind: "saying"; readonly saying: Saying }
  | { readonly kind: "text"; readonly text: string };

/** A message between the control room and the terminal of one duty (運転者への連絡). */
export interface DriverMessage {
  readonly id: DriverMessageId;
  readonly serviceDate: ServiceDate;
  readonly dutyId: DutyId;
  readonly to: "driver" | "office";
  readonly priority: "normal" | "urgent";
  readonly content: DriverMessageContent;
  readonly sentAt: EpochSeconds;
  /** When the other side's screen showed it (配信). */
  readonly shownAt: EpochSeconds | undefined;
  /** When somebody there said 了解 (既読). */
  readonly readAt: EpochSeconds | undefined;
}

/** A driver between two stops answers at the next one; who has not by then has not seen it. */
const ANSWER_WITHIN = 5 * 60;

/**
 * From when a message that nobody has read is to be followed by a phone call. An urgent one waits a third of the
 * service's time. Messages to the control room are on its own screen and are not phoned about.
 */
export function phoneFrom(
  { to, priority, sentAt, readAt }: DriverMessage,
  { driverAnswersWithin = ANSWER_WITHIN as Seconds }: Pick<ServiceStandards, "driverAnswersWithin">,
): EpochSeconds | undefined {
  if (to !== "driver" || readAt !== undefined) return undefined;
  const within = priority === "urgent" ? Math.ceil(driverAnswersWithin / 3) : driverAnswersWithin;
  return (sentAt + within) as EpochSeconds;
}
