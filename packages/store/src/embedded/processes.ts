import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

/**
 * Stops every PostgreSQL process of the cluster, whoever started it: first in good order, at last by force.
 * Processes are known by a mark on their command line (the cluster's name; for initdb its folder), never by a process
 * number from a file, which may belong to somebody else by now.
 */
export async function stopCluster(mark: string): Promise<void> {
  for (const { signal, rounds } of STEPS) {
    const running = await listProcesses(mark);
    if (running.length === 0) return;
    const postmaster = running.find(({ command }) => command.includes(`cluster_name=${mark}`));
    const targets = postmaster === undefined || signal === "SIGKILL" ? running : [postmaster];
    for (const { pid } of targets) send(pid, signal);
    for (let round = 0; round < rounds; round++) {
      if ((await listProcesses(mark)).length === 0) return;
      await sleep(PAUSE);
    }
  }
}

const PAUSE = 25; // milliseconds
const STEPS = [
  { signal: "SIGINT", rounds: 800 }, // fast shutdown: end sessions, write a checkpoint
  { signal: "SIGQUIT", rounds: 200 }, // immediate: the log is replayed at the next start
  { signal: "SIGKILL", rounds: 200 },
] as const;

interface Process {
  readonly pid: number;
  readonly command: string;
}

async function listProcesses(mark: string): Promise<readonly Process[]> {
  const all = process.platform === "linux" ? await fromProc() : await fromPs();
  return all.filter(({ command }) => command.includes(mark));
}

/** Command lines of PostgreSQL's programs; a server process calls itself "postgres: cluster: role …". */
async function fromProc(): Promise<readonly Process[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const read = async (pid: string) => {
    const words = (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).split("\0");
    return /^(.*\/)?(postgres|initdb)$|^postgres:/.test(words[0] ?? "")
      ? [{ pid: Number(pid), command: words.join(" ") }]
      : [];
  };
  return (await Promise.all(pids.map(read))).flat();
}

async function fromPs(): Promise<readonly Process[]> {
  const { stdout } = await promisify(execFile)("ps", ["-axwwo", "pid=,command="]);
  return stdout.split("\n").flatMap((line) => {
    const match = /^\s*(\d+)\s+(.*(?:^|\/|\s)(?:postgres|initdb)[:\s].*)$/.exec(line);
    return match === null ? [] : [{ pid: Number(match[1]), command: match[2]! }];
  });
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // gone meanwhile
  }
}
