import type {
  Fare as FareAnswer,
  Quote as QuoteJson,
  Refusal as RefusalJson,
  TripTime as TimeJson,
} from "@noriai/api";
import type {
  Day,
  Fare,
  Quote,
  Refusal,
  Rejection,
  Promise as Told,
  TripRequest,
  TripTime,
} from "@noriai/booking";
import type { Role } from "@noriai/identity";
import { assert, type EpochSeconds, formatInstant } from "@noriai/kernel";

/** How instants of one service are written in JSON: RFC 3339 in its own time zone. */
export type Write = (instant: EpochSeconds) => string;

export const writeIn =
  (timeZone: string): Write =>
  (instant) =>
    formatInstant(instant, timeZone);

const presentTime = ({ mode, at }: TripTime, write: Write): TimeJson => ({ mode, at: write(at) });

export const presentTrip = (
  { serviceDate, from, to, time, party, wheelchairs }: TripRequest,
  write: Write,
) => ({
  serviceDate,
  from,
  to,
  time: presentTime(time, write),
  party,
  wheelchairs,
});

export const presentPromise = ({ pickupFrom, pickupTo, arriveBy }: Told, write: Write) => ({
  pickupFrom: write(pickupFrom),
  pickupTo: write(pickupTo),
  arriveBy: write(arriveBy),
});

export const presentFare = ({ lines, total }: Fare): FareAnswer => ({
  lines: lines.map(({ fareClass, count, unit }) => ({ fareClass, count, unit })),
  total,
});

export function presentQuote(
  { id, request, offer, held, expiresAt }: Quote,
  day: Day,
  write: Write,
): QuoteJson {
  const duty = day.duties.find((candidate) => candidate.id === offer.dutyId);
  assert(duty !== undefined, `the duty of quote ${id} stands on its day`);
  return {
    id,
    trip: presentTrip(request, write),
    promise: presentPromise(offer.promise, write),
    vehicleId: duty.vehicleId,
    fare: presentFare(offer.fare),
    held,
    expiresAt: write(expiresAt),
  };
}

export const presentRefusal = (
  { id, request, rejections, alternatives }: Refusal,
  write: Write,
  role: Role,
): RefusalJson => ({
  id,
  trip: presentTrip(request, write),
  rejections: rejections.map((rejection) => presentRejection(rejection, write, role)),
  alternatives: alternatives.map(({ time, pickupAt, dropoffAt }) => ({
    time: presentTime(time, write),
    pickupAt: write(pickupAt),
    dropoffAt: write(dropoffAt),
  })),
});

/** A rejection as it is, its instants as text. Whose promise stood in the way is no rider's business. */
export function presentRejection(
  rejection: Rejection,
  write: Write,
  role: Role,
): RefusalJson["rejections"][number] {
  switch (rejection.kind) {
    case "no-vehicle":
      return role === "rider"
        ? { ...rejection, duties: rejection.duties.map(withoutTrip) }
        : { ...rejection };
    case "too-early-to-book":
      return { ...rejection, opensAt: write(rejection.opensAt) };
    case "past-cutoff":
      return { ...rejection, closedAt: write(rejection.closedAt) };
    case "phone-closed":
      return { ...rejection, ...(rejection.opens !== undefined && { opens: write(rejection.opens) }) };
    default:
      return { ...rejection };
  }
}

type DutyRejection = Extract<Rejection, { readonly kind: "no-vehicle" }>["duties"][number];

function withoutTrip({ dutyId, reason }: DutyRejection) {
  if (reason.kind !== "breaks-promise") return { dutyId, reason };
  const { tripId: _, ...rest } = reason;
  return { dutyId, reason: rest };
}
