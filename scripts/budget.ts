// `npm run budget`: what the rider's first visit weighs and how long a slow phone takes for it. Exit code 1 when over.
import { ensureWebBuilt } from "./build-web.mjs";
import { bundleReport, SCRIPT_BYTES_MOST } from "./bundle-report.ts";
import { INTERACTIVE_MS_MOST, SLOW_PHONE, throttledRuns } from "./throttled-run.ts";

/** The middle one of an odd number counts: a machine is busy with other things now and then. */
const RUNS = 3;

await ensureWebBuilt();
const { scripts, bytes } = bundleReport();
console.log("Scripts of the rider's first load, gzip, without the map:");
for (const script of scripts) console.log(`${kB(script.bytes).padStart(9)}  ${script.file}`);
const isLight = bytes <= SCRIPT_BYTES_MOST;
console.log(`${kB(bytes).padStart(9)}  in sum, of at most ${kB(SCRIPT_BYTES_MOST)} ${mark(isLight)}\n`);

const { cpu, network } = SLOW_PHONE;
const speed = `${(network.downloadThroughput * 8) / 1e6} Mbit/s, ${network.latency} ms`;
console.log(`First visit in Chromium, processor ${cpu} times slower, slow 4G (${speed}), nothing kept:`);
const runs = await throttledRuns(RUNS);
for (const { interactiveMs, shownMs, scriptBytes } of runs)
  console.log(
    `  shown ${shownMs} ms, interactive ${interactiveMs} ms (${kB(scriptBytes)} of script as sent)`,
  );
const middle = runs.map(({ interactiveMs }) => interactiveMs).toSorted((a, b) => a - b)[(RUNS - 1) / 2]!;
const isQuick = middle < INTERACTIVE_MS_MOST;
console.log(`  interactive after ${middle} ms, of less than ${INTERACTIVE_MS_MOST} ms ${mark(isQuick)}`);
process.exitCode = isLight && isQuick ? 0 : 1;

function kB(count: number): string {
  return `${(count / 1000).toFixed(1)} kB`;
}

function mark(isWithin: boolean): string {
  return isWithin ? "✓" : "✗ over";
}
