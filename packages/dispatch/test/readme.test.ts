import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readmeExample } from "./readme-example.ts";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

test("the README's examples run and print what they say", () => {
  const { code, prints } = readmeExample();
  const doors: Record<string, string> = JSON.parse(read("package.json")).exports;
  const fromHere = code.replace(/"@noriai\/dispatch(.*?)"/g, (_, door) =>
    JSON.stringify(join(root, doors[`.${door}`]!)),
  );
  const folder = mkdtempSync(join(tmpdir(), "readme-"));
  try {
    const file = join(folder, "example.ts");
    writeFileSync(file, fromHere);
    const printed = execFileSync(process.execPath, [file], { encoding: "utf8" });
    expect(printed.trim().split("\n")).toEqual(prints);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the package imports nothing but itself; threads alone know that there is a machine", () => {
  const isThread = (file: string) => file.startsWith(join("src", "threads"));
  for (const file of sources("src")) {
    const foreign = imports(file).filter((from) => !from.startsWith("."));
    const allowed = isThread(file) ? ["node:worker_threads"] : [];
    expect(
      foreign.filter((from) => !allowed.includes(from)),
      file,
    ).toEqual([]);
    // The pure core never reaches for them: they have a door of their own.
    if (!isThread(file))
      expect(
        imports(file).filter((from) => from.includes("/threads/")),
        file,
      ).toEqual([]);
  }
});

test("verify shares no code with the search: from outside its folder it takes only types", () => {
  for (const file of sources("src/verify")) {
    const values = [...read(file).matchAll(/^import (?!type )[^;]*from "(.*)";$/gm)].map(
      (match) => match[1]!,
    );
    expect(
      values.filter((from) => !from.startsWith("./")),
      file,
    ).toEqual([]);
  }
});

test("each rule file begins with one sentence that says what it means", () => {
  for (const file of sources("src/rules").filter((name) => !/(load|rejection)\.ts$/.test(name)))
    expect(read(file), file).toMatch(/^\/\*\* [A-Z][^\n]*\. \*\/\n/);
});

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name));
}

function imports(file: string): string[] {
  return [...read(file).matchAll(/from "(.*)";$/gm)].map((match) => match[1]!);
}
