import type { RecurringOutlook } from "@noriai/api";

export type DateOutlook = RecurringOutlook["dates"][number];

/** What would come of a date: all its rides, some, or none; or there is no ride on it at all. */
export function outcomeOf({ notDue, legs }: DateOutlook): "bookable" | "partly" | "not" | "closed" {
  if (notDue !== null) return "closed";
  const offers = legs.filter(({ kind }) => kind === "offer").length;
  if (offers === legs.length) return "bookable";
  return offers > 0 ? "partly" : "not";
}
