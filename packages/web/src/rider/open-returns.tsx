import type { OpenReturn } from "@noriai/api";
import { useNavigate } from "@tanstack/react-router";
import { useNow } from "../clock.tsx";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { stopMessages } from "../messages/stops/index.ts";
import { useRead, useReadAgain } from "../read.ts";
import { useFormat, useSession, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { wallTimeOf } from "../wall-time.ts";
import { backDraft } from "./return-draft.ts";
import { keepDraft } from "./use-draft.ts";

/** The first time that can be called for moves on with the clock. */
const REFRESH_MS = 30_000;

/** The next way back: to be booked, wished for without a time (終わったら呼ぶ), or called. Nothing where there is none. */
export function OpenReturns() {
  const { openReturn: t } = useMessages(stopMessages);
  const { tenant } = useTenancy();
  const { data } = useRead("listOpenReturns", { params: { tenant } }, { refetchInterval: REFRESH_MS });
  const shown = data?.returns.filter(({ wished }, k) => wished || k === 0) ?? [];
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="open-return" className="rounded-12 border border-line p-5">
      <h2 id="open-return" className="text-xl font-bold">
        {t.title}
      </h2>
      <ul className="flex flex-col gap-4">
        {shown.map((each) => (
          <li key={each.bookingId} className="flex flex-col gap-3">
            <Way back={each} />
            {each.wished ? <Wished back={each} /> : <Wishable back={each} />}
          </li>
        ))}
      </ul>
    </section>
  );
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

function Wishable({ back }: { back: OpenReturn }) {
  const { openReturn: t } = useMessages(stopMessages);
  const { tenant } = useTenancy();
  const begin = useBackDraft(back);
  const { run, busy, problem } = usePlainCommand("wishReturn");
  const readAgain = useReadAgain();
  const wish = async () => {
    await run({ params: { tenant }, body: { bookingId: back.bookingId } });
    await readAgain("listOpenReturns");
  };
  return (
    <>
      <p>{t.lead}</p>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <div className="grid gap-3 sm:grid-cols-2">
        <Button look="outline" size="medium" onClick={() => begin(undefined)}>
          {t.bookNow}
        </Button>
        <Button look="outline" size="medium" busy={busy} onClick={() => void wish()}>
          {t.wish}
        </Button>
      </div>
      <p className="text-base text-quiet">{t.notPromise}</p>
    </>
  );
}

function Wished({ back }: { back: OpenReturn }) {
  const { openReturn: t } = useMessages(stopMessages);
  const format = useFormat();
  const { tenant, service } = useTenancy();
  const begin = useBackDraft(back);
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
          <Button wide onClick={() => begin(callFrom)}>
            {t.call}
          </Button>
          <p>{t.callAt(format.time(callFrom))}</p>
        </>
      ) : (
        <p>{serviceDate === today ? t.tooLate : t.notNow}</p>
      )}
      <p className="text-base text-quiet">{t.notPromise}</p>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <Button look="plain" size="small" busy={busy} onClick={() => void drop()}>
        {t.drop}
      </Button>
    </>
  );
}

/** Begins the booking of the way back: at a time, or asking for one. */
function useBackDraft(back: OpenReturn): (at: string | undefined) => void {
  const { tenant, service } = useTenancy();
  const own = useSession().fareClass ?? "general";
  const navigate = useNavigate();
  return (at) => {
    keepDraft(tenant, backDraft(back, { own, at, timeZone: service.timeZone }));
    const step = at === undefined ? "when" : "offer";
    void navigate({ to: "/t/$tenant/ride/book/$step", params: { tenant, step } });
  };
}
