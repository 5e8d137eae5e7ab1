import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

// A name of ours: the database opens the data folder to its own account only when nothing else lies in it.
const FILE = "noriai.running.json";
/** How long an earlier run may take to leave before it is ended by force. */
const LEAVE_MS_MAX = 20_000;

/** One `npm start` and its server: the numbers of their processes. */
/** @typedef {{supervisor: number, server: number}} Running */

/**
 * Makes room on a data folder: asks the run that is still there to stop and waits until it has. So a second `npm start`
 * takes over from the first, and one that follows a crash never meets what the crash has left.
 * @param {string} dataFolder
 */
export async function makeRoom(dataFolder) {
  const before = readRunning(dataFolder);
  if (before === undefined || !isThere(before)) return;
  if (isSupervisor(before.supervisor)) {
    console.log("noriai is running here already; taking over from it.");
    process.kill(before.supervisor, "SIGTERM");
  }
  for (let waited = 0; isThere(before) && waited < LEAVE_MS_MAX; waited += 100) await sleep(100);
  for (const pid of [before.supervisor, before.server].filter(isOurs)) process.kill(pid, "SIGKILL");
}

/** Remembers who runs on a data folder. A folder that cannot be written is told by the server itself. */
export function rememberRunning(dataFolder, running) {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    writeFileSync(join(dataFolder, FILE), `${JSON.stringify(running)}\n`);
  } catch {
    // the server names the fault and its mend
  }
}

/** The run has ended in good order. */
export function forgetRunning(dataFolder) {
  if (readRunning(dataFolder)?.supervisor === process.pid) rmSync(join(dataFolder, FILE), { force: true });
}

/** @returns {Running | undefined} */
function readRunning(dataFolder) {
  try {
    const { supervisor, server } = JSON.parse(readFileSync(join(dataFolder, FILE), "utf8"));
    return Number.isInteger(supervisor) && Number.isInteger(server) ? { supervisor, server } : undefined;
  } catch {
    return undefined;
  }
}

const isThere = ({ supervisor, server }) => isSupervisor(supervisor) || isServer(server);
const isSupervisor = (pid) => pid !== process.pid && /start\.mjs|noriai/.test(commandOf(pid));
const isServer = (pid) => commandOf(pid).includes("packages/server/src/main.ts");
const isOurs = (pid) => isSupervisor(pid) || isServer(pid);

/** The command line of a process, or "" when there is none: numbers of processes are used again. */
function commandOf(pid) {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
  } catch {
    return "";
  }
}
