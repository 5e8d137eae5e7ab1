import type { PublicService } from "@noriai/api";
import { type Random, type ServiceDate, seededRandom } from "@noriai/kernel";
import { drawOne, drawWeighted, seedOf } from "./draw.ts";
import type { LifeRider } from "./life-plan.ts";

/** Why somebody goes out. */
export type Errand = "clinic" | "shopping" | "school" | "visit";

/** Where a rider lives and goes, the same on all days. */
export interface Habits {
  readonly rider: LifeRider;
  readonly age: number;
  readonly home: string;
  readonly places: Readonly<Record<Errand, string>>;
}

/** Too young to go out alone, or at school all day. */
const AGE_MIN = 15;

/** Everybody who rides by themselves, with their habits; drawn from who they are, not from the day. */
export function habitsOf({
  riders,
  service,
  date,
}: {
  readonly riders: readonly LifeRider[];
  readonly service: Pick<PublicService, "stops">;
  readonly date: ServiceDate;
}): readonly Habits[] {
  const stops = service.stops.filter(({ servable }) => servable).map(({ id }) => id);
  return riders
    .map((rider) => ({ rider, age: Number(date.slice(0, 4)) - Number(rider.birthDate.slice(0, 4)) }))
    .filter(({ age }) => age >= AGE_MIN)
    .map(({ rider, age }) => {
      const random = seededRandom(seedOf(`habits ${rider.memberNo}`));
      const home = drawOne(random, stops);
      const elsewhere = stops.filter((stop) => stop !== home);
      const place = () => drawOne(random, elsewhere);
      return {
        rider,
        age,
        home,
        places: { clinic: place(), shopping: place(), school: place(), visit: place() },
      };
    });
}

/** What takes somebody out today: the old to the clinic and the shop, the young to school. */
export const drawErrand = (random: Random, age: number): Errand =>
  drawWeighted<Errand>(
    random,
    age >= 70
      ? [
          ["clinic", 5],
          ["shopping", 3],
          ["visit", 2],
        ]
      : age < 20
        ? [
            ["school", 6],
            ["visit", 4],
          ]
        : [
            ["shopping", 4],
            ["visit", 4],
            ["clinic", 2],
          ],
  );

/** How readily somebody takes the telephone rather than the page. */
export const phoneWeight = ({ age }: Habits): number => (age >= 80 ? 6 : age >= 70 ? 3 : age >= 40 ? 1 : 0.2);

/** And the page. Children of the telephone age use it too, through their families. */
export const webWeight = ({ age }: Habits): number => (age >= 80 ? 0.5 : age >= 70 ? 1.5 : 3);
