/**
 * A partial drive of one vehicle: what all its continuations need to know of it.
 *
 * For each rider i aboard, `since[i]` is the least time from the beginning of her pickup to `leaves`, and `boardBy[i]`
 * the latest instant at which her pickup can begin at all. Leaving at t ≥ `leaves`, her pickup can have begun as late
 * as min(boardBy[i], t − since[i]), for all riders at once: waiting is put where it shortens every ride most.
 *
 * @see Gschwind and Irnich 2015, effective handling of dynamic time windows and its application to solving the
 *   dial-a-ride problem
 */
export interface Label {
  readonly before: Label | undefined;
  /** The stop it ends at; −1 at the start place. */
  readonly stop: number;
  readonly place: number;
  /** The earliest instant at which the vehicle leaves it. */
  readonly leaves: number;
  /** The number of the set of stops served. */
  readonly served: number;
  readonly count: number;
  readonly seats: number;
  readonly wheelchairs: number;
  /** The drop-offs of those who boarded on this drive, ascending; `WORK` stands for the driver's work. */
  readonly aboard: readonly number[];
  readonly since: readonly number[];
  readonly boardBy: readonly number[];
}

/** The driver's work as a ride of the vehicle itself, which ends at the end place. */
export const WORK = -1;

/**
 * Whether every continuation of `other` is one of `label` too. Both have served the same stops, so the same riders
 * are aboard, and stand at the same place.
 *
 * @param steady  waiting until `other` leaves puts off the pickups of `label` second by second; with a pace that
 *   changes only what `label` reaches at its own earliest departure is certain
 */
export function dominates(label: Label, other: Label, steady: boolean): boolean {
  if (label.leaves > other.leaves) return false;
  for (let k = 0; k < label.aboard.length; k++) {
    const by = label.boardBy[k]!;
    const otherBy = other.boardBy[k]!;
    if (steady) {
      if (by < otherBy) return false;
      const then = other.leaves;
      if (Math.min(by, then - label.since[k]!) < Math.min(otherBy, then - other.since[k]!)) return false;
    } else if (Math.min(by, label.leaves - label.since[k]!) < otherBy) return false;
  }
  return true;
}
