import type { Answer } from "@noriai/api";
import { type Day, decide, type TaskEvent, type World } from "@noriai/booking";
import type { BookingId, DutyId } from "@noriai/kernel";
import type { ConflictRecord } from "@noriai/store";
import { taskEventOf } from "../device-log/case-of.ts";
import { presentRejection } from "../handlers/duty.ts";
import { writeIn } from "./trip.ts";

type ConflictJson = Answer<"listConflicts">["conflicts"][number];

/** What is known around a conflict: its day, and the names that the reader may see. */
export interface ConflictSight {
  readonly decisions: World;
  readonly day: Day;
  readonly calledName: (id: BookingId) => string | null;
  readonly staffName: (account: ConflictRecord["by"]["account"]) => string | null;
}

export function presentConflict(conflict: ConflictRecord, sight: ConflictSight): ConflictJson {
  const { log, no, serviceDate, deed, movedBy, outcome, receivedAt, by, settled } = conflict;
  const { timeZone } = sight.decisions.service;
  const write = writeIn(timeZone);
  const event = taskEventOf(conflict);
  return {
    id: `${log}:${no}`,
    serviceDate,
    receivedAt: write(receivedAt),
    vehicleId: vehicleOf(sight.day, deed?.dutyId),
    deed:
      deed === undefined
        ? null
        : {
            kind: deed.kind,
            at: write(deed.at),
            movedBy,
            stopId: stopOf(sight.day, event) ?? null,
            amount: event?.kind === "fare-collected" ? event.amount : null,
          },
    because:
      outcome.kind === "refused"
        ? presentRejection(outcome.rejection, timeZone)
        : { kind: "missing", count: outcome.count },
    rider: riderOf(event, sight),
    by: sight.staffName(by.account),
    isTakeable: settled === undefined && event !== undefined && isTakeable(sight, event),
    settled:
      settled === undefined
        ? null
        : { settlement: settled.settlement, at: write(settled.at), by: sight.staffName(settled.by.account) },
  };
}

/** Would it be recorded if somebody said so? Tried on the day as it is. */
const isTakeable = ({ decisions, day }: ConflictSight, event: TaskEvent): boolean =>
  decide(decisions, day, { kind: "settle", event }).answer.kind === "taken";

const vehicleOf = (day: Day, dutyId: DutyId | undefined) =>
  day.duties.find(({ id }) => id === dutyId)?.vehicleId ?? null;

function stopOf(day: Day, event: TaskEvent | undefined) {
  if (event?.kind === "arrived") return event.stopId;
  if (event === undefined || !("bookingId" in event)) return undefined;
  const request = day.bookings.get(event.bookingId)?.request;
  return event.kind === "alighted" ? request?.to : request?.from;
}

function riderOf(event: TaskEvent | undefined, { day, calledName }: ConflictSight): ConflictJson["rider"] {
  const booking = event && "bookingId" in event ? day.bookings.get(event.bookingId) : undefined;
  if (booking === undefined) return null;
  const { id, boardingCode, state } = booking;
  return { bookingId: id, calledName: calledName(id), boardingCode, state };
}
