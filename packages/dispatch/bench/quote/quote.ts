/** How long an answer takes, with reasons and three other hours, in towns of three sizes on a busy day. */
import type { BenchOptions, BenchTable } from "../set.ts";
import { answerTimes, quantile } from "./answer-times.ts";
import { BusyTown, type TownSize } from "./town.ts";

interface Case extends TownSize {
  readonly isReadAnew?: boolean;
  /** Milliseconds within which 99 of 100 answers shall be there. */
  readonly goal?: number;
}

const SIZES: readonly Case[] = [
  { stops: 40, vehicles: 1, booked: 18, isPaced: false, goal: 0.5 },
  { stops: 400, vehicles: 50, booked: 18, isPaced: false, goal: 2 },
  { stops: 2000, vehicles: 1000, booked: 21, isPaced: false, goal: 8 },
];

/** The same with roads slower at some hours; and, in the smallest, with the whole plan read for every question. */
const CASES: readonly Case[] = SIZES.flatMap((size) => [
  size,
  { ...size, isPaced: true },
  ...(size.vehicles === 1 ? [{ ...size, isReadAnew: true }] : []),
]);

const ANSWERS = 2400;

export async function bench({ seeds, say }: BenchOptions): Promise<BenchTable> {
  const rows = CASES.map((one) => {
    say(`${one.stops} stops, ${one.vehicles} vehicles${one.isPaced ? ", slow hours" : ""}`);
    const answers = Math.ceil(ANSWERS / seeds.length);
    const times = seeds.map((seed) =>
      answerTimes({ town: new BusyTown(one, seed), answers, isReadAnew: one.isReadAnew ?? false }),
    );
    const offers = times.flatMap((of) => of.offers);
    const refusals = times.flatMap((of) => of.refusals);
    const firsts = times.flatMap((of) => of.firsts);
    const all = [...offers, ...refusals];
    return { one, all, offers, refusals, firsts };
  });
  return {
    set: "quote",
    title: "How long an answer takes, with reasons and three other hours",
    columns: [
      ...["stops", "vehicles", "trips booked", "slow hours", "plan", "answers", "refused %"],
      ...["p50 ms", "p99 ms", "offers p99 ms", "refusals p99 ms", "asked once p99 ms", "goal p99 ms"],
    ],
    rows: rows.map(({ one, all, offers, refusals, firsts }) => [
      one.stops,
      one.vehicles,
      one.booked * one.vehicles,
      one.isPaced ? "yes" : "no",
      one.isReadAnew ? "read anew" : "prepared",
      all.length,
      Math.round((100 * refusals.length) / all.length),
      milli(quantile(all, 0.5)),
      ...[all, offers, refusals, firsts].map((times) => milli(quantile(times, 0.99))),
      one.goal ?? "",
    ]),
    summary: [
      ...rows
        .filter(({ one }) => !one.isPaced && !one.isReadAnew)
        .map(
          ({ one, all, firsts }) =>
            `${one.stops} stops, ${one.vehicles} vehicles: p99 ${milli(quantile(all, 0.99))} ms, asked once ${milli(quantile(firsts, 0.99))} ms (goal ${one.goal} ms)`,
        ),
      "each question is asked three times of the same plan and the fastest counts, but for “asked once”; wall clock, one thread",
    ],
  };
}

function milli(ms: number): string {
  return ms.toFixed(3);
}
