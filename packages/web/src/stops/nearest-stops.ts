import { greatCircleMeters, type Position } from "@noriai/kernel";

export interface NearStop<S> {
  readonly stop: S;
  /** As the crow flies. */
  readonly meters: number;
}

/** The stops around a place, nearest first; equally near ones keep their order. */
export const nearestStops = <S extends { readonly position: Position }>(
  stops: readonly S[],
  around: Position,
): readonly NearStop<S>[] =>
  stops
    .map((stop) => ({ stop, meters: greatCircleMeters(stop.position, around) }))
    .toSorted((a, b) => a.meters - b.meters);

/** A distance as people say it: 40メートル, 350メートル, 1.2キロ. Nobody walks to the metre. */
export function distanceWords(
  meters: number,
  words: { readonly metres: (n: number) => string; readonly kilometres: (n: string) => string },
): string {
  const rounded = meters < 100 ? Math.max(10, Math.round(meters / 10) * 10) : Math.round(meters / 50) * 50;
  return rounded < 1000 ? words.metres(rounded) : words.kilometres((meters / 1000).toFixed(1));
}
