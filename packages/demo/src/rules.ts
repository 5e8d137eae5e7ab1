import type { DateRange, FareTable, OperatingCalendar, Service, ServiceStandards } from "@noriai/booking";
import {
  addDays,
  meters,
  minutes,
  type ServiceDate,
  seconds,
  serviceDate,
  timeOfDay,
  yen,
} from "@noriai/kernel";

/** The rules that both demo towns share: those of the Sapporo specification, on the dates around `today`. */
export type TownRules = Pick<
  Service,
  | "timeZone"
  | "receptionPeriod"
  | "servicePeriod"
  | "calendar"
  | "phoneReception"
  | "bookingWindow"
  | "membersOnly"
  | "fareTables"
  | "noShows"
  | "standards"
  | "remindAt"
  | "pace"
  | "crew"
>;

/** 無断キャンセル: words and letters, nothing more. */
const NO_SHOWS: NonNullable<Service["noShows"]> = {
  countedDays: 180,
  warnFrom: 2,
  letterFrom: 4,
  excuses: ["illness", "bereavement", "weather", "mix-up", "our-fault"],
  warning:
    "ご予約の時刻においでにならないことが続いております。ご都合が変わられたときは、当日でも、お電話一本でお取り消しいただけます。ほかの方をお乗せするためにも、ご連絡をお願いいたします。",
};

/** Rules in force around `today`: service runs through this fiscal year and the next. */
export function rulesAround(today: ServiceDate): TownRules {
  const servicePeriod = fiscalYearsFrom(today);
  return {
    timeZone: "Asia/Tokyo",
    receptionPeriod: { from: addDays(servicePeriod.from, -7), to: servicePeriod.to },
    servicePeriod,
    calendar: calendarOf(servicePeriod),
    phoneReception: { opensBefore: minutes(60), extraDays: [] }, // 仕様書 3-(2)-②
    bookingWindow: { opensDaysBefore: 7, closesBefore: minutes(30), closesBeforeByChannel: {} },
    membersOnly: true, // 3-(1)-⑦
    fareTables: [fareTableFrom(servicePeriod.from)],
    noShows: NO_SHOWS,
    standards: STANDARDS,
    remindAt: timeOfDay("18:00"),
    // A newcomer alone in the town must come to the tasks: the driver's own word will do here.
    crew: [{ from: servicePeriod.from, rollCall: { isRequired: true, maySelfReport: true } }],
    pace: {
      hours: [
        { from: timeOfDay("07:30"), to: timeOfDay("09:00"), permille: 1250 },
        { from: timeOfDay("11:30"), to: timeOfDay("13:00"), permille: 1100 },
        { from: timeOfDay("16:30"), to: timeOfDay("18:30"), permille: 1250 },
      ],
      snow: { permille: 1400 },
    },
  };
}

/** From 1 April of the fiscal year (年度) of `today` to 31 March two years later. */
function fiscalYearsFrom(today: ServiceDate): DateRange {
  const first = fiscalYearOf(today);
  return { from: serviceDate(`${first}-04-01`), to: serviceDate(`${first + 2}-03-31`) };
}

/** The fiscal year in which a date falls: 2027-03-31 belongs to 2026. */
export function fiscalYearOf(date: ServiceDate): number {
  const year = Number(date.slice(0, 4));
  return date.slice(5) < "04-01" ? year - 1 : year;
}

/** 仕様書 3-(1)-①: Monday to Friday without holidays and New Year, 09:00 to 15:00. */
function calendarOf({ from, to }: DateRange): OperatingCalendar {
  const suspensions = [];
  for (let year = Number(from.slice(0, 4)); year < Number(to.slice(0, 4)); year++)
    suspensions.push({
      from: serviceDate(`${year}-12-29`),
      to: serviceDate(`${year + 1}-01-03`),
      reason: "年末年始",
    });
  return {
    weekdays: [1, 2, 3, 4, 5],
    observesHolidays: true,
    holidayOverrides: {},
    suspensions,
    extraDays: [],
    hours: [{ from: timeOfDay("09:00"), to: timeOfDay("15:00") }],
    hoursByWeekday: {},
    hoursByDate: {},
  };
}

/** 仕様書 3-(1)-③ */
const fareTableFrom = (from: ServiceDate): FareTable => ({
  from,
  yen: { general: yen(350), senior: yen(150), disabled: yen(150), child: yen(150), infant: yen(0) },
});

const STANDARDS: ServiceStandards = {
  pickupWindow: minutes(20), // ±10 minutes
  pickupWindowLeast: minutes(5),
  earlyArrival: minutes(30),
  rideFactorPermille: 1800,
  rideOffset: minutes(15),
  boardingTime: seconds(60),
  alightingTime: seconds(30),
  wheelchairTime: minutes(3),
  hold: { web: minutes(2), phone: minutes(10) },
  lastDropoffWithinHours: true,
  noShowWait: minutes(5),
  snapWithin: meters(150),
  alternativesWithin: minutes(180),
  walkWithin: meters(500),
};
