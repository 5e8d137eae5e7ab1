import type { MemberStanding } from "@noriai/api";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useBookingWords } from "../bookings/booking-words.ts";
import { useMessages } from "../language.tsx";
import { bookingsMessages } from "../messages/bookings/index.ts";
import { membersMessages } from "../messages/members/index.ts";
import { useRead } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { NoteDialog } from "./note-dialog.tsx";

type Missed = MemberStanding["missed"][number];

/** Rides that the member missed, what the service makes of them, and everything that was noted. */
export function StandingPanel({ memberId }: { memberId: string }) {
  const { standing: t } = useMessages(membersMessages);
  const { tenant } = useTenancy();
  const { data, error, refetch } = useRead("getMemberStanding", { params: { tenant, memberId } });
  const [noting, setNoting] = useState<Missed>();
  return (
    <section>
      <h2 className="mb-2 text-xl font-bold">{t.title}</h2>
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data?.policy === null && <p>{t.noPolicy}</p>}
      {data !== undefined && data.missed.length === 0 && <p>{t.none}</p>}
      {data !== undefined && data.missed.length > 0 && <Summary standing={data} />}
      <ul className="mt-3">
        {data?.missed.map((ride) => (
          <MissedRide key={ride.bookingId} ride={ride} onNote={() => setNoting(ride)} />
        ))}
      </ul>
      {data?.policy && <NoteDialog ride={noting} policy={data.policy} onClose={() => setNoting(undefined)} />}
    </section>
  );
}

function Summary({ standing: { level, counted, saidAt, fallsOn, policy } }: { standing: MemberStanding }) {
  const { standing: t } = useMessages(membersMessages);
  const format = useFormat();
  if (policy === null) return null;
  const isToDo = level !== "clear" && saidAt === null;
  const title =
    level !== "clear" && saidAt !== null ? t.said[level](format.dateTime(saidAt)) : t.levels[level];
  return (
    <Notice tone={isToDo ? "warning" : "info"} title={title} quiet>
      <p>{t.counted(counted, policy.countedDays)}</p>
      {fallsOn !== null && <p>{t.falls(format.serviceDate(fallsOn))}</p>}
      {isToDo && (
        <p className="mt-1">
          {t.warning}
          <span className="block border-l-4 border-edge pl-3">{policy.warning}</span>
        </p>
      )}
      <p className="mt-1">{t.never}</p>
    </Notice>
  );
}

function MissedRide({ ride, onNote }: { ride: Missed; onNote: () => void }) {
  const { standing: t } = useMessages(membersMessages);
  const bookings = useMessages(bookingsMessages);
  const { tenant } = useTenancy();
  const format = useFormat();
  const words = useBookingWords();
  return (
    <li className="border-b border-line py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Link
          to="/t/$tenant/bookings/$bookingId"
          params={{ tenant, bookingId: ride.bookingId }}
          className="inline-flex min-h-11 items-center font-bold text-key-900 underline"
        >
          {format.serviceDate(ride.serviceDate)} {format.time(ride.pickupFrom)}
        </Link>
        <span className="min-w-0 flex-1 basis-60">{words.route(ride)}</span>
        <Badge tone={ride.uncounted === null ? "warning" : "gray"}>
          {ride.uncounted === null ? t.counts : t.uncounted[ride.uncounted]}
        </Badge>
        {ride.deeds.length > 0 && (
          <Button look="outline" size="small" onClick={onNote}>
            {t.note}
          </Button>
        )}
      </div>
      <ul className="pl-4">
        {ride.notes.map((note) => (
          <li key={`${note.at} ${note.kind}`}>
            {t.by(format.dateTime(note.at), note.by ?? bookings.roles.system!)}{" "}
            <span className="font-bold">{t.kinds[note.kind]}</span>{" "}
            {note.excuse !== null && t.excuses[note.excuse]} {note.words}
          </li>
        ))}
      </ul>
    </li>
  );
}
