import type { Booking } from "@noriai/api";

export type Act = NonNullable<Booking["acts"]>[number];

/** The booking, the last change and the cancellation; nothing where the member did all of it and reads it. */
export function newsOf(acts: readonly Act[]): readonly Act[] {
  const last = (kind: Act["kind"]) => acts.findLast((act) => act.kind === kind);
  const told = [last("booked"), last("changed"), last("cancelled")].filter((act) => act !== undefined);
  return told.every(({ by, isReader }) => by === "self" && isReader) ? [] : told;
}
