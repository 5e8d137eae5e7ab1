import type { BookingId, EpochSeconds, ServiceDate } from "@noriai/kernel";
import type { Booking } from "./booking.ts";

/** A ride that nobody came for (無断キャンセル), with everything that was noted about it since. */
export interface NoShow {
  readonly bookingId: BookingId;
  readonly serviceDate: ServiceDate;
  /** Why it is not held against the member. */
  readonly excuse?: NoShowExcuse;
  /** The member's objection (異議) and what came of it. */
  readonly appeal?: "open" | "granted" | "dismissed";
  /** When the member was last warned because of it, in speech or by letter. */
  readonly warnedAt?: EpochSeconds;
  readonly letterAt?: EpochSeconds;
}

/** Grounds on which a no-show is excused; which of them a service knows is for its policy to say. */
export const NO_SHOW_EXCUSES = ["illness", "bereavement", "weather", "mix-up", "our-fault"] as const;
export type NoShowExcuse = (typeof NO_SHOW_EXCUSES)[number];

/** One thing that was noted about a no-show. Notes are added and never changed; the later one holds. */
export type NoShowNote = {
  readonly bookingId: BookingId;
  readonly at: EpochSeconds;
} & NoShowDeed;

export type NoShowDeed =
  | { readonly kind: "excused"; readonly excuse: NoShowExcuse }
  | { readonly kind: "excuse-withdrawn" }
  | { readonly kind: "warned" }
  | { readonly kind: "letter-sent" }
  | { readonly kind: "appealed" }
  | { readonly kind: "appeal-granted" }
  | { readonly kind: "appeal-dismissed" };

/**
 * The no-shows among a member's bookings, latest first. A no-show that its driver has taken back is none.
 * @param notes  in the order in which they were made
 */
export function noShowsOf(bookings: readonly Booking[], notes: readonly NoShowNote[]): readonly NoShow[] {
  return bookings
    .filter(({ state }) => state === "no_show")
    .map(({ id, request: { serviceDate } }) =>
      notes.filter(({ bookingId }) => bookingId === id).reduce<NoShow>(noted, { bookingId: id, serviceDate }),
    )
    .sort((a, b) => (a.serviceDate > b.serviceDate ? -1 : a.serviceDate < b.serviceDate ? 1 : 0));
}

function noted(noShow: NoShow, note: NoShowNote): NoShow {
  const { excuse: _, ...unexcused } = noShow;
  switch (note.kind) {
    case "excused":
      return { ...noShow, excuse: note.excuse };
    case "excuse-withdrawn":
      return unexcused;
    case "warned":
      return { ...noShow, warnedAt: note.at };
    case "letter-sent":
      return { ...noShow, letterAt: note.at };
    case "appealed":
      return { ...noShow, appeal: "open" };
    case "appeal-granted":
      return { ...noShow, appeal: "granted" };
    case "appeal-dismissed":
      return { ...noShow, appeal: "dismissed" };
  }
}
