import type { PublicService } from "@noriai/api";
import { serviceDate } from "@noriai/kernel";
import type { LifeRider } from "../src/index.ts";

export const DATE = serviceDate("2026-11-24");
const NO_PLACE = { aliases: [], guidance: "", servable: true };

/** Six stops in a row, 500 metres apart; open from nine to three; tomorrow and the day after can be booked. */
export const SERVICE: PublicService = {
  tenant: { id: "town", name: "町" },
  name: "のりあい",
  projectName: "試験",
  timeZone: "Asia/Tokyo",
  phoneNumber: "0836-00-1234",
  phoneOpen: true,
  stops: [1, 2, 3, 4, 5, 6].map((number) => ({
    ...NO_PLACE,
    ...{ id: `s0${number}`, number, name: `停${number}`, kana: "てい" },
    position: { lat: 34, lng: 131 + number * 0.005 },
  })),
  vehicles: [{ id: "v1", name: "1号車", plate: "1", colour: "白", seats: 8, wheelchairPlaces: 1 }],
  fares: [],
  hours: [{ from: "09:00", to: "15:00" }],
  days: ["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-28"].map((date) => ({
    serviceDate: date,
    operating: date !== "2026-11-28",
    bookable: date !== "2026-11-28",
  })),
  plannedOperatingDays: 240,
  bookingWindow: { opensDaysBefore: 7, closesBefore: 1800 },
  standards: { pickupWindow: 1200, rideFactorPermille: 1800, rideOffset: 900 },
  travelBasis: "estimate",
  mapAttribution: null,
};

/** Twenty people, one born every four years from 1936; the last ones are children. */
export const RIDERS: readonly LifeRider[] = Array.from({ length: 20 }, (_, n) => ({
  memberNo: String(10_001 + n),
  kana: `ひと ${n}`,
  phone: `0836-00-${String(n).padStart(4, "0")}`,
  birthDate: serviceDate(`${1936 + n * 4}-05-05`),
}));
