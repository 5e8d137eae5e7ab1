import type { Booking, OpenReturn } from "@noriai/api";
import { epochMs } from "../format.ts";
import { companionsOf } from "../ui/companions.ts";
import type { FareClass } from "../ui/party.ts";
import { wallTimeOf } from "../wall-time.ts";
import type { Draft } from "./draft.ts";

/** How long a visit takes, as a first guess. */
const VISIT_MS = 3_600_000;
const STEP_MS = 300_000;

/** A way back as a draft: at the time given, else an hour after the way out is over, to be changed. */
export function backDraft(
  { bookingId, from, to, party, wheelchairs, needs = [], outBy }: OpenReturn,
  {
    own,
    at,
    timeZone,
  }: { readonly own: FareClass; readonly at: string | undefined; readonly timeZone: string },
): Draft {
  const guess = Math.ceil((Date.parse(outBy) + VISIT_MS) / STEP_MS) * STEP_MS;
  const leaves = at === undefined ? guess : Date.parse(at);
  return {
    ...{ from, to, mode: "depart", wheelchairs, needs, returnOf: bookingId },
    ...wallTimeOf(leaves / 1000, timeZone),
    companions: companionsOf(party, own),
    partyKnown: true,
  };
}

/** All that are wished for, and of the others the first of each day: whoever has not gone out yet needs no second one. */
export const shownReturns = (returns: readonly OpenReturn[]): readonly OpenReturn[] => {
  const firstOf = (date: string) =>
    returns.find(({ wished, serviceDate }) => !wished && serviceDate === date);
  return returns.filter((each) => each.wished || each === firstOf(each.serviceDate));
};

/** The ride that was booked last. */
export const latestBooked = <B extends Pick<Booking, "bookedAt">>(bookings: readonly B[]): B | undefined =>
  bookings.toSorted((a, b) => epochMs(b.bookedAt) - epochMs(a.bookedAt))[0];
