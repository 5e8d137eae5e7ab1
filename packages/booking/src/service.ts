import type {
  Meters,
  Position,
  Seconds,
  ServiceDate,
  ServiceId,
  StopId,
  TimeOfDay,
  VehicleId,
  Yen,
} from "@noriai/kernel";
import type { PaceProfile } from "@noriai/travel";
import type { CrewSettings } from "./crew-rules.ts";
import type { FareClass } from "./fare-class.ts";
import type { NoShowPolicy } from "./no-show-standing.ts";
import type { WaitingStandards } from "./waiting-standards.ts";

/**
 * Everything a municipality decides about one demand-transport service (デマンド交通): data, never code.
 * All times of day are in `timeZone`.
 * @see 仕様書 3-(1), 3-(2), 5-(1)
 */
export interface Service {
  readonly id: ServiceId;
  readonly name: string;
  /** Project name (事業名), shown on every report. */
  readonly projectName: string;
  readonly timeZone: string;
  readonly phoneNumber: string;
  readonly receptionPeriod: DateRange;
  readonly servicePeriod: DateRange;
  readonly calendar: OperatingCalendar;
  readonly phoneReception: PhoneReception;
  readonly bookingWindow: BookingWindow;
  /** Service area (運行区域): one outer ring and holes per polygon, `[lng, lat]`; absent means not limited. */
  readonly area?: readonly (readonly (readonly [number, number])[])[];
  readonly stops: readonly Stop[];
  readonly stopPairRules: readonly StopPairRule[];
  /** Places that riders go to and that are closed on some days; absent: none is known. */
  readonly facilities?: readonly Facility[];
  readonly membersOnly: boolean;
  /** What comes of rides that nobody came for; absent: they are recorded and nothing else. */
  readonly noShows?: NoShowPolicy;
  /** Fare tables with their first day; the last one that has begun on the day of the ride applies (運賃改定). */
  readonly fareTables: readonly FareTable[];
  readonly vehicles: readonly Vehicle[];
  readonly standards: ServiceStandards;
  /** From when riders are reminded of the rides of the day after (前日のお知らせ); nobody is when left out. */
  readonly remindAt?: TimeOfDay;
  readonly pace: PaceProfile;
  /** How many days the trails of vehicles are kept (位置の軌跡の保存日数); 30 when left out. */
  readonly trailsKeptDays?: number;
  /** Lines of the rules for drivers that differ here, with their first day; the national ones when left out. */
  readonly crew?: readonly CrewSettings[];
}

export interface DateRange {
  readonly from: ServiceDate;
  readonly to: ServiceDate;
}

export interface TimeBand {
  readonly from: TimeOfDay;
  readonly to: TimeOfDay;
}

/** Operation calendar (運行カレンダー). 仕様書 3-(1)-① */
export interface OperatingCalendar {
  /** ISO weekdays on which the service runs: 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[];
  readonly observesHolidays: boolean;
  /** The municipality's own word on single days, stronger than the national table: true = holiday. */
  readonly holidayOverrides: Readonly<Record<string, boolean>>;
  readonly suspensions: readonly (DateRange & { readonly reason: string })[];
  /** Extra days of operation (臨時運行), stronger than weekday, holiday and suspension. */
  readonly extraDays: readonly ServiceDate[];
  readonly hours: readonly TimeBand[];
  readonly hoursByWeekday: Readonly<Record<number, readonly TimeBand[]>>;
  readonly hoursByDate: Readonly<Record<string, readonly TimeBand[]>>;
}

/** Phone reception (電話受付時間): operating days, from `opensBefore` before operation starts until it ends. 3-(2)-② */
export interface PhoneReception {
  readonly opensBefore: Seconds;
  readonly extraDays: readonly ServiceDate[];
}

