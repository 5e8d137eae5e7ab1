import type { RecurringOutlook } from "@noriai/api";
import { epochMs } from "../format.ts";
import { Badge } from "../ui/badge.tsx";
import { type DateOutlook, outcomeOf } from "./date-outlook.ts";
import { type RecurringWords, useRecurringWords } from "./recurring-words.ts";

/** What would come of each date, before anything is asked for. */
export function TriedDates({ outlook: { dates, more } }: { outlook: RecurringOutlook }) {
  const words = useRecurringWords();
  const { t } = words;
  const count = (...outcomes: readonly ReturnType<typeof outcomeOf>[]) =>
    dates.filter((date) => outcomes.includes(outcomeOf(date))).length;
  return (
    <section aria-labelledby="tried-dates">
      <h3 id="tried-dates" className="text-xl font-bold">
        {t.outlook.title}
      </h3>
      <p role="status" className="mb-2 text-lg">
        {dates.length === 0
          ? t.outlook.none
          : t.outlook.summary(count("bookable"), count("partly", "not"), count("closed"))}
      </p>
      <ul className="flex flex-col gap-2">
        {dates.map((date) => (
          <TriedDate key={date.serviceDate} date={date} words={words} />
        ))}
      </ul>
      {more > 0 && <p className="mt-2">{t.outlook.more(more)}</p>}
    </section>
  );
}

const TONES = { bookable: "success", partly: "warning", not: "error", closed: "gray" } as const;

function TriedDate({ date, words }: { date: DateOutlook; words: RecurringWords }) {
  const { t, format, now } = words;
  const outcome = outcomeOf(date);
  const isLater = date.asksAt !== null && epochMs(date.asksAt) / 1000 > now;
  const label =
    date.notDue !== null
      ? t.notDue[date.notDue]
      : outcome === "bookable" && isLater
        ? t.outlook.expected
        : t.outlook[outcome === "closed" ? "not" : outcome];
  return (
    <li className="rounded-12 border border-line p-3">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-lg">
        <span className="font-bold">{format.serviceDate(date.serviceDate)}</span>
        <Badge tone={TONES[outcome]}>{label}</Badge>
      </p>
      {date.legs.map((leg) => (
        <div key={leg.leg} className="mt-1">
          {leg.promise !== null ? (
            <p>
              <span className="font-bold">{t.legs[leg.leg]}</span>{" "}
              {t.outlook.pickup(format.time(leg.promise.pickupFrom), format.time(leg.promise.pickupTo))}{" "}
              {t.outlook.arrive(format.time(leg.promise.arriveBy))}
            </p>
          ) : (
            <>
              <p>
                <span className="font-bold">{t.legs[leg.leg]}</span>{" "}
                <span className="text-error-2">{t.outlook.not}</span>
              </p>
              {[...words.why(leg.rejections), ...words.instead(leg.alternatives)].map((line) => (
                <p key={line} className="pl-4">
                  {line}
                </p>
              ))}
            </>
          )}
        </div>
      ))}
      {isLater && date.asksAt !== null && (
        <p className="mt-1 text-quiet">{t.outlook.later(format.dateTime(date.asksAt))}</p>
      )}
    </li>
  );
}
