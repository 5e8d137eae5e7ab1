import {
  applyChanges,
  type Booking,
  type Change,
  type Day,
  type Given,
  type Offer,
  type Quote,
  type Refusal,
  type Service,
  type Taken,
  type TaskEvent,
  type TripRequest,
} from "@noriai/booking";
import {
  type BookingId,
  type DutyId,
  type EpochSeconds,
  type EventId,
  type MemberId,
  meters,
  minutes,
  type QuoteId,
  type RefusalId,
  type ServiceDate,
  type ServiceId,
  type StopId,
  seconds,
  serviceDate,
  type TenantId,
  timeOfDay,
  type VehicleId,
  yen,
} from "@noriai/kernel";
import type { Actor, DayCommand } from "../../src/door.ts";

export const NORTH = "north-town" as TenantId;
export const SOUTH = "south-town" as TenantId;
export const DESK: Actor = { role: "call_operator" };
export const MONDAY = serviceDate("2026-11-30");
export const T0 = 1_796_000_000 as EpochSeconds;
export const at = (minute: number): EpochSeconds => (T0 + 60 * minute) as EpochSeconds;

const stop = (number: number) => ({
  id: `S${number}` as StopId,
  number,
  name: `乗降ポイント${number}`,
  kana: `ていりゅうじょ${number}`,
  aliases: [],
  position: { lat: 34 + number / 100, lng: 131.25 },
  guidance: "",
  active: {},
});

/** A small service: one van, three stops, every weekday. */
export const SERVICE: Service = {
  id: "bus" as ServiceId,
  name: "のりあい",
  projectName: "実証",
  timeZone: "Asia/Tokyo",
  phoneNumber: "0836-00-0000",
  receptionPeriod: { from: serviceDate("2026-11-01"), to: serviceDate("2027-03-31") },
  servicePeriod: { from: serviceDate("2026-11-01"), to: serviceDate("2027-03-31") },
  calendar: {
    weekdays: [1, 2, 3, 4, 5],
    observesHolidays: true,
    holidayOverrides: {},
    suspensions: [],
    extraDays: [],
    hours: [{ from: timeOfDay("09:00"), to: timeOfDay("15:00") }],
    hoursByWeekday: {},
    hoursByDate: {},
  },
  phoneReception: { opensBefore: minutes(60), extraDays: [] },
  bookingWindow: { opensDaysBefore: 7, closesBefore: minutes(30), closesBeforeByChannel: {} },
  stops: [stop(1), stop(2), stop(3)],
  stopPairRules: [],
  membersOnly: true,
  fareTables: [
    {
      from: serviceDate("2026-11-01"),
      yen: { general: yen(350), senior: yen(350), disabled: yen(150), child: yen(150), infant: yen(0) },
    },
  ],
  vehicles: [
    {
      id: "V1" as VehicleId,
      name: "1号車",
      plate: "山口 300 あ 1",
      colour: "白",
      seats: 8,
      wheelchairPlaces: 1,
      seatsPerWheelchair: 2,
      depot: { name: "車庫", position: { lat: 34, lng: 131.2 } },
    },
  ],
  standards: {
    pickupWindow: minutes(20),
    pickupWindowLeast: minutes(5),
    earlyArrival: minutes(20),
    rideFactorPermille: 1800,
    rideOffset: minutes(15),
    boardingTime: seconds(30),
    alightingTime: seconds(30),
    wheelchairTime: minutes(3),
    hold: { web: minutes(2), phone: minutes(10) },
    lastDropoffWithinHours: true,
    noShowWait: minutes(5),
    snapWithin: meters(150),
    alternativesWithin: minutes(180),
  },
  pace: { hours: [], snow: { permille: 1000 } },
};

export const requestOf = (memberId: MemberId, date: ServiceDate = MONDAY): TripRequest => ({
  memberId,
  channel: "phone",
  serviceDate: date,
  from: "S1" as StopId,
  to: "S2" as StopId,
  time: { mode: "arrive", at: at(60) },
  party: { general: 1, senior: 0, disabled: 0, child: 1, infant: 0 },
  wheelchairs: 0,
});

const DUTY = "2026-11-30.V1.1" as DutyId;

const offer: Offer = {
  dutyId: DUTY,
  promise: { pickupFrom: at(30), pickupTo: at(50), arriveBy: at(60), rideMax: minutes(20) },
  pickupAt: at(35),
  dropoffAt: at(45),
  fare: {
    lines: [
      { fareClass: "general", count: 1, unit: yen(350) },
      { fareClass: "child", count: 1, unit: yen(150) },
    ],
    total: yen(500),
  },
};

export const quoteOf = (id: string, memberId: MemberId, date?: ServiceDate): Quote => ({
  id: id as QuoteId,
  request: requestOf(memberId, date),
  offer,
  held: true,
  expiresAt: at(2),
});

export const bookingOf = (id: string, memberId: MemberId, date?: ServiceDate): Booking => ({
  id: id as BookingId,
  memberId,
  request: requestOf(memberId, date),
  promise: offer.promise,
  fare: offer.fare,
  state: "confirmed",
  boardingCode: "0427",
  bookedAt: T0,
});

export const refusalOf = (id: string, memberId: MemberId): Refusal => ({
  id: id as RefusalId,
  request: requestOf(memberId),
  at: T0,
  rejections: [{ kind: "party-too-large", seats: 8, over: 1 }],
  alternatives: [
    {
      kind: "other-time",
      time: { mode: "depart", at: at(90) },
      from: "S1" as StopId,
      to: "S2" as StopId,
      walk: { from: meters(0), to: meters(0) },
      pickupAt: at(95),
      dropoffAt: at(105),
    },
  ],
});

export const boardedEvent = (id: string, booking: BookingId): TaskEvent => ({
  id: id as EventId,
  dutyId: DUTY,
  at: at(36),
  kind: "boarded",
  bookingId: booking,
});

/** What such a decision pretends to have been given; nobody replays it. */
const GIVEN: Given = {
  matter: { kind: "release", quoteId: "Q0" as QuoteId, memberId: "M0" as MemberId },
  world: {
    service: SERVICE,
    travel: {
      times: { basis: "estimate", placeCount: 0, seconds: new Int32Array(), meters: new Int32Array() },
      stops: new Map(),
      depots: new Map(),
      offRoad: new Map(),
    },
    now: T0,
    newId: () => "none",
    random: () => 0,
    findMember: () => undefined,
  },
  drawn: { ids: [], chances: [], members: {} },
};

/** A decision that makes these changes, and the day after it as the domain would say it. */
export function decisionOf<A>(day: Day, changes: readonly Change[], answer: A): Taken<A> {
  if (changes.length === 0) return { answer, changes, day, given: GIVEN };
  return { answer, changes, given: GIVEN, day: { ...applyChanges(day, changes), version: day.version + 1 } };
}

/** A command on Monday that makes these changes and answers "done". */
export const change = (
  tenant: TenantId,
  changes: (day: Day) => readonly Change[],
  more: Partial<DayCommand<string>> = {},
): DayCommand<string> => ({
  tenant,
  service: SERVICE,
  serviceDate: MONDAY,
  actor: DESK,
  now: T0,
  decide: (day) => decisionOf(day, changes(day), "done"),
  ...more,
});
