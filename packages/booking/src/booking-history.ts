import type { BookingId, DutyId, EpochSeconds, VehicleId } from "@noriai/kernel";
import type { Booking, Promise as Promised, Quote } from "./booking.ts";
import type { Change, Day } from "./day.ts";
import type { DayStep, StepBy } from "./day-step.ts";
import type { Matter } from "./decide.ts";
import type { DelayCall } from "./delay-list.ts";
import type { Instruction } from "./instruction.ts";
import type { Channel } from "./service.ts";
import type { TaskEvent } from "./task-event.ts";
import type { TripRequest } from "./trip-request.ts";

/** One thing that was decided, done or told about a booking. */
export type HistoryEntry = { readonly at: EpochSeconds; readonly by: StepBy } & (
  | {
      /** An offer was told; `forChange` when it would have taken the place of the booking. */
      readonly kind: "offered";
      readonly forChange: boolean;
      readonly channel: Channel;
      readonly request: TripRequest;
      readonly promise: Promised;
      readonly expiresAt: EpochSeconds;
    }
  | { readonly kind: "offer-closed"; readonly because: Closed }
  | { readonly kind: "booked"; readonly promise: Promised; readonly carrier?: Carrier }
  | {
      readonly kind: "changed";
      readonly before: Told;
      readonly after: Told;
      readonly carrier?: Carrier;
    }
  | { readonly kind: "cancelled"; readonly state: Booking["state"] }
  /** It rides in another vehicle than before; without one: in none. */
  | { readonly kind: "moved"; readonly because: Cause; readonly from?: Carrier; readonly to?: Carrier }
  /** A dispatcher's instruction that names it. */
  | { readonly kind: "instructed"; readonly instruction: Instruction }
  /** `undone` is what was taken back, when the event says so. */
  | {
      readonly kind: "driven";
      readonly event: TaskEvent;
      readonly undone?: TaskEvent;
      readonly recordedAt: EpochSeconds;
    }
  /** Its driver reported a delay while it was still ahead. */
  | { readonly kind: "delayed"; readonly event: Extract<TaskEvent, { kind: "delayed" }> }
  | { readonly kind: "called"; readonly call: DelayCall }
);

/** What a rider wished and was promised. */
export interface Told {
  readonly request: TripRequest;
  readonly promise: Promised;
}

/** The vehicle in whose plan a booking stands. */
export interface Carrier {
  readonly dutyId: DutyId;
  readonly vehicleId: VehicleId;
}

/** The matter with which the booking changed its vehicle; of an instruction, which one. */
export type Cause = Matter["kind"] | Instruction["kind"];

type Closed = Extract<Change, { kind: "quote-closed" }>["because"];

/**
 * Everything that was decided and told about one booking (予約の履歴), in the order of time: offers, yes, changes, the
 * vehicles that it was given to and why, what its driver recorded, calls because of lateness.
 *
 * @param steps  every decision of the booking's service date, in order
 * @param calls  with whoever made them
 */
export function bookingHistory({
  bookingId,
  steps,
  calls,
}: {
  readonly bookingId: BookingId;
  readonly steps: readonly DayStep[];
  readonly calls: readonly (DelayCall & { readonly caller?: StepBy })[];
}): readonly HistoryEntry[] {
  const decided = steps.flatMap((step) => [
    ...instructionEntry(bookingId, step),
    ...step.changes.flatMap((change) => changeEntry({ bookingId, step, change })),
    ...moveEntry(bookingId, step),
  ]);
  const called = calls
    .filter((call) => call.bookingId === bookingId)
    .map((call): HistoryEntry => ({ kind: "called", at: call.at, by: call.caller ?? {}, call }));
  // Stable: what was decided in one moment stays in the order in which it was decided.
  return [...decided, ...called].sort((a, b) => a.at - b.at);
}

function changeEntry({
  bookingId,
  step: { at, by, before, after },
  change,
}: {
  readonly bookingId: BookingId;
  readonly step: DayStep;
  readonly change: Change;
}): readonly HistoryEntry[] {
  const head = { at, by };
  switch (change.kind) {
    case "quote-held": {
      return isAbout(change.quote, bookingId) ? [{ ...head, ...offered(change.quote, bookingId) }] : [];
    }
    case "quote-closed": {
      const quote = before.quotes.get(change.quoteId);
      if (quote === undefined || !isAbout(quote, bookingId) || change.because === "confirmed") return [];
      return [{ ...head, kind: "offer-closed", because: change.because }];
    }
    case "booking-confirmed": {
      const { id, promise } = change.booking;
      return id === bookingId ? [{ ...head, kind: "booked", promise, ...carried(after, id) }] : [];
    }
    case "booking-changed": {
      const { before: old, booking } = change;
      if (booking.id !== bookingId) return [];
      return [
        { ...head, kind: "changed", before: told(old), after: told(booking), ...carried(after, bookingId) },
      ];
    }
    case "booking-cancelled":
      return change.booking.id === bookingId
        ? [{ ...head, kind: "cancelled", state: change.booking.state }]
        : [];
    case "task-recorded":
      return taskEntry({ bookingId, head, before, event: change.event });
    default:
      return []; // of the plan and of other riders; a move of this one is told by its vehicles
  }
}

