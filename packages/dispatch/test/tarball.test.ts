import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readmeExample } from "./readme-example.ts";

/** As a stranger meets the package: packed, and installed without network into a folder that has nothing else. */
const folder = mkdtempSync(join(tmpdir(), "tarball-"));
const [staged, empty] = [join(folder, "staged"), join(folder, "empty")];
const root = join(import.meta.dirname, "..");
const inside = join(empty, "node_modules", "@noriai", "dispatch");

const npm = (cwd: string, ...args: readonly string[]) =>
  execFileSync("npm", [...args, "--offline", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd,
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: folder },
  });
const node = (...args: readonly string[]) =>
  execFileSync(process.execPath, args, { cwd: empty, encoding: "utf8" });

let packed: readonly string[] = [];

beforeAll(() => {
  execFileSync(process.execPath, [join(root, "build.mjs"), staged]);
  const [{ filename, files }] = JSON.parse(npm(staged, "pack", "--json", "--pack-destination", folder));
  packed = files.map(({ path }: { path: string }) => path);
  mkdirSync(empty);
  writeFileSync(join(empty, "package.json"), JSON.stringify({ private: true, type: "module" }));
  npm(empty, "install", join(folder, filename));
  writeFileSync(join(empty, "example.ts"), readmeExample().code);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

test("it holds JavaScript with its types, the README and the licence, and needs nothing", () => {
  const others = packed.filter((path) => !/^lib\/.*\.(js|d\.ts)$/.test(path));
  expect(others.toSorted()).toEqual(["LICENSE", "README.md", "package.json"]);
  const {
    private: isPrivate,
    dependencies,
    engines,
  } = JSON.parse(readFileSync(join(inside, "package.json"), "utf8"));
  expect([isPrivate, dependencies, engines]).toEqual([undefined, undefined, { node: ">=20" }]);
});

test("the README's examples run from it as they are written, threads included", () => {
  expect(readmeExample().code).toContain('from "@noriai/dispatch/threads"');
  expect(node("example.ts").trim().split("\n")).toEqual(readmeExample().prints);
});

test("a strict compiler reads its types", () => {
  const tsc = join(root, "..", "..", "node_modules", "typescript", "bin", "tsc");
  const strict = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--skipLibCheck", "false"];
  const stranger = ["--module", "nodenext", "--target", "es2023", "--lib", "es2023,dom"];
  expect(node(tsc, ...strict, ...stranger, "example.ts")).toBe("");
});
