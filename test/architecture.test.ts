import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../scripts/root.ts";
import { findCycle, type Import, importsOf, targetOf } from "./imports.ts";
import { packageNames, packageSources, type SourceFile } from "./source-files.ts";

/** Who may import whom. ARCHITECTURE.md draws it. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  dispatch: [],
  travel: ["kernel"],
  booking: ["kernel", "travel", "dispatch"],
  identity: ["kernel"],
  api: ["kernel", "booking", "identity"],
  store: ["kernel", "booking", "dispatch", "identity"],
  demo: ["kernel", "travel", "booking", "identity"],
  sim: ["kernel", "api"],
  server: ["kernel", "travel", "dispatch", "booking", "identity", "api", "store", "demo", "sim"],
  cli: ["kernel", "travel", "booking", "identity", "store", "server"],
  web: ["kernel", "api"],
};

/** These decide and compute; they know no machine. */
const WITHOUT_NODE = ["kernel", "dispatch", "booking", "api", "sim", "web"];

/** But for one folder with a door of its own: the engine's search in several threads. */
const KNOWS_THREADS = "packages/dispatch/src/threads/";

describe("who imports whom", () => {
  test("every package stands in the table, and the table names no other", () => {
    expect(Object.keys(MAY_IMPORT).toSorted()).toEqual([...packageNames()].toSorted());
  });

  test.each(packageNames())("%s imports only what it may", (name) => {
    expect(packageSources(name).flatMap((file) => faultsOf(name, file))).toEqual([]);
  });

  test("no files import one another in a ring", () => {
    const files = packageNames().flatMap(packageSources);
    const imports = new Map(
      files.map((file) => [
        file.path,
        importsOf(file)
          .filter((one) => one.from.startsWith(".") && !one.isTypeOnly)
          .map(targetOf),
      ]),
    );
    expect(findCycle(imports)).toBeUndefined();
  });

  test.each(packageNames())("%s declares every package that it imports, and no other of ours", (name) => {
    const declared = Object.keys(
      JSON.parse(readFileSync(join(ROOT, "packages", name, "package.json"), "utf8")).dependencies ?? {},
    );
    const imported = new Set(
      packageSources(name)
        .flatMap(importsOf)
        .map((one) => one.from)
        .filter((from) => !/^(\.|node:|virtual:)/.test(from))
        .map(packageOf),
    );
    const types = new Set(["geojson"]); // types only, from @types
    expect([...imported].filter((one) => !declared.includes(one) && !types.has(one))).toEqual([]);
  });
});

describe("the check itself catches", () => {
  const fault = (name: string, code: string, path = `packages/${name}/src/file.ts`) =>
    faultsOf(name, { path, code });

  test("an import of a package that stands above", () => {
    expect(fault("kernel", `import { decide } from "@noriai/booking";`)).toHaveLength(1);
    expect(fault("dispatch", `import type { Seconds } from "@noriai/kernel";`)).toHaveLength(1);
    expect(fault("booking", `export * from "@noriai/store";`)).toHaveLength(1);
    expect(fault("travel", `const store = await import("@noriai/store");`)).toHaveLength(1);
    expect(fault("booking", `import {\n  a,\n  b,\n} from "@noriai/server";`)).toHaveLength(1);
  });

  test("a way in past a package's door", () => {
    expect(fault("server", `import { x } from "@noriai/booking/src/fare.ts";`)).toHaveLength(1);
    expect(fault("server", `import { x } from "../../booking/src/fare.ts";`)).toHaveLength(1);
  });

  test("values where only types may come, and the machine where it must not", () => {
    expect(fault("web", `import { ROUTES } from "@noriai/api";`)).toHaveLength(1);
    expect(fault("web", `import type { Routes } from "@noriai/api";`)).toEqual([]);
    expect(fault("booking", `import { readFileSync } from "node:fs";`)).toHaveLength(1);
  });

  test("a ring of files, but no straight line", () => {
    const line = new Map([
      ["a", ["b"]],
      ["b", ["c"]],
      ["c", []],
    ]);
    expect(findCycle(line)).toBeUndefined();
    expect(findCycle(new Map([...line, ["c", ["a"]]]))).toEqual(["a", "b", "c", "a"]);
  });

  test("and it lets a good import pass", () => {
    expect(fault("booking", `import { offer } from "@noriai/dispatch";`)).toEqual([]);
    expect(fault("server", `import { fare } from "./fare.ts";`)).toEqual([]);
    expect(fault("booking", `// import { x } from "@noriai/store";`)).toEqual([]);
  });
});

/** What is wrong with a file's imports, one sentence each. */
function faultsOf(name: string, file: SourceFile): readonly string[] {
  return importsOf(file).flatMap((one) => faultOf(name, one) ?? []);
}

function faultOf(name: string, one: Import): string | undefined {
  const { file, from, isTypeOnly } = one;
  if (from.startsWith(".")) {
    const isInside = targetOf(one).startsWith(`packages/${name}/`);
    return isInside ? undefined : `${file} leaves its package with ${from}`;
  }
  if (from === "node:worker_threads" && file.startsWith(KNOWS_THREADS)) return undefined;
  if (from.startsWith("node:"))
    return WITHOUT_NODE.includes(name) ? `${file} knows the machine: ${from}` : undefined;
  const [, other, deep] = /^@noriai\/([^/]+)(\/.*)?$/.exec(from) ?? [];
  if (other === undefined) return undefined;
  if (deep !== undefined) return `${file} goes past the door of ${other}: ${from}`;
  if (!MAY_IMPORT[name]?.includes(other)) return `${file} may not import ${from}`;
  if (name === "web" && other === "api" && !isTypeOnly) return `${file} may take only types from ${from}`;
  return undefined;
}

/** The package of an import path: `kysely/migration` → `kysely`, `@hono/node-server/x` → `@hono/node-server`. */
const packageOf = (from: string): string =>
  from
    .split("/")
    .slice(0, from.startsWith("@") ? 2 : 1)
    .join("/");
