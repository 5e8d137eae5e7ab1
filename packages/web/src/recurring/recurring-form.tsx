import type { RecurringOutlook, RecurringTerms, RecurringWish } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { useNow } from "../clock.tsx";
import { useCommand, usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { recurringMessages } from "../messages/recurring/index.ts";
import { useRecordedNeeds } from "../needs/use-recorded-needs.ts";
import { useReadAgain } from "../read.ts";
import { useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { wallTimeOf } from "../wall-time.ts";
import {
  emptyRecurring,
  type RecurringDraft,
  recurringDraftOf,
  recurringFaults,
  recurringTermsOf,
} from "./recurring-draft.ts";
import { RecurringFields } from "./recurring-fields.tsx";
import { TriedDates } from "./tried-dates.tsx";

/**
 * Puts a recurring wish together, or changes one: first every date is tried, then it is asked for. What was tried counts
 * only for what stands in the form.
 *
 * @param memberId  for whom the desk asks; absent for riders
 */
export function RecurringForm({
  wish,
  memberId,
  onDone,
  onCancel,
}: {
  wish: RecurringWish | undefined;
  memberId: string | undefined;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { form: t } = useMessages(recurringMessages);
  const form = useRecurringForm({ wish, memberId, onDone });
  const recorded = useRecordedNeeds(memberId === undefined);
  const awaitsNeeds = form.draft.needs === undefined && recorded.kind === "awaited";
  return (
    <section aria-label={wish === undefined ? t.title : t.changeTitle} className="flex flex-col gap-6">
      <h2 className="text-2xl font-bold">{wish === undefined ? t.title : t.changeTitle}</h2>
      <form noValidate onSubmit={(event) => void form.tryIt(event)} className="flex flex-col gap-5">
        <RecurringFields draft={form.draft} faults={form.faults} recorded={recorded} onChange={form.edit} />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" look={form.isTried ? "outline" : "solid"} busy={form.isTrying || awaitsNeeds}>
            {form.isTrying ? t.trying : t.tryIt}
          </Button>
          <Button look="plain" onClick={onCancel}>
            {t.cancel}
          </Button>
        </div>
      </form>
      {form.problem !== undefined && <ProblemNotice problem={form.problem} />}
      {form.tried !== undefined && !form.isTried && <Notice title={t.changed} />}
      {form.tried !== undefined && form.isTried && (
        <>
          <TriedDates outlook={form.tried.outlook} />
          <Button wide busy={form.isSending} onClick={() => void form.submit()}>
            {wish === undefined ? t.submit : t.change}
          </Button>
        </>
      )}
    </section>
  );
}

interface Asking {
  readonly wish: RecurringWish | undefined;
  readonly memberId: string | undefined;
}

/** The draft, what was tried of it, and the way to the server. */
function useRecurringForm({ onDone, ...asking }: Asking & { onDone: () => void }) {
  const { service } = useTenancy();
  const today = wallTimeOf(useNow(), service.timeZone).date;
  const [draft, setDraft] = useState<RecurringDraft>(() =>
    asking.wish === undefined ? emptyRecurring(today) : recurringDraftOf(asking.wish),
  );
  const [isChecked, setChecked] = useState(false);
  const faults = recurringFaults(draft, today);
  const terms = recurringTermsOf(draft);
  const trial = useTrial(asking, terms);
  const sending = useSending(asking, onDone);
  const tryIt = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(faults).length === 0) await trial.run();
    else (event.currentTarget as HTMLElement).querySelector<HTMLElement>("[aria-invalid]")?.focus();
  };
  return {
    draft,
    edit: (part: Partial<RecurringDraft>) => setDraft({ ...draft, ...part }),
    faults: isChecked ? faults : {},
    tryIt,
    ...{ tried: trial.tried, isTried: trial.isTried, isTrying: trial.busy },
    ...{ submit: () => sending.send(terms), isSending: sending.busy },
    problem: sending.problem ?? trial.problem,
  };
}

/** What would come of each date; it counts only for the terms that were tried. */
function useTrial({ wish, memberId }: Asking, terms: RecurringTerms) {
  const { tenant } = useTenancy();
  const { run, busy, problem } = usePlainCommand("tryRecurring");
  const [tried, setTried] = useState<{ readonly of: string; readonly outlook: RecurringOutlook }>();
  const of = JSON.stringify(terms);
  return {
    ...{ tried, busy, problem },
    isTried: tried?.of === of,
    run: async () => {
      const whose = memberId === undefined ? {} : { memberId };
      const changed = wish === undefined ? {} : { recurringId: wish.id };
      const answer = await run({ params: { tenant }, body: { ...terms, ...whose, ...changed } });
      if (answer.ok) setTried({ of, outlook: answer.value });
    },
  };
}

/** Makes the wish, or changes it. */
function useSending({ wish, memberId }: Asking, onDone: () => void) {
  const { tenant } = useTenancy();
  const adds = useCommand("addRecurring");
  const changes = useCommand("changeRecurring");
  const readAgain = useReadAgain();
  return {
    busy: adds.busy || changes.busy,
    problem: adds.problem ?? changes.problem,
    send: async (terms: RecurringTerms) => {
      const whose = memberId === undefined ? {} : { memberId };
      const answer =
        wish === undefined
          ? await adds.run({ params: { tenant }, body: { ...terms, ...whose } })
          : await changes.run({ params: { tenant, recurringId: wish.id }, body: terms });
      if (!answer.ok) return;
      await readAgain("listRecurring", "listMyBookings", "listMemberBookings");
      onDone();
    },
  };
}
