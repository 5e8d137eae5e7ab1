import { type Browser, chromium, type Page } from "playwright-core";
import { enter } from "../test/e2e/people.ts";
import { startTown } from "../test/e2e/town.ts";
import { findBrowser } from "./browser.mjs";

/** A phone of some years on a slow network. */
export const SLOW_PHONE = {
  cpu: 4,
  /** Bytes per second: 1.6 Mbit/s down, 750 kbit/s up. */
  network: { downloadThroughput: 200_000, uploadThroughput: 93_750, latency: 150, offline: false },
} as const;
export const INTERACTIVE_MS_MOST = 3_000;

export interface ThrottledRun {
  /** Until the rider's page stands and answers a touch at once, in milliseconds since the address was entered. */
  readonly interactiveMs: number;
  /** Until the page stands. */
  readonly shownMs: number;
  /** Scripts as they travelled. */
  readonly scriptBytes: number;
}

/** Opens a signed-in rider's page as for the first time: nothing kept, slow processor, slow network. */
export async function throttledRuns(times: number): Promise<readonly ThrottledRun[]> {
  const { executablePath, args } = await findBrowser();
  const [town, browser] = await Promise.all([startTown(), chromium.launch({ executablePath, args })]);
  try {
    const { page } = await enter(browser, { url: town.url, door: "利用者", viewport: PHONE });
    const state = await page.context().storageState();
    await page.context().close();
    const runs: ThrottledRun[] = [];
    for (let k = 0; k < times; k++) runs.push(await firstVisit(browser, { url: town.url, state }));
    return runs;
  } finally {
    await browser.close();
    await town.stop();
  }
}

const PHONE = { width: 390, height: 844 };
type State = Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>>;

async function firstVisit(
  browser: Browser,
  { url, state }: { readonly url: string; readonly state: State },
): Promise<ThrottledRun> {
  const context = await browser.newContext({ viewport: PHONE, locale: "ja-JP", storageState: state });
  const page = await context.newPage();
  const chrome = await context.newCDPSession(page);
  await chrome.send("Network.enable");
  await chrome.send("Network.emulateNetworkConditions", SLOW_PHONE.network);
  await chrome.send("Emulation.setCPUThrottlingRate", { rate: SLOW_PHONE.cpu });
  await page.addInitScript(watch, BOOK);
  await page.goto(`${url}/t/ube-demo/ride`);
  await page.locator(BOOK).waitFor({ timeout: 60_000 });
  await page.waitForTimeout(QUIET_MS);
  const run = await page.evaluate(readRun);
  await context.close();
  return run;
}

/** 新しく予約する: what a rider comes for. */
const BOOK = 'a[href$="/ride/book/from"]';
/** Long enough to see whether work that began with the page keeps it busy. */
const QUIET_MS = 2_000;

interface Watched {
  shownMs?: number;
  readonly busy: { readonly from: number; readonly to: number }[];
}

/** Runs in the page from its first moment: when the door to booking stands, and when the page was too busy to answer. */
function watch(selector: string): void {
  const seen: Watched = { busy: [] };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      seen.busy.push({ from: startTime, to: startTime + duration });
  }).observe({ type: "longtask", buffered: true });
  const look = () => {
    if (document.querySelector(selector) === null) requestAnimationFrame(look);
    else seen.shownMs = performance.now();
  };
  requestAnimationFrame(look);
}

/** It is interactive once it stands and the long work that had begun by then is over. */
function readRun(): ThrottledRun {
  const { shownMs = Number.POSITIVE_INFINITY, busy } = (globalThis as unknown as { seen: Watched }).seen;
  let interactiveMs = shownMs;
  for (const { from, to } of busy) if (from <= interactiveMs + 50 && to > interactiveMs) interactiveMs = to;
  const scripts = performance
    .getEntriesByType("resource")
    .filter(({ name }) => name.endsWith(".js")) as PerformanceResourceTiming[];
  return {
    interactiveMs: Math.round(interactiveMs),
    shownMs: Math.round(shownMs),
    scriptBytes: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  };
}
