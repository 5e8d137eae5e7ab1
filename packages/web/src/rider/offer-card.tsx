import type { Quote } from "@noriai/api";
import { useNow } from "../clock.tsx";
import { useCommand } from "../command.ts";
import { epochMs } from "../format.ts";
import { useStoppedWords } from "../intake/stopped-words.ts";
import { useMessages } from "../language.tsx";
import { intakeMessages } from "../messages/intake/index.ts";
import { riderMessages } from "../messages/rider/index.ts";
import { useReadAgain } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { FareLines } from "./fare-lines.tsx";
import { RideFacts } from "./ride-facts.tsx";

const WARN_SECONDS = 30;
/** Problems after which this very offer can no longer be had. */
const GONE = ["not-found", "not-possible-now"];

/** An offer: everything the rider is promised, how long it is kept, and one button. */
export function OfferCard({
  quote,
  changes,
  onRenew,
  onBooked,
}: {
  quote: Quote;
  changes: boolean;
  onRenew: () => void;
  onBooked: () => void;
}) {
  const { offer: t } = useMessages(riderMessages);
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const confirm = useCommand("confirmQuote");
  const left = Math.max(0, Math.ceil(epochMs(quote.expiresAt) / 1000 - useNow()));
  const intake = useMessages(intakeMessages);
  const stopped = useStoppedWords(confirm.problem);
  const gone = confirm.problem !== undefined && GONE.includes(confirm.problem.kind);
  const book = async () => {
    const booked = await confirm.run({ params: { tenant, quoteId: quote.id } });
    if (!booked.ok) return;
    await readAgain("listMyBookings", "listHelpedBookings");
    onBooked();
  };
  if (confirm.problem !== undefined && stopped.length > 0)
    return (
      <>
        <PageTitle key="stopped" title={intake.banner} />
        <ProblemNotice problem={confirm.problem} />
      </>
    );
  if ((left === 0 && !confirm.busy) || gone)
    return (
      <>
        <PageTitle key="expired" title={t.expired} />
        <Notice tone="warning" title={t.expiredLead} />
        <Button wide onClick={onRenew}>
          {t.renew}
        </Button>
      </>
    );
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title={t.title} />
      <div className="rounded-16 border-2 border-key-900 p-5">
        <RideFacts
          trip={quote.trip}
          promise={quote.promise}
          vehicleId={quote.vehicleId}
          wheelchairs={quote.trip.wheelchairs}
        />
        <FareLines fare={quote.fare} />
      </div>
      <HoldNotice quote={quote} left={left} />
      {confirm.problem !== undefined && <ProblemNotice problem={confirm.problem} />}
      <Button wide busy={confirm.busy} onClick={() => void book()}>
        {confirm.busy ? t.confirming : changes ? t.confirmChange : t.confirm}
      </Button>
    </div>
  );
}

/** How long the seat is kept. The running number is silent; once, before the end, it is said aloud. */
function HoldNotice({ quote, left }: { quote: Quote; left: number }) {
  const { offer: t } = useMessages(riderMessages);
  const format = useFormat();
  return (
    <div className="rounded-8 bg-surface px-4 py-3 text-lg">
      <p>
        {quote.held ? t.held(format.time(quote.expiresAt)) : t.notHeld}
        {quote.held && (
          <span aria-hidden="true" className="block font-bold tabular-nums">
            {t.left(Math.floor(left / 60), left % 60)}
          </span>
        )}
      </p>
      <p role="status" className="font-bold text-error-2">
        {quote.held && left <= WARN_SECONDS ? t.soonOver : ""}
      </p>
    </div>
  );
}
