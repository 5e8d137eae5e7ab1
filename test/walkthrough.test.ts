import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../scripts/root.ts";

/** A step of the walkthrough: a link to a file and the names that the sentence around it speaks of. */
interface Step {
  readonly path: string;
  readonly names: readonly string[];
}

const PAGE = readFileSync(join(ROOT, "docs", "walkthrough.md"), "utf8");

describe("docs/walkthrough.md", () => {
  const steps = stepsOf(PAGE);

  test("follows the whole way, from the rider's page to the report", () => {
    const rooms = ["web", "api", "server", "booking", "dispatch", "travel", "store"];
    for (const room of rooms)
      expect(
        steps.some((step) => step.path.startsWith(`packages/${room}/`)),
        room,
      ).toBe(true);
    expect(steps.length).toBeGreaterThan(15);
  });

  test.each(steps.map((step) => [step.path, step.names] as const))(
    "%s is there and defines %j",
    (path, names) => {
      expect(existsSync(join(ROOT, path)), path).toBe(true);
      const code = readFileSync(join(ROOT, path), "utf8");
      expect(names.filter((name) => !defines(code, name))).toEqual([]);
    },
  );

  test("the check itself catches a name that its file does not define, and a file that is gone", () => {
    const [step] = stepsOf("`decideQuote` in [decide-quote.ts](../packages/booking/src/decide-quote.ts)");
    expect(step).toEqual({ path: "packages/booking/src/decide-quote.ts", names: ["decideQuote"] });
    expect(defines("export function decideQuote() {}", "decideQuote")).toBe(true);
    expect(defines("import { decideQuote } from './x.ts'; decideQuote();", "decideQuote")).toBe(false);
    expect(defines("const ROUTES = { askQuote: route({}) };", "askQuote")).toBe(true);
  });
});

/** Steps have the form: `name`, `name` in [file](../path). A link without names before it has none to check. */
function stepsOf(page: string): readonly Step[] {
  return [
    ...page.matchAll(/((?:`[\w.]+`(?:, | and ))*`[\w.]+` in )?\[[^\]]+\]\(\.\.\/(packages\/[^)#]+)\)/g),
  ].map(([, names = "", path = ""]) => ({
    path,
    names: [...names.matchAll(/`([\w.]+)`/g)].map((match) => match[1]!),
  }));
}

/** Is the name declared in the code: as a function, value, type, property or member? */
function defines(code: string, name: string): boolean {
  return new RegExp(
    String.raw`\b(?:function\*?|const|let|class|interface|type)\s+${name}\b|^\s*(?:readonly\s+|async\s+)*${name}\??[:(<]|[{,]\s*${name}:`,
    "m",
  ).test(code);
}
