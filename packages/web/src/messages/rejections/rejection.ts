/**
 * Why a trip cannot be offered, as the API carries it: the rule's name and by how much it failed. Instants are RFC 3339.
 * The decisions' own union is compared with this one by a test, so that no kind stays without words.
 */
export type Rejection =
  | {
      readonly kind: "not-operating";
      readonly serviceDate: string;
      readonly because: "period" | "weekday" | "holiday" | "suspension";
      readonly next?: string;
    }
  | { readonly kind: "outside-hours"; readonly opens: string; readonly closes: string; readonly by: number }
  | {
      readonly kind: "intake-stopped";
      readonly intakeStopId: string;
      readonly notice: string;
      readonly plannedEnd?: Instant;
      readonly limitedTo: readonly ("channel" | "place" | "time")[];
    }
  | { readonly kind: "reception-closed"; readonly opens: string; readonly closes: string }
  | { readonly kind: "phone-closed"; readonly opens?: Instant }
  | { readonly kind: "too-early-to-book"; readonly opensAt: Instant }
  | { readonly kind: "past-cutoff"; readonly closedAt: Instant; readonly minutes: number }
  | { readonly kind: "unknown-stop"; readonly field: "from" | "to" }
  | { readonly kind: "stop-closed"; readonly field: "from" | "to"; readonly stop: string }
  | { readonly kind: "outside-area"; readonly field: "from" | "to"; readonly stop: string }
  | {
      readonly kind: "off-road";
      readonly field: "from" | "to";
      readonly stop: string;
      readonly meters: number;
    }
  | { readonly kind: "same-stop" }
  | { readonly kind: "stop-pair"; readonly reason: string }
  | { readonly kind: "not-a-member" }
  | { readonly kind: "empty-party" }
  | { readonly kind: "infants-alone" }
  | { readonly kind: "party-too-large"; readonly seats: number; readonly over: number }
  | { readonly kind: "too-many-wheelchairs"; readonly places: number; readonly over: number }
  | { readonly kind: "wheelchairs-exceed-party"; readonly over: number }
  | { readonly kind: "overlaps-own-booking"; readonly bookingId: string }
  | { readonly kind: "not-changeable"; readonly bookingId: string }
  | {
      readonly kind: "no-vehicle";
      /** How sure it is; refusals of old do not say, nor do they sum up. */
      readonly certainty?: Certainty;
      /** One line for each rule, the one that most vehicles fail by first. */
      readonly summary?: readonly { readonly nearest: VehicleRejection }[];
      readonly duties: readonly VehicleReason[];
    };

/** No way exists; none was found; the search for one did not come to its end. */
export type Certainty = "proven" | "searched" | "unknown";

/** Why one vehicle cannot take the trip. */
export interface VehicleReason {
  readonly dutyId: string;
  readonly vehicleId?: string;
  readonly reason: VehicleRejection;
}

/** The rule that stands nearest to a yes in one vehicle, and by how much it fails. */
export type VehicleRejection =
  | { readonly kind: "no-seat"; readonly seatsShort: number }
  | { readonly kind: "no-wheelchair-place"; readonly placesShort: number }
  | { readonly kind: "duty-not-started"; readonly seconds: number }
  | { readonly kind: "duty-ends-before"; readonly seconds: number }
  | { readonly kind: "pickup-too-late"; readonly seconds: number }
  | { readonly kind: "dropoff-too-late"; readonly seconds: number }
  | { readonly kind: "ride-too-long"; readonly seconds: number }
  | {
      readonly kind: "breaks-promise";
      readonly seconds: number;
      /** Whose promise it is; riders are not told. */
      readonly tripId?: string;
      readonly boardingCode?: string;
    }
  | { readonly kind: "work-too-long"; readonly seconds: number }
  | { readonly kind: "stop-closed"; readonly seconds: number }
  | { readonly kind: "other-duty"; readonly dutyId: string };

type Instant = string | number;
