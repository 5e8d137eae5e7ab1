import { FARE_CLASSES, type FareClass, type Party } from "./party.ts";

/**
 * The party of an earlier trip without the member. The member's class may have changed since (a birthday): then nobody
 * of the present class was aboard, and one of the old class is taken out.
 */
export function companionsOf(party: Party, memberClass: FareClass): Party {
  const own = party[memberClass] > 0 ? memberClass : FARE_CLASSES.find((one) => party[one] > 0);
  return own === undefined ? party : { ...party, [own]: party[own] - 1 };
}
