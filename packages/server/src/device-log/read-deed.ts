import { type Body, ROUTES } from "@noriai/api";
import type { StopReport, TaskEvent } from "@noriai/booking";
import {
  type DriverMessageId,
  type DutyId,
  type EpochSeconds,
  type EventId,
  parseInstant,
  type StopId,
} from "@noriai/kernel";
import type { KeptDeed, NewDriverMessage } from "@noriai/store";
import { eventOf } from "../handlers/duty.ts";

/** Something recorded on a tablet, as far as this server understands it: an app of another version may send more. */
export type LoggedDeed =
  | { readonly what: "step"; readonly id: EventId; readonly at: EpochSeconds; readonly step: TaskEvent }
  | { readonly what: "stop"; readonly id: EventId; readonly at: EpochSeconds; readonly report: StopReport }
  | {
      readonly what: "office-told";
      readonly id: EventId;
      readonly at: EpochSeconds;
      readonly content: NewDriverMessage["content"];
    }
  | {
      readonly what: "message-read";
      readonly id: EventId;
      readonly at: EpochSeconds;
      readonly messageId: DriverMessageId;
    }
  | { readonly what: "unreadable"; readonly id: EventId; readonly at: EpochSeconds; readonly kept: KeptDeed };

type EventInput = Body<"sendDeviceLog">["entries"][number]["event"];

/** Stands in for the instant while a deed is read: which one counts is decided apart, whatever year a clock shows. */
const ANY_INSTANT = "2026-01-01T00:00:00Z";

export function readDeed(sent: EventInput): LoggedDeed {
  const head = { id: sent.id as EventId, at: parseInstant(sent.at)! };
  const event = { ...sent, at: ANY_INSTANT };
  if (event.kind === "stop-reported") {
    const report = ROUTES.reportStop.body.safeParse(event);
    if (report.success)
      return {
        what: "stop",
        ...head,
        report: { ...head, stopId: report.data.stopId as StopId, trouble: report.data.trouble },
      };
  }
  if (event.kind === "office-told") {
    const told = ROUTES.sendDutyMessage.body.safeParse(event);
    if (told.success) return { what: "office-told", ...head, content: told.data.content };
  }
  const { messageId } = event as { readonly messageId?: unknown };
  if (event.kind === "message-read" && typeof messageId === "string")
    return { what: "message-read", ...head, messageId: messageId as DriverMessageId };
  const step = ROUTES.recordTaskEvents.body.safeParse({ events: [event] });
  if (step.success) return { what: "step", ...head, step: eventOf(step.data.events[0]!) };
  const dutyId = event.dutyId as DutyId | undefined;
  return { what: "unreadable", ...head, kept: { ...head, kind: event.kind, ...(dutyId && { dutyId }) } };
}

/** What is kept of a deed, with the instant that counts. */
export function keptDeed(deed: LoggedDeed): KeptDeed {
  switch (deed.what) {
    case "step":
      return { ...deed.step, at: deed.at };
    case "stop":
      return { ...deed.report, at: deed.at, kind: "stop-reported" };
    // What was said stands with the messages.
    case "office-told":
    case "message-read":
      return { id: deed.id, at: deed.at, kind: deed.what };
    default:
      return { ...deed.kept, at: deed.at };
  }
}
