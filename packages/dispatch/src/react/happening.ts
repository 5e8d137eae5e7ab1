import { type Finding, knownPlaces, wholeNumbers } from "../finding.ts";
import type { Closure, Problem } from "../problem.ts";

/** Something that really happened, or is known to happen, and that the plan did not foresee. */
export type Happening =
  /** The vehicle is so much later than it is projected to be, from where it is now on. */
  | { readonly kind: "late"; readonly dutyId: string; readonly seconds: number }
  /**
   * The vehicle of a duty cannot be used in it from an instant on. When that is now, `place` says where it stands;
   * without it: the stop it has reached last. Its later duties keep their riders until the same is told of them, and
   * take nobody over who loses a place here: nobody knows whether it drives again by then.
   */
  | {
      readonly kind: "out-of-service";
      readonly dutyId: string;
      readonly from: number;
      readonly place?: number | undefined;
    }
  /** The rider did not come, or will not come; nobody waits for her. */
  | { readonly kind: "no-show"; readonly tripId: string }
  /** Nobody boards or alights at a place within [from, until), not even who was promised to. */
  | { readonly kind: "stop-closed"; readonly closure: Closure };

/** Happenings that cannot have happened to this problem. */
export function* happeningFindings(
  happenings: readonly Happening[],
  { duties, trips, progress, travelTimes }: Problem,
): Generator<Finding> {
  const happened = new Set(progress.flatMap(({ done }) => done.map(({ tripId }) => tripId)));
  for (const [k, happening] of happenings.entries()) {
    const field = `happenings.${k}`;
    if (happening.kind === "stop-closed") {
      const { place, from, until } = happening.closure;
      yield* knownPlaces("", { [`${field}.closure.place`]: place }, travelTimes);
      yield* wholeNumbers("", { [`${field}.closure.from`]: from, [`${field}.closure.until`]: until });
      if (until < from)
        yield { kind: "closure-ends-before-it-begins", id: "", field: `${field}.closure.until` };
      continue;
    }
    if (happening.kind === "no-show") {
      const { tripId: id } = happening;
      if (!trips.some((trip) => trip.id === id)) yield { kind: "happening-of-unknown-trip", id, field };
      if (happened.has(id)) yield { kind: "no-show-aboard", id, field };
      continue;
    }
    const { dutyId: id } = happening;
    if (!duties.some((duty) => duty.id === id)) yield { kind: "happening-of-unknown-duty", id, field };
    if (happening.kind === "late") yield* wholeNumbers(id, { [`${field}.seconds`]: happening.seconds });
    else {
      yield* wholeNumbers(id, { [`${field}.from`]: happening.from });
      yield* knownPlaces(id, { [`${field}.place`]: happening.place ?? 0 }, travelTimes);
    }
  }
}
