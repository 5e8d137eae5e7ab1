import type { Alternative, Refusal } from "@noriai/api";
import { useEffect, useRef } from "react";
import { useNow } from "../clock.tsx";
import { epochMs } from "../format.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { deskMessages } from "../messages/desk/index.ts";
import { certaintyOf, rejectionMessages, wordRejections } from "../messages/rejections/index.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { WaitDoor } from "../waiting/wait-door.tsx";
import { wallTimeOf } from "../wall-time.ts";
import type { CallStep } from "./call-state.ts";
import { DoubtList, type Mend } from "./doubts/doubt-list.tsx";
import { useNoteDeed } from "./log/deeds.ts";
import { ReadAloud } from "./read-aloud.tsx";
import { spokenDay, spokenTime } from "./spoken-words.ts";
import { useStopName } from "./upcoming-bookings.tsx";
import { useKeys } from "./use-keys.ts";
import { VehicleReasons } from "./vehicle-reasons.tsx";

/** As many as there are keys within one hand's reach; as many reasons as a caller can listen to. */
const SHOWN = 5;
const SAID = 2;

/** Why not, said politely, and what can be had instead. 仕様書 5-(5)-③ 別便案内 */
export function RefusalPanel({
  step: { refusal, request, asking },
  busy,
  onChoose,
  onChange,
  onMend,
}: {
  step: Extract<CallStep, { kind: "refused" }>;
  busy: boolean;
  onChoose: (alternative: Alternative) => void;
  onChange: () => void;
  onMend: (mend: Mend) => void;
}) {
  const t = useMessages(deskMessages);
  const reasons = useReasons(refusal);
  const note = useNoteDeed();
  const { certainty: sure } = useMessages(rejectionMessages);
  const certainty = certaintyOf(refusal.rejections);
  const alternatives = refusal.alternatives.slice(0, SHOWN);
  const suggestion = useSuggestion(refusal);
  const panel = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal takes the focus anew
  useEffect(() => {
    panel.current?.querySelector("button")?.focus();
    panel.current?.scrollIntoView({ block: "nearest" });
  }, [refusal.id]);
  const choices = alternatives.map(
    (alternative, i) => [String(i + 1), () => !busy && onChoose(alternative)] as const,
  );
  useKeys({ escape: onChange, ...Object.fromEntries(choices) });
  return (
    <section
      ref={panel}
      aria-label={t.refusal.title}
      className="rounded-12 border-4 border-warning-yellow-2 p-4"
    >
      <h2 className="text-2xl font-bold">{t.refusal.title}</h2>
      <DoubtList request={request} asking={asking} onMend={(mend) => !busy && onMend(mend)} />
      <ReadAloud
        lines={[
          t.refusal.apology(reasons.slice(0, SAID)),
          ...(certainty === undefined ? [] : [sure[certainty]]),
          ...(request.replaces === undefined ? [] : [t.changing.kept]),
          suggestion,
        ]}
      />
      <VehicleReasons rejections={refusal.rejections} />
      {alternatives.length > 0 && <h3 className="text-lg font-bold">{t.refusal.alternativesTitle}</h3>}
      <ol className="my-2 flex flex-col gap-2">
        {alternatives.map((alternative, i) => (
          <li key={`${alternative.time.at} ${alternative.from} ${alternative.to}`}>
            <Choice
              number={i + 1}
              alternative={alternative}
              onChoose={() => !busy && onChoose(alternative)}
            />
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-3">
        <Button look="outline" onClick={onChange}>
          {t.refusal.change}
        </Button>
        <WaitDoor
          refusal={refusal}
          request={request}
          onAgain={onChange}
          onJoined={() => note({ kind: "waiting" })}
        />
        {alternatives.length > 0 && <p className="text-quiet">{t.refusal.keys(alternatives.length)}</p>}
      </div>
    </section>
  );
}

function Choice({
  number,
  alternative: { time, from, to, walk, pickupAt, dropoffAt },
  onChoose,
}: {
  number: number;
  alternative: Alternative;
  onChoose: () => void;
}) {
  const t = useMessages(deskMessages);
  const format = useFormat();
  const nameOf = useStopName();
  const when = `${format.date(time.at)} ${t.refusal.time(time.mode, format.time(time.at))}`;
  const where = [
    walk.from > 0 ? t.refusal.boardAt(nameOf(from), walk.from) : "",
    walk.to > 0 ? t.refusal.alightAt(nameOf(to), walk.to) : "",
  ].join("");
  const ride = t.refusal.alternative(format.time(pickupAt), format.time(dropoffAt));
  return (
    <Button
      look="outline"
      wide
      className="justify-start text-left"
      onKeyDown={(event) => event.repeat && event.preventDefault()}
      onClick={onChoose}
    >
      {t.refusal.choose(number, `${when}${where}${ride}`)}
    </Button>
  );
}

/** 9時40分発、または10時25分発でしたらご案内できますが、いかがでしょうか。 */
function useSuggestion({ alternatives, trip }: Refusal): string {
  const t = useMessages(deskMessages);
  const { service } = useTenancy();
  const { language } = useLanguage();
  const nameOf = useStopName();
  if (alternatives.length === 0) return t.refusal.none;
  return t.refusal.sentence(
    alternatives.slice(0, SHOWN).map(({ time: { mode, at }, from, to, walk }) => {
      const { date } = wallTimeOf(epochMs(at) / 1000, service.timeZone);
      const day = date === trip.serviceDate ? undefined : spokenDay(date, language);
      return {
        mode,
        time: spokenTime(at, service.timeZone),
        day,
        ...(walk.from > 0 && { boardAt: { stop: nameOf(from), meters: walk.from } }),
        ...(walk.to > 0 && { alightAt: { stop: nameOf(to), meters: walk.to } }),
      };
    }),
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
