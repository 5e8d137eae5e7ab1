import type { Answer, Body, TaskEventInput } from "@noriai/api";
import { epochMs } from "../../format.ts";
import type { Correction } from "./clock-doubt.ts";

/** Anything that is recorded on the terminal: a driver's step, or one of the other deeds. */
export type DeviceEvent = TaskEventInput | OtherDeed;

/** What goes the same way as the steps, so that it waits for a network as they do. */
export type OtherDeed = StopReported | OfficeTold | MessageRead;

/** 停留所が使えない. */
export interface StopReported {
  readonly id: string;
  readonly at: string;
  readonly kind: "stop-reported";
  readonly stopId: string;
  readonly trouble: string;
}

/** 営業所へ伝える: a saying, in one press. */
export interface OfficeTold {
  readonly id: string;
  readonly at: string;
  readonly kind: "office-told";
  readonly content: Body<"sendDutyMessage">["content"];
}

/** 了解: what the control room said was read. */
export interface MessageRead {
  readonly id: string;
  readonly at: string;
  readonly kind: "message-read";
  readonly messageId: string;
}

/**
 * The tablet's log (端末の記録) as far as the server has not taken it in. Entries are numbered from 1 without a gap and never
 * taken back: an undone step is an entry of its own.
 */
export interface DeviceLog<E = DeviceEvent> {
  /** Made by the tablet; nothing is known of it elsewhere before the first entry is sent. */
  readonly id: string;
  /** The number of the next entry. */
  readonly next: number;
  /** In the order of their numbers, without a gap. */
  readonly unsent: readonly DeviceEntry<E>[];
}

export interface DeviceEntry<E = DeviceEvent> {
  readonly no: number;
  readonly event: E;
  /** By how many seconds the tablet's clock has been set since. */
  readonly drift: number;
}

/** The server's answer, and to which log it was given. */
export interface Taken extends Pick<Answer<"sendDeviceLog">, "takenIn" | "forked"> {
  readonly logId: string;
}

/** What one request carries. */
export interface DeviceBatch {
  readonly oldest: number;
  readonly entries: readonly DeviceEntry[];
}

/** Most entries of one request. */
const BATCH = 200;

export const newLog = (id: string): DeviceLog<never> => ({ id, next: 1, unsent: [] });

/** @param drift  seconds by which the clock has been set since; 0 for what is recorded now */
export const append = <E>(log: DeviceLog<E>, event: E, drift = 0): DeviceLog<E> => ({
  ...log,
  next: log.next + 1,
  unsent: [...log.unsent, { no: log.next, event, drift }],
});

/** What to send next, from the front; nothing when the server has it all. */
export function nextBatch({ unsent }: DeviceLog, atMost = BATCH): DeviceBatch | undefined {
  const entries = unsent.slice(0, atMost);
  return entries.length === 0 ? undefined : { oldest: entries[0]!.no, entries };
}

/**
 * The log after the server's answer. Only what the server says that it has taken in is let go; an answer that comes late
 * or twice, or was given to the log under a former id, takes nothing more. Where the log was forked the rest goes on under
 * a new id, numbered anew.
 */
export function settle<E>(log: DeviceLog<E>, { logId, takenIn, forked }: Taken, newId: string): DeviceLog<E> {
  if (logId !== log.id) return log;
  if (forked) return renumbered(log.unsent, newId);
  const unsent = log.unsent.filter(({ no }) => no > takenIn);
  return unsent.length === log.unsent.length ? log : { ...log, unsent };
}

/** A log of its own for what is left: its numbers begin at 1 again, so that nothing seems to be missing before them. */
export const renumbered = <E>(unsent: readonly DeviceEntry<E>[], id: string): DeviceLog<E> => ({
  id,
  next: unsent.length + 1,
  unsent: unsent.map((entry, k) => ({ ...entry, no: k + 1 })),
});

/**
 * The terminal's clock was set: whatever was recorded before was said by the clock as it was.
 *
 * @param by  seconds
 * @param from  the number of the first entry that it said wrongly
 */
export function clockSet<E>(log: DeviceLog<E>, { by, from }: Correction): DeviceLog<E> {
  if (by === 0 || log.unsent.every(({ no }) => no < from)) return log;
  const set = (entry: DeviceEntry<E>) => (entry.no < from ? entry : { ...entry, drift: entry.drift + by });
  return { ...log, unsent: log.unsent.map(set) };
}

/**
 * A clock that starts anew before what was recorded last has been set back while the app was not running; how far is not
 * known to the second, but no less than this. @param now  epoch seconds @returns seconds for `clockSet`
 */
export function setBackBy({ unsent }: DeviceLog, now: number): number {
  const last = unsent.at(-1);
  if (last === undefined) return 0;
  return Math.min(0, Math.round(now - (epochMs(last.event.at) / 1000 + last.drift)));
}
