import {
  type BookingId,
  type EpochSeconds,
  type ServiceDate,
  serviceDateOf,
  weekdayOf,
} from "@noriai/kernel";
import type { Booking } from "./booking.ts";
import { isOperatingDay } from "./calendar.ts";
import { FARE_CLASSES, personsOf } from "./fare-class.ts";
import {
  type RecurringLeg,
  type RecurringRecord,
  type RecurringWish,
  recurringDates,
  recurringLegs,
  timeOn,
  wayOf,
} from "./recurring-wish.ts";
import { windowOpensAt } from "./rules/booking-window.ts";
import type { Service } from "./service.ts";
import { needTheSame } from "./trip-need.ts";

/** What is to be done for a recurring wish now, each an ordinary decision on its date. */
export type RecurringStep =
  /** Ask for the date's ride; `replaces` the one booked by terms that were changed since. */
  | {
      readonly kind: "book";
      readonly serviceDate: ServiceDate;
      readonly leg: RecurringLeg;
      readonly replaces?: BookingId;
    }
  /** Call off what was booked and is not wished for any more. */
  | {
      readonly kind: "cancel";
      readonly serviceDate: ServiceDate;
      readonly leg: RecurringLeg;
      readonly bookingId: BookingId;
    };

interface Known {
  readonly service: Service;
  readonly now: EpochSeconds;
  readonly wish: RecurringWish;
  readonly records: readonly RecurringRecord[];
  /** The bookings that the records name. */
  readonly bookings: ReadonlyMap<BookingId, Booking>;
}

/**
 * What is to be done for a recurring wish (定期予約) now, in order of dates. Asked again after each step is done and
 * recorded it tells the rest, so it may be asked as often as one likes, by any number of servers.
 *
 * A date is asked for once, when its booking window has opened; what was refused is not asked for again unless the wish
 * changes. A ride that the rider called off or moved by hand stays as the rider left it. A day on which the service does
 * not run any more is for people to decide: nothing is called off for it.
 */
export function recurringSteps(known: Known): readonly RecurringStep[] {
  const steps = [...bookings(known), ...cancellations(known)];
  return steps.sort(
    (a, b) => compare(a.serviceDate, b.serviceDate) || LEGS.indexOf(a.leg) - LEGS.indexOf(b.leg),
  );
}

const LEGS: readonly RecurringLeg[] = ["out", "back"];
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function bookings(known: Known): readonly RecurringStep[] {
  const { service, now, wish } = known;
  if (wish.ended !== undefined) return [];
  const today = serviceDateOf(now, service.timeZone);
  return recurringDates(service, wish)
    .filter(({ serviceDate, notDue }) => notDue === undefined && serviceDate >= today)
    .filter(({ serviceDate }) => windowOpensAt(service, serviceDate) <= now)
    .flatMap(({ serviceDate }) =>
      recurringLegs(wish.terms).flatMap((leg) => asking(known, serviceDate, leg) ?? []),
    );
}

function asking(known: Known, serviceDate: ServiceDate, leg: RecurringLeg): RecurringStep | undefined {
  const { wish, records } = known;
  const record = records.find((each) => each.serviceDate === serviceDate && each.leg === leg);
  if (record === undefined) return { kind: "book", serviceDate, leg };
  if (record.version >= wish.version) return undefined;
  if (record.bookingId === undefined) return { kind: "book", serviceDate, leg };
  const booking = known.bookings.get(record.bookingId);
  if (booking === undefined || !isOurs(booking, record) || fits(known, booking, leg)) return undefined;
  return { kind: "book", serviceDate, leg, replaces: booking.id };
}

/** Still ahead, and as this wish booked it. */
const isOurs = ({ state, changedAt }: Booking, { askedAt }: RecurringRecord): boolean =>
  state === "confirmed" && (changedAt === undefined || changedAt <= askedAt);

/** Is the ride what the terms ask for? */
function fits({ service, wish: { terms } }: Known, { request }: Booking, leg: RecurringLeg): boolean {
  const way = wayOf(terms, leg);
  const { mode, at } = timeOn({ service, terms, serviceDate: request.serviceDate, leg });
  return (
    request.from === way.from &&
    request.to === way.to &&
    request.time.mode === mode &&
    request.time.at === at &&
    request.wheelchairs === terms.wheelchairs &&
    needTheSame(request, terms) &&
    personsOf(request.party) === personsOf(terms.companions) + 1 &&
    FARE_CLASSES.every((fareClass) => request.party[fareClass] >= terms.companions[fareClass])
  );
}

function cancellations({ service, now, wish, records, bookings: known }: Known): readonly RecurringStep[] {
  if (wish.ended?.keepsBooked) return [];
  const today = serviceDateOf(now, service.timeZone);
  return records.flatMap(({ serviceDate, leg, bookingId }) => {
    const booking = bookingId && known.get(bookingId);
    if (booking === undefined || booking.state !== "confirmed" || serviceDate < today) return [];
    if (isWished(wish, serviceDate, leg) || !isOperatingDay(service, serviceDate)) return [];
    return [{ kind: "cancel", serviceDate, leg, bookingId: booking.id } as const];
  });
}

function isWished({ terms, leftOut, ended }: RecurringWish, date: ServiceDate, leg: RecurringLeg): boolean {
  const { first, last, weekdays } = terms;
  if (ended !== undefined || leftOut.includes(date) || !recurringLegs(terms).includes(leg)) return false;
  return first <= date && date <= last && weekdays.includes(weekdayOf(date));
}
