/**
 * Pooling rate (乗合率): the share of rides that shared the vehicle with another booking, in percent with one decimal.
 *
 * @returns nothing when nobody rode
 * @see D-08
 */
export const poolingRate = ({
  rides,
  sharedRides,
}: {
  readonly rides: number;
  readonly sharedRides: number;
}): string | undefined => (rides === 0 ? undefined : ((sharedRides / rides) * 100).toFixed(1));
