import type { Alternative, Booking, TripNeed, TripRequestBody } from "@noriai/api";
import { companionsOf } from "../ui/companions.ts";
import { type FareClass, NOBODY, type Party } from "../ui/party.ts";
import { instantAt, wallTimeOf } from "../wall-time.ts";

/** The trip that a rider is putting together. Lives in the window's storage, so that nothing chosen is ever lost. */
export interface Draft {
  readonly from?: string;
  readonly to?: string;
  readonly mode: "depart" | "arrive";
  readonly date?: string;
  /** "09:05" */
  readonly time?: string;
  readonly companions: Party;
  readonly wheelchairs: number;
  /** Absent: nothing was said of them yet. */
  readonly needs?: readonly TripNeed[];
  /** The rider has said who rides. */
  readonly partyKnown: boolean;
  /** The booking that this trip would replace. */
  readonly replaces?: string;
  /** The booking of the way out that this trip would follow. */
  readonly returnOf?: string;
  /** For whom it is; absent: for the rider. */
  readonly helped?: HelpedRider;
}

/** Somebody whom the rider helps. */
export interface HelpedRider {
  readonly delegateId: string;
  readonly memberId: string;
  readonly name: string;
  readonly fareClass: FareClass;
}

export const STEPS = ["from", "to", "when", "who", "offer"] as const;
export type Step = (typeof STEPS)[number];

export const EMPTY_DRAFT: Draft = { mode: "depart", companions: NOBODY, wheelchairs: 0, partyKnown: false };

/** The first step that still has something to be chosen; the offer when all is known. */
export function openStep({ from, to, date, time, partyKnown }: Draft): Step {
  if (from === undefined) return "from";
  if (to === undefined || to === from) return "to";
  if (date === undefined || time === undefined) return "when";
  return partyKnown ? "offer" : "who";
}

/** Whether a step can be shown: everything before it has been chosen. */
export const canShow = (draft: Draft, step: Step): boolean =>
  STEPS.indexOf(step) <= STEPS.indexOf(openStep(draft));

/** The request for a draft in which everything has been chosen. */
export function requestOf(draft: Draft, timeZone: string): TripRequestBody | undefined {
  const { from, to, date, time, mode, companions, wheelchairs, needs = [], replaces, helped } = draft;
  if (from === undefined || to === undefined || date === undefined || time === undefined) return undefined;
  return {
    from,
    to,
    time: { mode, at: instantAt({ date, time }, timeZone) },
    companions,
    wheelchairs,
    ...(needs.length > 0 && { needs: [...needs] }),
    ...(replaces !== undefined && { replaces }),
    ...(helped !== undefined && { memberId: helped.memberId }),
  };
}

/** The draft with another time or other stops: an alternative that was offered. */
export function draftAs(
  draft: Draft,
  { time, from, to }: Pick<Alternative, "time" | "from" | "to">,
  timeZone: string,
): Draft {
  return { ...draft, from, to, mode: time.mode, ...wallTimeOf(Date.parse(time.at) / 1000, timeZone) };
}

/** A booking as a draft that would replace it. */
export function draftToChange(
  { id, trip }: Pick<Booking, "id" | "trip">,
  ownClass: FareClass,
  timeZone: string,
): Draft {
  return draftAs(
    {
      mode: trip.time.mode,
      companions: companionsOf(trip.party, ownClass),
      wheelchairs: trip.wheelchairs,
      needs: trip.needs ?? [],
      partyKnown: true,
      replaces: id,
    },
    trip,
    timeZone,
  );
}
