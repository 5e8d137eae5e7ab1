import type { DelayList, PublicService } from "@noriai/api";
import { spokenTime } from "../desk/spoken-words.ts";
import type { Telling } from "../messages/delay/words.ts";

export type DelayEntry = DelayList["calls"][number];

/** What the rider of an entry has to hear, in the words of a service. */
export function delayWords<Words>(entry: DelayEntry, service: PublicService, telling: Telling<Words>): Words {
  const ride = { service: service.name, name: entry.calledName, ...wayOf(entry, service) };
  if (entry.kind === "stranded") return telling.stranded(ride);
  const time = (instant: string) => spokenTime(instant, service.timeZone);
  const { pickupFrom, pickupTo, arriveBy } = entry.tell;
  const coming = {
    ...ride,
    pickupFrom: time(pickupFrom),
    pickupTo: time(pickupTo),
    arriveBy: time(arriveBy),
  };
  if (entry.kind === "found") return telling.found(coming);
  return telling.late({ ...coming, late: minutesLate(entry), cause: entry.cause ?? "other" });
}

/** The ride by the names of its stops. */
export function wayOf(
  { trip }: DelayEntry,
  { stops }: PublicService,
): { readonly from: string; readonly to: string } {
  const nameOf = (stopId: string) => stops.find(({ id }) => id === stopId)?.name ?? stopId;
  return { from: nameOf(trip.from), to: nameOf(trip.to) };
}

export const minutesLate = ({ lateBy }: { readonly lateBy: number }): number => Math.ceil(lateBy / 60);
