import {
  minutes,
  type Position,
  type ServiceId,
  type StopId,
  seconds,
  serviceDate,
  timeOfDay,
  type VehicleId,
  yen,
} from "@noriai/kernel";
import { FREE_FLOW_PROFILE } from "@noriai/travel";
import type { OperatingCalendar, Service, ServiceStandards, Stop, Vehicle } from "../src/index.ts";

/** The service of Sapporo's specification (仕様書 2, 3-(1), 3-(2)), on an invented grid of stops. */
export function aService(changes: Partial<Service> = {}): Service {
  return {
    id: "teine" as ServiceId,
    name: "手稲デマンド",
    projectName: "令和4年度デマンド交通実証実験業務",
    timeZone: "Asia/Tokyo",
    phoneNumber: "011-000-0000",
    receptionPeriod: { from: serviceDate("2022-11-14"), to: serviceDate("2023-03-31") },
    servicePeriod: { from: serviceDate("2022-11-21"), to: serviceDate("2023-03-31") },
    calendar: aCalendar(),
    phoneReception: { opensBefore: minutes(60), extraDays: [] },
    bookingWindow: { opensDaysBefore: 7, closesBefore: minutes(30), closesBeforeByChannel: {} },
    stops: GRID.map(aStop),
    stopPairRules: [],
    membersOnly: true,
    fareTables: [
      {
        from: serviceDate("2022-11-21"),
        yen: { general: yen(350), senior: yen(150), disabled: yen(150), child: yen(150), infant: yen(0) },
      },
    ],
    vehicles: [aVehicle(1)],
    standards: STANDARDS,
    pace: FREE_FLOW_PROFILE,
    ...changes,
  };
}

export function aCalendar(changes: Partial<OperatingCalendar> = {}): OperatingCalendar {
  return {
    weekdays: [1, 2, 3, 4, 5],
    observesHolidays: true,
    holidayOverrides: {},
    suspensions: [{ from: serviceDate("2022-12-29"), to: serviceDate("2023-01-03"), reason: "年末年始" }],
    extraDays: [],
    hours: [{ from: timeOfDay("09:00"), to: timeOfDay("15:00") }],
    hoursByWeekday: {},
    hoursByDate: {},
    ...changes,
  };
}

/** A jumbo taxi (ジャンボタクシー) for eight, one wheelchair place in the room of two seats. 3-(1)-⑥ */
export function aVehicle(number: number, changes: Partial<Vehicle> = {}): Vehicle {
  return {
    id: `v${number}` as VehicleId,
    name: `${number}号車`,
    plate: `札幌 200 あ 000${number}`,
    colour: "白",
    seats: 8,
    wheelchairPlaces: 1,
    seatsPerWheelchair: 2,
    depot: { name: "車庫", position: at(0, 0) },
    ...changes,
  };
}

export const STANDARDS: ServiceStandards = {
  pickupWindow: minutes(10),
  pickupWindowLeast: minutes(5),
  earlyArrival: minutes(10),
  rideFactorPermille: 1800,
  rideOffset: minutes(15),
  boardingTime: seconds(30),
  alightingTime: seconds(30),
  wheelchairTime: seconds(120),
  hold: { web: minutes(2), phone: minutes(10) },
  lastDropoffWithinHours: true,
  noShowWait: minutes(5),
  snapWithin: 150 as ServiceStandards["snapWithin"],
  alternativesWithin: minutes(120),
};

/** Stops S1 to S9, a kilometre apart in a square of three by three; S1 is the south-west corner, beside the depot. */
const GRID = Array.from({ length: 9 }, (_, k) => ({ number: k + 1, position: at(k % 3, Math.floor(k / 3)) }));

function at(east: number, north: number): Position {
  return { lat: 43.1 + north * 0.009, lng: 141.2 + east * 0.0123 };
}

function aStop({ number, position }: { number: number; position: Position }): Stop {
  return {
    id: `S${number}` as StopId,
    number,
    name: `乗降ポイント${number}`,
    kana: `ていりゅうじょ${number}`,
    aliases: [],
    position,
    guidance: "",
    active: {},
  };
}
