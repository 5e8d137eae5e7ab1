import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Browsers of the host, the project's own last. `CHROMIUM_PATH` names another one. */
const HOST_BROWSERS = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** WebGL without a graphics card, no sandbox for root in a container, and no talk with the world. */
const ARGS = [
  "--no-sandbox",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Finds a Chromium that starts: the host's, else the one from the packages. Where that one lacks a system library and we
 * may install (root on Debian or Ubuntu), the library is installed.
 * @returns {Promise<{executablePath: string, args: string[]}>}
 * @throws with one sentence that names what to install; tests in a browser are never left out in silence
 */
export async function findBrowser(hostBrowsers = HOST_BROWSERS) {
  for (const path of hostBrowsers)
    if (path && existsSync(path) && faultOf(path) === undefined) return { executablePath: path, args: ARGS };
  const { default: chromium } = await import("@sparticuz/chromium");
  const executablePath = await chromium.executablePath();
  let fault = faultOf(executablePath);
  if (fault !== undefined && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log(`The browser does not start yet (${fault}); installing its system libraries …`);
    aptGet("update");
    aptGet("install", "-y", "--no-install-recommends", "libnss3");
    fault = faultOf(executablePath);
  }
  if (fault === undefined) return { executablePath, args: ARGS };
  throw new Error(
    `No browser for the end-to-end tests: ${fault}. Install the package chromium or libnss3 (for instance: sudo apt-get install libnss3), or name a Chromium in CHROMIUM_PATH.`,
  );
}

/** Why a browser does not start, in its own words, or nothing. */
function faultOf(executablePath) {
  const { status, stderr, error } = spawnSync(executablePath, ["--version"], {
    encoding: "utf8",
    timeout: 20_000,
  });
  if (status === 0) return undefined;
  return error?.message ?? stderr.trim().split("\n").at(-1) ?? `ended with ${status}`;
}

function aptGet(...args) {
  spawnSync("apt-get", args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    timeout: 180_000,
  });
}
