import type { AlternativesWanted } from "./alternatives.ts";
import type { CostWeights } from "./cost.ts";
import type { Effort } from "./effort.ts";
import { counts, type Finding, isWhole, knownPlaces } from "./finding.ts";

/** What may be asked with a trip, beside the trip itself. */
interface Options {
  readonly alternatives?: AlternativesWanted | undefined;
  readonly weights?: CostWeights | undefined;
  readonly effort?: Effort | undefined;
}

/** Options of a question that no search could work with. */
export function* questionFindings(
  { alternatives, weights, effort }: Options,
  times: { readonly placeCount: number },
): Generator<Finding> {
  if (weights !== undefined) yield* weightFindings(weights);
  if (effort !== undefined) {
    const { iterations, nodes, seed } = effort;
    yield* optionFindings({ "effort.iterations": iterations, "effort.nodes": nodes, "effort.seed": seed });
  }
  if (alternatives !== undefined) yield* alternativesFindings(alternatives, times);
}

function* alternativesFindings(
  { earliest, latest, count, apartSeconds = 0, stepSeconds = 1, relax, stops }: AlternativesWanted,
  times: { readonly placeCount: number },
): Generator<Finding> {
  yield* optionFindings({
    "alternatives.earliest": earliest,
    "alternatives.latest": latest,
    "alternatives.count": count,
    "alternatives.apartSeconds": apartSeconds,
    "alternatives.stepSeconds": stepSeconds === 0 ? Number.NaN : stepSeconds,
    "alternatives.relax.arrivalSecondsMax": relax?.arrivalSecondsMax ?? 0,
    "alternatives.relax.rideSecondsMax": relax?.rideSecondsMax ?? 0,
  });
  for (const [k, { place, walkMeters }] of [...(stops?.pickup ?? []), ...(stops?.dropoff ?? [])].entries()) {
    yield* knownPlaces("", { [`alternatives.stops.${k}.place`]: place }, times);
    yield* optionFindings({ [`alternatives.stops.${k}.walkMeters`]: walkMeters });
  }
}

/** Budgets, seeds and durations are whole numbers below 2³¹. */
export function* optionFindings(options: Readonly<Record<string, number>>): Generator<Finding> {
  for (const [field, value] of Object.entries(options))
    if (!isWhole(value)) yield { kind: "option-out-of-range", id: "", field };
}

/** What a second may weigh: whole, and so little that a day's weights can be added up exactly. */
export function* weightFindings(weights: CostWeights): Generator<Finding> {
  const { vehicleSecond, delaySecond, detourSecond, waitSecond } = weights;
  for (const [name, value] of Object.entries({ vehicleSecond, delaySecond, detourSecond, waitSecond }))
    if ([...counts("", { [name]: value })].length > 0)
      yield { kind: "option-out-of-range", id: "", field: `weights.${name}` };
}
