import type { CallOutcome, TripDoubt } from "@noriai/api";
import { createContext, use } from "react";

/** What can come of a call (通話結果), in the order in which it is offered. */
export const OUTCOMES = [
  "booked",
  "changed",
  "cancelled",
  "information",
  "refused",
  "waiting",
  "nuisance",
] as const satisfies readonly CallOutcome[];

/** What was done in a call, as far as the desk has seen it. */
export interface Deeds {
  readonly booked: readonly string[];
  readonly changed: readonly string[];
  readonly cancelled: readonly string[];
  readonly refused: boolean;
  readonly waiting: boolean;
  /** What the caller was asked once more and has confirmed. */
  readonly doubts: readonly TripDoubt["kind"][];
}

export type Deed =
  | {
      readonly kind: "booked" | "changed";
      readonly bookingId: string;
      readonly doubts: readonly TripDoubt["kind"][];
    }
  | { readonly kind: "cancelled"; readonly bookingId: string }
  | { readonly kind: "refused" }
  | { readonly kind: "waiting" };

export const NO_DEEDS: Deeds = {
  booked: [],
  changed: [],
  cancelled: [],
  refused: false,
  waiting: false,
  doubts: [],
};

export function deedsAfter(deeds: Deeds, deed: Deed): Deeds {
  switch (deed.kind) {
    case "booked":
    case "changed":
      return {
        ...deeds,
        [deed.kind]: [...deeds[deed.kind], deed.bookingId],
        doubts: [...new Set([...deeds.doubts, ...deed.doubts])],
      };
    case "cancelled":
      return { ...deeds, cancelled: [...deeds.cancelled, deed.bookingId] };
    case "refused":
      return { ...deeds, refused: true };
    case "waiting":
      return { ...deeds, waiting: true };
  }
}

/** The outcome that a call most likely has: what was achieved outweighs what was not. */
export function suggestedOutcome({ booked, changed, cancelled, refused, waiting }: Deeds): CallOutcome {
  if (booked.length > 0) return "booked";
  if (changed.length > 0) return "changed";
  if (waiting) return "waiting";
  if (cancelled.length > 0) return "cancelled";
  return refused ? "refused" : "information";
}

export const NoteDeed = createContext<(deed: Deed) => void>(() => undefined);

/** Notes in the present call what was just done, wherever on the desk that happens. */
export const useNoteDeed = (): ((deed: Deed) => void) => use(NoteDeed);
