import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { bench as darp } from "../../bench/darp/darp.ts";
import { dataFolder } from "../../bench/data-folder.ts";
import { judgeFolder } from "../../bench/judge/judge-folder.ts";
import { bench as lilim } from "../../bench/lilim/lilim.ts";
import type { BenchOptions } from "../../bench/set.ts";

const folder = mkdtempSync(join(tmpdir(), "noriai-bench-"));
afterAll(() => rmSync(folder, { recursive: true }));
const OPTIONS: BenchOptions = { seeds: [1, 2], threads: 1, seconds: 0.3, say: () => undefined };

describe("planning published days", () => {
  test("small dial-a-ride instances come out valid, and the files written can be judged by others", async () => {
    const out = join(folder, "darp");
    const table = await darp({ ...OPTIONS, instances: "a2-16,b2-16", out });
    expect(table.isUnsound).toBe(false);
    expect(table.rows.map(([name, , , reference]) => [name, reference])).toEqual([
      ["a2-16", "294.25"],
      ["b2-16", "309.41"],
    ]);
    expect(readFileSync(join(out, "a2-16.sol"), "utf8")).toMatch(/^(ROUTE: [\d ]+\n){1,2}$/);
    const verdict = judgeFolder({ sets: ["darp"], options: { out } });
    expect(verdict.summary).toEqual(["2 of 2 solutions are valid."]);
    expect(verdict.rows.map(([name, , distance]) => [name, distance])).toEqual(
      table.rows.map(([name, , , , median]) => [name, median]),
    );
  });

  test("a solution that somebody spoilt is refused", () => {
    const out = join(folder, "spoilt");
    cpSync(join(folder, "darp"), out, { recursive: true });
    const file = join(out, "a2-16.sol");
    writeFileSync(file, readFileSync(file, "utf8").replace(/^ROUTE: (\d+) /, "ROUTE: "));
    const verdict = judgeFolder({ sets: ["darp"], options: { out } });
    expect(verdict.isUnsound).toBe(true);
    expect(verdict.summary).toEqual(["1 of 2 solutions are valid."]);
    expect(verdict.rows[0]!.join()).toMatch(/not-visited/);
  });

  test("routes that may last 480 minutes of 1440 come out valid", async () => {
    const table = await darp({ ...OPTIONS, seeds: [1], dir: dataFolder("darp/pr"), instances: "pr01" });
    expect(table.isUnsound).toBe(false);
    expect(table.rows[0]!.slice(0, 4)).toEqual(["pr01", 24, 3, "190.02"]);
  });

  test("a fleet comes out valid with the reference read from beside the instances", async () => {
    const table = await lilim({ ...OPTIONS, seeds: [1], instances: "lc101" });
    expect(table.isUnsound).toBe(false);
    expect(table.rows[0]!.slice(0, 3)).toEqual(["lc101", 53, 10]);
  });

  test("a folder of one's own needs no reference values", async () => {
    const dir = join(folder, "own", "set");
    mkdirSync(dir, { recursive: true });
    cpSync(join(dataFolder("lilim/100"), "lc101.txt"), join(dir, "my-day.txt"));
    const table = await lilim({ ...OPTIONS, seeds: [1], dir });
    expect(table.rows[0]!.slice(0, 3)).toEqual(["my-day", 53, "–"]);
    expect(table.summary[0]).toMatch(/no reference values/);
  });

  test("a run that leaves requests out is named, and its vehicles are not counted as a fleet", async () => {
    const dir = join(folder, "short", "set");
    mkdirSync(dir, { recursive: true });
    const published = readFileSync(join(dataFolder("lilim/100"), "lc101.txt"), "utf8");
    writeFileSync(join(dir, "one-vehicle.txt"), published.replace(/^\d+/, "1"));
    const reference = { "one-vehicle": { vehicles: 10, distance: 828.94 } };
    writeFileSync(join(dir, "reference.json"), JSON.stringify(reference));
    const table = await lilim({ ...OPTIONS, seeds: [1], dir });
    expect(table.rows[0]![3]).toMatch(/^1 \(\d+ unserved\)$/);
    expect(table.summary[0]).toBe(
      "Median: the reference's fleet on 0 of 1; 0 vehicles, – % in excess; requests left out on 1, not counted here.",
    );
  });

  test("judging needs files, and their instances", () => {
    const judge = (set: string, out: string) => () => judgeFolder({ sets: [set], options: { out } });
    expect(judge("darp", join(folder, "nowhere"))).toThrow(/There is no such folder/);
    expect(judge("darp", join(folder, "own"))).toThrow(/holds no file that ends with \.sol/);
    expect(judge("lilim", join(folder, "darp"))).toThrow(/There is no instance a2-16/);
    expect(judge("quote", folder)).toThrow(/judge needs one set/);
    expect(existsSync(join(folder, "darp"))).toBe(true);
  });
});
