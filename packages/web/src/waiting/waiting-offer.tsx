import type { Waiting } from "@noriai/api";
import { useNow } from "../clock.tsx";
import { useCommand, usePlainCommand } from "../command.ts";
import { epochMs } from "../format.ts";
import { useMessages } from "../language.tsx";
import { waitingMessages } from "../messages/waiting/index.ts";
import { useReadAgain } from "../read.ts";
import { FareLines } from "../rider/fare-lines.tsx";
import { RideFacts } from "../rider/ride-facts.tsx";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

/** Room has come free: everything the rider is promised, until when it is kept, and her answer with one press. */
export function WaitingOffer({ waiting, onBooked }: { waiting: Waiting; onBooked: () => void }) {
  const { mine: t } = useMessages(waitingMessages);
  const format = useFormat();
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const confirm = useCommand("confirmQuote");
  const release = usePlainCommand("releaseQuote");
  const now = useNow();
  const { offer } = waiting;
  if (offer === null) return null;
  if (epochMs(offer.expiresAt) / 1000 < now && !confirm.busy) return <Notice tone="warning" title={t.gone} />;
  const params = { tenant, quoteId: offer.id };
  const accept = async () => {
    const booked = await confirm.run({ params });
    await readAgain("listMyBookings", "listMyWaiting");
    if (booked.ok) onBooked();
  };
  const decline = async () => {
    await release.run({ params });
    await readAgain("listMyWaiting");
  };
  const problem = confirm.problem ?? release.problem;
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
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <div className="flex flex-col gap-3">
        <Button wide busy={confirm.busy} onClick={() => void accept()}>
          {confirm.busy ? t.accepting : t.accept}
        </Button>
        <Button look="outline" wide busy={release.busy} onClick={() => void decline()}>
          {t.decline}
        </Button>
      </div>
    </section>
  );
}
