import type { Answer } from "@noriai/api";
import type { Booking, Day, DelayCall, DriverMessage, HistoryEntry, Refusal, StepBy } from "@noriai/booking";
import type { Role } from "@noriai/identity";
import type { AccountId, BookingId, VehicleId } from "@noriai/kernel";
import type { CallRecord, GroundedStep, StoredDelayCall, StoredPosition } from "@noriai/store";
import { presentPromise, presentTold, presentTrip, type Write } from "./trip.ts";

type EntryJson = Answer<"getBookingHistory">["entries"][number];
type DayJson = Answer<"getPastDay">;

/** How instants and whoever asked are written. */
export interface PastReader {
  readonly write: Write;
  /** The display name of a member of staff; nothing for riders. */
  readonly nameOf: (id: AccountId) => string | undefined;
  /** Whether a rider's account belongs to somebody else than the member whose booking it is. */
  readonly isHelper?: (id: AccountId) => boolean;
}

const presentBy = ({ account, role }: StepBy, { nameOf, isHelper }: PastReader) => ({
  role: role ?? null,
  name: (account && nameOf(account)) ?? null,
  ...(account && isHelper?.(account) && { onBehalf: true }),
});

export function presentEntry(entry: HistoryEntry, reader: PastReader): EntryJson {
  const { write } = reader;
  const head = { at: write(entry.at), by: presentBy(entry.by, reader) };
  switch (entry.kind) {
    case "offered":
    case "booked":
    case "changed":
      return { ...head, ...presentToldEntry(entry, write) };
    case "offer-closed":
      return { ...head, kind: entry.kind, because: entry.because };
    case "cancelled":
      return { ...head, kind: entry.kind, state: entry.state };
    case "moved": {
      const { kind, because, from, to } = entry;
      return { ...head, kind, because, from: from?.vehicleId ?? null, to: to?.vehicleId ?? null };
    }
    case "instructed":
      return { ...head, kind: entry.kind, instruction: entry.instruction.kind };
    case "driven": {
      const { kind, event, undone, recordedAt } = entry;
      const amount = event.kind === "fare-collected" ? event.amount : null;
      const done = { event: event.kind, undone: undone?.kind ?? null, amount };
      return { ...head, kind, ...done, recordedAt: write(recordedAt) };
    }
    case "delayed":
      return { ...head, kind: entry.kind, late: entry.event.by, cause: entry.event.cause };
    case "called":
      return { ...head, kind: entry.kind, ...presentCall(entry.call, write) };
  }
}

/** What was promised with it. */
function presentToldEntry(
  entry: Extract<HistoryEntry, { kind: "offered" | "booked" | "changed" }>,
  write: Write,
) {
  const told = ({ request, promise }: Pick<Booking, "request" | "promise">) => ({
    trip: presentTrip(request, write),
    promise: presentPromise(promise, write),
  });
  switch (entry.kind) {
    case "offered": {
      const { kind, forChange, channel, expiresAt } = entry;
      return { kind, forChange, channel, ...told(entry), expiresAt: write(expiresAt) };
    }
    case "booked": {
      const { kind, promise, carrier } = entry;
      return { kind, promise: presentPromise(promise, write), vehicleId: carrier?.vehicleId ?? null };
    }
    case "changed": {
      const { kind, before, after, carrier } = entry;
      return { kind, before: told(before), after: told(after), vehicleId: carrier?.vehicleId ?? null };
    }
  }
}

const presentCall = ({ outcome, told }: DelayCall, write: Write) => ({
  outcome,
  told: presentTold(told, write),
});

/** A call because of lateness, by the boarding code. */
export const presentPastCall = (
  { by, ...call }: StoredDelayCall,
  { day, reader: { write, nameOf } }: { readonly day: Day; readonly reader: PastReader },
): DayJson["calls"][number] => ({
  boardingCode: day.bookings.get(call.bookingId)?.boardingCode ?? "",
  at: write(call.at),
  by: (by && nameOf(by)) ?? "",
  ...presentCall(call, write),
});

export const presentTrail = (
  [vehicleId, points]: readonly [VehicleId, readonly StoredPosition[]],
  write: Write,
): DayJson["trails"][number] => ({
  vehicleId,
  points: points.map(({ lat, lng, at }) => ({ lat, lng, at: write(at) })),
});

/** One decision in a line: what kind, by whom, about which booking and vehicle. */
export function presentMoment(step: GroundedStep, reader: PastReader): DayJson["moments"][number] {
  const { no, at, by, matter, changes, after } = step;
  const about = aboutOf(step);
  const duty = after.duties.find(({ id }) => id === about.dutyId);
  return {
    no,
    at: reader.write(at),
    by: presentBy(by, reader),
    kind: matter.kind,
    instruction: matter.kind === "instruct" ? matter.instruction.kind : null,
    event: "event" in matter ? matter.event.kind : null,
    boardingCode: after.bookings.get(about.bookingId as BookingId)?.boardingCode ?? null,
    vehicleId: duty?.vehicleId ?? null,
    refused: changes.length > 0 && changes.every(({ kind }) => kind === "request-refused"),
    version: after.version,
  };
}

function aboutOf({ matter, changes }: GroundedStep): {
  readonly bookingId?: string;
  readonly dutyId?: string;
} {
  if ("event" in matter) return matter.event;
  if (matter.kind === "instruct") {
    const { instruction } = matter;
    return {
      ...("bookingId" in instruction && { bookingId: instruction.bookingId }),
      ...("dutyId" in instruction && { dutyId: instruction.dutyId }),
    };
  }
  const changed = changes.find(
    (change) =>
      change.kind === "booking-confirmed" ||
      change.kind === "booking-changed" ||
      change.kind === "booking-cancelled",
  );
  return changed === undefined ? {} : { bookingId: changed.booking.id };
}

/** Free words may name a person: an auditor reads that there were some. */
export const presentPastMessage = (
  { id, to, priority, content, sentAt, shownAt, readAt, dutyId }: DriverMessage,
  { write, day, role }: { readonly write: Write; readonly day: Day; readonly role: Role },
): DayJson["messages"][number] => ({
  id,
  to,
  priority,
  content: content.kind === "text" && role === "auditor" ? { kind: "text", text: "…" } : content,
  sentAt: write(sentAt),
  vehicleId: day.duties.find((duty) => duty.id === dutyId)?.vehicleId ?? null,
  shownAt: shownAt === undefined ? null : write(shownAt),
  readAt: readAt === undefined ? null : write(readAt),
});

/** Who called is no matter of the day. */
export const presentPhoneCall = (
  { beganAt, takenAt, endedAt, outcome, bookingIds }: CallRecord,
  write: Write,
): DayJson["phoneCalls"][number] => ({
  beganAt: write(beganAt),
  answered: takenAt !== undefined,
  endedAt: endedAt === undefined ? null : write(endedAt),
  outcome: outcome ?? null,
  bookings: bookingIds.length,
});

export const presentPastRefusal = (
  { request, at, rejections }: Refusal,
  write: Write,
): DayJson["refusals"][number] => ({
  at: write(at),
  trip: presentTrip(request, write),
  channel: request.channel,
  reasons: rejections.map(({ kind }) => kind),
});
