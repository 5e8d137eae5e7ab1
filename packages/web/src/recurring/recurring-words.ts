import type { Alternative, RecurringTerms } from "@noriai/api";
import { useNow } from "../clock.tsx";
import { useLanguage, useMessages } from "../language.tsx";
import { recurringMessages } from "../messages/recurring/index.ts";
import { rejectionMessages, wordRejections } from "../messages/rejections/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { personsOf } from "../ui/party.ts";

/** The words that recurring bookings are told in. */
export function useRecurringWords() {
  const t = useMessages(recurringMessages);
  const reasons = useMessages(rejectionMessages);
  const format = useFormat();
  const now = useNow();
  const { language } = useLanguage();
  const { service } = useTenancy();
  const stopName = (id: string) => service.stops.find((stop) => stop.id === id)?.name ?? id;
  const between = language === "en" ? ", " : "、";
  return {
    t,
    format,
    now,
    stopName,
    /** 毎週 月・木 */
    every: ({ weekdays }: Pick<RecurringTerms, "weekdays">) =>
      t.every(weekdays.map((day) => t.weekdays[day - 1]).join(language === "en" ? ", " : "・")),
    /** 10:30 到着 */
    at: ({ mode, at }: RecurringTerms["time"]) => t.at[mode](format.wall(at)),
    people: ({ companions, wheelchairs }: Pick<RecurringTerms, "companions" | "wheelchairs">) =>
      [
        t.people(personsOf(companions) + 1),
        ...(wheelchairs > 0 ? [t.wheelchairCount(wheelchairs)] : []),
      ].join(between),
    why: (rejections: readonly { readonly kind: string }[]) =>
      wordRejections(rejections, reasons, {
        format,
        now,
        stopName,
        seats: service.vehicles.map(({ seats }) => seats),
      }),
    instead: (alternatives: readonly Alternative[]) => {
      const times = alternatives.filter(({ kind }) => kind === "other-time");
      const stops = alternatives.filter(({ kind }) => kind === "other-stop");
      return [
        ...(times.length > 0
          ? [t.outlook.instead(times.map(({ time }) => t.at[time.mode](format.time(time.at))).join(between))]
          : []),
        ...(stops.length > 0
          ? [
              t.outlook.elsewhere(
                stops.map(({ from, to }) => t.route(stopName(from), stopName(to))).join(between),
              ),
            ]
          : []),
      ];
    },
  };
}

export type RecurringWords = ReturnType<typeof useRecurringWords>;
