import type { Booking, MemberSummary } from "@noriai/api";
import { useMessages } from "../language.tsx";
import { deskMessages } from "../messages/desk/index.ts";
import { useRead } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Card } from "../ui/card.tsx";
import { Loading } from "../ui/loading.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { ContactChoice } from "./contact-choice.tsx";
import { tripsToRepeat, upcomingOf } from "./past-trips.ts";
import { PastTrips } from "./past-trips-list.tsx";
import { draftFromBooking, emptyDraft, type RequestDraft } from "./request-draft.ts";
import { UpcomingBookings } from "./upcoming-bookings.tsx";

/** The caller: who it is, what they have booked, and what they usually ride. */
export function MemberPanel({
  member,
  date,
  onTrip,
}: {
  member: MemberSummary;
  date: string;
  onTrip: (draft: RequestDraft) => void;
}) {
  const { tenant } = useTenancy();
  const { data, error, refetch } = useRead("listMemberBookings", { params: { tenant, memberId: member.id } });
  const draftOf = (booking: Booking, turned: boolean) =>
    draftFromBooking({ booking, memberClass: member.fareClass, date, turned });
  return (
    <>
      <MemberCard member={member} />
      {data === undefined &&
        (error === null ? <Loading /> : <ProblemNotice problem={error} onRetry={() => void refetch()} />)}
      {data !== undefined && (
        <>
          <UpcomingBookings bookings={upcomingOf(data.bookings)} />
          <PastTrips
            trips={tripsToRepeat(data.bookings)}
            onRepeat={(booking) => onTrip(draftOf(booking, false))}
            onBack={(booking) => onTrip(draftOf(booking, true))}
            onFresh={() => onTrip(emptyDraft(date))}
          />
        </>
      )}
    </>
  );
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
