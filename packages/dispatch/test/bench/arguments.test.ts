import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseArguments } from "../../bench/arguments.ts";

const parse = (line: string) => parseArguments(line.split(" ").filter(Boolean), ["lilim", "darp"]);

describe("the benchmarks' command line", () => {
  test("names sets and takes options in any order", () => {
    const { command, sets, options, json, table } = parse(
      "--seconds 2.5 lilim --threads=2 darp --seed 3,1 --json --instances lc1*",
    );
    expect({ command, sets, json, table }).toEqual({
      command: "bench",
      sets: ["lilim", "darp"],
      json: true,
      table: false,
    });
    expect(options).toMatchObject({ seconds: 2.5, threads: 2, seeds: [3, 1], instances: "lc1*" });
  });

  test("--seeds 5 are the seeds 1 to 5; without either it is seed 1, one thread, each set's own seconds", () => {
    expect(parse("darp --seeds 5").options.seeds).toEqual([1, 2, 3, 4, 5]);
    expect(parse("darp").options).toMatchObject({ seeds: [1], threads: 1, seconds: undefined });
  });

  test("nothing to do is a call for help", () => {
    expect(parse("").command).toBe("help");
    expect(parse("lilim --help").command).toBe("help");
  });

  test.each([
    ["lilim --sed 3", /no option --sed.*--seed/],
    ["lilm", /no set lilm.*lilim, darp/],
    ["lilim --seconds", /--seconds needs a value/],
    ["lilim --seconds --json", /--seconds needs a value/],
    ["lilim --seconds ten", /--seconds ten is not a number above zero/],
    ["lilim --threads 1.5", /--threads 1.5 is not a whole number/],
    ["lilim --threads 0", /--threads 0 is not a whole number/],
    ["lilim --seed 1,,2", /is not a whole number/],
    ["lilim --seed 1 --seeds 2", /different things/],
  ])("“%s” is refused with what to do about it", (line, message) => {
    expect(() => parse(line)).toThrow(message);
  });

  test("a mistake of the caller ends with 2 and one line, never with a trace", () => {
    const main = join(import.meta.dirname, "..", "..", "bench", "main.ts");
    const run = (...words: string[]) => spawnSync(process.execPath, [main, ...words], { encoding: "utf8" });
    const unknown = run("--frob");
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toMatch(/^There is no option --frob\. .*\n$/);
    const missing = run("lilim", "--dir", "/nowhere/at/all");
    expect(missing.status).toBe(2);
    expect(missing.stderr).toMatch(/^\/nowhere\/at\/all: There is no such folder\. .*\n$/);
  });
});
