import type { Refusal as RefusalJson } from "@noriai/api";
import type { Alternative, Day, Refusal, Rejection } from "@noriai/booking";
import type { Role } from "@noriai/identity";
import type { BookingId } from "@noriai/kernel";
import { presentTime, presentTrip, type Write } from "./trip.ts";

/** For whom and how a refusal is written. */
export interface RefusalReader {
  readonly write: Write;
  readonly role: Role;
  /** The day on which it was refused; in a report nobody looks up bookings any more. */
  readonly day?: Day;
}

export const presentRefusal = (
  { id, request, rejections, alternatives }: Refusal,
  reader: RefusalReader,
): RefusalJson => ({
  id,
  trip: presentTrip(request, reader.write),
  rejections: rejections.map((rejection) => presentRejection(rejection, reader)),
  alternatives: alternatives.map((alternative) => presentAlternative(alternative, reader.write)),
});

export const presentAlternative = (
  { kind, time, from, to, walk, pickupAt, dropoffAt }: Alternative,
  write: Write,
): RefusalJson["alternatives"][number] => ({
  kind,
  time: presentTime(time, write),
  from,
  to,
  walk: { ...walk },
  pickupAt: write(pickupAt),
  dropoffAt: write(dropoffAt),
});

/** A rejection as it is, its instants as text. Whose promise stood in the way is no rider's business. */
export function presentRejection(
  rejection: Rejection,
  reader: RefusalReader,
): RefusalJson["rejections"][number] {
  const { write } = reader;
  switch (rejection.kind) {
    case "no-vehicle":
      return presentNoVehicle(rejection, reader);
    case "too-early-to-book":
      return { ...rejection, opensAt: write(rejection.opensAt) };
    case "past-cutoff":
      return { ...rejection, closedAt: write(rejection.closedAt) };
    case "intake-stopped": {
      const { plannedEnd, ...rest } = rejection;
      return { ...rest, ...(plannedEnd !== undefined && { plannedEnd: write(plannedEnd) }) };
    }
    case "phone-closed":
      return { ...rejection, ...(rejection.opens !== undefined && { opens: write(rejection.opens) }) };
    default:
      return { ...rejection };
  }
}

type NoVehicle = Extract<Rejection, { readonly kind: "no-vehicle" }>;
type VehicleReason = NoVehicle["duties"][number]["reason"];

const presentNoVehicle = (
  { kind, certainty, summary, duties }: NoVehicle,
  reader: RefusalReader,
): RefusalJson["rejections"][number] => ({
  kind,
  ...(certainty && { certainty }),
  ...(summary && {
    summary: summary.map((line) => ({ ...line, nearest: forReader(line.nearest, reader) })),
  }),
  duties: duties.map(({ dutyId, reason }) => {
    const vehicleId = reader.day?.duties.find(({ id }) => id === dutyId)?.vehicleId;
    return { dutyId, ...(vehicleId && { vehicleId }), reason: forReader(reason, reader) };
  }),
});

/** For the phone desk with the boarding code by which it knows the booking; for riders without a trace of it. */
function forReader(reason: VehicleReason, { role, day }: RefusalReader) {
  if (reason.kind !== "breaks-promise") return reason;
  const { tripId, ...rest } = reason;
  if (role === "rider") return rest;
  const booking = role === "call_operator" ? day?.bookings.get(tripId as BookingId) : undefined;
  return { ...rest, tripId, ...(booking && { boardingCode: booking.boardingCode }) };
}
