import type { Answer } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { bookingsMessages } from "../messages/bookings/index.ts";
import { useRead } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Loading } from "../ui/loading.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { useBookingWords } from "./booking-words.ts";

type Entry = Answer<"getBookingHistory">["entries"][number];

/** Everything that was decided, done and told about a booking, latest first. */
export function BookingHistory({ bookingId }: { bookingId: string }) {
  const { history: t } = useMessages(bookingsMessages);
  const { tenant } = useTenancy();
  const { data, error, refetch } = useRead("getBookingHistory", { params: { tenant, bookingId } });
  return (
    <section>
      <h2 className="mb-2 text-xl font-bold">{t.title}</h2>
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data?.complete === false && <p className="mb-2 text-quiet">{t.partial}</p>}
      {data !== undefined && data.entries.length === 0 && <p>{t.none}</p>}
      <ol className="flex flex-col">
        {data?.entries.toReversed().map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the log only grows, and two entries may be alike
          <Line key={data.entries.length - index} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

function Line({ entry }: { entry: Entry }) {
  const { history: t, roles } = useMessages(bookingsMessages);
  const format = useFormat();
  const details = useDetails(entry);
  const { at, by, kind } = entry;
  const who = by.name ?? (by.role === null ? null : (roles[by.role] ?? by.role));
  const key = kind === "offered" && entry.forChange ? "offeredForChange" : kind;
  return (
    <li className="flex flex-wrap gap-x-4 border-b border-line py-2 last:border-b-0">
      <span className="min-w-40 tabular-nums">{format.dateTime(at)}</span>
      <span className="min-w-40 font-bold">{t.kinds[key] ?? kind}</span>
      <span className="min-w-0 flex-1 basis-80">
        {details.map((detail) => (
          <span key={detail} className="block">
            {detail}
          </span>
        ))}
      </span>
      {who !== null && <span className="text-quiet">{t.by(who)}</span>}
    </li>
  );
}

/** What is to be said of an entry besides its kind. */
function useDetails(entry: Entry): readonly string[] {
  const { history: t, states } = useMessages(bookingsMessages);
  const words = useBookingWords();
  const format = useFormat();
  switch (entry.kind) {
    case "offered":
      return [words.promise(entry.promise)];
    case "booked":
      return [words.promise(entry.promise), words.vehicle(entry.vehicleId)];
    case "changed": {
      const told = ({ trip, promise }: typeof entry.before) =>
        `${format.serviceDate(trip.serviceDate)} ${words.route(trip)} ${words.promise(promise)}`;
      return [t.from(told(entry.before)), t.to(told(entry.after))];
    }
    case "cancelled":
      return [states[entry.state as keyof typeof states] ?? entry.state];
    case "moved":
      return [t.vehicles(words.vehicle(entry.from), words.vehicle(entry.to))];
    case "driven":
      return [
        [
          t.driven[entry.event] ?? entry.event,
          ...(entry.amount === null ? [] : [format.yen(entry.amount)]),
        ].join(" "),
      ];
    case "delayed":
      return [t.minutes(Math.ceil(entry.late / 60))];
    case "called":
      return [t.outcomes[entry.outcome] ?? entry.outcome, ...(entry.told ? [words.promise(entry.told)] : [])];
    case "offer-closed":
    case "instructed":
      return [];
  }
}
