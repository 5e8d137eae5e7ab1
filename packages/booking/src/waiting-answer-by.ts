import {
  addDays,
  type EpochSeconds,
  epochSeconds,
  instantOf,
  serviceDateOf,
  timeOfDayOf,
} from "@noriai/kernel";
import { hoursOf, phoneOpen, phoneOpensNext } from "./calendar.ts";
import type { Channel, Service } from "./service.ts";
import { isNight, waitingStandardsOf } from "./waiting-standards.ts";

/**
 * Until when an offer made now is held for an answer. Only hours in which the rider may be asked count: on the web not
 * the night, by phone those of the phone desk; so an offer made in the evening is still there in the morning.
 *
 * @param until  when the rider stops waiting
 * @returns nothing when too little time would be left for an answer
 */
export function answerBy(
  service: Service,
  {
    channel,
    now,
    until,
  }: { readonly channel: Channel; readonly now: EpochSeconds; readonly until: EpochSeconds },
): EpochSeconds | undefined {
  const { answerWithin, answerLeast } = waitingStandardsOf(service);
  let counted = 0;
  let end: number = now;
  for (let at: number = now; counted < answerWithin[channel]; at = end + 1) {
    const hours = nextHours(service, channel, epochSeconds(at));
    if (hours === undefined || hours.opensAt >= until) break;
    const open = Math.min(hours.closesAt, until) - hours.opensAt;
    const spent = Math.min(open, answerWithin[channel] - counted);
    counted += spent;
    end = hours.opensAt + spent;
    if (end >= until) break;
  }
  return counted >= answerLeast ? epochSeconds(end) : undefined;
}

/** The hours in which riders of this channel may be asked: those that `at` lies in, else the next. */
function nextHours(service: Service, channel: Channel, at: EpochSeconds) {
  return channel === "phone" ? nextPhoneHours(service, at) : nextDaytime(service, at);
}

function nextPhoneHours(service: Service, at: EpochSeconds) {
  const opensAt = phoneOpen(service, at) ? at : phoneOpensNext(service, at);
  if (opensAt === undefined) return undefined;
  const closesAt = hoursOf(service, serviceDateOf(opensAt, service.timeZone)).at(-1)!.closesAt;
  return { opensAt, closesAt: closesAt > opensAt ? closesAt : epochSeconds(opensAt + 1) };
}

/** From the morning, or from now, until night falls. */
function nextDaytime(service: Service, at: EpochSeconds) {
  const { timeZone } = service;
  const standards = waitingStandardsOf(service);
  const { from, to } = standards.night;
  const next = (time: typeof from, after: EpochSeconds) => {
    const today = serviceDateOf(after, timeZone);
    const strikes = instantOf(today, time, timeZone);
    return strikes > after ? strikes : instantOf(addDays(today, 1), time, timeZone);
  };
  const opensAt = isNight(standards, timeOfDayOf(at, timeZone)) ? next(to, at) : at;
  return { opensAt, closesAt: next(from, opensAt) };
}
