/** A rider alights after boarding, from the same vehicle. */

/** @returns whether the drop-off stands after its pickup in the same duty; −1 as pickup means it is not there */
export function isAfterPickup({
  pickupIndex,
  dropoffIndex,
}: {
  pickupIndex: number;
  dropoffIndex: number;
}): boolean {
  return pickupIndex >= 0 && pickupIndex < dropoffIndex;
}
