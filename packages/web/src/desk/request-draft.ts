import type { Alternative, Booking, BookingPage, TripDoubt, TripNeed, TripRequestBody } from "@noriai/api";
import { epochMs } from "../format.ts";
import { bothNeeds } from "../needs/trip-needs.ts";
import { companionsOf } from "../ui/companions.ts";
import { type FareClass, NOBODY, type Party } from "../ui/party.ts";
import { instantAt, wallTimeOf } from "../wall-time.ts";
import { typedTime } from "./typed-time.ts";

/** A trip request while the operator is still listening. Empty texts are not yet known. */
export interface RequestDraft {
  readonly from: string;
  readonly to: string;
  readonly mode: "depart" | "arrive";
  readonly date: string;
  /** As typed. */
  readonly time: string;
  readonly companions: Party;
  readonly wheelchairs: number;
  readonly needs: readonly TripNeed[];
  /** The booking whose place the trip is to take, as it was seen (変更); it stays until the new one is sure. */
  readonly replaces?: BookingPage;
}

export type DraftField = "from" | "to" | "date" | "time";
export type DraftFault = "missing" | "same-stop" | "not-a-time";
export type DraftFaults = Readonly<Partial<Record<DraftField, DraftFault>>>;

/** Nothing is said yet but the date. @param record  the needs that the member's record names */
export const emptyDraft = (date: string, record: readonly TripNeed[] = []): RequestDraft => ({
  from: "",
  to: "",
  mode: "depart",
  date,
  time: "",
  companions: NOBODY,
  wheelchairs: 0,
  needs: record,
});

/** What is still missing or wrong, by field, in the order of the form. */
export function faultsOf({ from, to, date, time }: RequestDraft): DraftFaults {
  return {
    ...(from === "" && { from: "missing" as const }),
    ...(to === "" ? { to: "missing" as const } : to === from && { to: "same-stop" as const }),
    ...(date === "" && { date: "missing" as const }),
    ...(time.trim() === ""
      ? { time: "missing" as const }
      : typedTime(time) === undefined && { time: "not-a-time" as const }),
  };
}

/** The request for a faultless draft. */
export function requestOf({
  draft,
  memberId,
  timeZone,
}: {
  readonly draft: RequestDraft;
  readonly memberId: string;
  readonly timeZone: string;
}): TripRequestBody {
  const at = instantAt({ date: draft.date, time: typedTime(draft.time) ?? "" }, timeZone);
  return {
    memberId,
    from: draft.from,
    to: draft.to,
    time: { mode: draft.mode, at },
    companions: draft.companions,
    wheelchairs: draft.wheelchairs,
    ...(draft.needs.length > 0 && { needs: [...draft.needs] }),
    ...(draft.replaces && { replaces: draft.replaces.booking.id }),
  };
}

/** The trip as it was chosen from the alternatives: at another time, or from or to another stop. */
export const draftAs = (
  draft: RequestDraft,
  { time: { mode, at }, from, to }: Alternative,
  timeZone: string,
): RequestDraft => ({ ...draft, from, to, mode, ...wallTimeOf(epochMs(at) / 1000, timeZone) });

/** The trip as it was probably meant. */
export const mendedDraft = (
  draft: RequestDraft,
  { time, wheelchairs }: NonNullable<Extract<TripDoubt, { mend?: unknown }>["mend"]>,
  timeZone: string,
): RequestDraft => ({
  ...draft,
  ...(time !== undefined && { mode: time.mode, ...wallTimeOf(epochMs(time.at) / 1000, timeZone) }),
  ...(wheelchairs !== undefined && { wheelchairs }),
});

/** A booking as it stands, to be made into another one. */
export function draftToChange({
  page,
  memberClass,
  timeZone,
}: {
  readonly page: BookingPage;
  readonly memberClass: FareClass;
  readonly timeZone: string;
}): RequestDraft {
  const { from, to, time, party, wheelchairs, needs = [] } = page.booking.trip;
  return {
    ...{ from, to, mode: time.mode, wheelchairs, needs, replaces: page },
    ...wallTimeOf(epochMs(time.at) / 1000, timeZone),
    companions: companionsOf(party, memberClass),
  };
}

/**
 * A past trip again: same stops, party and needs, with the time that is probably meant. `turned` is the way back, `record`
 * what the member's record may have come to need since.
 */
export function draftFromBooking({
  booking: { trip },
  memberClass,
  date,
  time,
  turned,
  record = [],
}: {
  readonly booking: Pick<Booking, "trip">;
  readonly memberClass: FareClass;
  readonly date: string;
  readonly time: string;
  readonly turned: boolean;
  readonly record?: readonly TripNeed[];
}): RequestDraft {
  return {
    ...emptyDraft(date),
    time,
    from: turned ? trip.to : trip.from,
    to: turned ? trip.from : trip.to,
    companions: companionsOf(trip.party, memberClass),
    wheelchairs: trip.wheelchairs,
    needs: bothNeeds(trip.needs ?? [], record),
    ...(!turned && { mode: trip.time.mode }),
  };
}
