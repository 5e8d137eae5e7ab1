import type { Deed, DeviceLog, EntryOutcome } from "@noriai/booking";
import type {
  DeviceId,
  DeviceLogId,
  DutyId,
  EpochSeconds,
  EventId,
  Seconds,
  ServiceDate,
} from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Actor } from "../door.ts";
import {
  eventIdAt,
  findConflict,
  findDeviceLog,
  findEntry,
  keepEntry,
  listConflicts,
  settleConflict,
} from "../repositories/device-logs.ts";

interface Acting {
  readonly by: Actor;
  readonly now: EpochSeconds;
}

/** A deed as it is kept: of what could not be read only what it was about. */
export type KeptDeed = Deed & { readonly kind: string; readonly dutyId?: DutyId };

/** What became of an entry; `missing` stands for entries that the tablet itself has lost. */
export type KeptOutcome = EntryOutcome | { readonly kind: "missing"; readonly count: number };

/** An outcome without its kind. */
export type EntryDetail = Partial<Omit<Extract<EntryOutcome, { kind: "refused" }>, "kind">> & {
  readonly eventId?: EventId;
  readonly count?: number;
};

export interface NewEntry {
  readonly no: number;
  readonly serviceDate: ServiceDate;
  /** Absent: it is missing. */
  readonly deed?: KeptDeed;
  /** What the tablet's clock said. */
  readonly said?: EpochSeconds;
  readonly movedBy: Seconds;
  readonly outcome: KeptOutcome;
  readonly device?: DeviceId | undefined;
}

export const SETTLEMENTS = ["taken", "stands", "withdrawn"] as const;
/** What people said of a conflict: it happened as recorded, the record stands, the driver takes it back. */
export type Settlement = (typeof SETTLEMENTS)[number];

/** One entry of one log. */
export interface EntryKey {
  readonly log: DeviceLogId;
  readonly no: number;
}

/** What became of an event that was told, and what people said of it since. */
export interface EntryRecord extends EntryKey {
  readonly outcome: EntryOutcome;
  readonly settlement: Settlement | undefined;
}

/** An entry that contradicted the record (記録の食い違い), and what was settled about it. */
export interface ConflictRecord extends EntryKey {
  readonly serviceDate: ServiceDate;
  readonly deed: KeptDeed | undefined;
  readonly said: EpochSeconds | undefined;
  readonly movedBy: Seconds;
  readonly outcome: Extract<KeptOutcome, { kind: "refused" | "missing" }>;
  readonly receivedAt: EpochSeconds;
  readonly by: Actor;
  readonly settled:
    | { readonly settlement: Settlement; readonly at: EpochSeconds; readonly by: Actor }
    | undefined;
}

/** What terminals recorded without a network. */
export interface DeviceLogWords {
  /** How far a log has been taken in; of one that is not known, nothing. */
  findDeviceLog(id: DeviceLogId): Promise<DeviceLog>;
  eventIdAt(key: EntryKey): Promise<EventId | undefined>;
  /** The entry under which a log told an event. */
  findEntry(log: DeviceLogId, eventId: EventId): Promise<EntryRecord | undefined>;
  /**
   * Keeps an entry and what became of it, in the transaction that carries the effect. Tells the pages of a conflict.
   * Throws LogOutOfTurn when the entry was taken in meanwhile: nothing is written then.
   */
  keepEntry(log: DeviceLogId, entry: NewEntry, acting: Acting): Promise<void>;
  /** Everything that is not settled, and what was settled of that date; in the order in which it came. */
  listConflicts(serviceDate: ServiceDate): Promise<readonly ConflictRecord[]>;
  findConflict(key: EntryKey): Promise<ConflictRecord | undefined>;
  /** False where somebody has settled it before. Noted in the audit log; tells the pages. */
  settleConflict(key: EntryKey, settlement: Settlement, acting: Acting): Promise<boolean>;
}

export const deviceLogWords = (context: Context): DeviceLogWords => ({
  findDeviceLog: (id) => findDeviceLog(context, id),
  eventIdAt: (key) => eventIdAt(context, key),
  findEntry: (log, eventId) => findEntry(context, log, eventId),
  keepEntry: (log, entry, acting) => keepEntry(context, { log, entry }, acting),
  listConflicts: (serviceDate) => listConflicts(context, serviceDate),
  findConflict: (key) => findConflict(context, key),
  settleConflict: (key, settlement, acting) => settleConflict(context, { key, settlement }, acting),
});

/** The conflicts' own entries of the audit log. */
export type DeviceLogAuditEvent = "conflict-found" | "conflict-settled";
