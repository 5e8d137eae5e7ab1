import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { missingPackages } from "../scripts/install.mjs";
import { makeRoom, rememberRunning } from "../scripts/one-at-a-time.mjs";
import { countResults } from "../scripts/test-results.mjs";

describe("installing what is missing", () => {
  const lock = {
    packages: {
      "": {},
      "packages/web": { version: "0.1.0" },
      "node_modules/@noriai/web": { link: true },
      "node_modules/react": { version: "19.3.1" },
      "node_modules/a/node_modules/b": { version: "1.0.0" },
      "node_modules/only-on-windows": { version: "1.0.0", optional: true },
    },
  };
  const installed = {
    packages: {
      "node_modules/@noriai/web": {},
      "node_modules/react": { version: "19.3.1" },
      "node_modules/a/node_modules/b": { version: "1.0.0" },
    },
  };

  test("nothing is missing when every package stands in its version; optional ones may lack", () => {
    expect(missingPackages(lock, installed)).toEqual([]);
  });

  test("another version, a lacking package and a lacking link are each noticed by name", () => {
    const { packages } = installed;
    const old = { packages: { ...packages, "node_modules/react": { version: "18.0.0" } } };
    expect(missingPackages(lock, old)).toEqual(["react"]);
    const { "node_modules/a/node_modules/b": _b, ...withoutB } = packages;
    expect(missingPackages(lock, { packages: withoutB })).toEqual(["b"]);
    const { "node_modules/@noriai/web": _web, ...withoutWeb } = packages;
    expect(missingPackages(lock, { packages: withoutWeb })).toEqual(["@noriai/web"]);
  });
});

describe("counting results", () => {
  const report = (statuses: string[], fileStatus = "passed") =>
    JSON.stringify({
      numPassedTests: statuses.filter((status) => status === "passed").length,
      numTotalTests: statuses.length,
      testResults: [
        { status: fileStatus, assertionResults: statuses.map((status) => ({ status, fullName: "a test" })) },
      ],
    });

  test("passed and failed are counted, and a skipped test counts as failed", () => {
    expect(countResults({ code: 0, report: report(["passed", "passed"]) })).toMatchObject({
      passed: 2,
      failed: 0,
    });
    expect(countResults({ code: 1, report: report(["passed", "failed"]) })).toMatchObject({
      passed: 1,
      failed: 1,
    });
    expect(countResults({ code: 0, report: report(["passed", "pending"]) })).toEqual({
      passed: 1,
      failed: 1,
      skipped: ["a test"],
    });
  });

  test("a file that does not load, an error outside any test and a run without a report each count as failed", () => {
    expect(countResults({ code: 1, report: report([], "failed") })).toMatchObject({ passed: 0, failed: 1 });
    expect(countResults({ code: 1, report: report(["passed"]) })).toMatchObject({ passed: 1, failed: 1 });
    expect(countResults({ code: 0, report: undefined })).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe("making room on a data folder", () => {
  const children: ChildProcess[] = [];
  let folder: string;
  let data: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "noriai room "));
    data = join(folder, "data");
    mkdirSync(data);
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
    rmSync(folder, { recursive: true });
  });

  test("the run that is remembered is asked to leave, and waited for", async () => {
    const [supervisor, server] = [await start("start.mjs"), await start("main.mjs")];
    rememberRunning(data, { supervisor, server });
    supervisor.child.once("exit", () => server.child.kill("SIGTERM"));
    await makeRoom(data);
    // The system knows that they are gone a moment before we are told.
    await expect
      .poll(() => [supervisor, server].map(({ child }) => child.signalCode))
      .toEqual(["SIGTERM", "SIGTERM"]);
  });

  test("a stranger with a remembered number lives on: one who began later, or who runs another script", async () => {
    const [supervisor, server] = [await start("start.mjs"), await start("main.mjs")];
    const ours = { supervisor, server };
    rememberRunning(data, ours);
    change((running) => {
      for (const one of [running.supervisor, running.server]) one.startedAt += "1";
    });
    await makeRoom(data);
    rememberRunning(data, ours);
    change((running) => {
      for (const one of [running.supervisor, running.server]) one.script = join(folder, "noriai.mjs");
    });
    await makeRoom(data);
    await sleep(200);
    expect([supervisor, server].map(({ child }) => child.signalCode)).toEqual([null, null]);
  });

  test("a copy of the data folder takes nothing over from the run on the original", async () => {
    const [supervisor, server] = [await start("start.mjs"), await start("main.mjs")];
    rememberRunning(data, { supervisor, server });
    const copy = join(folder, "copy");
    cpSync(data, copy, { recursive: true });
    await makeRoom(copy);
    await sleep(200);
    expect([supervisor, server].map(({ child }) => child.signalCode)).toEqual([null, null]);
  });

  async function start(name: string) {
    const script = join(folder, name);
    writeFileSync(script, `console.log("up"); setInterval(() => {}, 1000);`);
    const child = spawn(process.execPath, [script], { detached: true });
    children.push(child);
    await new Promise((resolve) => child.stdout.once("data", resolve));
    return { child, pid: child.pid!, script };
  }

  type Written = Record<"supervisor" | "server", { startedAt: string; script: string }>;
  function change(edit: (running: Written) => void): void {
    const file = join(data, "noriai.running.json");
    const running = JSON.parse(readFileSync(file, "utf8"));
    edit(running);
    writeFileSync(file, JSON.stringify(running));
  }
});

