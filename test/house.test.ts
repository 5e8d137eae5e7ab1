import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../scripts/root.ts";
import { packageNames, packageSources, type SourceFile, sourceFiles } from "./source-files.ts";
import { functionLengths, japaneseTexts, worldReads } from "./syntax.ts";

/** Where an app is put together: only these may look at clock, chance and environment. */
const COMPOSITION_ROOTS = new Set([
  "packages/server/src/main.ts",
  "packages/server/src/world.ts",
  "packages/cli/src/main.ts",
  "packages/web/src/world.ts",
  "packages/dispatch/src/threads/worker.ts",
]);

/** This file holds the words that it looks for. */
const THIS = "test/house.test.ts";

const SOURCES = packageNames().flatMap(packageSources);
const TESTS = [...sourceFiles("packages", [".test.ts", ".test.tsx"]), ...sourceFiles("test", [".test.ts"])];
const ALL_TEXT = sourceFiles("", [
  ".ts",
  ".tsx",
  ".mjs",
  ".md",
  ".json",
  ".css",
  ".html",
  ".yaml",
  ".sql",
]).filter((file) => file.path !== "package-lock.json" && file.path !== THIS);

describe("clock and chance", () => {
  test("only the composition roots look at the world", () => {
    const reads = SOURCES.filter((file) => !COMPOSITION_ROOTS.has(file.path)).flatMap((file) =>
      worldReads(file).map((read) => `${file.path}: ${read}`),
    );
    expect(reads).toEqual([]);
  });

  test("the check itself catches each way to look at the world, and passes what only names it", () => {
    const reads = (code: string) => worldReads({ path: "x.ts", code }).length;
    for (const code of [
      "Date.now()",
      "new Date()",
      "new Date",
      "Math.random()",
      "Temporal.Now.instant()",
      "const { X } = process.env",
      "globalThis.crypto.randomUUID()",
      "const t = performance.now",
    ])
      expect(reads(code), code).toBeGreaterThan(0);
    expect(reads("new Date(1000); // Date.now()\nconst text = 'process.env';")).toBe(0);
  });
});

describe("Japanese text", () => {
  /** These understand Japanese that people type; they say none. */
  const READ_JAPANESE = new Set([
    "packages/kernel/src/kana.ts",
    "packages/store/src/town-index.ts",
    "packages/web/src/desk/typed-date.ts",
    "packages/web/src/desk/typed-time.ts",
    "packages/web/src/ui/kana-row.ts",
  ]);
  /** Rooms that never speak to a person: their answers are kinds and amounts. */
  const SILENT = ["kernel", "dispatch", "travel", "booking", "identity", "store"];

  test.each(SILENT)("%s holds no sentence of any face", (name) => {
    expect(textsIn(packageSources(name))).toEqual([]);
  });

  test("the faces' Japanese stands in their messages, so that English is never forgotten", () => {
    const faces = packageSources("web").filter((file) => !file.path.includes("/messages/"));
    expect(textsIn(faces)).toEqual([]);
  });

  test("the check itself catches Japanese in strings, templates and tags, and passes comments", () => {
    const texts = (code: string) => textsIn([{ path: "x.tsx", code }]).length;
    expect(texts(`const a = "予約";`)).toBe(1);
    expect(texts("const a = `あと$" + "{n}人`;")).toBe(1);
    expect(texts("const a = <p>確定</p>;")).toBe(1);
    expect(texts("/** 予約 */ const a = 1; // 運行日")).toBe(0);
  });

  const textsIn = (files: readonly SourceFile[]) =>
    files
      .filter((file) => !READ_JAPANESE.has(file.path))
      .flatMap((file) => japaneseTexts(file).map((text) => `${file.path}: ${text}`));
});

describe("long functions", () => {
  const LINES_MAX = 40;
  const known: Record<string, number> = JSON.parse(
    readFileSync(join(ROOT, "test", "long-functions.json"), "utf8"),
  );
  const long = new Map<string, number>(
    SOURCES.flatMap((file) =>
      functionLengths(file)
        .filter(({ lines }) => lines > LINES_MAX)
        .map(({ name, lines }) => [`${file.path} ${name}`, lines] as const),
    ),
  );

  test("a function of more than 40 lines is on the list, and none has grown", () => {
    const grown = [...long].filter(([name, lines]) => lines > (known[name] ?? LINES_MAX));
    expect(Object.fromEntries(grown)).toEqual({});
  });

  test("the list names no function that is gone or has become shorter: lower its number", () => {
    const shrunk = Object.entries(known).filter(([name, lines]) => (long.get(name) ?? 0) < lines);
    expect(Object.fromEntries(shrunk)).toEqual({});
  });

  test("the check itself measures functions, methods and arrows by their names", () => {
    const body = "\n".repeat(41);
    const code = `function a() {${body}}\nconst b = () => {${body}};\nconst c = { d() {${body}} };\nfunction e() {}`;
    const lengths = functionLengths({ path: "x.ts", code });
    expect(lengths.filter(({ lines }) => lines > LINES_MAX).map(({ name }) => name)).toEqual(["a", "b", "d"]);
    const page = `function Page() {\n  return <p>${body}{list.map((x) => <b>${body}</b>)}</p>;\n}`;
    expect(functionLengths({ path: "x.tsx", code: page })).toEqual([
      { name: "Page", lines: 3 },
      { name: "Page", lines: 1 },
    ]);
  });
});

describe("loose ends", () => {
  test("no note to self, no silenced compiler and no unexplained silence of the linter", () => {
    const loose =
      /\b(TODO|FIXME|XXX|HACK)\b|@ts-ignore|@ts-nocheck|@ts-expect-error(?! \S+ \S+)|biome-ignore [^:\n]*(\n|:\s*\n)/;
    const code = ALL_TEXT.filter((file) => /\.(ts|tsx|mjs|css)$/.test(file.path));
    expect(code.filter((file) => loose.test(file.code)).map((file) => file.path)).toEqual([]);
  });

  test("no test is left out or run alone", () => {
    const left = /\b(?:test|it|describe)\s*\.\s*(?:skip|only|todo|fails)\b/;
    const files = TESTS.filter((file) => file.path !== THIS);
    expect(files.filter((file) => left.test(file.code)).map((file) => file.path)).toEqual([]);
  });

  test("no two test files carry one path, and each holds a test", () => {
    expect(TESTS.filter((file) => !/\btest\s*[.(]/.test(file.code)).map((file) => file.path)).toEqual([]);
  });

  test("no filler text is left", () => {
    expect(ALL_TEXT.filter((file) => /lorem ipsum/i.test(file.code)).map((file) => file.path)).toEqual([]);
  });
});
