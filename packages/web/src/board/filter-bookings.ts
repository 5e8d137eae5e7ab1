import type { Board } from "@noriai/api";
import { folded } from "../ui/folded.ts";

export type BoardBooking = Board["bookings"][number];

/** What an operator filters the day's bookings by. */
export const STATE_GROUPS = ["all", "late", "ahead", "aboard", "over", "off"] as const;
export type StateGroup = (typeof STATE_GROUPS)[number];

const GROUP: Readonly<Record<BoardBooking["state"], Exclude<StateGroup, "all" | "late">>> = {
  confirmed: "ahead",
  boarding: "ahead",
  riding: "aboard",
  completed: "over",
  no_show: "off",
  cancelled_by_rider: "off",
  cancelled_by_operator: "off",
  suspended: "off",
};

/**
 * The bookings that an operator asked to see: those that will miss their promise first, then in the order of their rides.
 *
 * @param text  matched in called name, boarding code and stop names; half and full width, hiragana and katakana are one
 */
export function filterBookings({
  bookings,
  group,
  text,
  stopName,
}: {
  readonly bookings: readonly BoardBooking[];
  readonly group: StateGroup;
  readonly text: string;
  readonly stopName: (stopId: string) => string;
}): readonly BoardBooking[] {
  const wanted = folded(text);
  return bookings
    .filter((booking) => isIn(booking, group))
    .filter(
      ({ calledName, boardingCode, trip }) =>
        wanted === "" ||
        [calledName ?? "", boardingCode, stopName(trip.from), stopName(trip.to)].some((word) =>
          folded(word).includes(wanted),
        ),
    )
    .toSorted((a, b) => Number(isLate(b)) - Number(isLate(a)) || rideAt(a) - rideAt(b));
}

/** Late: a ride still to come or under way that will miss its promise. */
export const isLate = ({ state, lateBy }: BoardBooking): boolean =>
  lateBy > 0 && (GROUP[state] === "ahead" || GROUP[state] === "aboard");

/** The group of a booking by its state. */
export const groupOf = ({ state }: BoardBooking): Exclude<StateGroup, "all" | "late"> => GROUP[state];

const isIn = (booking: BoardBooking, group: StateGroup): boolean =>
  group === "all" || (group === "late" ? isLate(booking) : GROUP[booking.state] === group);

const rideAt = ({ pickupAt, promise }: BoardBooking): number => Date.parse(pickupAt ?? promise.pickupFrom);
