/**
 * How many refusals of small fleets on busy days are decided, by a plan or by the proof that there is none, within
 * the product's effort and within one second of processor time.
 */
import { defaultEffort, type Plan, proveOrPlan, verify } from "../../src/index.ts";
import type { BenchSet, Cell } from "../set.ts";
import { busyDay, type RefusedRequest } from "./busy-day.ts";

const FLEETS = [1, 2, 3];
/** Enough days that every fleet meets some hundred refusals. */
const DAYS: Readonly<Record<number, number>> = { 1: 4, 2: 8, 3: 16 };
const WITHIN_MS = 1000;

interface Decided {
  readonly verdict: ReturnType<typeof proveOrPlan>["kind"];
  readonly ms: number;
}

/** Set `proof`: the same days for each seed and fleet. */
export const bench: BenchSet = async ({ seeds, say }) => {
  let isUnsound = false;
  const byFleet = FLEETS.map((duties) => {
    const decided: Decided[] = [];
    for (const seed of seeds)
      for (let day = 0; day < DAYS[duties]!; day++) {
        for (const refused of busyDay({ seed: 1000 * seed + day, duties, nodes: defaultEffort.nodes })) {
          const { one, isSound } = decide(refused);
          decided.push(one);
          if (!isSound) isUnsound = true;
        }
        say(`${duties} vehicles, seed ${seed}, day ${day + 1}: ${decided.length} refusals so far`);
      }
    return { duties, decided };
  });
  const all = byFleet.flatMap(({ decided }) => decided);
  return {
    set: "proof",
    title: `Refusals on busy days, up to 30 open trips, ${defaultEffort.nodes.toLocaleString("en")} nodes each`,
    columns: [
      "vehicles",
      "answer",
      "refusals",
      "decided %",
      "within 1 s %",
      "p50 ms",
      "p99 ms",
      "longest ms",
    ],
    rows: [
      ...byFleet.flatMap(({ duties, decided }) => rowsOf(String(duties), decided)),
      figures("all", "any", all),
    ],
    summary: [
      `${percent(all.filter(isInTime).length, all.length)} % decided within one second of processor time (goal: 95 %, aim 99.5 %)`,
    ],
    isUnsound,
  };
};

function decide({ problem, plan, trip }: RefusedRequest): { one: Decided; isSound: boolean } {
  const from = cpuMs();
  const verdict = proveOrPlan({ problem, plan, trip, nodes: defaultEffort.nodes });
  const ms = cpuMs() - from;
  const isSound = verdict.kind !== "plan" || isKept(verdict.plan);
  return { one: { verdict: verdict.kind, ms }, isSound };

  function isKept(found: Plan): boolean {
    const trips = [...problem.trips, trip];
    return verify({ problem: { ...problem, trips }, plan: found, since: plan }).length === 0;
  }
}

function rowsOf(fleet: string, decided: readonly Decided[]): Cell[][] {
  const kinds = ["plan", "impossible", "out-of-budget"] as const;
  const parts = kinds.map((kind) => ({ kind, some: decided.filter(({ verdict }) => verdict === kind) }));
  return [
    figures(fleet, "any", decided),
    ...parts.filter(({ some }) => some.length > 0).map(({ kind, some }) => figures(fleet, kind, some)),
  ];
}

function figures(fleet: string, answer: string, some: readonly Decided[]): Cell[] {
  const ms = some.map((one) => one.ms).sort((a, b) => a - b);
  const quantile = (q: number) => (ms[Math.min(ms.length - 1, Math.floor(q * ms.length))] ?? 0).toFixed(1);
  const isDecided = ({ verdict }: Decided) => verdict !== "out-of-budget";
  return [
    fleet,
    answer,
    some.length,
    percent(some.filter(isDecided).length, some.length),
    percent(some.filter(isInTime).length, some.length),
    quantile(0.5),
    quantile(0.99),
    quantile(1),
  ];
}

function isInTime({ verdict, ms }: Decided): boolean {
  return verdict !== "out-of-budget" && ms <= WITHIN_MS;
}

function percent(part: number, whole: number): string {
  return ((100 * part) / Math.max(1, whole)).toFixed(1);
}

/** The processor time of this thread: other programs on the machine do not count. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
