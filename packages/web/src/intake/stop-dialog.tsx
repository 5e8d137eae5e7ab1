import { type Dispatch, type SetStateAction, useState } from "react";
import { useReadNow } from "../clock.tsx";
import { useCommand } from "../command.ts";
import { useMessages } from "../language.tsx";
import { intakeMessages } from "../messages/intake/index.ts";
import { useReadAgain } from "../read.ts";
import { useFormat, useTenancy } from "../shell/session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { scopeWords } from "./scope-words.ts";
import { faultsOf, type StopDraft, type StopFaults, stopOf } from "./stop-draft.ts";
import { StopFields } from "./stop-fields.tsx";

/** Two steps: what to stop and what to tell, then one large button. Whatever was typed stays until it is sent. */
export function StopDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useMessages(intakeMessages);
  const first: StopDraft = { ...EMPTY, notice: t.noticeText };
  const [draft, setDraft] = useState(first);
  const [faults, setFaults] = useState<StopFaults>({});
  const [reviewing, setReviewing] = useState(false);
  const { service } = useTenancy();
  const readNow = useReadNow();
  const review = () => {
    const found = faultsOf(draft, { now: readNow(), timeZone: service.timeZone });
    setFaults(found);
    setReviewing(Object.keys(found).length === 0);
  };
  const close = () => {
    setReviewing(false);
    onClose();
  };
  const done = () => {
    setDraft(first);
    close();
  };
  return (
    <Dialog title={reviewing ? t.reviewTitle : t.stopTitle} open={open} onClose={close}>
      {reviewing ? (
        <Review draft={draft} onBack={() => setReviewing(false)} onDone={done} />
      ) : (
        <Fields draft={draft} faults={faults} onChange={setDraft} onReview={review} onClose={close} />
      )}
    </Dialog>
  );
}

const EMPTY: Omit<StopDraft, "notice"> = {
  part: false,
  channel: "",
  place: "",
  within: 0,
  date: "",
  from: "",
  to: "",
  reason: "weather",
  detail: "",
  endDate: "",
  endTime: "",
};

function Fields({
  draft,
  faults,
  onChange,
  onReview,
  onClose,
}: {
  draft: StopDraft;
  faults: StopFaults;
  onChange: Dispatch<SetStateAction<StopDraft>>;
  onReview: () => void;
  onClose: () => void;
}) {
  const t = useMessages(intakeMessages);
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onReview();
      }}
    >
      <p>{t.stopLead}</p>
      <StopFields
        draft={draft}
        faults={faults}
        onChange={(part) => onChange((now) => ({ ...now, ...part }))}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit">{t.review}</Button>
        <Button look="outline" onClick={onClose}>
          {t.close}
        </Button>
      </div>
    </form>
  );
}

function Review({ draft, onBack, onDone }: { draft: StopDraft; onBack: () => void; onDone: () => void }) {
  const t = useMessages(intakeMessages);
  const { tenant, service } = useTenancy();
  const format = useFormat();
  const { run, busy, problem } = useCommand("stopIntake");
  const readAgain = useReadAgain();
  const reason = t.reasons[draft.reason as keyof typeof t.reasons];
  const body = stopOf(draft, { stops: service.stops, timeZone: service.timeZone, reason });
  const stopName = (id: string) => service.stops.find((stop) => stop.id === id)?.name ?? id;
  const stop = async () => {
    const stopped = await run({ params: { tenant }, body });
    if (!stopped.ok) return;
    await readAgain("listIntakeStops", "getIntake");
    onDone();
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="text-xl font-bold">{t.willCover(scopeWords(body.scope, t, { format, stopName }))}</p>
      <p>{t.reasonIs(body.reason)}</p>
      <p className="whitespace-pre-line">{t.noticeIs(body.notice)}</p>
      {body.plannedEnd !== undefined && <p>{t.until(format.dateTime(body.plannedEnd))}</p>}
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <Button look="danger" wide busy={busy} className="min-h-20 text-xl" onClick={() => void stop()}>
        {busy ? t.stopping : t.now}
      </Button>
      <Button look="outline" onClick={onBack}>
        {t.back}
      </Button>
    </div>
  );
}
