import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { findBrowser } from "../../scripts/browser.mjs";

const TABLET = { width: 1024, height: 768 };

/** A driver's tablet: a browser with a disk of its own, which can be killed like one whose battery is gone. */
export interface Tablet {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Lets time pass on the tablet; its timers run, as far as they were due. */
  pass(ms: number): Promise<void>;
  /** Ends the browser at once, nothing is put away, and starts it again with the same disk, still without a network. */
  killAndStart(url: string): Promise<void>;
  close(): Promise<void>;
}

export async function startTablet(): Promise<Tablet> {
  const disk = await mkdtemp(join(tmpdir(), "noriai-tablet-"));
  let passed = 0;
  const launch = async (offline: boolean) => {
    const { executablePath, args } = await findBrowser();
    const context = await chromium.launchPersistentContext(disk, {
      ...{ executablePath, args, offline, viewport: TABLET, locale: "ja-JP", timezoneId: "Asia/Tokyo" },
    });
    await context.clock.install({ time: Date.now() + passed });
    return { context, page: context.pages()[0] ?? (await context.newPage()) };
  };
  let running = await launch(false);
  return {
    get page() {
      return running.page;
    },
    get context() {
      return running.context;
    },
    async pass(ms) {
      passed += ms;
      await running.context.clock.fastForward(ms);
    },
    async killAndStart(url) {
      const ended = new Promise<void>((resolve) => running.context.once("close", () => resolve()));
      for (const pid of await processesOn(disk)) process.kill(pid, "SIGKILL");
      await ended;
      await rm(join(disk, "SingletonLock"), { force: true });
      running = await launch(true);
      await running.page.goto(url);
    },
    async close() {
      await running.context.close();
      await rm(disk, { recursive: true, force: true });
    },
  };
}

/** The browser's own processes, told from all others by the disk that they were started with. */
async function processesOn(disk: string): Promise<number[]> {
  const found: number[] = [];
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const words = await readFile(`/proc/${name}/cmdline`, "utf8").catch(() => "");
    if (words.includes(`--user-data-dir=${disk}`)) found.push(Number(name));
  }
  return found;
}
