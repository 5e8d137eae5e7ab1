import { type DutyTimes, placeBefore } from "./duty-times.ts";

/**
 * Where and when every vehicle of the fleet could turn off for a new trip: the places of all duties in one row, duty
 * after duty, so that a question goes through a thousand vehicles without opening one of them. To open one is to fetch
 * a dozen small arrays from all over the memory; that, not what is worked out in them, is what a large fleet costs.
 */
export interface Timetable {
  /** The places of duty d stand from `begins[d]` until `begins[d + 1]`, excluded. */
  readonly begins: Int32Array;
  /** The vehicle is here before the place, and free to leave no earlier. */
  readonly here: Int32Array;
  readonly freeFrom: Float64Array;
  /** Who arrives at the visit behind the place later breaks a limit, unless a trip is inserted behind it as well. */
  readonly arriveBy: Float64Array;
  /** Some visit behind the place begins no later. */
  readonly closesBehind: Float64Array;
  /** The trip of that visit; undefined for the end of the duty. */
  readonly closer: readonly (string | undefined)[];
  /** Seats and wheelchair places that the leg through the place leaves free. */
  readonly seatsFree: Int32Array;
  readonly placesFree: Int32Array;
}

export function timetableOf(duties: readonly DutyTimes[]): Timetable {
  const begins = new Int32Array(duties.length + 1);
  for (const [d, duty] of duties.entries()) begins[d + 1] = begins[d]! + placesOf(duty);
  const table = emptyTable(begins, duties.flatMap(closersOf));
  for (const [d, duty] of duties.entries()) write(table, begins[d]!, duty);
  return table;
}

/** The timetable with one duty changed. */
export function withDuty(table: Timetable, duty: DutyTimes): Timetable {
  const { begins, closer } = table;
  const [from, to] = [begins[duty.index]!, begins[duty.index + 1]!];
  const more = placesOf(duty) - (to - from);
  const changed = emptyTable(
    begins.map((begin, d) => (d > duty.index ? begin + more : begin)),
    closer.toSpliced(from, to - from, ...closersOf(duty)),
  );
  for (const row of ["here", "freeFrom", "arriveBy", "closesBehind", "seatsFree", "placesFree"] as const) {
    changed[row].set(table[row].subarray(0, from));
    changed[row].set(table[row].subarray(to), to + more);
  }
  write(changed, from, duty);
  return changed;
}

function emptyTable(begins: Int32Array, closer: Timetable["closer"]): Timetable {
  const size = begins.at(-1)!;
  return {
    begins,
    here: new Int32Array(size),
    freeFrom: new Float64Array(size),
    arriveBy: new Float64Array(size),
    closesBehind: new Float64Array(size),
    closer,
    seatsFree: new Int32Array(size),
    placesFree: new Int32Array(size),
  };
}

/** Places before `firstOpen` are not for new trips. */
function placesOf({ sequence: { count, firstOpen } }: DutyTimes): number {
  return count + 1 - firstOpen;
}

function write(table: Timetable, from: number, { sequence, bounds }: DutyTimes): void {
  const { count, firstOpen, duty, seatsTaken, wheelchairsTaken } = sequence;
  for (let k = firstOpen; k <= count; k++) {
    const at = from + k - firstOpen;
    table.here[at] = placeBefore(sequence, k);
    table.freeFrom[at] = bounds.freeFrom[k]!;
    table.arriveBy[at] = bounds.arriveBy[k]!;
    table.closesBehind[at] = bounds.closesBehind[k]!;
    table.seatsFree[at] = duty.seats - seatsTaken[k]! - wheelchairsTaken[k]! * duty.seatsPerWheelchair;
    table.placesFree[at] = duty.wheelchairPlaces - wheelchairsTaken[k]!;
  }
}

/** For each place of a duty the trip whose visit closes first behind it; equal ones: the earlier visit. */
function closersOf({ sequence, bounds }: DutyTimes): (string | undefined)[] {
  const { count, firstOpen, latest, trips } = sequence;
  const closers: (string | undefined)[] = new Array(count + 1 - firstOpen).fill(undefined);
  for (let k = count - 1; k >= firstOpen; k--)
    closers[k - firstOpen] = latest[k] === bounds.closesBehind[k] ? trips[k]!.id : closers[k + 1 - firstOpen];
  return closers;
}
