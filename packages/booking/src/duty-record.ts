import type { BookingId, DriverId, EpochSeconds, ServiceDate, StopId, VehicleId, Yen } from "@noriai/kernel";
import { type Assignment, type Stint, stintsOf } from "./crew-stints.ts";
import type { Day } from "./day.ts";
import type { Driver } from "./driver.ts";
import { collectedFor, effectiveEvents } from "./effective-events.ts";
import { personsOf } from "./fare-class.ts";
import type { DelayCause, FareMeans, FareReason, TaskEvent } from "./task-event.ts";

/**
 * What one driver did on one service date (業務記録), computed from what was recorded on the way.
 * @see 旅客自動車運送事業運輸規則 第25条
 */
export interface DutyRecord {
  readonly serviceDate: ServiceDate;
  readonly driverId: DriverId;
  /** In order of time; between two of them the driver rested or took over elsewhere. */
  readonly stints: readonly Stint[];
  /** Between stints (休憩). */
  readonly breaks: readonly { readonly from: EpochSeconds; readonly to: EpochSeconds }[];
  readonly rides: readonly DutyRide[];
  readonly delays: readonly {
    readonly at: EpochSeconds;
    readonly minutes: number;
    readonly cause: DelayCause;
  }[];
  readonly noShows: number;
  readonly takings: Takings;
  /** Fares that were taken otherwise than due, or corrected, and why. */
  readonly fareNotes: readonly FareNote[];
}

export interface FareNote {
  readonly at: EpochSeconds;
  readonly bookingId: BookingId;
  readonly due: Yen;
  readonly amount: Yen;
  readonly means: FareMeans;
  /** What was recorded before it, where it corrects that. */
  readonly before?: Yen;
  readonly reason: FareReason;
}

/** Where riders were aboard (旅客が乗車した区間). */
export interface DutyRide {
  readonly bookingId: BookingId;
  readonly vehicleId: VehicleId;
  readonly from: StopId;
  readonly to: StopId;
  readonly boardedAt: EpochSeconds;
  /** Absent while aboard, or when another driver let them alight. */
  readonly alightedAt?: EpochSeconds;
  readonly persons: number;
  readonly fareCollected: Yen;
}

/** What the driver took from riders. */
export interface Takings {
  readonly cash: Yen;
  readonly cashless: Yen;
}

interface Recorded {
  readonly day: Day;
  readonly drivers: readonly Driver[];
  readonly assignments: readonly Assignment[];
}

/** The records of everybody who drove on the day, in the drivers' order. */
export function dutyRecords({ day, drivers, assignments }: Recorded): readonly DutyRecord[] {
  const stints = day.duties.flatMap((duty) => stintsOf(duty, { drivers, assignments }));
  return drivers.flatMap(({ id }) => {
    const own = stints.filter(({ driverId }) => driverId === id).toSorted((a, b) => a.from - b.from);
    return own.length === 0 ? [] : [recordOf({ day, driverId: id, own, stints })];
  });
}

/** What the vehicle's fares should hold that one driver took. */
export const takingsOf = (recorded: Recorded, driverId: DriverId): Takings =>
  dutyRecords(recorded).find((record) => record.driverId === driverId)?.takings ?? NOTHING;

const NOTHING: Takings = { cash: 0 as Yen, cashless: 0 as Yen };

function recordOf({
  day,
  driverId,
  own,
  stints,
}: {
  readonly day: Day;
  readonly driverId: DriverId;
  readonly own: readonly Stint[];
  readonly stints: readonly Stint[];
}): DutyRecord {
  const events = effectiveEvents(day).filter((event) => stintOf(event, stints)?.driverId === driverId);
  return {
    serviceDate: day.serviceDate,
    driverId,
    stints: own,
    breaks: own.flatMap(({ from: to }, k) => {
      const from = own[k - 1]?.to;
      return from !== undefined && from < to ? [{ from, to }] : [];
    }),
    rides: events.flatMap((event) =>
      event.kind === "boarded" ? ridesOf(day, { event, events, stint: stintOf(event, stints)! }) : [],
    ),
    delays: events.flatMap((event) =>
      event.kind === "delayed"
        ? [{ at: event.at, minutes: Math.round(event.by / 60), cause: event.cause }]
        : [],
    ),
    noShows: events.filter(({ kind }) => kind === "no-show").length,
    takings: sumOf(events),
    fareNotes: events.flatMap((event) => (event.kind === "fare-collected" ? fareNotesOf(day, event) : [])),
  };
}

/** The stint in which something happened: of its duty's the last that had begun, the first for what came before. */
function stintOf({ dutyId, at }: TaskEvent, stints: readonly Stint[]): Stint | undefined {
  const ofDuty = stints.filter((stint) => stint.dutyId === dutyId);
  return ofDuty.findLast(({ from }) => from <= at) ?? ofDuty[0];
}

function ridesOf(
  day: Day,
  {
    event,
    events,
    stint,
  }: {
    readonly event: Extract<TaskEvent, { kind: "boarded" }>;
    readonly events: readonly TaskEvent[];
    readonly stint: Stint;
  },
): readonly DutyRide[] {
  const { bookingId, at: boardedAt } = event;
  const booking = day.bookings.get(bookingId);
  if (booking === undefined) return [];
  const alighted = events.find((one) => one.kind === "alighted" && one.bookingId === bookingId);
  const { from, to, party } = booking.request;
  return [
    {
      bookingId,
      vehicleId: stint.vehicleId,
      from,
      to,
      boardedAt,
      ...(alighted && { alightedAt: alighted.at }),
      persons: personsOf(party),
      fareCollected: collectedFor(day, bookingId)?.amount ?? (0 as Yen),
    },
  ];
}

function fareNotesOf(day: Day, event: Extract<TaskEvent, { kind: "fare-collected" }>): readonly FareNote[] {
  const { at, bookingId, amount, means, reason } = event;
  const booking = day.bookings.get(bookingId);
  if (reason === undefined || booking === undefined) return [];
  const position = day.taskEvents.indexOf(event);
  const before = day.taskEvents.findLast(
    (one, k) => k < position && one.kind === "fare-collected" && one.bookingId === bookingId,
  );
  return [
    {
      ...{ at, bookingId, amount, means, reason, due: booking.fare.total },
      ...(before?.kind === "fare-collected" && { before: before.amount }),
    },
  ];
}

function sumOf(events: readonly TaskEvent[]): Takings {
  const sum = { ...NOTHING };
  for (const event of events)
    if (event.kind === "fare-collected") sum[event.means] = (sum[event.means] + event.amount) as Yen;
  return sum;
}
