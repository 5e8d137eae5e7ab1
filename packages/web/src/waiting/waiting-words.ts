import type { PublicService, WaitingTasks } from "@noriai/api";
import { spokenDay, spokenTime } from "../desk/spoken-words.ts";
import { epochMs } from "../format.ts";
import type { Language } from "../language.tsx";
import type { WaitingWords } from "../messages/waiting/words.ts";
import { wallTimeOf } from "../wall-time.ts";

export type WaitingTask = WaitingTasks["calls"][number];

/** What the rider of a task has to hear, in the words of a service. */
export function waitingWords(
  { offer: { trip, promise }, answerBy, calledName }: WaitingTask,
  {
    service,
    language,
    today,
  }: { readonly service: PublicService; readonly language: Language; readonly today: string },
): WaitingWords {
  const nameOf = (stopId: string) => service.stops.find(({ id }) => id === stopId)?.name ?? stopId;
  const time = (instant: string) => spokenTime(instant, service.timeZone);
  const { date } = wallTimeOf(epochMs(answerBy) / 1000, service.timeZone);
  return {
    service: service.name,
    name: calledName,
    day: spokenDay(trip.serviceDate, language),
    from: nameOf(trip.from),
    to: nameOf(trip.to),
    pickupFrom: time(promise.pickupFrom),
    pickupTo: time(promise.pickupTo),
    arriveBy: time(promise.arriveBy),
    answerBy: time(answerBy),
    ...(date !== today && { answerDay: spokenDay(date, language) }),
  };
}
