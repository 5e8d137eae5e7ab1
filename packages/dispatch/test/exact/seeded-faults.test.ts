import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { smallCase } from "../../bench/proof/small-case.ts";
import type { Hours } from "../../src/exact/hours.ts";
import type { Label } from "../../src/exact/label.ts";
import { verify } from "../../src/index.ts";
import type { TravelTimes } from "../../src/travel-times.ts";
import { everyPlan, visitsAhead } from "./every-plan.ts";

interface Fault {
  /** Cases from this seed on show it soon. */
  readonly from: number;
  readonly broken: () => Promise<object>;
}

/** A search that prunes too much would call impossible what is not. Each fault must show against trying every plan. */
const faults: readonly (readonly [string, string, Fault])[] = [
  [
    "drives that keep the riders aboard waiting longer count as no worse",
    "../../src/exact/label.ts",
    { from: 3800, broken: async () => ({ dominates: (a: Label, b: Label) => a.leaves <= b.leaves }) },
  ],
  [
    "no detour is taken to be quicker than the direct way",
    "../../src/exact/lower-times.ts",
    { from: 1100, broken: async () => ({ lowerTimes: (times: TravelTimes) => times }) },
  ],
  [
    "windows are narrowed by two minutes too much",
    "../../src/exact/hours.ts",
    {
      from: 1,
      broken: async () => {
        const real =
          await vi.importActual<typeof import("../../src/exact/hours.ts")>("../../src/exact/hours.ts");
        const tooNarrow = (hours: Hours) => ({ ...hours, latest: hours.latest.map((at) => at - 120) });
        return { hoursOf: (...given: Parameters<typeof real.hoursOf>) => tooNarrow(real.hoursOf(...given)) };
      },
    },
  ],
];

const SEED = Number(process.env.DISPATCH_SEED ?? 1);
const CASES = 250;

beforeEach(() => {
  vi.resetModules();
});

afterEach(() => {
  for (const [, file] of faults) vi.doUnmock(file);
});

test.each(faults)("a fault is caught: %s", async (_, file, { from, broken }) => {
  vi.doMock(file, async () => ({ ...(await vi.importActual<object>(file)), ...(await broken()) }));
  const { proveOrPlan } = await import("../../src/exact/prove-or-plan.ts");
  expect(firstWrongProof(proveOrPlan, from)).toBeGreaterThan(0);
});

test("without a fault no proof is wrong", async () => {
  const { proveOrPlan } = await import("../../src/exact/prove-or-plan.ts");
  expect(firstWrongProof(proveOrPlan, SEED)).toBe(0);
});

/** The first case that is called impossible although some plan serves it; 0 when there is none. */
function firstWrongProof(
  proveOrPlan: typeof import("../../src/exact/prove-or-plan.ts").proveOrPlan,
  from: number,
): number {
  for (let seed = from; seed < from + CASES; seed++) {
    const { problem, plan, trip } = smallCase(seed);
    if (visitsAhead({ problem, plan }) > (problem.duties.length === 1 ? 8 : 6)) continue;
    if (proveOrPlan({ problem, plan, trip, nodes: 100_000 }).kind !== "impossible") continue;
    const asked = { ...problem, trips: [...problem.trips, trip] };
    for (const candidate of everyPlan({ problem: asked, plan, trip }))
      if (verify({ problem: asked, plan: candidate }).length === 0) return seed;
  }
  return 0;
}
