/** No new trip makes a planned rider's pickup, ride or arrival break what was promised, nor a late one later. */

export interface BreaksPromise {
  readonly kind: "breaks-promise";
  /** The planned trip whose promise stands against the new one. */
  readonly tripId: string;
  readonly seconds: number;
}

/** @param limit  what was promised, or what is projected without the new trip where reality is already later */
export function promise(
  tripId: string,
  { value, limit }: { value: number; limit: number },
): BreaksPromise | undefined {
  const seconds = value - limit;
  return seconds > 0 ? { kind: "breaks-promise", tripId, seconds } : undefined;
}
