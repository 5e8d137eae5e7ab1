import type { Quote, Waiting } from "@noriai/api";
import { useNow } from "../clock.tsx";
import { usePlainCommand } from "../command.ts";
import { epochMs } from "../format.ts";
import { useMessages } from "../language.tsx";
import { unsureMessages } from "../messages/unsure/index.ts";
import { waitingMessages } from "../messages/waiting/index.ts";
import { useReadAgain } from "../read.ts";
import { FareLines } from "../rider/fare-lines.tsx";
import { fateOfOffer } from "../rider/fate-of-offer.ts";
import { RideFacts } from "../rider/ride-facts.tsx";
import { useYes } from "../rider/use-yes.ts";
import { YesProblem } from "../rider/yes-problem.tsx";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/** Room has come free: everything the rider is promised, until when it is kept, and her answer with one press. */
export function WaitingOffer({ waiting: { offer }, onBooked }: { waiting: Waiting; onBooked: () => void }) {
  return offer && <Offer offer={offer} onBooked={onBooked} />;
}

/** Stays while nobody has answered her yes, even after the time to give it: she may have her booking. */
function Offer({ offer, onBooked }: { offer: Quote; onBooked: () => void }) {
  const { mine: t } = useMessages(waitingMessages);
  const format = useFormat();
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const unsure = useMessages(unsureMessages);
  const yes = useYes(offer.id);
  const release = usePlainCommand("releaseQuote");
  const isOver = epochMs(offer.expiresAt) / 1000 < useNow();
  if ((isOver && yes.state === "open") || fateOfOffer(yes.problem) === "gone")
    return <Notice tone="warning" title={t.gone} />;
  const accept = async () => {
    const booked = await yes.say();
    await readAgain("listMyBookings", "listMyWaiting");
    if (booked.ok) onBooked();
  };
  const decline = async () => {
    await release.run({ params: { tenant, quoteId: offer.id } });
    await readAgain("listMyWaiting");
  };
  return (
    <section
      aria-labelledby={`offer-${offer.id}`}
      className="rounded-16 border-4 border-success-2 bg-white p-5"
    >
      <h2 id={`offer-${offer.id}`} className="text-2xl font-bold">
        {t.offer}
      </h2>
      <p className="mb-4 text-lg">{t.offerLead}</p>
      <RideFacts
        trip={offer.trip}
        promise={offer.promise}
        vehicleId={offer.vehicleId}
        wheelchairs={offer.trip.wheelchairs}
      />
      <FareLines fare={offer.fare} />
      <p className="phrase my-4 rounded-8 bg-surface px-4 py-3 text-lg font-bold">
        {t.answerBy(format.dateTime(offer.expiresAt))}
      </p>
      <YesProblem yes={yes} />
      {release.problem !== undefined && <ProblemNotice problem={release.problem} />}
      <div className="flex flex-col gap-3">
        <Button wide busy={yes.state === "sending"} onClick={() => void accept()}>
          {{ open: t.accept, sending: t.accepting, unsure: unsure.again }[yes.state]}
        </Button>
        <Button look="outline" wide busy={release.busy} onClick={() => void decline()}>
          {t.decline}
        </Button>
      </div>
    </section>
  );
}
