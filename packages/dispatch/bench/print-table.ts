import type { BenchTable, Cell } from "./set.ts";

/** The table for a terminal: columns aligned, numbers to the right, the summary below. */
export function printed({ title, columns, rows, summary }: BenchTable): string {
  const lines = [columns, ...rows].map((row) => row.map(String));
  const widths = columns.map((_, k) => Math.max(...lines.map((line) => line[k]?.length ?? 0)));
  const isNumber = columns.map((_, k) => rows.every((row) => looksLikeNumber(row[k])));
  const text = lines.map((line) =>
    line
      .map((cell, k) => (isNumber[k] ? cell.padStart(widths[k]!) : cell.padEnd(widths[k]!)))
      .join("  ")
      .trimEnd(),
  );
  return [title, "", ...text, "", ...summary, ""].join("\n");
}

/** Also "–" for a figure that there is not, and figures with a sign or a percent. */
export const looksLikeNumber = (cell: Cell | undefined): boolean =>
  cell === undefined || /^[-+−–]?[\d,.]*\s?%?$/.test(String(cell));
