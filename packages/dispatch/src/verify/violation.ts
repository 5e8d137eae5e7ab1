/** A rule that a plan or its times break: where, and by how much (seconds, seats, places). */
export type Violation =
  | { readonly kind: "unknown-duty" | "two-routes-for-one-duty"; readonly dutyId: string }
  | {
      readonly kind: "unknown-trip" | "not-driving-to-the-next-visit";
      readonly dutyId: string;
      readonly tripId: string;
    }
  | {
      readonly kind:
        | "trip-not-planned"
        | "pickup-missing"
        | "dropoff-missing"
        | "visited-twice"
        | "two-vehicles-for-one-trip"
        | "dropoff-before-pickup";
      readonly tripId: string;
    }
  /** A trip that only another duty may serve. */
  | { readonly kind: "other-duty"; readonly dutyId: string; readonly tripId: string }
  /** A new trip boards or alights where the place is closed, so long before it opens again. */
  | {
      readonly kind: "stop-closed";
      readonly dutyId: string;
      readonly tripId: string;
      readonly seconds: number;
    }
  /** `visit` counts the visits ahead; the load is too high on the way out of it, −1 is the present. */
  | { readonly kind: "no-seat"; readonly dutyId: string; readonly visit: number; readonly seatsShort: number }
  | {
      readonly kind: "no-wheelchair-place";
      readonly dutyId: string;
      readonly visit: number;
      readonly placesShort: number;
    }
  | {
      readonly kind:
        | "pickup-too-early"
        | "pickup-too-late"
        | "dropoff-too-early"
        | "dropoff-too-late"
        | "ride-too-long";
      readonly dutyId: string;
      readonly tripId: string;
      readonly seconds: number;
    }
  | {
      readonly kind: "duty-not-started" | "duty-ends-before" | "work-too-long";
      readonly dutyId: string;
      readonly seconds: number;
    }
  /** The two ways of solving the time rules disagree: a bug in one of them. */
  | { readonly kind: "no-times-exist"; readonly dutyId: string }
  | { readonly kind: "schedule-of-another-plan"; readonly dutyId: string }
  /** A given time that cannot be: before the road, the waiting or the service allows it. */
  | {
      readonly kind: "impossible-time";
      readonly dutyId: string;
      readonly visit: number;
      readonly seconds: number;
    }
  | { readonly kind: "wrong-load"; readonly dutyId: string; readonly visit: number };
