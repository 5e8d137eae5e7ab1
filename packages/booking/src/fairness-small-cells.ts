import { LEAST_SHOWN, type Shown } from "./unmet-small-counts.ts";

type Numbers = readonly (readonly number[])[];
type Cells = readonly (readonly Shown[])[];

/**
 * Tells rows of a table whose sums are known, so that no number from 1 to 4 can be found by subtraction.
 *
 * Small numbers become `few`. Where a reader who adds and subtracts could still find one, larger numbers of its row, then
 * of its column, become `hidden` too, until it is one of at least two possible numbers, also for a reader who knows this
 * rule. The sum of each row is told, and so is `totals` as it is given; both are taken to be known.
 *
 * @param rows  of equal length, none negative
 * @param totals  the sums of the columns as they are told everywhere else; absent: nobody knows them
 * @returns nothing where the table cannot be told without giving a small number away
 */
export function shownCells(rows: Numbers, totals?: readonly Shown[]): Cells | undefined {
  const cells: Shown[][] = rows.map((row) => row.map((value) => (isSmall(value) ? "few" : value)));
  for (;;) {
    const found = firstFound({ rows, cells, totals });
    if (found === undefined) return cells;
    const hidden = nextToHide({ rows, cells, found });
    if (hidden === undefined) return undefined;
    cells[hidden.row]![hidden.column] = "hidden";
  }
}

/** One row of which the sum is told. */
export function shownRow(row: readonly number[]): readonly Shown[] {
  return shownCells([row])?.[0] ?? row.map(() => "hidden");
}

const isSmall = (value: number): boolean => value > 0 && value < LEAST_SHOWN;

interface Place {
  readonly row: number;
  readonly column: number;
}

interface Told {
  readonly rows: Numbers;
  readonly cells: Cells;
  readonly totals: readonly Shown[] | undefined;
}

/** A small number of which only one value is possible to a reader. */
function firstFound(told: Told): Place | undefined {
  const steps = stepsOf(told);
  for (const [row, line] of told.cells.entries())
    for (const [column, cell] of line.entries())
      if (cell === "few" && !isHiddenBy(steps, { row, column }, told)) return { row, column };
  return undefined;
}

/**
 * How one number may become one greater or one less while all sums stay: the table as a graph with rows and columns as
 * nodes, where a cell that may grow leads from its row to its column and one that may shrink back. Since sums of rows
 * and columns form a flow, a number has another possible value if and only if it lies on a way around.
 */
interface Steps {
  readonly mayGrow: (place: Place) => boolean;
  readonly mayShrink: (place: Place) => boolean;
}

function stepsOf({ rows, cells, totals }: Told): Steps {
  const sums = rows[0]?.map((_, column) => rows.reduce((sum, row) => sum + row[column]!, 0)) ?? [];
  // The row below the last holds the sums, which shrink where the cells of their column grow.
  const at = ({ row, column }: Place): { cell: Shown | undefined; value: number; isSum: boolean } =>
    row < rows.length
      ? { cell: cells[row]![column]!, value: rows[row]![column]!, isSum: false }
      : { cell: totals?.[column], value: sums[column]!, isSum: true };
  const canGo = (place: Place, isUp: boolean): boolean => {
    const { cell, value, isSum } = at(place);
    if (cell === undefined) return true;
    if (typeof cell === "number") return false;
    const isMore = isUp !== isSum;
    if (cell === "few") return isMore ? value < LEAST_SHOWN - 1 : value > 1;
    // Who knows this rule knows that a hidden number is none of the small ones, and that a zero is never hidden.
    return isMore || value > LEAST_SHOWN;
  };
  return {
    mayGrow: (place) => canGo(place, true),
    mayShrink: (place) => canGo(place, false),
  };
}

/** Is another value possible for this cell: one more, or one less? */
function isHiddenBy(steps: Steps, place: Place, { rows }: Told): boolean {
  const size = { rows: rows.length + 1, columns: rows[0]!.length };
  return (
    (steps.mayGrow(place) && leadsBack({ steps, place, isUp: true, ...size })) ||
    (steps.mayShrink(place) && leadsBack({ steps, place, isUp: false, ...size }))
  );
}

/** Is there a way from one end of the cell to its other that does not pass through itself? */
function leadsBack({
  steps: { mayGrow, mayShrink },
  place,
  isUp,
  rows,
  columns,
}: {
  readonly steps: Steps;
  readonly place: Place;
  readonly isUp: boolean;
  readonly rows: number;
  readonly columns: number;
}): boolean {
  const [start, goal] = isUp ? [rows + place.column, place.row] : [place.row, rows + place.column];
  const reached = new Set([start]);
  for (const node of reached)
    for (let other = 0; other < (node < rows ? columns : rows); other++) {
      const [row, column] = node < rows ? [node, other] : [other, node - rows];
      if (row === place.row && column === place.column) continue;
      if ((node < rows ? mayGrow : mayShrink)({ row, column }))
        reached.add(node < rows ? rows + other : other);
    }
  return reached.has(goal);
}

/** The largest number that is still told: of the row, else of the column, else of the table. Hiding a zero hides nothing. */
function nextToHide({
  rows,
  cells,
  found,
}: {
  readonly rows: Numbers;
  readonly cells: Cells;
  readonly found: Place;
}): Place | undefined {
  const told = cells
    .flatMap((line, row) => line.map((cell, column) => ({ row, column, cell, value: rows[row]![column]! })))
    .filter(({ cell, value }) => typeof cell === "number" && value > 0)
    .sort((a, b) => b.value - a.value);
  return (
    told.find(({ row }) => row === found.row) ?? told.find(({ column }) => column === found.column) ?? told[0]
  );
}
