import {
  type DateRange,
  FARE_CLASSES,
  type Facility,
  type FareTable,
  NO_SHOW_EXCUSES,
  type NoShowPolicy,
  type OperatingCalendar,
  type Service,
  type ServiceStandards,
  type Stop,
  type StopSign,
  type TimeBand,
  type Vehicle,
  type WaitingStandards,
} from "@noriai/booking";
import {
  type Meters,
  type Position,
  parseServiceDate,
  parseTimeOfDay,
  type Result,
  type Seconds,
  type TenantId,
  type Yen,
} from "@noriai/kernel";
import { parsePaceProfile } from "@noriai/travel";
import { crewSettings } from "./parse-crew.ts";
import {
  type At,
  byName,
  checked,
  fields,
  list,
  missing,
  note,
  number,
  optional,
  parsed,
  type Read,
  readShape,
  type ShapeFault,
  text,
  under,
  whole,
  yesOrNo,
} from "./shape.ts";

/** A municipality as a file describes it. */
export interface TownFile {
  readonly id: TenantId;
  readonly name: string;
  readonly service: Service;
}

/** Turns unknown data into a municipality and its service, or tells everything that is wrong with it. */
export const parseTown = (value: unknown): Result<TownFile, readonly ShapeFault[]> => readShape(town, value);

const slug = <T extends string>(): Read<T> =>
  parsed((word) => (/^[a-z0-9][a-z0-9-]{0,62}$/.test(word) ? (word as T) : undefined), { kind: "slug" });
const seconds = whole({ max: 86_400 }) as Read<Seconds>;
const date = parsed(parseServiceDate, { kind: "date" });
const time = parsed(parseTimeOfDay, { kind: "time" });

const dateRange = { from: date, to: date };
const dates: Read<DateRange> = checked(fields<DateRange>(dateRange), inOrder);
const hours: Read<readonly TimeBand[]> = list(
  checked(fields<TimeBand>({ from: time, to: time }), ({ from, to }, at) => {
    if (from >= to) missing(under(at, "to"), { kind: "time-order" });
  }),
);

const calendar: Read<OperatingCalendar> = fields<OperatingCalendar>({
  weekdays: list(whole({ min: 1, max: 7 })),
  observesHolidays: yesOrNo,
  holidayOverrides: byName(date, yesOrNo),
  suspensions: list(checked(fields<DateRange & { reason: string }>({ ...dateRange, reason: text }), inOrder)),
  extraDays: list(date),
  hours,
  hoursByWeekday: byName(
    parsed((word) => (/^[1-7]$/.test(word) ? word : undefined), { kind: "whole-number", min: 1, max: 7 }),
    hours,
  ),
  hoursByDate: byName(date, hours),
});

const position: Read<Position> = fields<Position>({
  lat: number({ min: -90, max: 90 }),
  lng: number({ min: -180, max: 180 }),
});

const sign: Read<StopSign> = fields<StopSign>({
  side: optional(text),
  walk: optional(text),
  landmarks: optional(list(text)),
  winter: optional(text),
});

const stop: Read<Stop> = fields<Stop>({
  id: slug(),
  number: whole({ min: 1, max: 99_999 }),
  name: text,
  kana: text,
  aliases: list(text),
  position,
  guidance: note,
  sign: optional(sign),
  active: fields<Stop["active"]>({ from: optional(date), to: optional(date) }),
});

const vehicle: Read<Vehicle> = fields<Vehicle>({
  id: slug(),
  name: text,
  plate: text,
  colour: text,
  seats: whole({ min: 1, max: 100 }),
  wheelchairPlaces: whole({ max: 20 }),
  seatsPerWheelchair: whole({ max: 20 }),
  depot: fields<Vehicle["depot"]>({ name: text, position }),
});

const amount = whole({ max: 100_000 }) as Read<Yen>;
const fareTable: Read<FareTable> = fields<FareTable>({
  from: date,
  yen: fields<FareTable["yen"]>(
    Object.fromEntries(FARE_CLASSES.map((fareClass) => [fareClass, amount])) as Record<
      (typeof FARE_CLASSES)[number],
      Read<Yen>
    >,
  ),
});

const waiting: Read<WaitingStandards> = fields<WaitingStandards>({
  answerWithin: fields<WaitingStandards["answerWithin"]>({ web: seconds, phone: seconds }),
  night: fields<TimeBand>({ from: time, to: time }),
  answerLeast: seconds,
  letPassMax: whole({ min: 1, max: 100 }),
});

const standards: Read<ServiceStandards> = checked(
  fields<ServiceStandards>({
    pickupWindow: seconds,
    pickupWindowLeast: seconds,
    earlyArrival: seconds,
    rideFactorPermille: whole({ min: 1000, max: 10_000 }),
    rideOffset: seconds,
    boardingTime: seconds,
    alightingTime: seconds,
    wheelchairTime: seconds,
    hold: fields<ServiceStandards["hold"]>({ web: seconds, phone: seconds }),
    lastDropoffWithinHours: yesOrNo,
    noShowWait: seconds,
    snapWithin: whole({ min: 1, max: 5000 }) as Read<Meters>,
    alternativesWithin: seconds,
    driverAnswersWithin: optional(whole({ min: 60, max: 3600 })) as Read<Seconds>,
    walkWithin: optional(whole({ max: 2000 })) as Read<Meters>,
    waiting: optional(waiting) as Read<WaitingStandards>,
  }),
  ({ pickupWindow, pickupWindowLeast }, at) => {
    if (pickupWindowLeast > pickupWindow)
      missing(under(at, "pickupWindowLeast"), { kind: "at-most", field: "pickupWindow" });
  },
);

