import type { HourOpenings } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { stopMessages } from "../messages/stops/index.ts";
import { useRead } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";
import { personsOf } from "../ui/party.ts";
import { wallTimeOf } from "../wall-time.ts";
import type { Draft } from "./draft.ts";

type Hour = HourOpenings["hours"][number];

/** The time of departure that the rider has chosen so far; absent where a time of arrival is chosen. */
interface Departure {
  readonly time: string;
  readonly onChoose: (time: string) => void;
}

const TONES = { open: "success", few: "warning", full: "error", closed: "gray" } as const;

/**
 * The room left in each hour of a day for the trip chosen so far, at a glance before anything is asked for (空き状況の
 * めやす). Choosing an hour sets the time; no hour is locked, since a wish may still find a place where this says full.
 * Beside a time of arrival the hours are still those of departure: it says so, and none can be chosen.
 */
export function OpeningsPanel({
  draft: { from, to, companions, wheelchairs, helped },
  date,
  departure,
}: {
  draft: Draft;
  date: string;
  departure: Departure | undefined;
}) {
  const { openings: t } = useMessages(stopMessages);
  const { tenant, service } = useTenancy();
  const query = {
    ...{ date, from: from ?? "", to: to ?? "", persons: 1 + personsOf(companions), wheelchairs },
    ...(helped !== undefined && { memberId: helped.memberId }),
  };
  const { data, error } = useRead(
    "getOpenings",
    { params: { tenant }, query },
    { enabled: from !== undefined && to !== undefined },
  );
  const format = useFormat();
  const hours = data?.hours.filter(({ state }) => state !== "closed") ?? [];
  if (data !== undefined && hours.length === 0) return null;
  const hourOf = (text: string) => wallTimeOf(Date.parse(text) / 1000, service.timeZone).time;
  return (
    <section aria-labelledby="openings" className="rounded-12 bg-surface p-4">
      <h2 id="openings" className="flex flex-wrap items-baseline justify-between gap-x-4 text-lg font-bold">
        {t.title}{" "}
        {data !== undefined && (
          <span className="text-base font-normal text-quiet">{t.asOf(format.time(data.asOf))}</span>
        )}
      </h2>
      <p className="mb-3 text-base">
        {t.lead}
        {departure === undefined && <span className="block font-bold">{t.departures}</span>}
      </p>
      <p role="status" className="empty:hidden">
        {error !== null ? t.failed : data === undefined ? t.loading : ""}
      </p>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(10.5rem,100%),1fr))] gap-2">
        {hours.map((hour) => (
          <li key={hour.from}>
            {departure === undefined ? (
              <p className={HOUR}>
                <HourWords hour={hour} />
              </p>
            ) : (
              <HourButton
                hour={hour}
                pressed={hourOf(hour.from).slice(0, 2) === departure.time.slice(0, 2)}
                onChoose={() => departure.onChoose(hourOf(hour.first ?? hour.from))}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function HourButton({ hour, pressed, onChoose }: { hour: Hour; pressed: boolean; onChoose: () => void }) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onChoose}
      className={`${HOUR} border border-edge text-left hover:border-black hover:bg-key-50 aria-pressed:border-2 aria-pressed:border-key-900`}
    >
      <HourWords hour={hour} />
    </button>
  );
}

const HOUR =
  "flex min-h-14 w-full flex-wrap items-center justify-between gap-x-2 rounded-8 bg-white px-3 py-1";

function HourWords({ hour }: { hour: Hour }) {
  const { openings: t } = useMessages(stopMessages);
  const format = useFormat();
  return (
    <>
      <span className="text-lg font-bold tabular-nums">
        {t.hour(format.time(hour.from), format.time(hour.to))}
      </span>{" "}
      <Badge tone={TONES[hour.state]}>{t.state[hour.state]}</Badge>
    </>
  );
}
