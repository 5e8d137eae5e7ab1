import { type Finding, isWhole } from "../finding.ts";
import type { Together } from "./run-together.ts";

/** More threads than any machine is given: somebody mixed up threads and iterations. */
const THREADS_MAX = 1024;

/** Thrown before any thread is started, by what is named in `findings`. */
export class SenselessInput extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map(({ kind, id, field }) => [kind, id, field].filter(Boolean).join(" ")).join(", "));
    this.name = "SenselessInput";
    this.findings = findings;
  }
}

/** Lets through what threads can work with: a sound day, and options within their range. */
export function insist(findings: readonly Finding[], together: Together): void {
  const all = [...findings, ...togetherFindings(together)];
  if (all.length > 0) throw new SenselessInput(all);
}

/** Steps may be as many as there are numbers for: then the clock decides. */
function* togetherFindings({ threads, iterations, seconds = 0, seed }: Together): Generator<Finding> {
  const sound = {
    threads: Number.isInteger(threads) && threads >= 1 && threads <= THREADS_MAX,
    iterations: Number.isSafeInteger(iterations) && iterations >= 0,
    seconds: seconds >= 0 && seconds < Number.POSITIVE_INFINITY,
    seed: isWhole(seed),
  };
  for (const [field, isSound] of Object.entries(sound))
    if (!isSound) yield { kind: "option-out-of-range", id: "", field };
}
