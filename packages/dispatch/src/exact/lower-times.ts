import { type TravelTimes, UNREACHABLE } from "../travel-times.ts";

/**
 * The least free-flow seconds between two places when any of the stops may lie on the way, their boarding and
 * alighting included: leaving a stop out of a drive saves at least as much as these times say. They obey the
 * triangle inequality even where the real ones do not.
 *
 * All-pairs shortest ways (Floyd and Warshall) with a price for each place on the way.
 */
export function lowerTimes(
  times: TravelTimes,
  stops: readonly { readonly place: number; readonly service: number }[],
): TravelTimes {
  const { placeCount: n } = times;
  const seconds = times.seconds.slice();
  for (const [via, price] of leastService(times, stops))
    for (let i = 0; i < n; i++) {
      const there = seconds[i * n + via]! + price;
      if (there >= UNREACHABLE) continue;
      for (let j = 0; j < n; j++) {
        const through = there + seconds[via * n + j]!;
        if (through < seconds[i * n + j]!) seconds[i * n + j] = through;
      }
    }
  return { placeCount: n, seconds, pace: times.pace };
}

/** Per place with stops the shortest service, in seconds of free flow: on slow roads a second is less than one. */
function leastService(
  { pace = [] }: TravelTimes,
  stops: readonly { readonly place: number; readonly service: number }[],
): Map<number, number> {
  const slowest = Math.max(1000, ...pace.map(({ permille }) => permille));
  const least = new Map<number, number>();
  for (const { place, service } of stops) {
    const free = Math.floor((service * 1000) / slowest);
    least.set(place, Math.min(free, least.get(place) ?? free));
  }
  return least;
}
