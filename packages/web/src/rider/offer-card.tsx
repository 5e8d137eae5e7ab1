import type { Problem, Quote } from "@noriai/api";
import { useNow } from "../clock.tsx";
import { epochMs } from "../format.ts";
import { useMessages } from "../language.tsx";
import { intakeMessages } from "../messages/intake/index.ts";
import { riderMessages } from "../messages/rider/index.ts";
import { unsureMessages } from "../messages/unsure/index.ts";
import { useReadAgain } from "../read.ts";
import { useFormat } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { PageTitle } from "../ui/page-title.tsx";
import { FareLines } from "./fare-lines.tsx";
import { fateOfOffer } from "./fate-of-offer.ts";
import { RideFacts } from "./ride-facts.tsx";
import { useYes } from "./use-yes.ts";
import { YesProblem } from "./yes-problem.tsx";

const WARN_SECONDS = 30;

/**
 * An offer: everything the rider is promised, how long it is kept, and one button. Where nobody answered her yes the
 * offer stays, its hold over or not: she may have her booking, and asking anew would make a second one.
 */
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
  const { again } = useMessages(unsureMessages);
  const readAgain = useReadAgain();
  const yes = useYes(quote.id);
  const fate = fateOfOffer(yes.problem);
  const left = Math.max(0, Math.ceil(epochMs(quote.expiresAt) / 1000 - useNow()));
  const book = async () => {
    const booked = await yes.say();
    if (!booked.ok) return;
    await readAgain("listMyBookings", "listHelpedBookings");
    onBooked();
  };
  if (fate === "refused") return <RefusedYes problem={yes.problem!} />;
  if ((left === 0 && yes.state === "open") || fate === "gone")
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
      {(left > 0 || yes.state === "sending") && <HoldNotice quote={quote} left={left} />}
      <YesProblem yes={yes} />
      <Button wide busy={yes.state === "sending"} onClick={() => void book()}>
        {{ open: changes ? t.confirmChange : t.confirm, sending: t.confirming, unsure: again }[yes.state]}
      </Button>
    </div>
  );
}

/** The yes was refused, and why; nothing was booked, nothing was changed. */
function RefusedYes({ problem }: { problem: Problem }) {
  const { refusal: t } = useMessages(riderMessages);
  const intake = useMessages(intakeMessages);
  const isStopped = problem.rejections?.some(({ kind }) => kind === "intake-stopped") ?? false;
  return (
    <>
      <PageTitle key="refused" title={isStopped ? intake.banner : t.title} />
      <YesProblem yes={{ state: "open", problem }} />
    </>
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
