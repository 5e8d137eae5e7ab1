import { type DutyTimes, placeBefore } from "./duty-times.ts";

/**
 * Where and when every vehicle of the fleet could turn off for a new trip: the places of all duties in one row, duty
 * after duty, so that a question goes through a thousand vehicles without opening one of them.
 */
export interface Timetable {
  /** The places of duty d stand from `begins[d]` until `begins[d + 1]`, excluded. */
  readonly begins: Int32Array;
  /** The vehicle is here before the place, and free to leave no earlier. */
  readonly here: Int32Array;
  readonly freeFrom: Float64Array;
  /** Some visit behind the place begins no later. */
  readonly closesBehind: Float64Array;
}

export function timetableOf(duties: readonly DutyTimes[]): Timetable {
  const begins = new Int32Array(duties.length + 1);
  for (const [d, duty] of duties.entries()) begins[d + 1] = begins[d]! + placesOf(duty);
  const table = emptyTable(begins);
  for (const [d, duty] of duties.entries()) write(table, begins[d]!, duty);
  return table;
}

/** The timetable with one duty changed. */
export function withDuty(table: Timetable, duty: DutyTimes): Timetable {
  const { begins } = table;
  const [from, to] = [begins[duty.index]!, begins[duty.index + 1]!];
  const more = placesOf(duty) - (to - from);
  const changed = emptyTable(begins.map((begin, d) => (d > duty.index ? begin + more : begin)));
  for (const row of ["here", "freeFrom", "closesBehind"] as const) {
    changed[row].set(table[row].subarray(0, from));
    changed[row].set(table[row].subarray(to), to + more);
  }
  write(changed, from, duty);
  return changed;
}

function emptyTable(begins: Int32Array): Timetable {
  const size = begins.at(-1)!;
  return {
    begins,
    here: new Int32Array(size),
    freeFrom: new Float64Array(size),
    closesBehind: new Float64Array(size),
  };
}

/** Places before `firstOpen` are not for new trips. */
function placesOf({ sequence: { count, firstOpen } }: DutyTimes): number {
  return count + 1 - firstOpen;
}

function write(table: Timetable, from: number, { sequence, bounds }: DutyTimes): void {
  const { count, firstOpen } = sequence;
  for (let k = firstOpen; k <= count; k++) {
    const at = from + k - firstOpen;
    table.here[at] = placeBefore(sequence, k);
    table.freeFrom[at] = bounds.freeFrom[k]!;
    table.closesBehind[at] = bounds.closesBehind[k]!;
  }
}
