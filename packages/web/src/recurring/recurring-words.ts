import type { Alternative, RecurringTerms } from "@noriai/api";
import { useNow } from "../clock.tsx";
import type { Format } from "../format.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { type RecurringMessages, recurringMessages } from "../messages/recurring/index.ts";
import { rejectionMessages, wordRejections } from "../messages/rejections/index.ts";
import { useNeedWords } from "../needs/use-need-words.ts";
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
  const needWords = useNeedWords();
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
    people: (terms: Company) => [...peopleWords(terms, t), ...needWords(terms)].join(between),
    why: (rejections: readonly { readonly kind: string }[]) =>
      wordRejections(rejections, reasons, {
        format,
        now,
        stopName,
        seats: service.vehicles.map(({ seats }) => seats),
      }),
    instead: (alternatives: readonly Alternative[]) =>
      insteadWords(alternatives, { t, format, stopName, between }),
  };
}

type Company = Pick<RecurringTerms, "companions" | "wheelchairs" | "needs">;

const peopleWords = ({ companions, wheelchairs }: Company, t: RecurringMessages): readonly string[] => [
  t.people(personsOf(companions) + 1),
  ...(wheelchairs > 0 ? [t.wheelchairCount(wheelchairs)] : []),
];

/** Other times, then other stops, each in one line. */
function insteadWords(
  alternatives: readonly Alternative[],
  {
    t,
    format,
    stopName,
    between,
  }: { t: RecurringMessages; format: Format; stopName: (id: string) => string; between: string },
): readonly string[] {
  const times = alternatives
    .filter(({ kind }) => kind === "other-time")
    .map(({ time }) => t.at[time.mode](format.time(time.at)));
  const stops = alternatives
    .filter(({ kind }) => kind === "other-stop")
    .map(({ from, to }) => t.route(stopName(from), stopName(to)));
  return [
    ...(times.length > 0 ? [t.outlook.instead(times.join(between))] : []),
    ...(stops.length > 0 ? [t.outlook.elsewhere(stops.join(between))] : []),
  ];
}

export type RecurringWords = ReturnType<typeof useRecurringWords>;
