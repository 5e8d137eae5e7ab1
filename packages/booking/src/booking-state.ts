import type { BookingState } from "./booking.ts";

/**
 * What can be done to a booking. `undo-…` takes the driver's last step back. `suspend` (運休) is for a service that stops
 * a running day as a whole; no command does so yet, the operator calls the rides off one by one (`operator-cancel`).
 */
export type BookingAction =
  | "change"
  | "cancel"
  | "operator-cancel"
  | "suspend"
  | "arrive"
  | "board"
  | "alight"
  | "no-show"
  | "collect"
  | "undo-arrive"
  | "undo-board"
  | "undo-alight"
  | "undo-no-show";

/**
 * The life of a booking: state → action → next state. What is not here is not allowed. The one table that the
 * decisions, the API and the faces read. `change` and `cancel` are the rider's; they also end when the vehicle departs
 * to the stop (D-07), which is a matter of the plan and stands in `vehicle-on-the-way.ts`.
 */
export const BOOKING_LIFE: Readonly<
  Record<BookingState, Readonly<Partial<Record<BookingAction, BookingState>>>>
> = {
  confirmed: {
    change: "confirmed",
    cancel: "cancelled_by_rider",
    "operator-cancel": "cancelled_by_operator",
    suspend: "suspended",
    arrive: "boarding",
    board: "riding",
    "no-show": "no_show",
  },
  boarding: {
    "operator-cancel": "cancelled_by_operator",
    suspend: "suspended",
    board: "riding",
    "no-show": "no_show",
    collect: "boarding",
    "undo-arrive": "confirmed",
  },
  riding: { alight: "completed", collect: "riding", "undo-board": "boarding" },
  completed: { collect: "completed", "undo-alight": "riding" },
  no_show: { "undo-no-show": "boarding" },
  cancelled_by_rider: {},
  cancelled_by_operator: {},
  suspended: {},
};

/** Where an action leads from a state; nothing when it is not allowed there. */
export function nextState(state: BookingState, action: BookingAction): BookingState | undefined {
  return BOOKING_LIFE[state][action];
}

/** What can be done to a booking in this state. */
export function allowedActions(state: BookingState): readonly BookingAction[] {
  return Object.keys(BOOKING_LIFE[state]) as BookingAction[];
}

/** A booking that still has a ride ahead of it or is on it. */
export function isOpen(state: BookingState): boolean {
  return state === "confirmed" || state === "boarding" || state === "riding";
}
