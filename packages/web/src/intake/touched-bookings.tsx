import { BookingLink } from "../bookings/booking-link.tsx";
import { useMessages } from "../language.tsx";
import { intakeMessages } from "../messages/intake/index.ts";
import { useRead } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";

const REFRESH_MS = 30_000;

/** The bookings that stood before a stop of intake: somebody decides about each; one that is called off leaves the list. */
export function TouchedBookings({ stopId }: { stopId: string }) {
  const t = useMessages(intakeMessages);
  const { tenant, service } = useTenancy();
  const format = useFormat();
  const { data, error, refetch } = useRead(
    "listTouchedBookings",
    { params: { tenant, intakeStopId: stopId } },
    { refetchInterval: REFRESH_MS },
  );
  if (error !== null) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  if (data.bookings.length === 0) return <p className="mt-3">{t.touchedNone}</p>;
  const stopName = (id: string) => service.stops.find((stop) => stop.id === id)?.name ?? id;
  return (
    <details className="mt-3" open={data.bookings.length <= 5}>
      <summary className="min-h-11 cursor-pointer py-2 text-lg font-bold">
        {t.touched(data.bookings.length)}
      </summary>
      <p>{t.touchedHint}</p>
      <ul className="mt-2 divide-y divide-line rounded-8 border border-line bg-white">
        {data.bookings.map(({ id, trip, promise, boardingCode, calledName, phone }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 px-3 py-2">
            <span className="font-bold tabular-nums">
              {t.row(format.dateTime(promise.pickupFrom), `${stopName(trip.from)} → ${stopName(trip.to)}`)}
            </span>
            <span>{t.code(boardingCode)}</span>
            <span>{calledName ?? t.nameHidden}</span>
            {phone !== null && (
              <a className="inline-flex min-h-11 items-center text-key-900 underline" href={`tel:${phone}`}>
                {phone}
              </a>
            )}
            <BookingLink bookingId={id} code={boardingCode} />
          </li>
        ))}
      </ul>
    </details>
  );
}
