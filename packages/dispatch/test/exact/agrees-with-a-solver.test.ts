import { expect, test } from "vitest";
import { loadOracle, searched } from "../../bench/proof/agree.ts";
import { smallCase } from "../../bench/proof/small-case.ts";

const SEED = Number(process.env.DISPATCH_SEED ?? 30_000);
const CASES = 30;

test(`the exact search and an independent linear model agree on ${CASES} small random cases`, async () => {
  const ask = await loadOracle();
  const seen = { plan: 0, impossible: 0, undecided: 0 };
  for (let seed = SEED; seed < SEED + CASES; seed++) {
    const small = smallCase(seed);
    const answer = searched(small);
    expect([seed, answer]).toEqual([seed, ask(small)]);
    seen[answer]++;
  }
  console.log(`seed ${SEED}:`, seen);
  expect(Math.min(seen.plan, seen.impossible)).toBeGreaterThan(CASES / 4);
  expect(seen.undecided).toBe(0);
}, 120_000);
