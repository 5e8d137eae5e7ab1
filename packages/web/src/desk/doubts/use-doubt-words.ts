import type { TripDoubt, TripRequestBody } from "@noriai/api";
import { never } from "@noriai/kernel";
import { epochMs } from "../../format.ts";
import { useMessages } from "../../language.tsx";
import { callMessages } from "../../messages/calls/index.ts";
import { useFormat, useTenancy } from "../../shell/session.ts";
import { wallTimeOf } from "../../wall-time.ts";

/** A doubt in words: what to ask, and what pressing its key would change. */
export interface DoubtWords {
  readonly text: string;
  readonly mend: string | undefined;
}

/** Words a doubt of a wish. Bookings are told by their time, which the operator reads to the caller. */
export function useDoubtWords(
  request: TripRequestBody,
  pickupOf: (bookingId: string) => string | undefined,
): (doubt: TripDoubt) => DoubtWords {
  const { doubts: t } = useMessages(callMessages);
  const { service } = useTenancy();
  const format = useFormat();
  const dateOf = (at: string) => wallTimeOf(epochMs(at) / 1000, service.timeZone).date;
  const when = (bookingId: string) => {
    const pickup = pickupOf(bookingId);
    return pickup === undefined ? "" : format.dateTime(pickup);
  };
  const mendOf = (doubt: TripDoubt): string | undefined => {
    if (!("mend" in doubt) || doubt.mend === undefined) return undefined;
    const { time, wheelchairs } = doubt.mend;
    if (wheelchairs !== undefined) return t.mend.wheelchairs(wheelchairs);
    if (time === undefined) return undefined;
    const isSameDay = dateOf(time.at) === dateOf(request.time.at);
    return t.mend.time(isSameDay ? format.time(time.at) : format.dateTime(time.at));
  };
  const textOf = (doubt: TripDoubt): string => {
    switch (doubt.kind) {
      case "duplicate":
      case "too-close":
        return t[doubt.kind](when(doubt.bookingId));
      case "half-day-slip":
        return t[doubt.kind](format.time(request.time.at), format.time(doubt.meant));
      case "unusual-hour":
      case "forgotten-return":
        return t[doubt.kind](format.time(doubt.usual));
      case "missing-wheelchair":
        return t[doubt.kind][doubt.because](doubt.usual);
      case "closed-facility":
        return t[doubt.kind][doubt.because](doubt.name, format.date(request.time.at));
      default:
        return never(doubt);
    }
  };
  return (doubt) => ({ text: textOf(doubt), mend: mendOf(doubt) });
}
