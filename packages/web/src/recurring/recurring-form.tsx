import type { RecurringOutlook, RecurringWish } from "@noriai/api";
import { type FormEvent, useState } from "react";
import { useNow } from "../clock.tsx";
import { useCommand, usePlainCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { recurringMessages } from "../messages/recurring/index.ts";
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
  const { tenant, service } = useTenancy();
  const today = wallTimeOf(useNow(), service.timeZone).date;
  const [draft, setDraft] = useState<RecurringDraft>(() =>
    wish === undefined ? emptyRecurring(today) : recurringDraftOf(wish),
  );
  const [isChecked, setChecked] = useState(false);
  const [tried, setTried] = useState<{ readonly of: string; readonly outlook: RecurringOutlook }>();
  const tries = usePlainCommand("tryRecurring");
  const adds = useCommand("addRecurring");
  const changes = useCommand("changeRecurring");
  const readAgain = useReadAgain();
  const faults = recurringFaults(draft, today);
  const terms = recurringTermsOf(draft);
  const text = JSON.stringify(terms);
  const whose = memberId === undefined ? {} : { memberId };

  const tryIt = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(faults).length > 0) {
      (event.currentTarget as HTMLElement).querySelector<HTMLElement>("[aria-invalid]")?.focus();
      return;
    }
    const changed = wish === undefined ? {} : { recurringId: wish.id };
    const answer = await tries.run({ params: { tenant }, body: { ...terms, ...whose, ...changed } });
    if (answer.ok) setTried({ of: text, outlook: answer.value });
  };
  const submit = async () => {
    const answer =
      wish === undefined
        ? await adds.run({ params: { tenant }, body: { ...terms, ...whose } })
        : await changes.run({ params: { tenant, recurringId: wish.id }, body: terms });
    if (!answer.ok) return;
    await readAgain("listRecurring", "listMyBookings", "listMemberBookings");
    onDone();
  };
  const problem = adds.problem ?? changes.problem ?? tries.problem;
  return (
    <section aria-label={wish === undefined ? t.title : t.changeTitle} className="flex flex-col gap-6">
      <h2 className="text-2xl font-bold">{wish === undefined ? t.title : t.changeTitle}</h2>
      <form noValidate onSubmit={(event) => void tryIt(event)} className="flex flex-col gap-5">
        <RecurringFields
          draft={draft}
          faults={isChecked ? faults : {}}
          onChange={(part) => setDraft({ ...draft, ...part })}
        />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" look={tried?.of === text ? "outline" : "solid"} busy={tries.busy}>
            {tries.busy ? t.trying : t.tryIt}
          </Button>
          <Button look="plain" onClick={onCancel}>
            {t.cancel}
          </Button>
        </div>
      </form>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {tried !== undefined && tried.of !== text && <Notice title={t.changed} />}
      {tried?.of === text && (
        <>
          <TriedDates outlook={tried.outlook} />
          <Button wide busy={adds.busy || changes.busy} onClick={() => void submit()}>
            {wish === undefined ? t.submit : t.change}
          </Button>
        </>
      )}
    </section>
  );
}
