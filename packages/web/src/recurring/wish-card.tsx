import type { RecurringWish } from "@noriai/api";
import { useState } from "react";
import { useCommand } from "../command.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { useRecurringWords } from "./recurring-words.ts";
import { WishDates } from "./wish-dates.tsx";

/** One recurring wish: what it asks for, what came of its dates, and how to change or end it. */
export function WishCard({
  wish,
  isOwn,
  onChange,
}: {
  wish: RecurringWish;
  isOwn: boolean;
  onChange: () => void;
}) {
  const { t, format, stopName, every, at, people } = useRecurringWords();
  const [ending, setEnding] = useState(false);
  const { from, to, time, back, first, last, ended } = wish;
  const heading = `wish-${wish.id}`;
  return (
    <section aria-labelledby={heading}>
      <Card className="flex flex-col gap-3">
        <h2 id={heading} className="text-xl font-bold">
          {every(wish)} {t.route(stopName(from), stopName(to))}
        </h2>
        <p className="text-lg">
          {t.legs.out} {at(time)}
          {back !== undefined && (
            <span className="ml-4">
              {t.legs.back} {at(back)}
            </span>
          )}
        </p>
        <p>
          {t.period(format.serviceDate(first), format.serviceDate(last))}
          <span className="ml-4">{people(wish)}</span>
        </p>
        {ended !== null ? (
          <p className="font-bold">{t.ended(format.dateTime(ended))}</p>
        ) : (
          <div className="flex flex-wrap gap-3">
            <Button look="outline" size="small" onClick={onChange}>
              {t.change}
            </Button>
            <Button look="outline" size="small" onClick={() => setEnding(true)}>
              {t.end}
            </Button>
          </div>
        )}
        <WishDates wish={wish} isOwn={isOwn} />
      </Card>
      <EndDialog wish={wish} open={ending} onClose={() => setEnding(false)} />
    </section>
  );
}

function EndDialog({ wish, open, onClose }: { wish: RecurringWish; open: boolean; onClose: () => void }) {
  const {
    t: { endDialog: t },
  } = useRecurringWords();
  const { tenant } = useTenancy();
  const readAgain = useReadAgain();
  const { run, busy, problem } = useCommand("endRecurring");
  const end = async (keepsBooked: boolean) => {
    const answer = await run({ params: { tenant, recurringId: wish.id }, body: { keepsBooked } });
    if (!answer.ok) return;
    await readAgain("listRecurring", "listMyBookings", "listMemberBookings");
    onClose();
  };
  return (
    <Dialog title={t.title} open={open} onClose={onClose}>
      <div className="flex flex-col gap-4 text-lg">
        <p>{t.lead}</p>
        {problem !== undefined && <ProblemNotice problem={problem} />}
        <Button look="danger" busy={busy} onClick={() => void end(false)}>
          {t.cancelAll}
        </Button>
        <Button look="outline" busy={busy} onClick={() => void end(true)}>
          {t.keep}
        </Button>
        <Button look="plain" onClick={onClose}>
          {t.back}
        </Button>
      </div>
    </Dialog>
  );
}