describe("running the server until it is stopped", () => {
  let folder: string;
  let supervisor: ChildProcess | undefined;
  let output = "";

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "noriai supervise "));
    output = "";
  });
  afterEach(() => {
    supervisor?.kill("SIGKILL");
    const started = [...output.matchAll(/started (\d+) (\d+) /g)].flatMap((match) =>
      match.slice(1).map(Number),
    );
    for (const pid of started.filter(isRunning)) process.kill(pid, "SIGKILL");
    rmSync(folder, { recursive: true });
  });

  test("Ctrl-C stops the server and what it started, and its exit code is passed on", async () => {
    await startSupervising(SERVER_WITH_HELPER);
    const [server, helper] = await pidsWhenStarted();
    supervisor!.kill("SIGINT");
    expect(await ended()).toBe(7);
    await gone(server!);
    await gone(helper!);
    expect(output).toContain("stopping once");
    expect(output.split("stopping once")).toHaveLength(2);
  });

  test("a server killed from outside is started again", async () => {
    await startSupervising(SERVER_WITH_HELPER);
    const [server] = await pidsWhenStarted();
    process.kill(server!, "SIGKILL");
    await gone(server!);
    await until(() => output.split("started ").length === 3);
    expect(output).toContain("starting it again");
    supervisor!.kill("SIGTERM");
    expect(await ended()).toBe(7);
  });

  test("a server whose supervisor is killed leaves by itself", async () => {
    await startSupervising(SERVER_WITH_HELPER);
    const [server] = await pidsWhenStarted();
    supervisor!.kill("SIGKILL");
    await gone(server!);
  });

  test("a server that refuses to start is not started again, and its exit code is passed on", async () => {
    await startSupervising(`process.exit(3);`);
    expect(await ended()).toBe(3);
    expect(output).not.toContain("again");
  });

  const SERVER_WITH_HELPER = `
    import { spawn } from "node:child_process";
    const helper = spawn(process.execPath, ["-e", "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)"]);
    process.on("SIGTERM", () => { console.log("stopping once"); setTimeout(() => process.exit(7), 50); });
    setInterval(() => {}, 1000);
    console.log("started " + process.pid + " " + helper.pid + " ");
  `;

  async function startSupervising(server: string): Promise<void> {
    const script = join(folder, "server.mjs");
    writeFileSync(script, server);
    const code = `
      import { supervise } from ${JSON.stringify(new URL("../scripts/supervise.mjs", import.meta.url).href)};
      const program = { node: process.execPath, script: ${JSON.stringify(script)}, cwd: ${JSON.stringify(folder)} };
      process.exitCode = await supervise(program);
    `;
    supervisor = spawn(process.execPath, ["--input-type=module", "-e", code]);
    supervisor.stdout!.on("data", (chunk) => {
      output += chunk;
    });
    supervisor.stderr!.on("data", (chunk) => {
      output += chunk;
    });
  }

  async function pidsWhenStarted(): Promise<number[]> {
    await until(() => /started \d+ \d+ /.test(output));
    return output
      .match(/started (\d+) (\d+) /)!
      .slice(1)
      .map(Number);
  }

  const ended = (): Promise<number | null> =>
    new Promise((resolve) => {
      if (supervisor!.exitCode !== null) resolve(supervisor!.exitCode);
      else supervisor!.once("close", resolve);
    });

  const gone = (pid: number): Promise<void> => until(() => !isRunning(pid));

  async function until(isTrue: () => boolean): Promise<void> {
    for (let tries = 0; !isTrue(); tries++) {
      if (tries > 200) throw new Error(`waited 10 s in vain; the output was: ${output}`);
      await sleep(50);
    }
  }

  /** A process that has ended but was not yet buried by its parent counts as gone. */
  function isRunning(pid: number): boolean {
    try {
      const status = readFileSync(`/proc/${pid}/stat`, "utf8");
      return status.slice(status.lastIndexOf(")") + 2, status.lastIndexOf(")") + 3) !== "Z";
    } catch {
      return false;
    }
  }
});
