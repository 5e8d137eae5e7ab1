import type { BookingPage } from "@noriai/api";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useMessages } from "../language.tsx";
import { StandingNotice } from "../members/standing-notice.tsx";
import { bookingsMessages } from "../messages/bookings/index.ts";
import { useFormat, useSession, useTenancy } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";
import { useBookingWords } from "./booking-words.ts";
import { StateBadge } from "./state-badge.tsx";

/** What a booking is now. */
export function BookingFacts({ page }: { page: BookingPage }) {
  const t = useMessages(bookingsMessages);
  const format = useFormat();
  const words = useBookingWords();
  const { booking, cancellation, lastAct } = page;
  const { trip, promise, fare, state, pickupAt, dropoffAt, vehicleId, lateBy, channel } = booking;
  return (
    <section aria-label={t.page.facts} className="rounded-12 border border-line p-5">
      <p className="mb-3 flex flex-wrap gap-2">
        <StateBadge state={state} />
        {lateBy > 0 && <Badge tone="error">{t.late(Math.ceil(lateBy / 60))}</Badge>}
        <Badge>{t.channels[channel]}</Badge>
      </p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 text-lg">
        <Fact name={t.page.member}>
          <WhoRides page={page} />
        </Fact>
        <Fact name={t.columns.date}>{format.serviceDate(trip.serviceDate)}</Fact>
        <Fact name={t.columns.route}>{words.route(trip)}</Fact>
        <Fact name={t.overtaken.fields.time}>{words.wish(trip)}</Fact>
        <Fact name={t.page.promise}>{words.promise(promise)}</Fact>
        {pickupAt !== undefined && dropoffAt !== undefined && (
          <Fact name={t.page.ride}>{t.arrow(format.time(pickupAt), format.time(dropoffAt))}</Fact>
        )}
        {vehicleId !== undefined && <Fact name={t.columns.vehicle}>{words.vehicle(vehicleId)}</Fact>}
        <Fact name={t.columns.party}>{words.party(trip)}</Fact>
        <Fact name={t.page.fare}>{format.yen(fare.total)}</Fact>
      </dl>
      {cancellation !== null && (
        <p className="mt-3 text-lg">
          {t.page.cancelled(format.dateTime(cancellation.at))}
          {cancellation.reason && <span className="block">{t.page.reason(cancellation.reason)}</span>}
        </p>
      )}
      {lastAct !== null && (
        <p className="mt-3 text-quiet">
          {t.page.lastAct(format.dateTime(lastAct.at), lastAct.by ?? t.roles[lastAct.role] ?? lastAct.role)}
        </p>
      )}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-quiet">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

function WhoRides({ page: { member, memberId, booking } }: { page: BookingPage }) {
  const { page: t } = useMessages(bookingsMessages);
  const { tenant } = useTenancy();
  const { role } = useSession();
  return (
    <>
      {member !== null && (
        <span className="block">
          <span className="font-bold">{member.name}</span> {member.kana}{" "}
          <span className="tabular-nums">{member.phone}</span>
        </span>
      )}
      {member === null && booking.calledName !== null && <span>{booking.calledName}</span>}
      {member === null && booking.calledName === null && (
        <span className="block text-quiet">
          {role === "call_operator" && memberId === null ? t.memberErased : t.memberHidden}
        </span>
      )}
      {memberId !== null && (
        <>
          <Link
            to="/t/$tenant/members/$memberId"
            params={{ tenant, memberId }}
            className="inline-flex min-h-11 items-center text-key-900 underline"
          >
            {t.toMember}
          </Link>
          <StandingNotice memberId={memberId} />
        </>
      )}
    </>
  );
}
