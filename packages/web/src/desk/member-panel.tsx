import type { Booking, BookingPage, MemberSummary } from "@noriai/api";
import type { ReactNode } from "react";
import { useReadNow } from "../clock.tsx";
import { useMessages } from "../language.tsx";
import { StandingNotice } from "../members/standing-notice.tsx";
import { deskMessages } from "../messages/desk/index.ts";
import { tripNeedsIn } from "../needs/trip-needs.ts";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Card } from "../ui/card.tsx";
import { Loading } from "../ui/loading.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { MemberWaiting } from "../waiting/member-waiting.tsx";
import { ContactChoice } from "./contact-choice.tsx";
import { type UsualTrip, upcomingOf, usualTrips } from "./past-trips.ts";
import { PastTrips } from "./past-trips-list.tsx";
import { draftFromBooking, draftToChange, emptyDraft, type RequestDraft } from "./request-draft.ts";
import { suggestedTime, timeBack } from "./suggested-time.ts";
import { UpcomingBookings } from "./upcoming-bookings.tsx";

/** The caller: who it is, what they have booked, and what they usually ride. */
export function MemberPanel({
  member,
  date,
  onTrip,
  onCancelled,
  children,
}: {
  member: MemberSummary;
  date: string;
  /** Goes beneath the member's card. */
  children: ReactNode;
  onTrip: (draft: RequestDraft) => void;
  onCancelled: (booking: Booking) => void;
}) {
  const { tenant } = useTenancy();
  const { data, error, refetch } = useRead("listMemberBookings", { params: { tenant, memberId: member.id } });
  const drafts = useDrafts({ member, date, bookings: data?.bookings ?? [] });
  return (
    <>
      <MemberCard member={member} />
      <StandingNotice memberId={member.id} />
      {children}
      {data === undefined &&
        (error === null ? <Loading /> : <ProblemNotice problem={error} onRetry={() => void refetch()} />)}
      {data !== undefined && (
        <>
          <PastTrips
            trips={usualTrips(data.bookings)}
            onRepeat={(trip) => onTrip(drafts.again(trip))}
            onBack={(trip) => onTrip(drafts.back(trip))}
            onFresh={() => onTrip(drafts.fresh())}
          />
          <UpcomingBookings
            bookings={upcomingOf(data.bookings)}
            onChange={(page) => onTrip(drafts.change(page))}
            onCancelled={onCancelled}
          />
          <MemberWaiting memberId={member.id} />
        </>
      )}
    </>
  );
}

/** The request that each key begins with, its time already the probable one. */
function useDrafts({
  member,
  date,
  bookings,
}: {
  readonly member: MemberSummary;
  readonly date: string;
  readonly bookings: readonly Booking[];
}) {
  const { service } = useTenancy();
  const readNow = useReadNow();
  const suggesting = () => ({ service, date, now: readNow() });
  const record = tripNeedsIn(member.needs);
  const draftOf = (booking: Booking, time: string, turned: boolean) =>
    draftFromBooking({ booking, memberClass: member.fareClass, date, time, turned, record });
  const wishesOf = (from: string, to: string) =>
    bookings
      .filter(({ state, trip }) => state === "completed" && trip.from === from && trip.to === to)
      .map(({ trip }) => trip.time.at);
  return {
    again: ({ last, wishedAt }: UsualTrip) =>
      draftOf(last, suggestedTime({ ...suggesting(), wishedAt }), false),
    back({ last }: UsualTrip) {
      const { from, to } = last.trip;
      const time =
        timeBack({ ...suggesting(), there: { from, to }, bookings }) ??
        suggestedTime({ ...suggesting(), wishedAt: wishesOf(to, from) });
      return draftOf(last, time, true);
    },
    change: (page: BookingPage) =>
      draftToChange({ page, memberClass: member.fareClass, timeZone: service.timeZone }),
    fresh: () => ({ ...emptyDraft(date, record), time: suggestedTime({ ...suggesting(), wishedAt: [] }) }),
  };
}

function MemberCard({ member }: { member: MemberSummary }) {
  const t = useMessages(deskMessages);
  const rows = [
    [t.member.phone, member.phone],
    [t.member.town, member.town],
    [t.member.memberNo, member.memberNo],
    [t.member.fareClass, t.classes[member.fareClass]],
  ] as const;
  return (
    <Card>
      <h2 className="text-2xl font-bold">
        {member.name} <span className="text-lg font-normal">{member.kana}</span>
      </h2>
      <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4">
        {rows.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-quiet">{label}</dt>
            <dd className="tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <ContactChoice member={member} />
    </Card>
  );
}
