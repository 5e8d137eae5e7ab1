import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../scripts/root.ts";
import { ruleOf, rulesIn, rulesPage } from "../scripts/rules.ts";
import { sourceFiles } from "./source-files.ts";

const PAGES = [
  ...sourceFiles("docs", [".md"]),
  ...["README.md", "README.ja.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"].map((path) => ({
    path,
    code: read(path),
  })),
];
const { scripts } = JSON.parse(read("package.json"));

describe("pages", () => {
  test.each(PAGES.map((page) => [page.path, page.code]))("%s links only to what is there", (path, text) => {
    const links = [...text.matchAll(/(?:\]\(|\b(?:src|href)=")(?!https?:|mailto:|#)([^)#\s"]+)/g)].map(
      (match) => match[1]!,
    );
    const dead = links.filter((link) => !existsSync(join(ROOT, normalize(join(dirname(path), link)))));
    expect(dead).toEqual([]);
  });

  test.each(PAGES.map((page) => [page.path, page.code]))(
    "%s names only commands that exist",
    (_path, text) => {
      const commands = [...text.matchAll(/(?:^|`)npm (?:run )?([a-z][a-z:-]+)/gm)].map((match) => match[1]!);
      const npmOwn = new Set(["ci", "install", "config", "sbom", "registry"]);
      expect(commands.filter((command) => !(command in scripts) && !npmOwn.has(command))).toEqual([]);
    },
  );
});

describe("docs/rules.md", () => {
  test("is what the rules' files say today (npm run rules writes it)", () => {
    expect(read("docs/rules.md")).toBe(rulesPage());
  });

  test("every rule that a request is checked against has its page entry", () => {
    const booking = rulesIn("packages/booking/src/rules").map(({ name }) => name);
    const checked = [...read("packages/booking/src/check-request.ts").matchAll(/name: "([a-z-]+)"/g)];
    expect(checked.length).toBeGreaterThan(10);
    expect(booking.toSorted()).toEqual(checked.map((match) => match[1]!).toSorted());
  });

  test("a file that opens with a sentence is a rule; one that opens with an import is not", () => {
    const code = `/** Nobody flies. */\n\nconst a = { kind: "flies", by: 3 };\n/** @see 3-(1) */`;
    expect(ruleOf("rules/no-flying.ts", code)).toEqual({
      name: "no-flying",
      path: "rules/no-flying.ts",
      sentence: "Nobody flies.",
      kinds: ["flies"],
      source: "3-(1)",
    });
    expect(
      ruleOf("rules/rule.ts", `import x from "y";\n\n/** A rule. */\nexport type Rule = x;`),
    ).toBeUndefined();
  });
});

function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}
