import type { DelayList, PublicService } from "@noriai/api";
import { spokenTime } from "../desk/spoken-words.ts";
import type { DelayWords } from "../messages/delay/words.ts";

export type DelayEntry = DelayList["calls"][number];

/** What the rider of an entry has to hear, in the words of a service. */
export function delayWords(entry: DelayEntry, service: PublicService): DelayWords {
  const nameOf = (stopId: string) => service.stops.find(({ id }) => id === stopId)?.name ?? stopId;
  const time = (instant: string) => spokenTime(instant, service.timeZone);
  const { tell, trip, cause, lateBy, calledName } = entry;
  return {
    service: service.name,
    name: calledName,
    from: nameOf(trip.from),
    to: nameOf(trip.to),
    late: Math.ceil(lateBy / 60),
    cause: cause ?? "other",
    pickupFrom: time(tell.pickupFrom),
    pickupTo: time(tell.pickupTo),
    arriveBy: time(tell.arriveBy),
  };
}
