/** What is wrong with the input, where. `id` is the duty's or trip's; empty for what belongs to nobody. */
export interface Finding {
  readonly kind:
    | "not-a-whole-number" // or below zero
    | "beyond-31-bits"
    | "beyond-ten-thousand" // seats, wheelchairs, places
    | "unknown-place"
    | "duplicate-duty-id"
    | "duplicate-trip-id"
    | "duty-ends-before-it-starts"
    | "duties-of-one-vehicle-overlap"
    | "window-closes-before-it-opens"
    | "closure-ends-before-it-begins"
    | "empty-party"
    | "load-above-every-vehicle"
    | "unreachable-place"
    | "pinned-to-unknown-duty"
    | "longer-than-its-duty"
    | "travel-times-size"
    | "pace-not-ascending"
    | "pace-out-of-range"
    | "two-progresses-of-one-duty"
    | "progress-of-unknown-duty"
    | "progress-of-unknown-trip"
    | "done-twice"
    | "alighted-before-boarding"
    | "driving-to-what-is-done"
    | "plan-of-unknown-duty"
    | "plan-of-unknown-trip"
    | "two-routes-for-one-duty"
    | "two-duties-for-one-trip"
    | "visited-twice"
    | "dropoff-before-pickup"
    | "pickup-missing"
    | "dropoff-missing"
    | "trip-already-planned"
    | "not-driving-to-the-next-visit"
    | "happening-of-unknown-duty"
    | "happening-of-unknown-trip"
    | "no-show-aboard"
    | "option-out-of-range";
  readonly id: string;
  /** The property that is wrong, as a path: "pickup.latest". */
  readonly field: string;
}

/** Instants, durations, places and counts are whole numbers from 0 to 2³¹ − 1. */
export function isWhole(value: number): boolean {
  return value === (value & 0x7fff_ffff);
}

export function* wholeNumbers(id: string, fields: Readonly<Record<string, number>>): Generator<Finding> {
  for (const [field, value] of Object.entries(fields)) {
    if (!Number.isInteger(value) || value < 0) yield { kind: "not-a-whole-number", id, field };
    else if (value >= 2 ** 31) yield { kind: "beyond-31-bits", id, field };
  }
}

/** Seats and wheelchairs: so small that the loads of a whole plan can be added up. */
export function* counts(id: string, fields: Readonly<Record<string, number>>): Generator<Finding> {
  yield* wholeNumbers(id, fields);
  for (const [field, value] of Object.entries(fields))
    if (value > 10_000 && value < 2 ** 31) yield { kind: "beyond-ten-thousand", id, field };
}

export function* knownPlaces(
  id: string,
  places: Readonly<Record<string, number>>,
  { placeCount }: { readonly placeCount: number },
): Generator<Finding> {
  for (const [field, place] of Object.entries(places))
    if (!isWhole(place) || place >= placeCount) yield { kind: "unknown-place", id, field };
}
