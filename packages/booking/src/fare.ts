import { assert, type ServiceDate, yen } from "@noriai/kernel";
import type { Fare } from "./booking.ts";
import { FARE_CLASSES, type Party } from "./fare-class.ts";
import type { FareTable, Service } from "./service.ts";

/**
 * The fare (運賃) of a party on the day of its ride: one line for each class that rides, and the sum.
 * @see 仕様書 3-(1)-③ 運賃
 */
export function fareOf({
  service,
  party,
  rideDate,
}: {
  readonly service: Pick<Service, "fareTables">;
  readonly party: Party;
  readonly rideDate: ServiceDate;
}): Fare {
  const table = fareTableOn(service, rideDate);
  const lines = FARE_CLASSES.filter((fareClass) => party[fareClass] > 0).map((fareClass) => ({
    fareClass,
    count: party[fareClass],
    unit: table.yen[fareClass],
  }));
  return { lines, total: yen(lines.reduce((sum, { count, unit }) => sum + count * unit, 0)) };
}

/** The fare table (運賃表) of a day: the last one that has begun by then. Before the first begins, the first. */
export function fareTableOn({ fareTables }: Pick<Service, "fareTables">, date: ServiceDate): FareTable {
  const byFirstDay = [...fareTables].sort((a, b) => (a.from < b.from ? -1 : 1));
  const table = byFirstDay.findLast(({ from }) => from <= date) ?? byFirstDay[0];
  assert(table !== undefined, "a service has at least one fare table");
  return table;
}
