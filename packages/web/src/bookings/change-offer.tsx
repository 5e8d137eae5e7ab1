import type { QuoteAnswer } from "@noriai/api";
import { useNow } from "../clock.tsx";
import { epochMs } from "../format.ts";
import { useMessages } from "../language.tsx";
import { bookingsMessages } from "../messages/bookings/index.ts";
import { rejectionMessages, wordRejections } from "../messages/rejections/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { useBookingWords } from "./booking-words.ts";

/** What the booking would become, with the one button that makes it so; or why it cannot. */
export function ChangeOffer({
  answer,
  busy,
  onTake,
}: {
  answer: QuoteAnswer;
  busy: boolean;
  onTake: (quoteId: string) => void;
}) {
  const { edit: t } = useMessages(bookingsMessages);
  const format = useFormat();
  const words = useBookingWords();
  const now = useNow();
  if (answer.kind === "refusal") return <Refused answer={answer} />;
  const { id, trip, promise, vehicleId, fare, held, expiresAt } = answer.quote;
  const left = Math.floor(epochMs(expiresAt) / 1000 - now);
  if (left <= 0) return <Notice tone="warning" title={t.gone} />;
  return (
    <Notice tone="info" title={t.offer}>
      <ul className="text-lg">
        <li>
          {format.serviceDate(trip.serviceDate)} {words.route(trip)}
        </li>
        <li className="font-bold">{words.promise(promise)}</li>
        <li>{words.party(trip)}</li>
        <li>
          {format.yen(fare.total)} {words.vehicle(vehicleId)}
        </li>
      </ul>
      <p className="my-2 tabular-nums">{held ? t.held(clockOf(left)) : t.notHeld}</p>
      <Button busy={busy} onClick={() => onTake(id)}>
        {busy ? t.taking : t.take}
      </Button>
    </Notice>
  );
}

const clockOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

function Refused({ answer }: { answer: Extract<QuoteAnswer, { kind: "refusal" }> }) {
  const { edit: t } = useMessages(bookingsMessages);
  const rejections = useMessages(rejectionMessages);
  const format = useFormat();
  const now = useNow();
  const { stops, vehicles } = useTenancy().service;
  const reasons = wordRejections(answer.refusal.rejections, rejections, {
    format,
    now,
    stopName: (id) => stops.find((stop) => stop.id === id)?.name ?? id,
    seats: vehicles.map(({ seats }) => seats),
  });
  return (
    <Notice tone="warning" title={t.refused}>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p>{t.keepOld}</p>
    </Notice>
  );
}
