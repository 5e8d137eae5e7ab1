import type { Booking, PublicService, Quote } from "@noriai/api";
import { epochMs, type Instant } from "../format.ts";
import type { Language } from "../language.tsx";
import type { SpokenBooking, SpokenOffer, SpokenTime } from "../messages/desk/spoken.ts";
import { needsMessages } from "../messages/needs/index.ts";
import { personsOf } from "../ui/party.ts";
import { wallTimeOf } from "../wall-time.ts";

interface SpokenIn {
  readonly service: PublicService;
  readonly language: Language;
}

/** The words of an offer or a booking, in the order in which they are said. */
export function spokenOffer(
  { trip, promise, fare }: Pick<Quote, "trip" | "promise" | "fare">,
  { service, language }: SpokenIn,
): SpokenOffer {
  const nameOf = (stopId: string) => service.stops.find(({ id }) => id === stopId)?.name ?? stopId;
  const time = (instant: string) => spokenTime(instant, service.timeZone);
  return {
    day: spokenDay(trip.serviceDate, language),
    from: nameOf(trip.from),
    to: nameOf(trip.to),
    pickupFrom: time(promise.pickupFrom),
    pickupTo: time(promise.pickupTo),
    arriveBy: time(promise.arriveBy),
    party: trip.party,
    persons: personsOf(trip.party),
    wheelchairs: trip.wheelchairs,
    needs: (trip.needs ?? []).map((need) => needsMessages[language].names[need]),
    fare: fare.total,
  };
}

export function spokenBooking(booking: Booking, spoken: SpokenIn): SpokenBooking {
  const vehicle = spoken.service.vehicles.find(({ id }) => id === booking.vehicleId);
  return {
    ...spokenOffer(booking, spoken),
    code: booking.boardingCode,
    vehicle: vehicle && { ...vehicle, plate: spokenPlate(vehicle.plate, spoken.language) },
  };
}

/** 山口 300 あ ・・・1 as it is said: the dots only fill the places of missing digits. */
export function spokenPlate(plate: string, language: Language): string {
  const [office = "", kind = "", ...rest] = plate
    .replace(/[・･]/g, "")
    .split(/\s+/)
    .filter((part) => part !== "");
  const pause = language === "en" ? ", " : "、";
  return [`${office}${kind}`, ...rest].join(pause);
}

export function spokenTime(instant: Instant, timeZone: string): SpokenTime {
  const [hour, minute] = wallTimeOf(epochMs(instant) / 1000, timeZone).time.split(":");
  return { hour: Number(hour), minute: Number(minute) };
}

/** 11月24日火曜日, Tuesday 24 November: whole words for the ear. */
export function spokenDay(serviceDate: string, language: Language): string {
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : "ja-JP", {
    timeZone: "UTC",
    month: "long",
    day: "numeric",
    weekday: "long",
  }).format(Date.parse(`${serviceDate}T00:00:00Z`));
}
