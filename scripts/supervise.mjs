import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const LEAVE_WITH_PARENT = fileURLToPath(new URL("./leave-with-parent.mjs", import.meta.url));
/** How long a stopping program may take before it is ended by force. */
const STOP_MS_MAX = 15_000;
/** How often to look whether npm, which started us, is still there. */
const LOOK_MS = 500;
/** A program that was killed is started again, but not more often than this within a minute. */
const RESTARTS_MAX = 5;

/**
 * Runs a program until it ends or is asked to stop, and returns its exit code.
 *
 * It gets its own process group, so that Ctrl-C in the terminal reaches it once, through us, and its database not at
 * all: the program stops its database itself, after its last write. When it is killed from outside it is started again.
 * Run by npm, it also stops when npm is gone: npm ends at once on SIGTERM and tells nobody below its shell.
 * @param {{node: string, script: string, cwd: string, onStart?: (pid: number) => void}} program
 * @returns {Promise<number>}
 */
export async function supervise(program) {
  const stopping = { asked: false };
  let restarts = 0;
  for (;;) {
    const startedAt = performance.now();
    const { pid, code, signal } = await runOnce(program, stopping);
    if (stopping.asked || signal === null) {
      killGroup(pid);
      return code ?? 0;
    }
    if (performance.now() - startedAt > 60_000) restarts = 0;
    if (++restarts > RESTARTS_MAX) {
      killGroup(pid);
      console.error(
        `The server was ended by ${signal} ${restarts} times within a minute; not started again.`,
      );
      return 1;
    }
    console.error(`The server was ended by ${signal} from outside; starting it again.`);
  }
}

function runOnce({ node, script, cwd, onStart }, stopping) {
  return new Promise((resolve) => {
    const child = spawn(node, ["--import", LEAVE_WITH_PARENT, script], {
      cwd,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      detached: true,
    });
    if (child.pid !== undefined) onStart?.(child.pid);
    let force;
    const stop = () => {
      if (stopping.asked) return; // a terminal and npm both pass Ctrl-C on
      stopping.asked = true;
      child.kill("SIGTERM");
      force = setTimeout(() => killGroup(child.pid), STOP_MS_MAX);
    };
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const name of signals) process.on(name, stop);
    const parent = process.ppid;
    const look = setInterval(() => process.ppid !== parent && stop(), LOOK_MS);
    if (process.env.npm_lifecycle_event === undefined) clearInterval(look);
    const finish = (ended) => {
      clearTimeout(force);
      clearInterval(look);
      for (const name of signals) process.off(name, stop);
      resolve({ pid: child.pid, ...ended });
    };
    child.on("error", (error) => {
      console.error(`The server cannot be started: ${error.message}`);
      finish({ code: 1, signal: null });
    });
    child.on("exit", (code, signal) => finish({ code, signal }));
  });
}

/** Ends whatever is left of the group; there is nothing in the usual case. */
function killGroup(pid) {
  if (pid === undefined) return; // it never began
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // nobody left
  }
}
