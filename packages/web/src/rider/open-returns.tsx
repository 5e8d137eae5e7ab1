import type { OpenReturn } from "@noriai/api";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useNow } from "../clock.tsx";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { stopMessages } from "../messages/stops/index.ts";
import { useRead, useReadAgain } from "../read.ts";
import { useFormat, useSession, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { wallTimeOf } from "../wall-time.ts";
import type { HelpedRider } from "./draft.ts";
import { backDraft, latestBooked, shownReturns } from "./return-draft.ts";
import { useBookingsOf } from "./use-bookings-of.ts";
import { keepDraft } from "./use-draft.ts";

/** The first time that can be called for moves on with the clock. */
const REFRESH_MS = 30_000;

interface ForWhom {
  /** Whom the rider helps; absent: the rider. */
  readonly helped?: HelpedRider | undefined;
}

/** Ways back: to be booked, wished for without a time (終わったら呼ぶ), or called. Nothing where there is none. */
export function OpenReturns({ helped }: ForWhom) {
  const { openReturn: t } = useMessages(stopMessages);
  const shown = shownReturns(useReturns(helped));
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="open-return" className="flex flex-col gap-3 rounded-12 border border-line p-5">
      <h2 id="open-return" className="text-xl font-bold">
        {t.title}
      </h2>
      {shown.some(({ wished }) => !wished) && <p>{t.lead}</p>}
      <ul className="flex flex-col gap-6">
        {shown.map((each) => (
          <li key={each.bookingId} className="flex flex-col gap-3">
            <Way back={each} />
            {each.wished ? <Wished back={each} helped={helped} /> : <Wishable back={each} helped={helped} />}
          </li>
        ))}
      </ul>
      <p className="text-base text-quiet">{t.notPromise}</p>
    </section>
  );
}

/** The way back of the ride that was booked just now, in one press; nothing where it has none. */
export function JustBookedReturn({ helped }: ForWhom) {
  const { openReturn: t } = useMessages(stopMessages);
  const booked = useJustBooked(helped);
  const back = useReturns(helped).find(({ bookingId }) => bookingId === booked);
  const begin = useBackDraft(helped);
  if (back === undefined || back.wished) return null;
  return (
    <div className="flex flex-col items-start gap-2 rounded-12 border border-line p-5">
      <p className="font-bold">{t.title}</p>
      <Way back={back} />
      <Button look="outline" size="medium" onClick={() => begin(back, undefined)}>
        {t.bookNow}
      </Button>
    </div>
  );
}

/** The ride that was booked last. What was read before it was booked does not know it: only what is read now counts. */
function useJustBooked(helped: HelpedRider | undefined): string | undefined {
  const { bookings, isFetching } = useBookingsOf(helped);
  const [booked, setBooked] = useState<string>();
  const latest = latestBooked(bookings)?.id;
  if (booked === undefined && !isFetching && latest !== undefined) setBooked(latest);
  return booked;
}

function useReturns(helped: HelpedRider | undefined): readonly OpenReturn[] {
  const { tenant } = useTenancy();
  const query = helped === undefined ? {} : { memberId: helped.memberId };
  const request = { params: { tenant }, query };
  return useRead("listOpenReturns", request, { refetchInterval: REFRESH_MS }).data?.returns ?? [];
}

function Way({ back: { serviceDate, from, to, outBy } }: { back: OpenReturn }) {
  const { openReturn: t } = useMessages(stopMessages);
  const format = useFormat();
  const { service } = useTenancy();
  const name = (id: string) => service.stops.find((stop) => stop.id === id)?.name ?? id;
  return (
    <p className="text-lg">
      {format.serviceDate(serviceDate)} <span className="font-bold">{t.route(name(from), name(to))}</span>
      <span className="block text-base text-quiet">{t.by(format.time(outBy))}</span>
    </p>
  );
}

function Wishable({ back, helped }: ForWhom & { back: OpenReturn }) {
  const { openReturn: t } = useMessages(stopMessages);
  const { tenant } = useTenancy();
  const begin = useBackDraft(helped);
  const { run, busy, problem } = usePlainCommand("wishReturn");
  const readAgain = useReadAgain();
  const wish = async () => {
    await run({ params: { tenant }, body: { bookingId: back.bookingId } });
    await readAgain("listOpenReturns");
  };
  return (
    <>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <div className="grid gap-3 sm:grid-cols-2">
        <Button look="outline" size="medium" onClick={() => begin(back, undefined)}>
          {t.bookNow}
        </Button>
        <Button look="outline" size="medium" busy={busy} onClick={() => void wish()}>
          {t.wish}
        </Button>
      </div>
    </>
  );
}

function Wished({ back, helped }: ForWhom & { back: OpenReturn }) {
  const { openReturn: t } = useMessages(stopMessages);
  const format = useFormat();
  const { tenant, service } = useTenancy();
  const begin = useBackDraft(helped);
  const { run, busy, problem } = usePlainCommand("dropReturn");
  const readAgain = useReadAgain();
  const { bookingId, callFrom, serviceDate } = back;
  const today = wallTimeOf(useNow(), service.timeZone).date;
  const drop = async () => {
    await run({ params: { tenant, bookingId } });
    await readAgain("listOpenReturns");
  };
  return (
    <>
      {callFrom !== null ? (
        <>
          <p>{t.wished}</p>
          <Button wide onClick={() => begin(back, callFrom)}>
            {t.call}
          </Button>
          <p>{t.callAt(format.time(callFrom))}</p>
        </>
      ) : (
        <p>{serviceDate === today ? t.tooLate : t.notNow}</p>
      )}
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <Button look="plain" size="small" busy={busy} onClick={() => void drop()}>
        {t.drop}
      </Button>
    </>
  );
}

/** Begins the booking of a way back: at a time, or asking for one. */
function useBackDraft(helped: HelpedRider | undefined): (back: OpenReturn, at: string | undefined) => void {
  const { tenant, service } = useTenancy();
  const ownClass = useSession().fareClass ?? "general";
  const navigate = useNavigate();
  return (back, at) => {
    const own = helped?.fareClass ?? ownClass;
    const draft = backDraft(back, { own, at, timeZone: service.timeZone });
    keepDraft(tenant, helped === undefined ? draft : { ...draft, helped });
    const step = at === undefined ? "when" : "offer";
    void navigate({ to: "/t/$tenant/ride/book/$step", params: { tenant, step } });
  };
}
