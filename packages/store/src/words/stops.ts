import type { StopRecord, StopReport, StopTask, StopTaskStep } from "@noriai/booking";
import type {
  BookingId,
  EpochSeconds,
  Position,
  ServiceDate,
  StopId,
  StopTaskId,
  VehicleId,
} from "@noriai/kernel";
import type { Context } from "../context.ts";
import type { Actor } from "../door.ts";
import { findAddressPoints, saveAddressPoints } from "../repositories/address-points.ts";
import { dropReturn, listWishedReturns, wishReturn } from "../repositories/open-returns.ts";
import {
  findStopPhoto,
  findStopPhotoDate,
  removeStopPhoto,
  saveStopPhoto,
} from "../repositories/stop-photos.ts";
import { addStopRecord, listStopRecords } from "../repositories/stop-records.ts";
import { listStopTasks, openTroubles, reportStop, stepStopTask } from "../repositories/stop-tasks.ts";

interface Acting {
  readonly by: Actor;
  readonly now: EpochSeconds;
}

/** A report as it comes from a terminal. */
export interface NewStopReport extends StopReport {
  readonly words?: string | undefined;
  readonly vehicle?: VehicleId | undefined;
}

/** What happened with a task, and who did it. */
export interface StopTaskEntry {
  readonly step: StopTaskStep | "report";
  readonly at: EpochSeconds;
  /** When it reached us: a terminal may have been out of reach. */
  readonly notedAt: EpochSeconds;
  readonly words: string | undefined;
  readonly vehicle: VehicleId | undefined;
  readonly by: Actor;
}

export interface StopTaskRecord extends StopTask {
  /** In the order in which they reached us; the first is the report that opened it. */
  readonly entries: readonly StopTaskEntry[];
}

export interface NewStopRecord extends StopRecord {
  readonly words?: string | undefined;
}

export interface StoredStopRecord extends NewStopRecord {
  readonly notedAt: EpochSeconds;
  readonly by: Actor;
}

/** A place of the town by its name (町丁目). */
export interface AddressPoint extends Position {
  readonly name: string;
}

/** A JPEG of the place, at most 64 KiB. */
export interface StopPhoto {
  readonly takenOn: ServiceDate;
  readonly picture: Uint8Array;
}

export interface NewStopPhoto extends StopPhoto {
  readonly stopId: StopId;
  /** For the record; riders do not see it. */
  readonly words?: string | undefined;
}

/** Care for stops, open returns, and the town's points. */
export interface StopWords {
  /**
   * Keeps a driver's report: it joins a task of the same trouble or opens one. A report whose id is known changes
   * nothing. Tells the pages; noted in the audit log.
   */
  reportStop(report: NewStopReport, acting: Acting): Promise<StopTaskId>;
  /** Takes a task in hand, notes something, or calls it done; nothing where there is none. */
  stepStopTask(
    id: StopTaskId,
    step: { readonly step: StopTaskStep; readonly words?: string | undefined },
    acting: Acting,
  ): Promise<StopTaskRecord | undefined>;
  /** Those not done, oldest first, then the latest of those that are; at most `limit`. */
  listStopTasks(limit: number): Promise<readonly StopTaskRecord[]>;
  /** What stands against a stop, as everybody may know it. */
  openTroubles(stop: StopId): Promise<readonly StopTask["trouble"][]>;

  addStopRecord(record: NewStopRecord, acting: Acting): Promise<StoredStopRecord>;
  /** In the order in which they were noted; of one stop where it is given. */
  listStopRecords(stop?: StopId): Promise<readonly StoredStopRecord[]>;

  /** Takes the place of an older photo; noted like any record. */
  saveStopPhoto(photo: NewStopPhoto, acting: Acting): Promise<void>;
  /** False where there was none. */
  removeStopPhoto(stop: StopId, acting: Acting): Promise<boolean>;
  findStopPhoto(stop: StopId): Promise<StopPhoto | undefined>;
  /** When the photo of a stop was taken. */
  findStopPhotoDate(stop: StopId): Promise<ServiceDate | undefined>;

  /** A return is wished for this booking without a time; once more changes nothing. */
  wishReturn(booking: BookingId, acting: Acting): Promise<void>;
  /** False where none stood. */
  dropReturn(booking: BookingId, acting: Acting): Promise<boolean>;
  /** Which of these bookings have a return wished for. */
  listWishedReturns(bookings: readonly BookingId[]): Promise<ReadonlySet<BookingId>>;

  /** Replaces all points of the town. */
  saveAddressPoints(points: readonly AddressPoint[]): Promise<void>;
  /** Places whose name begins with or contains what was typed, in any spelling; shortest name first. */
  findAddressPoints(typed: string, limit: number): Promise<readonly AddressPoint[]>;
}

export const stopWords = (context: Context): StopWords => ({
  reportStop: (report, acting) => reportStop(context, report, acting),
  stepStopTask: (id, step, acting) => stepStopTask(context, { ...step, id }, acting),
  listStopTasks: (limit) => listStopTasks(context, limit),
  openTroubles: (stop) => openTroubles(context, stop),
  addStopRecord: (record, acting) => addStopRecord(context, record, acting),
  listStopRecords: (stop) => listStopRecords(context, stop),
  saveStopPhoto: (photo, acting) => saveStopPhoto(context, photo, acting),
  removeStopPhoto: (stop, acting) => removeStopPhoto(context, stop, acting),
  findStopPhoto: (stop) => findStopPhoto(context, stop),
  findStopPhotoDate: (stop) => findStopPhotoDate(context, stop),
  wishReturn: (booking, acting) => wishReturn(context, booking, acting),
  dropReturn: (booking, acting) => dropReturn(context, booking, acting),
  listWishedReturns: (bookings) => listWishedReturns(context, bookings),
  saveAddressPoints: (points) => saveAddressPoints(context, points),
  findAddressPoints: (typed, limit) => findAddressPoints(context, typed, limit),
});

/** What the audit log tells of stops and open returns. */
export type StopAuditEvent =
  | "stop-reported"
  | "stop-task-taken"
  | "stop-task-noted"
  | "stop-task-done"
  | "stop-recorded"
  | "stop-photo-removed"
  | "return-wished"
  | "return-dropped";
