import { fail, ok, type Position, type Result } from "@noriai/kernel";

/** A place of a town by its name (町丁目). */
export interface Address extends Position {
  readonly name: string;
}

export interface AddressTable {
  readonly addresses: readonly Address[];
  /** Lines whose place has no point; published tables have some. */
  readonly withoutPoint: number;
}

/** What stands against a table of places. */
export type AddressFault =
  | { readonly kind: "no-column"; readonly column: string }
  | { readonly kind: "bad-line"; readonly line: number };

const COLUMNS = ["town", "lat", "lng"] as const;

/**
 * Reads a CSV of 町丁目 with a point each: columns `town`, `lat`, `lng`, and `koaza` where there is one; others are left
 * alone. This is the form of the Geolonia 住所データ. Cells hold no commas.
 */
export function parseAddresses(text: string): Result<AddressTable, AddressFault> {
  const [head = "", ...lines] = text
    .replace(/^\uFEFF/u, "")
    .trim()
    .split(/\r?\n/u);
  const columns = cellsOf(head);
  const missing = COLUMNS.find((column) => !columns.includes(column));
  if (missing !== undefined) return fail({ kind: "no-column", column: missing });
  const addresses: Address[] = [];
  let withoutPoint = 0;
  for (const [k, line] of lines.entries()) {
    const cells = new Map(cellsOf(line).map((cell, column) => [columns[column], cell]));
    const name = `${cells.get("town") ?? ""}${cells.get("koaza") ?? ""}`;
    if (name !== "" && !cells.get("lat") && !cells.get("lng")) {
      withoutPoint++;
      continue;
    }
    const [lat, lng] = [Number(cells.get("lat") || Number.NaN), Number(cells.get("lng") || Number.NaN)];
    const isPlace = Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
    if (name === "" || name.length > 100 || !isPlace) return fail({ kind: "bad-line", line: k + 2 });
    addresses.push({ name, lat, lng });
  }
  return ok({ addresses, withoutPoint });
}

const cellsOf = (line: string): readonly string[] =>
  line.split(",").map((cell) => cell.trim().replace(/^"(.*)"$/u, "$1"));
