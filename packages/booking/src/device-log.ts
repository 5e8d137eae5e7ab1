import type { DeviceLogId, EpochSeconds, EventId, Seconds } from "@noriai/kernel";
import { type ClockClaim, countedAt } from "./counted-at.ts";
import type { TaskRejection } from "./task-rejection.ts";

/**
 * How far the log of one tablet (端末の記録) has been taken in. A tablet numbers everything that its driver records from 1
 * without a gap, so that whatever the network loses, doubles or turns round, each entry is taken in once and in its turn.
 */
export interface DeviceLog {
  readonly id: DeviceLogId;
  /** The number of the last entry that was taken in; 0 before the first. */
  readonly takenIn: number;
  /** When that entry's event counts as having happened: the next one did not happen before it. */
  readonly lastAt?: EpochSeconds;
}

/** Something that was recorded on a tablet: a driver's step, a stop that cannot be used, or what nobody here can read. */
export interface Deed {
  readonly id: EventId;
  readonly at: EpochSeconds;
}

export interface LogEntry<D extends Deed> {
  readonly no: number;
  /** Its `at` is what the tablet's clock said. */
  readonly event: D;
  /** By how much the tablet's clock has been set since. */
  readonly drift?: Seconds;
}

/** What a tablet sends: entries in any order, with its clock's idea of the present. */
export interface LogBatch<D extends Deed> {
  readonly entries: readonly LogEntry<D>[];
  /** The lowest number that the tablet still has. */
  readonly oldest: number;
  readonly sentAt: EpochSeconds;
}

/** An entry with the instant that counts. */
export interface CountedEntry<D extends Deed> {
  readonly no: number;
  readonly event: D;
  /** What the tablet's clock said. */
  readonly said: EpochSeconds;
  /** How far the instant was moved; 0 where the tablet's clock was right. */
  readonly movedBy: Seconds;
}

/** What became of an entry. */
export type EntryOutcome =
  | { readonly kind: "recorded" }
  /** The event stood already under its own id. */
  | { readonly kind: "repeated" }
  /** Another tablet had recorded the same deed. */
  | { readonly kind: "told-before"; readonly eventId: EventId }
  /** It contradicts what is known; people decide. */
  | { readonly kind: "refused"; readonly rejection: TaskRejection | { readonly kind: "unreadable" } };

/** Where entries are kept, each in one transaction with what it changes. */
export interface LogKeeper<D extends Deed> {
  /** Decides on an entry and keeps what became of it. */
  readonly keep: (entry: CountedEntry<D>) => Promise<EntryOutcome>;
  /** Keeps that the tablet has lost the entries up to this number, so that somebody asks its driver. */
  readonly keepMissing: (upTo: number, count: number) => Promise<void>;
  /** The event that was taken in under a number. */
  readonly eventIdAt: (no: number) => Promise<EventId | undefined>;
}

export interface TakenIn {
  readonly log: DeviceLog;
  readonly results: readonly { readonly no: number; readonly id: EventId; readonly outcome: EntryOutcome }[];
  /** Two tablets have written the same log, one from a copy of the other: the sender goes on with a log of its own. */
  readonly forked: boolean;
}

/**
 * Takes a batch into the record: every entry whose turn it is, in the order of its numbers. Entries taken in before are
 * passed over; behind a gap it stops, unless the tablet itself no longer has what is missing.
 *
 * Fails as `keep` does; whatever was kept before stays, and the tablet sends the rest again.
 */
export async function takeIn<D extends Deed>(
  log: DeviceLog,
  batch: LogBatch<D>,
  { now, keeper }: { readonly now: EpochSeconds; readonly keeper: LogKeeper<D> },
): Promise<TakenIn> {
  const results: TakenIn["results"][number][] = [];
  let at = log;
  if (batch.oldest > at.takenIn + 1) {
    await keeper.keepMissing(batch.oldest - 1, batch.oldest - 1 - at.takenIn);
    at = { ...at, takenIn: batch.oldest - 1 };
  }
  for (const entry of batch.entries.toSorted((a, b) => a.no - b.no)) {
    if (entry.no <= at.takenIn) {
      if (await isForked(keeper, entry)) return { log: at, results, forked: true };
      continue;
    }
    if (entry.no > at.takenIn + 1) break;
    const counted = countedEntry(entry, { sentAt: batch.sentAt, now, after: at.lastAt });
    const outcome = await keeper.keep(counted);
    results.push({ no: entry.no, id: entry.event.id, outcome });
    at = { ...at, takenIn: entry.no, lastAt: counted.event.at };
  }
  return { log: at, results, forked: false };
}

/** Was another event taken in under this number? What is missing was nobody's. */
async function isForked<D extends Deed>(keeper: LogKeeper<D>, { no, event }: LogEntry<D>): Promise<boolean> {
  const known = await keeper.eventIdAt(no);
  return known !== undefined && known !== event.id;
}

function countedEntry<D extends Deed>(
  { no, event, drift }: LogEntry<D>,
  claim: Omit<ClockClaim, "said" | "drift">,
): CountedEntry<D> {
  const said = event.at;
  const { at, movedBy } = countedAt({ ...claim, said, ...(drift !== undefined && { drift }) });
  return { no, event: { ...event, at }, said, movedBy };
}
