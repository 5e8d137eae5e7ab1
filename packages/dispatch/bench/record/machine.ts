import { execFileSync } from "node:child_process";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";

/** Where and with what a table was made. */
export interface Origin {
  /** "2 × Model of the processor, Node v26.10.0". */
  readonly machine: string;
  /** Short hash of the commit; with "+" when the engine or the benchmarks differ from it. */
  readonly commit: string;
}

export function originHere(): Origin {
  const cores = cpus();
  const model = cores[0]?.model.trim() ?? "";
  const processor = model === "" || model === "unknown" ? "cores of unknown model" : model;
  return { machine: `${cores.length} × ${processor}, Node ${process.version}`, commit: commitHere() };
}

const PACKAGE = fileURLToPath(new URL("../..", import.meta.url));

function commitHere(): string {
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: PACKAGE, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  try {
    const changes = git("status", "--porcelain", "--", "src", "bench");
    return `${git("rev-parse", "--short", "HEAD")}${changes === "" ? "" : "+"}`;
  } catch {
    return "unknown"; // a copy without its history
  }
}
