import type { Fare as FareAnswer, Quote as QuoteJson, TripTime as TimeJson } from "@noriai/api";
import type {
  Day,
  DelayCall,
  Fare,
  OfferReason,
  Quote,
  ToldTimes,
  TripRequest,
  TripTime,
} from "@noriai/booking";
import type { Role } from "@noriai/identity";
import { assert, type BookingId, type EpochSeconds, formatInstant } from "@noriai/kernel";

/** How instants of one service are written in JSON: RFC 3339 in its own time zone. */
export type Write = (instant: EpochSeconds) => string;

export const writeIn =
  (timeZone: string): Write =>
  (instant) =>
    formatInstant(instant, timeZone);

export const presentTime = ({ mode, at }: TripTime, write: Write): TimeJson => ({ mode, at: write(at) });

export const presentTrip = (
  { serviceDate, from, to, time, party, wheelchairs, needs }: TripRequest,
  write: Write,
) => ({
  serviceDate,
  from,
  to,
  time: presentTime(time, write),
  party,
  wheelchairs,
  ...(needs && { needs: [...needs] }),
});

export const presentPromise = ({ pickupFrom, pickupTo, arriveBy }: ToldTimes, write: Write) => ({
  pickupFrom: write(pickupFrom),
  pickupTo: write(pickupTo),
  arriveBy: write(arriveBy),
});

/** What a rider heard in a call. */
export function presentTold(told: DelayCall["told"], write: Write) {
  if (told === undefined) return null;
  return told === "stranded" ? told : presentPromise(told, write);
}

export const presentFare = ({ lines, total }: Fare): FareAnswer => ({
  lines: lines.map(({ fareClass, count, unit }) => ({ fareClass, count, unit })),
  total,
});

export function presentQuote(
  { id, request, offer, held, expiresAt }: Quote,
  { day, write, role }: { readonly day: Day; readonly write: Write; readonly role: Role },
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
    ...(role === "call_operator" && offer.why && { why: presentReason(offer.why, day) }),
  };
}

/** Told to the phone desk, which knows bookings by their boarding codes. */
function presentReason(
  { driving, runnerUp, delays, moved }: OfferReason,
  { duties, bookings }: Day,
): NonNullable<QuoteJson["why"]> {
  const codeOf = (tripId: string) => bookings.get(tripId as BookingId)?.boardingCode ?? null;
  const vehicleId = duties.find(({ id }) => id === runnerUp?.dutyId)?.vehicleId;
  return {
    driving,
    runnerUp: runnerUp && vehicleId ? { vehicleId, driving: runnerUp.driving } : null,
    delays: delays.map(({ tripId, pickupLater, dropoffLater }) => ({
      boardingCode: codeOf(tripId),
      pickupLater,
      dropoffLater,
    })),
    moved: moved.map(codeOf),
  };
}
