import { InputFault } from "../input-fault.ts";

/** One line of numbers, and where it stands in the file. */
export interface TextRow {
  readonly line: number;
  readonly values: readonly number[];
}

/** Splits a text of numbers into lines; empty lines are skipped. Anything but numbers is named with its line. */
export function textRows({ file, text }: { file: string; text: string }): TextRow[] {
  const rows = text.split(/\r\n|\r|\n/).flatMap((content, index): TextRow[] => {
    const words = content.trim().split(/\s+/).filter(Boolean);
    const values = words.map(Number);
    const bad = words.find((_, k) => !Number.isFinite(values[k]));
    if (bad !== undefined)
      throw new InputFault({
        where: { file, line: index + 1 },
        what: `“${bad}” is not a number.`,
        mend: "Every line holds numbers with spaces or tabs between them.",
      });
    return words.length === 0 ? [] : [{ line: index + 1, values }];
  });
  if (rows.length > 1) return rows;
  throw new InputFault({
    where: { file },
    what: rows.length === 0 ? "The file is empty." : "The file ends after its first line.",
    mend: "Copy it again from where it was published.",
  });
}

/** The row's numbers when there are as many as their names say; else a fault that lists the names. */
export function columns({ file, row, names }: { file: string; row: TextRow; names: string }): number[] {
  const wanted = names.split(", ").length;
  if (row.values.length === wanted) return [...row.values];
  throw new InputFault({
    where: { file, line: row.line },
    what: `There are ${row.values.length} numbers where ${wanted} belong.`,
    mend: `In order: ${names}.`,
  });
}

/** A fault unless `holds`. */
export function expectRow(
  holds: boolean,
  { file, line, what, mend }: { file: string; line: number; what: string; mend: string },
): void {
  if (!holds) throw new InputFault({ where: { file, line }, what, mend });
}
