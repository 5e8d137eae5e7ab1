import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputFault } from "../input-fault.ts";
import type { Instance } from "./instance.ts";

/** Reads one file's text. Throws `InputFault` with file and line. */
export type ReadInstance = (source: { name: string; file: string; text: string }) => Instance;

/**
 * Reads every instance of a folder, in the order of their names with numbers counted ("a2" before "a10").
 *
 * @param pattern  which ones: `*` stands for any characters, commas separate patterns; all without it
 */
export function readFolder({
  dir,
  ending,
  pattern,
  read,
}: {
  dir: string;
  ending: ".txt" | ".json";
  pattern?: string | undefined;
  read: ReadInstance;
}): Instance[] {
  return listInstances({ dir, ending, pattern }).map((name) => {
    const file = join(dir, `${name}${ending}`);
    return read({ name, file, text: readFileSync(file, "utf8") });
  });
}

function listInstances({
  dir,
  ending,
  pattern,
}: {
  dir: string;
  ending: string;
  pattern?: string | undefined;
}): string[] {
  if (!existsSync(dir))
    throw new InputFault({ where: { file: dir }, what: "There is no such folder.", mend: "Check --dir." });
  const names = readdirSync(dir)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }));
  if (names.length === 0)
    throw new InputFault({
      where: { file: dir },
      what: `The folder holds no file that ends with ${ending}.`,
      mend: "Give the folder of the instances themselves with --dir.",
    });
  const wanted = names.filter(fits(pattern));
  if (wanted.length > 0) return wanted;
  throw new InputFault({
    where: { file: dir },
    what: `No instance fits --instances ${pattern}.`,
    mend: `The first ones are called ${names.slice(0, 3).join(", ")}.`,
  });
}

/** `a2-*,b2-16`: does one of the patterns fit the whole name? Without patterns every name does. */
export function fits(pattern: string | undefined): (name: string) => boolean {
  if (pattern === undefined) return () => true;
  const shapes = pattern
    .split(",")
    .map((one) => new RegExp(`^${one.split("*").map(RegExp.escape).join(".*")}$`));
  return (name) => shapes.some((shape) => shape.test(name));
}
