import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dataFolder } from "../../bench/data-folder.ts";
import { printed } from "../../bench/print-table.ts";
import { commandOf, sectionOf, withSection } from "../../bench/record/section.ts";
import type { BenchTable } from "../../bench/set.ts";

const TABLE: BenchTable = {
  set: "lilim",
  title: "Vehicles first",
  columns: ["instance", "gap %"],
  rows: [
    ["lc101", "0.00"],
    ["lr1|2", "–"],
  ],
  summary: ["Median: 56 of 56."],
};
const ORIGIN = { machine: "2 × Some Processor, Node v26.10.0", commit: "0123abc" };
const OPTIONS = { seeds: [1, 2, 3, 4, 5], threads: 2, seconds: 10 };

describe("BENCHMARKS.md", () => {
  const command = commandOf("lilim", OPTIONS);
  const section = sectionOf({ table: TABLE, command, origin: ORIGIN });

  test("a command says what changes the figures, and nothing of this machine", () => {
    expect(command).toBe("npm run bench -- lilim --seconds 10 --threads 2 --seeds 5");
    expect(commandOf("darp", { ...OPTIONS, seeds: [7, 2], threads: 1, dir: "/home/me/darp/pr" })).toBe(
      "npm run bench -- darp --dir …/darp/pr --seconds 10 --seed 7,2",
    );
    expect(commandOf("lilim", { ...OPTIONS, dir: dataFolder("lilim/200") })).toBe(
      "npm run bench -- lilim --dir packages/dispatch/bench/data/lilim/200 --seconds 10 --threads 2 --seeds 5",
    );
  });

  test("every claim stands beside the command that prints it; the table beside commit and machine", () => {
    expect(section.text).toBe(
      [
        "## Vehicles first",
        "",
        "- Median: 56 of 56. (`npm run bench -- lilim --seconds 10 --threads 2 --seeds 5`)",
        "",
        "Commit 0123abc, 2 × Some Processor, Node v26.10.0.",
        "",
        "| instance | gap % |",
        "|---|--:|",
        "| lc101 | 0.00 |",
        "| lr1\\|2 | – |",
      ].join("\n"),
    );
  });

  test("a set's section is written once, renewed in its place, and writing it again changes nothing", () => {
    const once = withSection("# Benchmarks\n", section);
    const other = sectionOf({ table: { ...TABLE, set: "darp" }, command, origin: ORIGIN });
    const both = withSection(once, other);
    expect(withSection(both, section)).toBe(both);
    const better = { ...TABLE, summary: ["Median: 57 of 56."] };
    const renewed = withSection(both, sectionOf({ table: better, command, origin: ORIGIN }));
    expect(renewed).toBe(both.replace("Median: 56 of 56.", "Median: 57 of 56."));
    expect(renewed.indexOf("lilim")).toBeLessThan(renewed.indexOf("darp"));
  });

  test("a folder of one's own has a section of its own", () => {
    const large = sectionOf({ table: TABLE, command, dir: "/somewhere/lilim/200", origin: ORIGIN });
    expect(large.name).toBe("lilim 200");
    expect(withSection(withSection("", section), large)).toContain("<!-- bench: lilim -->");
  });

  test("the page in the repository makes no claim without its command", () => {
    const page = readFileSync(new URL("../../BENCHMARKS.md", import.meta.url), "utf8");
    expect(claimsWithoutCommand(page)).toEqual([]);
  });

  test("the check itself catches a claim without one", () => {
    expect(claimsWithoutCommand(`${section.text}\n- Faster than all others.\n`)).toEqual([
      "- Faster than all others.",
    ]);
  });
});

/** Lines of a list are claims. */
function claimsWithoutCommand(page: string): string[] {
  const claims = page.split("\n").filter((line) => /^\s*[-*] /.test(line));
  return claims.filter((line) => !/\(`npm run bench -- [a-z]+ [^`]*`\)$/.test(line));
}

test("the printed table aligns numbers to the right and words to the left", () => {
  expect(printed(TABLE).split("\n").slice(2, 5)).toEqual([
    "instance  gap %",
    "lc101      0.00",
    "lr1|2         –",
  ]);
});
