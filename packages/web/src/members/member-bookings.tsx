import type { Booking } from "@noriai/api";
import { Link } from "@tanstack/react-router";
import { useBookingWords } from "../bookings/booking-words.ts";
import { StateBadge } from "../bookings/state-badge.tsx";
import { useMessages } from "../language.tsx";
import { membersMessages } from "../messages/members/index.ts";
import { ActWords } from "../my/act-words.tsx";
import { useRead } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Loading } from "../ui/loading.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/** The latest ones; older ones are found in the list of bookings. */
const SHOWN = 20;

/** A member's bookings, latest ride first; each opens its page. */
export function MemberBookings({ memberId }: { memberId: string }) {
  const { page: t } = useMessages(membersMessages);
  const { tenant } = useTenancy();
  const { data, error, refetch } = useRead("listMemberBookings", { params: { tenant, memberId } });
  return (
    <section>
      <h2 className="mb-2 text-xl font-bold">{t.bookings}</h2>
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data?.bookings.length === 0 && <p>{t.noBookings}</p>}
      <ul>
        {data?.bookings.slice(0, SHOWN).map((booking) => (
          <Line key={booking.id} booking={booking} />
        ))}
      </ul>
      {data !== undefined && data.bookings.length > SHOWN && (
        <p>{t.bookingsMore(data.bookings.length - SHOWN)}</p>
      )}
    </section>
  );
}

function Line({ booking: { id, trip, promise, state, acts = [] } }: { booking: Booking }) {
  const { tenant } = useTenancy();
  const format = useFormat();
  const words = useBookingWords();
  return (
    <li className="flex flex-wrap items-center gap-x-4 border-b border-line last:border-b-0">
      <Link
        to="/t/$tenant/bookings/$bookingId"
        params={{ tenant, bookingId: id }}
        className="inline-flex min-h-11 min-w-40 items-center font-bold text-key-900 underline"
      >
        {format.serviceDate(trip.serviceDate)} {format.time(promise.pickupFrom)}
      </Link>
      <span className="min-w-0 flex-1 basis-60">{words.route(trip)}</span>
      <StateBadge state={state} />
      {acts.some(({ by }) => by === "helper") && <ActWords acts={acts} />}
    </li>
  );
}
