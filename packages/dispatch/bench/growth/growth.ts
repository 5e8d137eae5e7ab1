/** How the time of an answer grows with the fleet, every vehicle with as many trips in as large an area. */
import { answerTimes, mean, quantile } from "../quote/answer-times.ts";
import { BusyTown } from "../quote/town.ts";
import type { BenchOptions, BenchTable } from "../set.ts";

const FLEETS = [50, 100, 200, 500, 1000];
const ANSWERS = 1000;
const GOAL = 0.8;

export async function bench({ seeds, say }: BenchOptions): Promise<BenchTable> {
  const rows = FLEETS.map((vehicles) => {
    say(`${vehicles} vehicles`);
    const answers = Math.ceil(ANSWERS / seeds.length);
    const times = seeds.map((seed) => {
      const town = new BusyTown({ stops: 2 * vehicles, vehicles, booked: 18, isPaced: false }, seed);
      return answerTimes({ town, answers });
    });
    const offers = times.flatMap((of) => of.offers);
    const refusals = times.flatMap((of) => of.refusals);
    return { vehicles, offers, refusals, all: [...offers, ...refusals] };
  });
  const exponent = (of: "all" | "offers" | "refusals") =>
    slope(rows.map((row) => [Math.log(row.vehicles), Math.log(mean(row[of]))] as const)).toFixed(2);
  return {
    set: "growth",
    title: "How the time of an answer grows with the fleet",
    columns: ["vehicles", "stops", "refused %", "mean ms", "p99 ms", "offers mean ms", "refusals mean ms"],
    rows: rows.map(({ vehicles, offers, refusals, all }) => [
      vehicles,
      2 * vehicles,
      Math.round((100 * refusals.length) / all.length),
      ...[mean(all), quantile(all, 0.99), mean(offers), mean(refusals)].map((ms) => ms.toFixed(3)),
    ]),
    summary: [
      `mean answer ∝ vehicles^${exponent("all")} (goal ≤ ${GOAL}); offers alone ^${exponent("offers")}, refusals alone ^${exponent("refusals")}`,
      "least squares over the logarithms; 18 trips booked for each vehicle, area and stops grow with the fleet",
    ],
  };
}

/** The slope of the straight line through the points, by least squares. */
function slope(points: readonly (readonly [number, number])[]): number {
  const x = mean(points.map(([one]) => one));
  const y = mean(points.map(([, one]) => one));
  const along = points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return along / points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}
