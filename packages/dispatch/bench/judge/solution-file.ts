import { InputFault } from "../input-fault.ts";
import type { Routes } from "./judge.ts";

/** `INSTANCE.sol`: a line `ROUTE: id id …` for each used vehicle, the instance's own node numbers, no depot. */
export function writtenSolution(routes: Routes): string {
  return routes
    .filter((route) => route.length > 0)
    .map((route) => `ROUTE: ${route.join(" ")}\n`)
    .join("");
}

/** Reads what `writtenSolution` writes. Empty lines are skipped; anything else is named with its line. */
export function readSolution({ file, text }: { file: string; text: string }): Routes {
  return text.split(/\r\n|\r|\n/).flatMap((content, index) => {
    if (content.trim() === "") return [];
    const ids = /^\s*ROUTE:\s*(.*)$/.exec(content)?.[1]?.trim();
    const route = ids === undefined || ids === "" ? [] : ids.split(/\s+/).map(Number);
    if (ids !== undefined && route.every((id) => Number.isInteger(id) && id >= 0)) return [route];
    throw new InputFault({
      where: { file, line: index + 1 },
      what: `“${content.trim().slice(0, 40)}” is not a route.`,
      mend: "Write ROUTE: and the node numbers behind it, with spaces between them.",
    });
  });
}
