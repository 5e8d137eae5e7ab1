import type { Refusal, TripTime } from "@noriai/api";
import { useEffect, useRef } from "react";
import { useNow } from "../clock.tsx";
import { useLanguage, useMessages } from "../language.tsx";
import { deskMessages } from "../messages/desk/index.ts";
import { rejectionMessages, wordRejections } from "../messages/rejections/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import type { CallStep } from "./call-state.ts";
import { ReadAloud } from "./read-aloud.tsx";
import { spokenDay, spokenTime } from "./spoken-words.ts";
import { useStopName } from "./upcoming-bookings.tsx";
import { useKeys } from "./use-keys.ts";

const SHOWN = 3;

/** Why not, said politely, and what can be had instead. 仕様書 5-(5)-③ 別便案内 */
export function RefusalPanel({
  step: { refusal },
  busy,
  onChoose,
  onChange,
}: {
  step: Extract<CallStep, { kind: "refused" }>;
  busy: boolean;
  onChoose: (time: TripTime) => void;
  onChange: () => void;
}) {
  const t = useMessages(deskMessages);
  const reasons = useReasons(refusal);
  const alternatives = refusal.alternatives.slice(0, SHOWN);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: "nearest" });
  }, [refusal]);
  const choices = alternatives.map(({ time }, i) => [String(i + 1), () => !busy && onChoose(time)] as const);
  useKeys({ escape: onChange, ...Object.fromEntries(choices) });
  return (
    <section aria-label={t.refusal.title} className="rounded-12 border-4 border-warning-yellow-2 p-4">
      <h2 ref={heading} tabIndex={-1} className="text-2xl font-bold">
        {t.refusal.title}
      </h2>
      <ReadAloud>
        {t.refusal.opening}
        {reasons.map((reason) => (
          <span key={reason}>「{reason}」</span>
        ))}
        <Suggestion refusal={refusal} />
      </ReadAloud>
      {alternatives.length > 0 && <h3 className="text-lg font-bold">{t.refusal.alternativesTitle}</h3>}
      <ol className="my-2 flex flex-col gap-2">
        {alternatives.map(({ time, pickupAt, dropoffAt }, i) => (
          <li key={time.at + time.mode}>
            <Choice
              number={i + 1}
              pickupAt={pickupAt}
              dropoffAt={dropoffAt}
              onChoose={() => !busy && onChoose(time)}
            />
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-3">
        <Button look="outline" onClick={onChange}>
          {t.refusal.change}
        </Button>
        {alternatives.length > 0 && <p className="text-quiet">{t.refusal.keys}</p>}
      </div>
    </section>
  );
}

function Choice({
  number,
  pickupAt,
  dropoffAt,
  onChoose,
}: {
  number: number;
  pickupAt: string;
  dropoffAt: string;
  onChoose: () => void;
}) {
  const t = useMessages(deskMessages);
  const format = useFormat();
  const day = format.date(pickupAt);
  return (
    <Button look="outline" wide className="justify-start text-left" onClick={onChoose}>
      {t.refusal.choose(
        number,
        `${day} ${t.refusal.alternative(format.time(pickupAt), format.time(dropoffAt))}`,
      )}
    </Button>
  );
}

/** 「9時40分発、または10時25分発でしたらご案内できますが、いかがでしょうか。」 */
function Suggestion({ refusal: { alternatives, trip } }: { refusal: Refusal }) {
  const t = useMessages(deskMessages);
  const { service } = useTenancy();
  const { language } = useLanguage();
  const format = useFormat();
  if (alternatives.length === 0) return t.refusal.none;
  return t.refusal.sentence(
    alternatives.slice(0, SHOWN).map(({ time: { mode, at } }) => ({
      mode,
      time: spokenTime(at, service.timeZone),
      day:
        format.date(at) === format.serviceDate(trip.serviceDate)
          ? undefined
          : spokenDay(at.slice(0, 10), language),
    })),
  );
}

function useReasons({ rejections }: Refusal): readonly string[] {
  const messages = useMessages(rejectionMessages);
  const { service } = useTenancy();
  const format = useFormat();
  const now = useNow();
  const stopName = useStopName();
  const seats = service.vehicles.map((vehicle) => vehicle.seats);
  return wordRejections(rejections, messages, { format, now, stopName, seats });
}
