import type { RecurringRide, RecurringWish } from "@noriai/api";
import { useNavigate } from "@tanstack/react-router";
import { useCommand } from "../command.ts";
import { epochMs } from "../format.ts";
import { useReadAgain } from "../read.ts";
import { draftAs } from "../rider/draft.ts";
import { keepDraft } from "../rider/use-draft.ts";
import { useTenancy } from "../shell/session.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { useRecurringWords } from "./recurring-words.ts";

type WishDate = RecurringWish["dates"][number];

/** The dates ahead: booked, to be booked, left out, or refused with the reasons. */
export function WishDates({ wish, isOwn }: { wish: RecurringWish; isOwn: boolean }) {
  const { t } = useRecurringWords();
  if (wish.dates.length === 0) return null;
  return (
    <section aria-label={t.dates.title}>
      <h3 className="font-bold">{t.dates.title}</h3>
      <ul>
        {wish.dates.map((date) => (
          <DateRow key={date.serviceDate} wish={wish} date={date} isOwn={isOwn} />
        ))}
      </ul>
      {wish.more > 0 && <p className="mt-1">{t.dates.more(wish.more)}</p>}
    </section>
  );
}

function DateRow({ wish, date, isOwn }: { wish: RecurringWish; date: WishDate; isOwn: boolean }) {
  const { t, format, now } = useRecurringWords();
  const { serviceDate, notDue, rides, asksAt } = date;
  const day = format.serviceDate(serviceDate);
  const isLater = epochMs(asksAt) / 1000 > now;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 border-b border-line py-2 last:border-b-0">
      <div className="min-w-[min(20rem,100%)] flex-1">
        <p className="text-lg">
          <span className="font-bold">{day}</span>
          {notDue !== null && <span className="ml-3">{t.notDue[notDue]}</span>}
          {notDue === null && rides.length === 0 && isLater && wish.ended === null && (
            <span className="ml-3 text-quiet">{t.dates.waiting(format.dateTime(asksAt))}</span>
          )}
        </p>
        {rides.map((ride) => (
          <Ride key={ride.leg} wish={wish} ride={ride} isLeftOut={notDue === "left-out"} isOwn={isOwn} />
        ))}
      </div>
      {wish.ended === null && (notDue === null || notDue === "left-out") && (
        <LeaveOut wish={wish} serviceDate={serviceDate} isLeftOut={notDue === "left-out"} day={day} />
      )}
    </li>
  );
}

function Ride({
  wish,
  ride,
  isLeftOut,
  isOwn,
}: {
  wish: RecurringWish;
  ride: RecurringRide;
  isLeftOut: boolean;
  isOwn: boolean;
}) {
  const { t, format, why, instead } = useRecurringWords();
  const { leg, state, promise, refused, rejections, alternatives, time } = ride;
  // Forgotten when the date was taken up again, and not asked for yet.
  if (refused && state === null && rejections.length === 0) return null;
  const stands = state === "confirmed";
  return (
    <div className="mt-1">
      <p className="flex flex-wrap items-center gap-x-3">
        <span className="font-bold">{t.legs[leg]}</span>
        {state !== null && <Badge tone={stands ? "success" : "gray"}>{t.dates.states[state] ?? state}</Badge>}
        {stands && promise !== null && (
          <span>{t.outlook.pickup(format.time(promise.pickupFrom), format.time(promise.pickupTo))}</span>
        )}
        {refused && state === null && (
          <>
            <span>{t.at[time.mode](format.time(time.at))}</span>
            <Badge tone="error">{t.dates.refused}</Badge>
          </>
        )}
      </p>
      {stands && isLeftOut && <p>{t.dates.onTheWay}</p>}
      {refused && !isLeftOut && (
        <div className="pl-4">
          {state !== null && <p className="font-bold">{t.dates.kept}</p>}
          {[...why(rejections), ...instead(alternatives)].map((line) => (
            <p key={line}>{line}</p>
          ))}
          {isOwn && state === null && wish.ended === null && <OtherTime wish={wish} ride={ride} />}
        </div>
      )}
    </div>
  );
}

/** Opens the ordinary way of booking with this ride put in, at the nearest time that can be had. */
function OtherTime({ wish, ride }: { wish: RecurringWish; ride: RecurringRide }) {
  const { t } = useRecurringWords();
  const { tenant, service } = useTenancy();
  const navigate = useNavigate();
  const begin = () => {
    const [first] = ride.alternatives;
    const way = ride.leg === "out" ? { from: wish.from, to: wish.to } : { from: wish.to, to: wish.from };
    const draft = {
      mode: ride.time.mode,
      companions: wish.companions,
      wheelchairs: wish.wheelchairs,
      needs: wish.needs ?? [],
      partyKnown: true,
    };
    keepDraft(tenant, draftAs(draft, first ?? { ...way, time: ride.time }, service.timeZone));
    void navigate({ to: "/t/$tenant/ride/book/$step", params: { tenant, step: "when" } });
  };
  return (
    <Button look="outline" size="small" className="mt-1" onClick={begin}>
      {t.dates.otherTime}
    </Button>
  );
}

function LeaveOut({
  wish,
  serviceDate,
  isLeftOut,
  day,
}: {
  wish: RecurringWish;
  serviceDate: string;
  isLeftOut: boolean;
  day: string;
}) {
  const { t } = useRecurringWords();
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const { run, busy, problem } = useCommand("leaveOutRecurring");
  const press = async () => {
    const params = { tenant, recurringId: wish.id, serviceDate };
    await run({ params, body: { leftOut: !isLeftOut } });
    await readAgain("listRecurring", "listMyBookings", "listMemberBookings");
  };
  return (
    <div>
      <Button
        look="plain"
        size="small"
        busy={busy}
        aria-label={isLeftOut ? t.dates.takeOf(day) : t.dates.skipOf(day)}
        onClick={() => void press()}
      >
        {isLeftOut ? t.dates.take : t.dates.skip}
      </Button>
      {problem !== undefined && <ProblemNotice problem={problem} />}
    </div>
  );
}
