import { type Answer, offer, type Question } from "../../src/index.ts";
import { alternatives, type BusyTown } from "./town.ts";

/** Milliseconds of each answer, apart for offers and refusals. */
export interface AnswerTimes {
  readonly offers: readonly number[];
  readonly refusals: readonly number[];
  /** Of each question as it was first asked: with what the machine did besides, and the collector of unused memory. */
  readonly firsts: readonly number[];
}

/**
 * Asks a town so many times and tells how long each answer takes: the whole answer, reasons and other hours included.
 * Each question is asked three times and the fastest counts, because an answer depends on nothing but its question
 * and other programs take turns on the machine.
 *
 * @param isReadAnew  through `offer`, which reads and checks the whole plan for each question
 */
export function answerTimes({
  town,
  answers,
  isReadAnew = false,
}: {
  town: BusyTown;
  answers: number;
  isReadAnew?: boolean;
}): AnswerTimes {
  const { problem, plan } = town.fleet;
  const ask = isReadAnew
    ? (question: Question) => offer({ problem, plan, ...question })
    : (question: Question) => town.fleet.offer(question);
  const times = { offers: [] as number[], refusals: [] as number[], firsts: [] as number[] };
  warmUp(town, ask);
  for (let n = 0; n < answers; n++) {
    const question = { trip: town.request(), alternatives };
    let least = Number.POSITIVE_INFINITY;
    let kind = "";
    for (let turn = 0; turn < 3; turn++) {
      const from = performance.now();
      kind = ask(question).kind;
      const taken = performance.now() - from;
      if (turn === 0) times.firsts.push(taken);
      least = Math.min(least, taken);
    }
    times[kind === "offer" ? "offers" : "refusals"].push(least);
  }
  return times;
}

/** Asks until the code of refusals, the rarer and longer answers, has run often enough to be compiled. */
function warmUp(town: BusyTown, ask: (question: Question) => Answer): void {
  let refusals = 0;
  for (let n = 0; n < 3000 && refusals < 400; n++) {
    const question = { trip: town.request(), alternatives };
    while (ask(question).kind === "refusal" && ++refusals % 8 > 0);
  }
}

/** @param share  0.5 for the median; the empty list has none */
export function quantile(numbers: readonly number[], share: number): number {
  const ascending = numbers.toSorted((a, b) => a - b);
  return ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))] ?? Number.NaN;
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
