import type { MyRides } from "@noriai/api";

type Ride = MyRides["rides"][number];

interface MonthOfRides {
  /** 1 to 12. */
  readonly month: number;
  readonly rides: readonly Ride[];
  readonly ridden: number;
  readonly paid: number;
}

/** A year's rides by month, in the order in which they come. */
export function ridesByMonth(rides: readonly Ride[]): readonly MonthOfRides[] {
  const monthOf = ({ serviceDate }: Ride) => Number(serviceDate.slice(5, 7));
  return [...new Set(rides.map(monthOf))].map((month) => {
    const ofMonth = rides.filter((ride) => monthOf(ride) === month);
    return {
      month,
      rides: ofMonth,
      ridden: ofMonth.filter(({ boardedAt }) => boardedAt !== null).length,
      paid: ofMonth.reduce((sum, { paid }) => sum + (paid?.amount ?? 0), 0),
    };
  });
}