/** Booking window (予約可能期間): from N days before the day of use to `closesBefore` the time of use. 3-(2)-②, 5-(1)-③ */
export interface BookingWindow {
  readonly opensDaysBefore: number;
  readonly closesBefore: Seconds;
  readonly closesBeforeByChannel: Partial<Readonly<Record<Channel, Seconds>>>;
}

/** How a request reached us (受付経路). */
export type Channel = "web" | "phone";

/** Stop (乗降ポイント). */
export interface Stop {
  readonly id: StopId;
  readonly number: number;
  readonly name: string;
  readonly kana: string;
  /** Other names people use for it. */
  readonly aliases: readonly string[];
  readonly position: Position;
  readonly guidance: string;
  /** How it is found on the ground; absent: nothing is known. */
  readonly sign?: StopSign;
  readonly active: { readonly from?: ServiceDate; readonly to?: ServiceDate };
}

/** How a stop is found on the ground (現地の案内), in the words of those who placed it. */
export interface StopSign {
  /** On which side of the road: 北側の歩道. */
  readonly side?: string;
  /** How to find it on foot. */
  readonly walk?: string;
  readonly landmarks?: readonly string[];
  /** What is different when snow lies. */
  readonly winter?: string;
}

/** Stop-pair rule (移動ルール): rides from one to the other are not offered, for instance where a bus runs. */
export interface StopPairRule {
  readonly from: StopId;
  readonly to: StopId;
  readonly reason: string;
}

/** Facility (施設) at a stop, and when it is closed, so that nobody is driven to a closed door. */
export interface Facility {
  readonly stopId: StopId;
  readonly name: string;
  /** ISO weekdays: 1 Monday … 7 Sunday. */
  readonly closedWeekdays: readonly number[];
  readonly closedOnHolidays: boolean;
}

/** Yen per person by fare class, from `from` on. 仕様書 3-(1)-③ */
export interface FareTable {
  readonly from: ServiceDate;
  readonly yen: Readonly<Record<FareClass, Yen>>;
}

export interface Vehicle {
  readonly id: VehicleId;
  readonly name: string;
  /** What a rider looks for: number plate and colour. */
  readonly plate: string;
  readonly colour: string;
  readonly seats: number;
  readonly wheelchairPlaces: number;
  /** Seats that one occupied wheelchair place takes away. */
  readonly seatsPerWheelchair: number;
  readonly depot: { readonly name: string; readonly position: Position };
}

/** What the service promises its riders, published. docs/decisions/0011, D-03 and D-25. */
export interface ServiceStandards {
  /** Length of the pickup window that is told to the rider. */
  readonly pickupWindow: Seconds;
  /** Never told shorter than this: a rider who is told one single minute would think us late at the next. */
  readonly pickupWindowLeast: Seconds;
  /** Arrive-by: at most this long before the wanted time. */
  readonly earlyArrival: Seconds;
  /** A ride takes at most max(direct × permille / 1000, direct + offset). */
  readonly rideFactorPermille: number;
  readonly rideOffset: Seconds;
  readonly boardingTime: Seconds;
  readonly alightingTime: Seconds;
  /** Added to boarding and to alighting for each wheelchair. */
  readonly wheelchairTime: Seconds;
  /** How long an offer stays held. */
  readonly hold: Readonly<Record<Channel, Seconds>>;
  readonly lastDropoffWithinHours: boolean;
  /** A driver may record a no-show only this long after the promised pickup window began to wait. */
  readonly noShowWait: Seconds;
  readonly snapWithin: Meters;
  /** How far to look for alternatives, before and after the wanted time. */
  readonly alternativesWithin: Seconds;
  /** A driver who has not read a message for so long is to be phoned; 5 minutes when left out. */
  readonly driverAnswersWithin?: Seconds;
  /** How far a refused rider may be asked to walk to another stop; 300 m when left out, 0 for never. */
  readonly walkWithin?: Meters;
  /** How riders who wait are asked; as usual when left out. */
  readonly waiting?: WaitingStandards;
}
