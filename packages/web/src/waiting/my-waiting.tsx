import type { VainWaiting, Waiting } from "@noriai/api";
import { useState } from "react";
import { usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { waitingMessages } from "../messages/waiting/index.ts";
import { useRead, useReadAgain } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { WaitingOffer } from "./waiting-offer.tsx";

/** An offer may end by time alone. */
const REFRESH_MS = 20_000;

/** What the rider waits for: an offer first, then her place in each list; nothing at all while she waits for nothing. */
export function MyWaiting({ onBooked }: { onBooked: () => void }) {
  const { mine: t } = useMessages(waitingMessages);
  const { tenant } = useTenancy();
  const { data } = useRead("listMyWaiting", { params: { tenant } }, { refetchInterval: REFRESH_MS });
  const [hasLeft, setHasLeft] = useState(false);
  const list = data?.waiting ?? [];
  const offered = list.filter(({ offer }) => offer !== null);
  const others = list.filter(({ offer }) => offer === null);
  return (
    <>
      {/* Always there, so that an offer that comes is read aloud. */}
      <div role="status" className="sr-only">
        {offered.length > 0 ? t.offer : ""}
      </div>
      {hasLeft && <Notice tone="success" title={t.left} />}
      {(data?.inVain ?? []).map((vain) => (
        <VainNotice key={vain.id} vain={vain} />
      ))}
      {offered.map((waiting) => (
        <WaitingOffer key={waiting.offer?.id} waiting={waiting} onBooked={onBooked} />
      ))}
      {others.length > 0 && (
        <section aria-labelledby="my-waiting">
          <h2 id="my-waiting" className="mb-2 text-xl font-bold">
            {t.title}
          </h2>
          <ul className="flex flex-col gap-3">
            {others.map((waiting) => (
              <WaitingRow key={waiting.id} waiting={waiting} onLeft={() => setHasLeft(true)} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Nobody is left waiting for something that will not come. */
function VainNotice({ vain: { trip, because } }: { vain: VainWaiting }) {
  const { mine: t } = useMessages(waitingMessages);
  const { service } = useTenancy();
  const format = useFormat();
  const nameOf = (stopId: string) => service.stops.find(({ id }) => id === stopId)?.name ?? stopId;
  return (
    <Notice tone="warning" title={t.inVain[because]}>
      <p>
        {format.date(trip.time.at)} {t[trip.time.mode](format.time(trip.time.at))}
        <span className="block">{t.route(nameOf(trip.from), nameOf(trip.to))}</span>
      </p>
    </Notice>
  );
}

/** One wish with its place, until when it waits, and the way out. */
export function WaitingRow({ waiting, onLeft }: { waiting: Waiting; onLeft: () => void }) {
  const { mine: t } = useMessages(waitingMessages);
  const { tenant, service } = useTenancy();
  const format = useFormat();
  const readAgain = useReadAgain();
  const { run, busy, problem } = usePlainCommand("leaveWaiting");
  const { trip, place, until, letPass } = waiting;
  const nameOf = (stopId: string) => service.stops.find(({ id }) => id === stopId)?.name ?? stopId;
  const leave = async () => {
    const { ok } = await run({ params: { tenant, waitingId: waiting.id } });
    if (ok) onLeft();
    await readAgain("listMyWaiting", "listMemberWaiting", "getWaitingTasks");
  };
  return (
    <li className="rounded-12 border border-line p-4">
      <p className="text-lg font-bold">
        {format.date(trip.time.at)} {t[trip.time.mode](format.time(trip.time.at))}
        <span className="block">{t.route(nameOf(trip.from), nameOf(trip.to))}</span>
      </p>
      <p>
        <span className="font-bold">{t.place(place)}</span>
        {letPass > 0 && <span className="ml-3 text-quiet">{t.passed(letPass)}</span>}
      </p>
      <p className="text-quiet">{t.until(format.dateTime(until))}</p>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <Button look="plain" size="medium" busy={busy} onClick={() => void leave()}>
        {t.leave}
      </Button>
    </li>
  );
}