function offered({ request, offer: { promise }, expiresAt }: Quote, bookingId: BookingId) {
  const forChange = request.replaces === bookingId;
  return { kind: "offered", forChange, channel: request.channel, request, promise, expiresAt } as const;
}

function taskEntry({
  bookingId,
  head: { at, by },
  before,
  event,
}: {
  readonly bookingId: BookingId;
  readonly head: Pick<HistoryEntry, "at" | "by">;
  readonly before: Day;
  readonly event: TaskEvent;
}): readonly HistoryEntry[] {
  if (event.kind === "delayed") {
    const isAhead = carrierOf(before, bookingId)?.dutyId === event.dutyId && isUnderWay(before, bookingId);
    return isAhead ? [{ at: event.at, by, kind: "delayed", event }] : [];
  }
  const undone =
    event.kind === "undone" ? before.taskEvents.find(({ id }) => id === event.eventId) : undefined;
  return concerns(before, bookingId, undone ?? event)
    ? [{ at: event.at, by, kind: "driven", event, ...(undone && { undone }), recordedAt: at }]
    : [];
}

/** An arrival concerns who gets on or off there and has not yet. */
function concerns(day: Day, bookingId: BookingId, event: TaskEvent): boolean {
  if ("bookingId" in event) return event.bookingId === bookingId;
  if (event.kind !== "arrived" || carrierOf(day, bookingId)?.dutyId !== event.dutyId) return false;
  const booking = day.bookings.get(bookingId);
  if (booking === undefined) return false;
  const next = booking.state === "riding" ? booking.request.to : booking.request.from;
  return isUnderWay(day, bookingId) && next === event.stopId;
}

const isUnderWay = (day: Day, id: BookingId): boolean =>
  ["confirmed", "boarding", "riding"].includes(day.bookings.get(id)?.state ?? "");

function moveEntry(
  bookingId: BookingId,
  { at, by, matter, before, after, changes }: DayStep,
): readonly HistoryEntry[] {
  const isNew = !before.bookings.has(bookingId);
  const isRewritten = changes.some(
    (change) =>
      (change.kind === "booking-changed" || change.kind === "booking-cancelled") &&
      change.booking.id === bookingId,
  );
  if (isNew || isRewritten || !isUnderWay(after, bookingId)) return [];
  const [from, to] = [carrierOf(before, bookingId), carrierOf(after, bookingId)];
  if (from?.dutyId === to?.dutyId && from?.vehicleId === to?.vehicleId) return [];
  const because = matter.kind === "instruct" ? matter.instruction.kind : matter.kind;
  return [{ kind: "moved", at, by, because, ...(from && { from }), ...(to && { to }) }];
}

function instructionEntry(bookingId: BookingId, { at, by, matter }: DayStep): readonly HistoryEntry[] {
  if (matter.kind !== "instruct") return [];
  const { instruction } = matter;
  const names = "bookingId" in instruction && instruction.bookingId === bookingId;
  return names ? [{ kind: "instructed", at, by, instruction }] : [];
}

const isAbout = ({ id, request }: Quote, bookingId: BookingId): boolean =>
  (id as string) === bookingId || request.replaces === bookingId;

const told = ({ request, promise }: Booking): Told => ({ request, promise });

const carried = (day: Day, id: BookingId): { readonly carrier?: Carrier } => {
  const carrier = carrierOf(day, id);
  return carrier === undefined ? {} : { carrier };
};

/** The duty in whose plan a booking stands, and its vehicle then. */
export function carrierOf({ plan, duties }: Day, id: BookingId): Carrier | undefined {
  const route = plan.routes.find(({ visits }) => visits.some(({ tripId }) => tripId === id));
  const duty = duties.find((one) => one.id === route?.dutyId);
  return duty && { dutyId: duty.id, vehicleId: duty.vehicleId };
}
