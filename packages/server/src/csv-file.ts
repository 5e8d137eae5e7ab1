import { stringify } from "csv-stringify/sync";
import iconv from "iconv-lite";

/** The two writings that offices use. */
export type CsvEncoding = "utf-8" | "shift_jis";

export interface CsvFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly rows: number;
  /** Characters that Shift_JIS does not have, written as 〓. */
  readonly replaced: number;
}

/** One column: what stands above it, and what of each entry stands in it. */
export type CsvColumn<T> = readonly [header: string, cellOf: (entry: T) => string | number];

/** A table that spreadsheets open. */
export function csvFile<T>(
  entries: readonly T[],
  { columns, encoding }: { readonly columns: readonly CsvColumn<T>[]; readonly encoding: CsvEncoding },
): CsvFile {
  const text = stringify(
    entries.map((entry) => columns.map(([, cellOf]) => cellOf(entry))),
    {
      header: true,
      columns: columns.map(([header]) => header),
      bom: encoding === "utf-8", // without it Excel takes UTF-8 for Shift_JIS
      record_delimiter: "\r\n",
      escape_formulas: true, // a stop's name must not become a formula on somebody's desk
    },
  );
  const rows = entries.length;
  if (encoding === "utf-8") return { bytes: new TextEncoder().encode(text), rows, replaced: 0 };
  const { mapped, replaced } = withoutUnmappable(text);
  return { bytes: new Uint8Array(iconv.encode(mapped, "windows-31j")), rows, replaced };
}

/** The answer that a browser saves under a name: in Japanese, and in plain letters for old ones. */
export function csvAnswer(
  { bytes, replaced }: CsvFile,
  {
    encoding,
    name,
    plainName,
  }: { readonly encoding: CsvEncoding; readonly name: string; readonly plainName: string },
): Response {
  return new Response(bytes, {
    headers: {
      "Content-Type": `text/csv; charset=${encoding === "utf-8" ? "utf-8" : "Shift_JIS"}; header=present`,
      "Content-Disposition": `attachment; filename="${plainName}.csv"; filename*=UTF-8''${encodeURIComponent(name)}.csv`,
      "X-Replaced-Characters": String(replaced),
    },
  });
}

const GETA = "〓"; // 下駄: the mark that Japanese printers put for a missing letter

function withoutUnmappable(text: string): { readonly mapped: string; readonly replaced: number } {
  let replaced = 0;
  const known = new Map<string, boolean>();
  const mapped = Array.from(text, (letter) => {
    if (letter <= "\u007f") return letter;
    const isKnown =
      known.get(letter) ?? iconv.decode(iconv.encode(letter, "windows-31j"), "windows-31j") === letter;
    known.set(letter, isKnown);
    if (isKnown) return letter;
    replaced++;
    return GETA;
  }).join("");
  return { mapped, replaced };
}