const point: Read<readonly [number, number]> = (value, at) => {
  if (!Array.isArray(value) || value.length !== 2) return missing(at, { kind: "ring" });
  const [lng, lat] = value;
  return [number({ min: -180, max: 180 })(lng, at), number({ min: -90, max: 90 })(lat, at)];
};
const ring = checked(list(point, { least: 4 }), (points, at) => {
  if (String(points[0]) !== String(points.at(-1))) missing(at, { kind: "ring" });
});

const facility: Read<Facility> = fields<Facility>({
  stopId: slug(),
  name: text,
  closedWeekdays: list(whole({ min: 1, max: 7 })),
  closedOnHolidays: yesOrNo,
});

const count = whole({ min: 1, max: 1_000 });
const noShows: Read<NoShowPolicy> = fields<NoShowPolicy>({
  countedDays: count,
  warnFrom: count,
  letterFrom: count,
  excuses: list(parsed((word) => NO_SHOW_EXCUSES.find((known) => known === word), { kind: "text" })),
  warning: text,
});

const service: Read<Service> = checked(
  fields<Service>({
    id: slug(),
    name: text,
    projectName: text,
    timeZone: parsed((zone) => (isTimeZone(zone) ? zone : undefined), { kind: "time-zone" }),
    phoneNumber: text,
    receptionPeriod: dates,
    servicePeriod: dates,
    calendar,
    phoneReception: fields<Service["phoneReception"]>({ opensBefore: seconds, extraDays: list(date) }),
    bookingWindow: fields<Service["bookingWindow"]>({
      opensDaysBefore: whole({ max: 366 }),
      closesBefore: whole({ max: 30 * 86_400 }) as Read<Seconds>,
      closesBeforeByChannel: fields<Service["bookingWindow"]["closesBeforeByChannel"]>({
        web: optional(seconds) as Read<Seconds>,
        phone: optional(seconds) as Read<Seconds>,
      }),
    }),
    area: optional(list(ring, { least: 1 })) as Read<NonNullable<Service["area"]>>,
    stops: list(stop, { least: 2 }),
    stopPairRules: list(fields<Service["stopPairRules"][number]>({ from: slug(), to: slug(), reason: text })),
    facilities: optional(list(facility)) as Read<NonNullable<Service["facilities"]>>,
    membersOnly: yesOrNo,
    noShows: optional(noShows) as Read<NoShowPolicy>,
    fareTables: list(fareTable, { least: 1 }),
    vehicles: list(vehicle, { least: 1 }),
    standards,
    remindAt: optional(time),
    pace: (value, at) => {
      const pace = parsePaceProfile(value);
      return pace.ok ? pace.value : missing(at, { kind: "pace" });
    },
    crew: optional(crewSettings({ date, hours })) as Read<NonNullable<Service["crew"]>>,
    trailsKeptDays: optional(whole({ max: 3_660 })) as Read<number>,
  }),
  checkService,
);

const town: Read<TownFile> = fields<TownFile>({ id: slug(), name: text, service });

/** What one part of a service says of another. */
function checkService(
  { stops, stopPairRules, facilities = [], vehicles, fareTables }: Service,
  at: At,
): void {
  onlyOnce(stops, { name: "stops", field: "id" }, at);
  onlyOnce(stops, { name: "stops", field: "number" }, at);
  onlyOnce(vehicles, { name: "vehicles", field: "id" }, at);
  onlyOnce(fareTables, { name: "fareTables", field: "from" }, at);
  const known = new Set<string>(stops.map(({ id }) => id));
  for (const [index, rule] of stopPairRules.entries())
    for (const end of ["from", "to"] as const)
      if (!known.has(rule[end]))
        missing(under(at, `stopPairRules[${index}].${end}`), { kind: "known-stop", value: rule[end] });
  for (const [index, { stopId }] of facilities.entries())
    if (!known.has(stopId))
      missing(under(at, `facilities[${index}].stopId`), { kind: "known-stop", value: stopId });
}

function onlyOnce<T>(
  entries: readonly T[],
  { name, field }: { readonly name: string; readonly field: keyof T & string },
  at: At,
): void {
  const seen = new Set<unknown>();
  for (const [index, entry] of entries.entries()) {
    if (seen.has(entry[field]))
      missing(under(at, `${name}[${index}].${field}`), { kind: "only-once", value: String(entry[field]) });
    seen.add(entry[field]);
  }
}

function inOrder({ from, to }: DateRange, at: At): void {
  if (from > to) missing(under(at, "to"), { kind: "date-order" });
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
