import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

// A name of ours: the database opens the data folder to its own account only when nothing else lies in it.
const FILE = "noriai.running.json";
/** How long an earlier run may take to leave before it is ended by force. */
const LEAVE_MS_MAX = 20_000;

/**
 * A process, told apart from a later one with the same number: by when it began, and by the script it runs.
 * @typedef {{pid: number, startedAt: string, script: string}} Known
 */
/** One `npm start` and its server. */
/** @typedef {{supervisor: Known, server: Known}} Running */

/**
 * Makes room on a data folder: asks the run that is still there to stop and waits until it has. So a second `npm start`
 * takes over from the first, and one that follows a crash never meets what the crash has left.
 * @param {string} dataFolder
 */
export async function makeRoom(dataFolder) {
  const before = readRunning(dataFolder);
  if (before === undefined || !isThere(before)) return;
  if (isStill(before.supervisor)) {
    console.log("noriai is running here already; taking over from it.");
    signal(before.supervisor.pid, "SIGTERM");
  }
  for (let waited = 0; isThere(before) && waited < LEAVE_MS_MAX; waited += 100) await sleep(100);
  if (isStill(before.supervisor)) signal(before.supervisor.pid, "SIGKILL");
  if (isStill(before.server)) signal(-before.server.pid, "SIGKILL"); // its whole group, the database with it
}

/**
 * Remembers who runs on a data folder. A folder that cannot be written is told by the server itself.
 * @param {string} dataFolder
 * @param {{supervisor: {pid: number, script: string}, server: {pid: number, script: string}}} running
 */
export function rememberRunning(dataFolder, { supervisor, server }) {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    const running = {
      dataFolder: realpathSync(dataFolder),
      supervisor: know(supervisor),
      server: know(server),
    };
    writeFileSync(join(dataFolder, FILE), `${JSON.stringify(running)}\n`);
  } catch {
    // the server names the fault and its mend
  }
}

/** The run has ended in good order. */
export function forgetRunning(dataFolder) {
  if (readRunning(dataFolder)?.supervisor.pid === process.pid)
    rmSync(join(dataFolder, FILE), { force: true });
}

/**
 * Who ran here last. Nobody when the folder is a copy of another one: those who run there are none of its business.
 * @returns {Running | undefined}
 */
function readRunning(dataFolder) {
  try {
    const running = JSON.parse(readFileSync(join(dataFolder, FILE), "utf8"));
    if (running.dataFolder !== realpathSync(dataFolder)) return undefined;
    return isKnown(running.supervisor) && isKnown(running.server) ? running : undefined;
  } catch {
    return undefined;
  }
}

const isKnown = (one) => Number.isInteger(one.pid) && one.pid > 1 && Boolean(one.startedAt && one.script);
const know = ({ pid, script }) => ({ pid, script: realpathSync(script), startedAt: startOf(pid) });

const isThere = ({ supervisor, server }) => isStill(supervisor) || isStill(server);
/** Is it the very process that was remembered? Numbers are used again; a start at the same moment too is no chance. */
const isStill = ({ pid, startedAt, script }) =>
  pid !== process.pid && startOf(pid) === startedAt && runsScript(pid, script);

/** When a process began, in a form that only serves to be compared; undefined when there is none. */
function startOf(pid) {
  try {
    if (process.platform !== "linux") return ps(pid, "lstart=") || undefined;
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (state === "Z") return undefined; // has ended, is only not buried yet
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${fields[18]}`; // field 22 of the line
  } catch {
    return undefined;
  }
}

/** Is the script one of the words of the process's command line? */
function runsScript(pid, script) {
  try {
    if (process.platform !== "linux")
      return ps(pid, "command=").includes(script.split("/").slice(-2).join("/"));
    const folder = readlinkSync(`/proc/${pid}/cwd`);
    const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").slice(1);
    return words.some((word) => realPath(resolve(folder, word)) === script);
  } catch {
    return false;
  }
}

/** The path without links; as it is when nothing is there any more, for instance after an upgrade. */
function realPath(path) {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

const ps = (pid, column) =>
  execFileSync("ps", ["-p", String(pid), "-o", column], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
  }).trim();

/** @param {number} pid  negative: a whole group */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // has left meanwhile
  }
}
